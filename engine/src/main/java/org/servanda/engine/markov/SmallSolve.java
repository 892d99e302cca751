package org.servanda.engine.markov;

/// Gaussian elimination with partial pivoting for the kernels of matrix games.
final class SmallSolve {
  private SmallSolve() {}

  /// Solves in place for the right-hand side in column `n`.
  ///
  /// @param a row-major, `n` rows of `width` entries, at least `n + 1`
  /// @return whether the matrix was regular; if not, `a` is spoilt
  static boolean solve(double[] a, int n, int width) {
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        if (Math.abs(a[r * width + c]) > Math.abs(a[pivot * width + c])) {
          pivot = r;
        }
      }
      double head = a[pivot * width + c];
      if (!(Math.abs(head) > 1e-14)) {
        return false;
      }
      for (int j = c; j <= n; j++) {
        double swap = a[c * width + j];
        a[c * width + j] = a[pivot * width + j];
        a[pivot * width + j] = swap;
      }
      for (int r = c + 1; r < n; r++) {
        double factor = a[r * width + c] / head;
        for (int j = c + 1; j <= n; j++) {
          a[r * width + j] -= factor * a[c * width + j];
        }
      }
    }
    for (int r = n - 1; r >= 0; r--) {
      double sum = a[r * width + n];
      for (int c = r + 1; c < n; c++) {
        sum -= a[r * width + c] * a[c * width + n];
      }
      a[r * width + n] = sum / a[r * width + r];
    }
    return true;
  }
}
