package org.servanda.engine.markov;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was met along the principal branch of stationary logit equilibria.
///
/// @param status whether all precisions asked for were met, or why not
/// @param detail empty if they were, else one line to read, then a line that starts with `Try:`
/// @param lambda precision of the last point
/// @param equilibria all meetings with the precisions asked for, in the order along the branch;
///   their residuals are within the tolerance
/// @param turningPoints precisions at which the branch turns, in order
/// @param bifurcations precisions at which an odd number of other branches crosses it, in order
/// @param last the last point, null if no work was done; its residual may be above the tolerance
/// @param run what was done
public record MarkovBranch(
    Status status,
    String detail,
    double lambda,
    List<MarkovLogitEquilibrium> equilibria,
    List<Double> turningPoints,
    List<Double> bifurcations,
    @Nullable MarkovLogitEquilibrium last,
    MarkovRun run) {

  /// Copies the lists.
  public MarkovBranch {
    equilibria = List.copyOf(equilibria);
    turningPoints = List.copyOf(turningPoints);
    bifurcations = List.copyOf(bifurcations);
  }

  /// Why following a branch ended.
  public enum Status {
    /// Every precision asked for was met.
    REACHED,
    /// Steps became too short: the branch has a corner, or ends, or is lost in rounding.
    STALLED,
    /// More steps would have been needed than the options allow.
    STEP_LIMIT,
    /// More time would have been needed than the options allow.
    TIME_LIMIT,
    /// The cancellation token was triggered.
    CANCELLED,
    /// A point met at a precision asked for has a residual above the tolerance.
    INACCURATE,
    /// More memory would be needed than the options allow; no work was done.
    TOO_LARGE
  }

  /// Returns the first meeting with a precision, null if it was not met.
  public @Nullable MarkovLogitEquilibrium first(double precision) {
    for (var met : equilibria) {
      if (met.lambda() == precision && met.crossing() == 1) {
        return met;
      }
    }
    return null;
  }
}
