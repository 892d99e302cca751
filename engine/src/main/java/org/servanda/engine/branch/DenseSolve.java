package org.servanda.engine.branch;

/// Gaussian elimination with partial pivoting on a small dense system.
public final class DenseSolve {
  private DenseSolve() {}

  /// Solves in place.
  ///
  /// @param a row-major, `n` rows of `width` entries each, the right-hand sides in columns `n` to
  ///   `width - 1`; on return those columns hold the solutions
  /// @return the determinant; 0 if the matrix is singular, and then `a` is spoilt
  public static double solve(double[] a, int n, int width) {
    double determinant = 1;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        if (Math.abs(a[r * width + c]) > Math.abs(a[pivot * width + c])) {
          pivot = r;
        }
      }
      double head = a[pivot * width + c];
      if (!(Math.abs(head) > 0)) {
        return 0;
      }
      if (pivot != c) {
        determinant = -determinant;
        for (int j = c; j < width; j++) {
          double swap = a[c * width + j];
          a[c * width + j] = a[pivot * width + j];
          a[pivot * width + j] = swap;
        }
      }
      determinant *= head;
      eliminate(a, n, width, c, 1 / head);
    }
    substitute(a, n, width);
    return determinant;
  }

  private static void eliminate(double[] a, int n, int width, int c, double inverse) {
    for (int r = c + 1; r < n; r++) {
      double factor = a[r * width + c] * inverse;
      if (factor != 0) {
        for (int j = c + 1; j < width; j++) {
          a[r * width + j] -= factor * a[c * width + j];
        }
      }
    }
  }

  private static void substitute(double[] a, int n, int width) {
    for (int r = n - 1; r >= 0; r--) {
      double inverse = 1 / a[r * width + r];
      for (int j = n; j < width; j++) {
        double sum = a[r * width + j];
        for (int c = r + 1; c < n; c++) {
          sum -= a[r * width + c] * a[c * width + j];
        }
        a[r * width + j] = sum * inverse;
      }
    }
  }
}
