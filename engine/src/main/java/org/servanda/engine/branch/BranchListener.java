package org.servanda.engine.branch;

/// Receives what is met along a branch, in the order of the arc. Arrays are lent for the call.
public interface BranchListener {
  /// Receives an accepted point; the first is the start.
  ///
  /// @param y shape `[size]` or longer
  default void point(double lambda, double[] y) {}

  /// Receives a meeting with a target, solved at the target itself.
  ///
  /// @param target index in the list of targets
  /// @param number 1 for the first meeting
  /// @param y shape `[size]`
  default void crossing(int target, int number, double[] y) {}

  /// Receives a turning point: `lambda` has a local extremum along the arc.
  ///
  /// @param y shape `[size]` or longer
  default void fold(double lambda, double[] y) {}

  /// Receives a point where an odd number of branches crosses the one followed.
  ///
  /// @param y shape `[size]` or longer
  default void bifurcation(double lambda, double[] y) {}

  /// Returns a listener that ignores everything.
  static BranchListener none() {
    return new BranchListener() {};
  }
}
