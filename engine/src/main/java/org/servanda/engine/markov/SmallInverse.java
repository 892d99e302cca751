package org.servanda.engine.markov;

/// Inverses of small dense matrices by Gauss and Jordan's elimination with partial pivoting.
final class SmallInverse {
  private final double[] work;
  private final int[] order;

  SmallInverse(int most) {
    work = new double[most * most];
    order = new int[most];
  }

  /// Inverts a matrix.
  ///
  /// @param a row-major, `n * n` entries from `offset` on
  /// @param inverse receives the inverse at the same place
  /// @return the sign of the determinant, 0 if the matrix is singular
  int invert(double[] a, int offset, int n, double[] inverse) {
    System.arraycopy(a, offset, work, 0, n * n);
    int sign = 1;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        if (Math.abs(work[r * n + c]) > Math.abs(work[pivot * n + c])) {
          pivot = r;
        }
      }
      double head = work[pivot * n + c];
      if (!(Math.abs(head) > 0 && Math.abs(head) < Double.POSITIVE_INFINITY)) {
        return 0;
      }
      order[c] = pivot;
      if (pivot != c) {
        sign = -sign;
        for (int j = 0; j < n; j++) {
          double swap = work[c * n + j];
          work[c * n + j] = work[pivot * n + j];
          work[pivot * n + j] = swap;
        }
      }
      sign = head < 0 ? -sign : sign;
      eliminate(c, n);
    }
    for (int c = n - 1; c >= 0; c--) {
      int pivot = order[c];
      for (int r = 0; pivot != c && r < n; r++) {
        double swap = work[r * n + c];
        work[r * n + c] = work[r * n + pivot];
        work[r * n + pivot] = swap;
      }
    }
    System.arraycopy(work, 0, inverse, offset, n * n);
    return sign;
  }

  private void eliminate(int c, int n) {
    double factor = 1 / work[c * n + c];
    work[c * n + c] = 1;
    for (int j = 0; j < n; j++) {
      work[c * n + j] *= factor;
    }
    for (int r = 0; r < n; r++) {
      double head = work[r * n + c];
      if (r == c || head == 0) {
        continue;
      }
      work[r * n + c] = 0;
      for (int j = 0; j < n; j++) {
        work[r * n + j] -= head * work[c * n + j];
      }
    }
  }
}
