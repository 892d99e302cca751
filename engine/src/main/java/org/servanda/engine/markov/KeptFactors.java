package org.servanda.engine.markov;

import java.util.Arrays;
import org.servanda.engine.branch.DenseLu;

/// A dense system that changes a little from one factoring to the next: factors are kept and help
/// to solve the systems that follow by GMRES.
///
/// Small matrices are factored anew each time. Kept factors are renewed when a probe takes too many
/// iterations, or when the probe's Hessenberg matrix has a negative determinant: then a real
/// eigenvalue of the new matrix times the old inverse is negative, and the determinant has changed
/// its sign.
///
/// Not guaranteed: a change of sign by an eigenvector that the probe's right-hand side has no part
/// in is seen only when factors are renewed.
///
/// @source Saad and Schultz (1986)
final class KeptFactors {
  /// Rows below which factoring is cheaper than iterating.
  private static final int SMALL = 240;

  private static final int MOST_ITERATIONS = 60;
  private static final double ACCURACY = 1e-8;

  private final int n;
  private final double[][] rows;
  private final DenseLu lu;
  private final int patience;
  private final double[][] basis;
  private final double[][] hessenberg;
  private final double[] cosine;
  private final double[] sine;
  private final double[] right;
  private final double[] weight;
  private final double[] probe;
  private final double[] square;
  private int sign;
  private Factors factors = Factors.NONE;

  private enum Factors {
    NONE,
    OF_ANOTHER,
    EXACT
  }

  KeptFactors(int n) {
    this.n = n;
    lu = new DenseLu(n);
    patience = Math.min(MOST_ITERATIONS, 8 + n / 80);
    boolean large = n >= SMALL;
    rows = large ? new double[n][n] : new double[0][];
    int vectors = large ? MOST_ITERATIONS + 1 : 0;
    basis = new double[vectors][large ? n : 0];
    hessenberg = new double[vectors][MOST_ITERATIONS];
    cosine = new double[MOST_ITERATIONS];
    sine = new double[MOST_ITERATIONS];
    right = new double[MOST_ITERATIONS + 1];
    weight = new double[n];
    probe = new double[n];
    square = new double[MOST_ITERATIONS * MOST_ITERATIONS];
  }

  /// Bytes that a system takes.
  static long bytes(long n) {
    return 8 * n * n + (n >= SMALL ? 8 * n * (n + MOST_ITERATIONS + 1) : 0) + 16 * n;
  }

  /// Returns a row to be filled before [#factor]; to be asked for again before each filling.
  double[] row(int i) {
    return n >= SMALL ? rows[i] : lu.row(i);
  }

  /// Prepares to solve with what the rows hold.
  ///
  /// @return the sign of the determinant, 0 if the matrix is singular
  int factor() {
    if (n < SMALL) {
      return lu.factor();
    }
    if (factors != Factors.NONE) {
      factors = Factors.OF_ANOTHER;
      Arrays.fill(probe, 0);
      probe[n - 1] = 1;
      int iterations = iterate(probe, patience);
      if (iterations > 0 && keepsSign(iterations)) {
        return sign;
      }
    }
    return renew();
  }

  private int renew() {
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows[i], 0, lu.row(i), 0, n);
    }
    sign = lu.factor();
    factors = sign == 0 ? Factors.NONE : Factors.EXACT;
    return sign;
  }

  /// Solves with what the rows held when [#factor] was called.
  ///
  /// @param x the right-hand side, shape `[n]` or longer; receives the solution
  void solve(double[] x) {
    if (n < SMALL || factors == Factors.EXACT) {
      lu.solve(x);
      return;
    }
    if (isProbe(x)) {
      System.arraycopy(probe, 0, x, 0, n);
      return;
    }
    if (iterate(x, MOST_ITERATIONS) == 0) {
      if (renew() == 0) {
        throw new IllegalStateException("a system became singular after it was probed");
      }
      lu.solve(x);
    }
  }

  private boolean isProbe(double[] x) {
    for (int i = 0; i < n - 1; i++) {
      if (x[i] != 0) {
        return false;
      }
    }
    return x[n - 1] == 1;
  }

  /// Solves by GMRES with the kept factors on the right.
  ///
  /// @param x the right-hand side; receives the solution if it converges and is left alone if not
  /// @return iterations, 0 if they did not suffice
  private int iterate(double[] x, int most) {
    double start = norm(x);
    if (start == 0) {
      return 1;
    }
    for (int i = 0; i < n; i++) {
      basis[0][i] = x[i] / start;
    }
    Arrays.fill(right, 0);
    right[0] = start;
    for (int k = 0; k < most; k++) {
      expand(k);
      rotate(k);
      double left = Math.abs(right[k + 1]);
      if (!(left < Double.POSITIVE_INFINITY)) {
        return 0;
      }
      if (left <= ACCURACY * start) {
        combine(k + 1, x);
        return k + 1;
      }
    }
    return 0;
  }

  /// Adds a vector to the orthonormal basis.
  private void expand(int k) {
    double[] image = basis[k + 1];
    System.arraycopy(basis[k], 0, weight, 0, n);
    lu.solve(weight);
    for (int i = 0; i < n; i++) {
      image[i] = product(rows[i], weight);
    }
    for (int j = 0; j <= k; j++) {
      double along = product(basis[j], image);
      hessenberg[j][k] = along;
      square[j * MOST_ITERATIONS + k] = along;
      for (int i = 0; i < n; i++) {
        image[i] -= along * basis[j][i];
      }
    }
    double length = norm(image);
    hessenberg[k + 1][k] = length;
    if (k + 1 < MOST_ITERATIONS) {
      square[(k + 1) * MOST_ITERATIONS + k] = length;
    }
    double inverse = length == 0 ? 0 : 1 / length;
    for (int i = 0; i < n; i++) {
      image[i] *= inverse;
    }
  }

  /// Turns the new column of the Hessenberg matrix into one of a triangular matrix.
  private void rotate(int k) {
    for (int j = 0; j < k; j++) {
      double above = hessenberg[j][k];
      double below = hessenberg[j + 1][k];
      hessenberg[j][k] = cosine[j] * above + sine[j] * below;
      hessenberg[j + 1][k] = cosine[j] * below - sine[j] * above;
    }
    double above = hessenberg[k][k];
    double below = hessenberg[k + 1][k];
    double radius = Math.sqrt(above * above + below * below);
    cosine[k] = above / radius;
    sine[k] = below / radius;
    hessenberg[k][k] = radius;
    right[k + 1] = -sine[k] * right[k];
    right[k] *= cosine[k];
  }

  private void combine(int count, double[] x) {
    for (int j = count - 1; j >= 0; j--) {
      double sum = right[j];
      for (int c = j + 1; c < count; c++) {
        sum -= hessenberg[j][c] * right[c];
      }
      right[j] = sum / hessenberg[j][j];
    }
    Arrays.fill(weight, 0);
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < n; i++) {
        weight[i] += right[j] * basis[j][i];
      }
    }
    lu.solve(weight);
    System.arraycopy(weight, 0, x, 0, n);
  }

  /// Says whether the determinant of the Hessenberg matrix of the probe is positive.
  private boolean keepsSign(int size) {
    boolean positive = true;
    for (int c = 0; c < size; c++) {
      int next = c + 1;
      int at = c * MOST_ITERATIONS;
      int below = next * MOST_ITERATIONS;
      if (next < size && Math.abs(square[below + c]) > Math.abs(square[at + c])) {
        for (int j = c; j < size; j++) {
          double swap = square[at + j];
          square[at + j] = square[below + j];
          square[below + j] = swap;
        }
        positive = !positive;
      }
      double head = square[at + c];
      if (head == 0) {
        return false;
      }
      positive ^= head < 0;
      if (next < size) {
        double factor = square[below + c] / head;
        for (int j = c; j < size; j++) {
          square[below + j] -= factor * square[at + j];
        }
      }
    }
    return positive;
  }

  private double norm(double[] x) {
    return Math.sqrt(product(x, x));
  }

  /// An inner product in four sums, so that it need not wait for one addition after the other.
  private double product(double[] x, double[] y) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
    }
    for (; i < n; i++) {
      a += x[i] * y[i];
    }
    return a + b + (c + d);
  }
}
