package org.servanda.engine.branch;

/// How a trace ended.
///
/// @param status why it ended
/// @param lambda of the last point
/// @param turningPoints how often the branch turned in `lambda`
/// @param bifurcations how often another branch was crossed
/// @param steps accepted steps
/// @param refused refused steps
/// @param factorizations matrices factored
public record Trace(
    Status status,
    double lambda,
    int turningPoints,
    int bifurcations,
    int steps,
    int refused,
    int factorizations) {

  /// Why a trace ended.
  public enum Status {
    /// The end that was asked for was met.
    REACHED,
    /// The step became too short, or there was no direction to start in.
    STALLED,
    /// Too many steps.
    STEP_LIMIT,
    /// The limits' question was answered with stop.
    STOPPED
  }

  /// Says whether the end that was asked for was met.
  public boolean reached() {
    return status == Status.REACHED;
  }
}
