package org.servanda.engine.branch;

import java.util.function.BooleanSupplier;

/// How carefully to trace, and when to give up.
///
/// @param scale length of a unit of `lambda` in the metric of the arc, positive
/// @param firstStep first step along the arc, positive
/// @param smallestStep step below which the trace has stalled, positive; with [Corrector#CHORD] in
///   units of the distance from the origin once that exceeds one
/// @param largestStep longest step, at least `smallestStep`
/// @param tolerance largest entry of `F` at an accepted point while `scale * lambda` is at most 1
/// @param drift by how much `tolerance` grows, as a multiple of itself, per unit of `scale *
///   lambda`: rounding in `F` grows with `lambda`
/// @param mostSteps accepted and refused steps after which to give up
/// @param corrector how points are corrected
/// @param detail what is located on the way
/// @param stop asked before every step; true ends the trace
public record TraceLimits(
    double scale,
    double firstStep,
    double smallestStep,
    double largestStep,
    double tolerance,
    double drift,
    int mostSteps,
    Corrector corrector,
    Detail detail,
    BooleanSupplier stop) {

  /// How points are predicted and corrected.
  public enum Corrector {
    /// Along the tangent; derivatives taken anew for every correction. For few unknowns, and for
    /// equations with kinks.
    NEWTON,
    /// Along the cubic through the last two points; derivatives kept as long as corrections shrink
    /// tenfold. For smooth equations whose matrix is worth more than several evaluations.
    CHORD
  }

  /// What is located on the way.
  public enum Detail {
    /// Turning points and bifurcations are counted.
    COUNTED,
    /// Turning points and bifurcations are located and told to the listener.
    LOCATED
  }

  /// Limits for few unknowns: Newton's method, nothing located, no growth of the tolerance.
  public static TraceLimits small(
      double scale, double firstStep, double largestStep, double tolerance, int mostSteps) {
    return new TraceLimits(
        scale,
        firstStep,
        1e-10,
        largestStep,
        tolerance,
        0,
        mostSteps,
        Corrector.NEWTON,
        Detail.COUNTED,
        () -> false);
  }

  /// Limits for large smooth systems: kept derivatives, turning points and bifurcations located.
  ///
  /// @param scale length of a unit of `lambda`, for instance the range of the payoffs
  /// @param tolerance largest entry of `F` at an accepted point; grows in proportion to `lambda`
  ///   above `1 / scale`
  public static TraceLimits located(double scale, double tolerance, int mostSteps) {
    return new TraceLimits(
        scale,
        0.05,
        1e-9,
        Double.MAX_VALUE,
        tolerance,
        1,
        mostSteps,
        Corrector.CHORD,
        Detail.LOCATED,
        () -> false);
  }

  /// Returns the same with another question for the end.
  public TraceLimits stoppedBy(BooleanSupplier asked) {
    return new TraceLimits(
        scale,
        firstStep,
        smallestStep,
        largestStep,
        tolerance,
        drift,
        mostSteps,
        corrector,
        detail,
        asked);
  }

  /// Returns the same with other steps.
  public TraceLimits withSteps(double first, double largest) {
    return new TraceLimits(
        scale, first, smallestStep, largest, tolerance, drift, mostSteps, corrector, detail, stop);
  }

  double toleranceAt(double lambda) {
    return tolerance * (1 + drift * Math.max(0, scale * Math.abs(lambda) - 1));
  }
}
