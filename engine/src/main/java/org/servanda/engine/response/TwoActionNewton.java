package org.servanda.engine.response;

/// Newton's method for the commonest decision: two types, two actions, each with a signal of its
/// own.
///
/// Computes what [TwoTypeEquations] computes, with numbers in place of arrays; several times
/// faster.
final class TwoActionNewton {
  private static final int CORRECTIONS = 30;

  private final TwoTypeEquations equations;

  /// Size of the last correction's effect in choice exponents, and its largest entry.
  double exponent;

  double largest;

  TwoActionNewton(TwoTypeEquations equations) {
    this.equations = equations;
  }

  /// Solves from the prior; on success the equations are evaluated at a candidate whose correction,
  /// in `move`, is small enough to be followed to first order.
  ///
  /// @param steepest largest absolute slope of a continuation value
  /// @return false if the method does not converge or a likelihood vanishes
  boolean solve(double p, double precision, double steepest, double[] move) {
    var rows = equations.rows;
    double[] f = rows.values;
    double[] d = rows.derivatives;
    int n = rows.intervals;
    int stride = rows.nodeStride;
    int type = rows.typeStride;
    int start0 = rows.base;
    int start1 = rows.base + rows.signalStride;
    double gap0 = equations.own[0] - equations.own[1];
    double gap1 = equations.own[2] - equations.own[3];
    double q0 = p;
    double q1 = p;
    for (int k = 0; k < CORRECTIONS; k++) {
      double x0 = q0 * n;
      int cell0 = Math.min((int) x0, n - 1);
      double r0 = x0 - cell0;
      int at0 = start0 + cell0 * stride;
      double x1 = q1 * n;
      int cell1 = Math.min((int) x1, n - 1);
      double r1 = x1 - cell1;
      int at1 = start1 + cell1 * stride;

      double v00 = value(f, d, at0, stride, r0);
      double g00 = n * slope(f, d, at0, stride, r0);
      double v01 = value(f, d, at0 + type, stride, r0);
      double g01 = n * slope(f, d, at0 + type, stride, r0);
      double v10 = value(f, d, at1, stride, r1);
      double g10 = n * slope(f, d, at1, stride, r1);
      double v11 = value(f, d, at1 + type, stride, r1);
      double g11 = n * slope(f, d, at1 + type, stride, r1);

      // Probabilities of both actions for either type.
      double z0 = precision * (gap0 + v00 - v10);
      double e0 = Exponential.exp(-Math.abs(z0));
      double better0 = 1 / (1 + e0);
      double a0 = z0 >= 0 ? better0 : e0 * better0;
      double b0 = z0 >= 0 ? e0 * better0 : better0;
      double z1 = precision * (gap1 + v01 - v11);
      double e1 = Exponential.exp(-Math.abs(z1));
      double better1 = 1 / (1 + e1);
      double a1 = z1 >= 0 ? better1 : e1 * better1;
      double b1 = z1 >= 0 ? e1 * better1 : better1;
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
