package org.servanda.engine.branch;

/// Factors of a dense square matrix, `P A = L U`, by partial pivoting; solves any number of
/// right-hand sides.
///
/// Rows are arrays of their own, so that exchanging rows is exchanging references and the inner
/// loops run over one index of several arrays, which the compiler turns into vector instructions.
/// Columns are taken in panels, so that most of the work is the product of a tall panel and a wide
/// one. The order of operations does not depend on the machine. Memory: `8 n^2` bytes.
///
/// @source Golub and Van Loan (2013), section 3.4
public final class DenseLu {
  private static final int PANEL = 32;
  private static final int TILE = 256;

  private final int n;
  private final double[][] a;
  private final int[] order;
  private double[] work;

  /// Makes room for a matrix.
  ///
  /// @param n rows and columns, at least 1
  public DenseLu(int n) {
    this.n = n;
    this.a = new double[n][n];
    this.order = new int[n];
    this.work = new double[n];
  }

  /// Returns a row to be filled before [#factor]; afterwards its contents are spoilt.
  ///
  /// Rows must be asked for again before each filling, since factoring exchanges them.
  public double[] row(int i) {
    return a[i];
  }

  /// Factors what the rows hold.
  ///
  /// @return the sign of the determinant, -1, 0 or 1; 0 if a pivot is 0 or not a number
  public int factor() {
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    int sign = 1;
    for (int from = 0; from < n; from += PANEL) {
      int to = Math.min(n, from + PANEL);
      sign *= panel(from, to);
      if (sign == 0) {
        return 0;
      }
      if (to < n) {
        for (int r = from + 1; r < to; r++) {
          update(r, r + 1, from, r, to, n);
        }
        for (int tile = to; tile < n; tile += TILE) {
          update(to, n, from, to, tile, Math.min(n, tile + TILE));
        }
      }
    }
    return sign;
  }

  /// Factors columns `from` to `to` of all rows below.
  private int panel(int from, int to) {
    int sign = 1;
    for (int c = from; c < to; c++) {
      int pivot = c;
      double best = Math.abs(a[c][c]);
      for (int r = c + 1; r < n; r++) {
        double size = Math.abs(a[r][c]);
        if (size > best) {
          best = size;
          pivot = r;
        }
      }
      if (!(best > 0 && best < Double.POSITIVE_INFINITY)) {
        return 0;
      }
      if (pivot != c) {
        double[] row = a[c];
        a[c] = a[pivot];
        a[pivot] = row;
        int number = order[c];
        order[c] = order[pivot];
        order[pivot] = number;
        sign = -sign;
      }
      double[] head = a[c];
      if (head[c] < 0) {
        sign = -sign;
      }
      double inverse = 1 / head[c];
      for (int r = c + 1; r < n; r++) {
        double[] row = a[r];
        double factor = row[c] * inverse;
        row[c] = factor;
        if (factor != 0) {
          for (int j = c + 1; j < to; j++) {
            row[j] -= factor * head[j];
          }
        }
      }
    }
    return sign;
  }

  /// Subtracts from rows `top` to `bottom`, columns `left` to `right`, the product of their factors
  /// in columns `from` to `to` and the rows of those numbers.
  private void update(int top, int bottom, int from, int to, int left, int right) {
    int r = top;
    for (; r + 1 < bottom; r += 2) {
      double[] p = a[r];
      double[] q = a[r + 1];
      int k = from;
      for (; k + 3 < to; k += 4) {
        pair(p, q, k, left, right);
      }
      for (; k < to; k++) {
        subtract(p, a[k], p[k], left, right);
        subtract(q, a[k], q[k], left, right);
      }
    }
    for (; r < bottom; r++) {
      for (int k = from; k < to; k++) {
        subtract(a[r], a[k], a[r][k], left, right);
      }
    }
  }

  private void pair(double[] p, double[] q, int k, int left, int right) {
    product(
        p, q, a[k], a[k + 1], a[k + 2], a[k + 3], p[k], p[k + 1], p[k + 2], p[k + 3], q[k],
        q[k + 1], q[k + 2], q[k + 3], left, right);
  }

  private static void product(
      double[] p,
      double[] q,
      double[] u0,
      double[] u1,
      double[] u2,
      double[] u3,
      double p0,
      double p1,
      double p2,
      double p3,
      double q0,
      double q1,
      double q2,
      double q3,
      int left,
      int right) {
    for (int j = left; j < right; j++) {
      double a0 = u0[j];
      double a1 = u1[j];
      double a2 = u2[j];
      double a3 = u3[j];
      p[j] = p[j] - p0 * a0 - p1 * a1 - p2 * a2 - p3 * a3;
      q[j] = q[j] - q0 * a0 - q1 * a1 - q2 * a2 - q3 * a3;
    }
  }

  private static void subtract(double[] p, double[] u, double factor, int left, int right) {
    for (int j = left; j < right; j++) {
      p[j] -= factor * u[j];
    }
  }

  /// Solves one system with the matrix factored last.
  ///
  /// @param x the right-hand side, shape `[n]`; receives the solution
  public void solve(double[] x) {
    for (int i = 0; i < n; i++) {
      work[i] = x[order[i]];
    }
    for (int i = 1; i < n; i++) {
      work[i] -= product(a[i], work, 0, i);
    }
    for (int i = n - 1; i >= 0; i--) {
      work[i] = (work[i] - product(a[i], work, i + 1, n)) / a[i][i];
    }
    System.arraycopy(work, 0, x, 0, n);
  }

  /// An inner product in four sums, so that it need not wait for one addition after the other.
  private static double product(double[] x, double[] y, int from, int to) {
    double p = 0;
    double q = 0;
    double r = 0;
    double t = 0;
    int j = from;
    for (; j + 3 < to; j += 4) {
      p += x[j] * y[j];
      q += x[j + 1] * y[j + 1];
      r += x[j + 2] * y[j + 2];
      t += x[j + 3] * y[j + 3];
    }
    for (; j < to; j++) {
      p += x[j] * y[j];
    }
    return p + q + (r + t);
  }

  /// Solves several systems with the matrix factored last.
  ///
  /// @param x right-hand sides as columns, shape `[n][count]`; receives the solutions
  /// @param count columns
  public void solve(double[][] x, int count) {
    var sorted = new double[n][];
    for (int i = 0; i < n; i++) {
      sorted[i] = x[order[i]];
    }
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < i; j++) {
        subtract(sorted[i], sorted[j], a[i][j], 0, count);
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        subtract(sorted[i], sorted[j], a[i][j], 0, count);
      }
      double inverse = 1 / a[i][i];
      for (int c = 0; c < count; c++) {
        sorted[i][c] *= inverse;
      }
    }
    System.arraycopy(sorted, 0, x, 0, n);
  }
}
