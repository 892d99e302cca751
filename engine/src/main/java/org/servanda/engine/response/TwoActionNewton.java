package org.servanda.engine.response;

/// Newton's method for the commonest decision: two types, two actions, each with a signal of its
/// own.
///
/// Computes what [TwoTypeEquations] computes, with numbers in place of arrays; several times
/// faster. Names end in signal and type: `v01` is the value after signal 0 for type 1; `g` are
/// slopes, `a` and `b` the probabilities of the two actions, `i` the posteriors that these imply.
final class TwoActionNewton {
  private static final int CORRECTIONS = 30;

  private final TwoTypeEquations equations;

  /// Size of the last correction's effect in choice exponents, and its largest entry.
  double exponent;

  double largest;

  private double v00;
  private double v01;
  private double v10;
  private double v11;
  private double g00;
  private double g01;
  private double g10;
  private double g11;
  private double a0;
  private double a1;
  private double b0;
  private double b1;

  TwoActionNewton(TwoTypeEquations equations) {
    this.equations = equations;
  }

  /// Solves from the prior; on success the equations are evaluated at a candidate whose correction,
  /// in `move`, is small enough to be followed to first order.
  ///
  /// @param steepest largest absolute slope of a continuation value
  /// @return false if the method does not converge or a likelihood vanishes
  boolean solve(double p, double precision, double steepest, double[] move) {
    double q0 = p;
    double q1 = p;
    for (int k = 0; k < CORRECTIONS; k++) {
      read(q0, q1);
      choose(precision);
      double seen0 = p * a1 + (1 - p) * a0;
      double seen1 = p * b1 + (1 - p) * b0;
      if (!(seen0 > TwoTypeEquations.TINY && seen1 > TwoTypeEquations.TINY)) {
        return false;
      }
      double i0 = p * a1 / seen0;
      double i1 = p * b1 / seen1;
      double s0 = precision * i0 * (1 - i0);
      double s1 = precision * i1 * (1 - i1);
      double u0 = a1 * g01 - a0 * g00;
      double u1 = b1 * g11 - b0 * g10;
      double m00 = 1 - s0 * (g01 - g00 - u0);
      double m01 = s0 * u1;
      double m10 = s1 * u0;
      double m11 = 1 - s1 * (g11 - g10 - u1);
      double inverse = 1 / (m00 * m11 - m01 * m10);
      double f0 = i0 - q0;
      double f1 = i1 - q1;
      double move0 = (m11 * f0 - m01 * f1) * inverse;
      double move1 = (m00 * f1 - m10 * f0) * inverse;
      largest = Math.max(Math.abs(move0), Math.abs(move1));
      exponent = precision * steepest * largest;
      if (exponent <= TwoTypeResponse.LAST_EXPONENT && largest <= TwoTypeResponse.LAST_MOVE) {
        equations.q[0] = q0;
        equations.q[1] = q1;
        move[0] = move0;
        move[1] = move1;
        equations.settle(precision, v00, v10, v01, v11, g00, g10, g01, g11, a0, b0, a1, b1);
        return true;
      }
      q0 = Math.max(0, Math.min(1, q0 + move0));
      q1 = Math.max(0, Math.min(1, q1 + move1));
    }
    return false;
  }

  /// Interpolates both signals' rows.
  private void read(double q0, double q1) {
    var rows = equations.rows;
    double[] f = rows.values;
    double[] d = rows.derivatives;
    int n = rows.intervals;
    int stride = rows.nodeStride;
    double x0 = q0 * n;
    int cell0 = Math.min((int) x0, n - 1);
    double r0 = x0 - cell0;
    int zero = rows.base + cell0 * stride;
    v00 = value(f, d, zero, stride, r0);
    g00 = n * slope(f, d, zero, stride, r0);
    v01 = value(f, d, zero + rows.typeStride, stride, r0);
    g01 = n * slope(f, d, zero + rows.typeStride, stride, r0);
    double x1 = q1 * n;
    int cell1 = Math.min((int) x1, n - 1);
    double r1 = x1 - cell1;
    int one = rows.base + rows.signalStride + cell1 * stride;
    v10 = value(f, d, one, stride, r1);
    g10 = n * slope(f, d, one, stride, r1);
    v11 = value(f, d, one + rows.typeStride, stride, r1);
    g11 = n * slope(f, d, one + rows.typeStride, stride, r1);
  }

  /// Computes both types' choices; one of two exponentials is `exp(0)`.
  private void choose(double precision) {
    double[] own = equations.own;
    double z0 = precision * (own[0] - own[1] + v00 - v10);
    double e0 = Exponential.exp(-Math.abs(z0));
    double better0 = 1 / (1 + e0);
    a0 = z0 >= 0 ? better0 : e0 * better0;
    b0 = z0 >= 0 ? e0 * better0 : better0;
    double z1 = precision * (own[2] - own[3] + v01 - v11);
    double e1 = Exponential.exp(-Math.abs(z1));
    double better1 = 1 / (1 + e1);
    a1 = z1 >= 0 ? better1 : e1 * better1;
    b1 = z1 >= 0 ? e1 * better1 : better1;
  }

  private static double value(double[] f, double[] d, int low, int stride, double r) {
    double f0 = f[low];
    double d0 = d[low];
    double rise = f[low + stride] - f0;
    double d1 = d[low + stride];
    return f0 + r * (d0 + r * (3 * rise - 2 * d0 - d1 + r * (d0 + d1 - 2 * rise)));
  }

  private static double slope(double[] f, double[] d, int low, int stride, double r) {
    double d0 = d[low];
    double rise = f[low + stride] - f[low];
    double d1 = d[low + stride];
    return d0 + r * (2 * (3 * rise - 2 * d0 - d1) + 3 * r * (d0 + d1 - 2 * rise));
  }
}
