package org.servanda.engine.response;

/// Finds a precision up to which the response of a two-type mover certainly has a single solution.
///
/// At every solution the posteriors average to the prior. This bounds the determinant of the
/// equations away from zero for small precision, given bounds on the slopes of the continuation
/// values; a continuous map of a cube into itself whose fixed points all have a positive
/// determinant has exactly one. `docs/model/engine.md` has the derivation.
final class UniquePrecision {
  private static final double SPECTRAL = 2.598076211353316; // 1 / sqrt(4/27)

  private double lowZero;
  private double highZero;
  private double lowOne;
  private double highOne;
  private double lowGap;
  private double highGap;
  private double confusion;
  private boolean identified;

  /// Finds the range of the slopes of both types' continuation values and of their difference.
  ///
  /// The derivative of a cubic on a cell lies between the least and greatest of its control values
  /// `d0`, `3 (f1 - f0) - d0 - d1` and `d1`; that of a parabola between those at its ends.
  void measure(ResponseRows rows, SignalStructure structure) {
    identified = structure.identified;
    confusion = structure.confusion;
    double[] f = rows.values;
    double[] d = rows.derivatives;
    double low0 = Double.POSITIVE_INFINITY;
    double high0 = Double.NEGATIVE_INFINITY;
    double low1 = Double.POSITIVE_INFINITY;
    double high1 = Double.NEGATIVE_INFINITY;
    double lowD = Double.POSITIVE_INFINITY;
    double highD = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < structure.signals; s++) {
      int zero = s * rows.signalStride + rows.base;
      int one = zero + rows.typeStride;
      double f0 = f[zero];
      double f1 = f[one];
      double d0 = d[zero];
      double d1 = d[one];
      low0 = Math.min(low0, d0);
      high0 = Math.max(high0, d0);
      low1 = Math.min(low1, d1);
      high1 = Math.max(high1, d1);
      lowD = Math.min(lowD, d1 - d0);
      highD = Math.max(highD, d1 - d0);
      if (rows.parabolas()) {
        double e0 = d[zero + 2 * rows.nodeStride];
        double e1 = d[one + 2 * rows.nodeStride];
        low0 = Math.min(low0, e0);
        high0 = Math.max(high0, e0);
        low1 = Math.min(low1, e1);
        high1 = Math.max(high1, e1);
        lowD = Math.min(lowD, e1 - e0);
        highD = Math.max(highD, e1 - e0);
        continue;
      }
      for (int c = 0; c < rows.intervals; c++) {
        zero += rows.nodeStride;
        one += rows.nodeStride;
        double m0 = 3 * (f[zero] - f0) - d0 - d[zero];
        double m1 = 3 * (f[one] - f1) - d1 - d[one];
        f0 = f[zero];
        f1 = f[one];
        d0 = d[zero];
        d1 = d[one];
        low0 = Math.min(low0, Math.min(m0, d0));
        high0 = Math.max(high0, Math.max(m0, d0));
        low1 = Math.min(low1, Math.min(m1, d1));
        high1 = Math.max(high1, Math.max(m1, d1));
        lowD = Math.min(lowD, Math.min(m1 - m0, d1 - d0));
        highD = Math.max(highD, Math.max(m1 - m0, d1 - d0));
      }
    }
    int n = rows.intervals;
    lowZero = n * low0;
    highZero = n * high0;
    lowOne = n * low1;
    highOne = n * high1;
    lowGap = n * lowD;
    highGap = n * highD;
  }

  /// Says whether no continuation value depends on the belief.
  boolean flat() {
    return steepest() == 0;
  }

  /// Returns the largest absolute slope.
  double steepest() {
    return Math.max(Math.max(-lowZero, highZero), Math.max(-lowOne, highOne));
  }

  /// Returns the precision up to which the solution at belief `p` is unique.
  ///
  /// @param p probability of the second type, strictly between 0 and 1
  double precision(double p) {
    double fall0 = Math.max(0, -lowZero);
    double rise0 = Math.max(0, highZero);
    double fall1 = Math.max(0, -lowOne);
    double rise1 = Math.max(0, highOne);
    double fallGap = Math.max(0, -lowGap);
    double riseGap = Math.max(0, highGap);
    double even = p * (1 - p);
    double one = p >= 0.5 ? even : 0.25;
    double zero = p <= 0.5 ? even : 0.25;
    double throughZero = (fall0 * (1 - p) + rise0 * p) / 4 + fallGap * one;
    double throughOne = (fall1 * (1 - p) + rise1 * p) / 4 + fallGap * zero;
    double apart = fall1 * one + rise0 * zero;
    double coupling = Math.min(apart, Math.min(throughZero, throughOne));
    if (identified) {
      return 1 / (coupling + riseGap / 4);
    }
    return shared(coupling, Math.max(fallGap, riseGap));
  }

  /// The bound when several actions share a signal.
  private double shared(double coupling, double gap) {
    double most0 = Math.max(-lowZero, highZero);
    double most1 = Math.max(-lowOne, highOne);
    double both = most0 + most1;
    double mixing = Math.min(both, gap + 2 * confusion * Math.min(most0, most1)) / 4;
    double spectral = SPECTRAL / both;
    if (mixing == 0) {
      return Math.max(spectral, 1 / coupling);
    }
    // Largest x with x coupling + x^2 both mixing / (4 (1 - x mixing)) < 1.
    double a = mixing * (both / 4 - coupling);
    double b = coupling + mixing;
    double root = b * b + 4 * a;
    double bound = root < 0 ? 1 / mixing : 2 / (b + Math.sqrt(root));
    return Math.max(spectral, Math.min(bound, 1 / mixing));
  }
}
