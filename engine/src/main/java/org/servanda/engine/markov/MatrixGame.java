package org.servanda.engine.markov;

/// Values and optimal mixed strategies of zero-sum matrix games.
///
/// A saddle point in pure strategies is looked for first; then the game is solved as a linear
/// program by pivoting with Bland's rule, and the square kernel found is solved again from the
/// entries given, so that rounding does not add up over pivots. Both strategies are then put to the
/// test: [#value] and [#most] enclose the value whatever the pivoting did.
///
/// One instance is used by one thread and allocates nothing after construction.
///
/// @source Dantzig (1951); Shapley and Snow (1950); Bland (1977)
final class MatrixGame {
  private static final double ZERO = 1e-13;

  private enum Player {
    ROW,
    COLUMN
  }

  private final double[] tableau;
  private final double[] kernel;
  private final int[] rowLabel;
  private final int[] columnLabel;
  private final int[] kernelRows;
  private final int[] kernelColumns;
  private double most;

  /// Makes room for games of up to so many rows and columns.
  MatrixGame(int mostRows, int mostColumns) {
    int least = Math.min(mostRows, mostColumns);
    tableau = new double[(mostRows + 1) * (mostColumns + 1)];
    kernel = new double[least * (least + 2)];
    rowLabel = new int[mostRows];
    columnLabel = new int[mostColumns];
    kernelRows = new int[least];
    kernelColumns = new int[least];
  }

  /// Bytes that an instance takes.
  static long bytes(long mostRows, long mostColumns) {
    long least = Math.min(mostRows, mostColumns);
    return 8 * ((mostRows + 1) * (mostColumns + 1) + least * (least + 2))
        + 4 * (mostRows + mostColumns + 2 * least);
  }

  /// Solves a game and returns what the row player can be sure of.
  ///
  /// @param a payments to the row player, row-major, shape `[rows][columns]`, finite
  /// @param x receives the row player's strategy, shape `[rows]`
  /// @param y receives the column player's strategy, shape `[columns]`
  /// @return the least payment over columns when the row player plays `x`
  double value(double[] a, int rows, int columns, double[] x, double[] y) {
    if (saddle(a, rows, columns, x, y)) {
      return most;
    }
    if (rows == 2 && columns == 2) {
      twoByTwo(a, x, y);
    } else {
      pivot(a, rows, columns, x, y);
    }
    most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += a[i * columns + j] * y[j];
      }
      most = Math.max(most, sum);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += a[i * columns + j] * x[i];
      }
      least = Math.min(least, sum);
    }
    return least;
  }

  /// What the row player can get at most in the game last solved, when the column player plays `y`.
  double most() {
    return most;
  }

  private boolean saddle(double[] a, int rows, int columns, double[] x, double[] y) {
    double maximin = Double.NEGATIVE_INFINITY;
    int row = 0;
    for (int i = 0; i < rows; i++) {
      double least = a[i * columns];
      for (int j = 1; j < columns; j++) {
        least = Math.min(least, a[i * columns + j]);
      }
      if (least > maximin) {
        maximin = least;
        row = i;
      }
    }
    double minimax = Double.POSITIVE_INFINITY;
    int column = 0;
    for (int j = 0; j < columns; j++) {
      double largest = a[j];
      for (int i = 1; i < rows; i++) {
        largest = Math.max(largest, a[i * columns + j]);
      }
      if (largest < minimax) {
        minimax = largest;
        column = j;
      }
    }
    if (maximin < minimax) {
      return false;
    }
    java.util.Arrays.fill(x, 0, rows, 0);
    java.util.Arrays.fill(y, 0, columns, 0);
    x[row] = 1;
    y[column] = 1;
    most = maximin;
    return true;
  }

  /// A game of two by two without a saddle point is won by nobody's pure strategy.
  private static void twoByTwo(double[] a, double[] x, double[] y) {
    double up = a[0] - a[1];
    double down = a[3] - a[2];
    double left = a[0] - a[2];
    double right = a[3] - a[1];
    x[0] = down / (up + down);
    x[1] = up / (up + down);
    y[0] = right / (left + right);
    y[1] = left / (left + right);
  }

  /// Maximizes the sum of `z` subject to `B z <= 1`, `z >= 0`, where `B` is the game moved to [1,
  /// 2].
  private void pivot(double[] a, int rows, int columns, double[] x, double[] y) {
    int width = columns + 1;
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < rows * columns; k++) {
      least = Math.min(least, a[k]);
      largest = Math.max(largest, a[k]);
    }
    double scale = 1 / (largest - least);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        tableau[i * width + j] = (a[i * columns + j] - least) * scale + 1;
      }
      tableau[i * width + columns] = 1;
      rowLabel[i] = columns + i;
    }
    for (int j = 0; j < columns; j++) {
      tableau[rows * width + j] = -1;
      columnLabel[j] = j;
    }
    tableau[rows * width + columns] = 0;
    int limit = 100 * (rows + columns);
    for (int step = 0; step < limit; step++) {
      int column = entering(rows, columns);
      if (column < 0) {
        break;
      }
      exchange(leaving(column, rows, columns), column, rows, columns);
    }
    read(rows, columns, x, y);
    resolve(a, least, scale, rows, columns, x, y);
  }

  private int entering(int rows, int columns) {
    int best = -1;
    for (int j = 0; j < columns; j++) {
      if (tableau[rows * (columns + 1) + j] < -ZERO
          && (best < 0 || columnLabel[j] < columnLabel[best])) {
        best = j;
      }
    }
    return best;
  }

  private int leaving(int column, int rows, int columns) {
    int width = columns + 1;
    int best = -1;
    double bestRatio = 0;
    for (int i = 0; i < rows; i++) {
      double entry = tableau[i * width + column];
      if (entry <= ZERO) {
        continue;
      }
      double ratio = tableau[i * width + columns] / entry;
      if (best < 0
          || ratio < bestRatio - ZERO
          || ratio <= bestRatio + ZERO && rowLabel[i] < rowLabel[best]) {
        best = i;
        bestRatio = ratio;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("a matrix game with entries in [1, 2] came out unbounded");
    }
    return best;
  }

  private void exchange(int row, int column, int rows, int columns) {
    int width = columns + 1;
    double inverse = 1 / tableau[row * width + column];
    for (int j = 0; j < width; j++) {
      tableau[row * width + j] *= j == column ? 1 : inverse;
    }
    for (int i = 0; i <= rows; i++) {
      double factor = tableau[i * width + column];
      if (i == row || factor == 0) {
        continue;
      }
      for (int j = 0; j < width; j++) {
        if (j != column) {
          tableau[i * width + j] -= factor * tableau[row * width + j];
        }
      }
      tableau[i * width + column] = -factor * inverse;
    }
    tableau[row * width + column] = inverse;
    int label = rowLabel[row];
    rowLabel[row] = columnLabel[column];
    columnLabel[column] = label;
  }

  /// Reads both strategies off the final tableau.
  private void read(int rows, int columns, double[] x, double[] y) {
    int width = columns + 1;
    java.util.Arrays.fill(x, 0, rows, 0);
    java.util.Arrays.fill(y, 0, columns, 0);
    for (int i = 0; i < rows; i++) {
      if (rowLabel[i] < columns) {
        y[rowLabel[i]] = Math.max(0, tableau[i * width + columns]);
      }
    }
    for (int j = 0; j < columns; j++) {
      if (columnLabel[j] >= columns) {
        x[columnLabel[j] - columns] = Math.max(0, tableau[rows * width + j]);
      }
    }
    normalize(x, rows);
    normalize(y, columns);
  }

  /// Solves the kernel again from the entries; keeps what was read if that gives no strategies.
  private void resolve(
      double[] a, double least, double scale, int rows, int columns, double[] x, double[] y) {
    int size = 0;
    for (int i = 0; i < rows; i++) {
      if (rowLabel[i] < columns) {
        kernelColumns[size++] = rowLabel[i];
      }
    }
    int count = 0;
    for (int j = 0; j < columns; j++) {
      if (columnLabel[j] >= columns && count < size) {
        kernelRows[count++] = columnLabel[j] - columns;
      }
    }
    if (count == size
        && kernelSolution(a, least, scale, columns, size, Player.COLUMN)
        && normalizable(size)) {
      java.util.Arrays.fill(y, 0, columns, 0);
      for (int k = 0; k < size; k++) {
        y[kernelColumns[k]] = kernel[k * (size + 1) + size];
      }
      normalize(y, columns);
    }
    if (count == size
        && kernelSolution(a, least, scale, columns, size, Player.ROW)
        && normalizable(size)) {
      java.util.Arrays.fill(x, 0, rows, 0);
      for (int k = 0; k < size; k++) {
        x[kernelRows[k]] = kernel[k * (size + 1) + size];
      }
      normalize(x, rows);
    }
  }

  private boolean kernelSolution(
      double[] a, double least, double scale, int columns, int size, Player solved) {
    int width = size + 1;
    for (int r = 0; r < size; r++) {
      for (int c = 0; c < size; c++) {
        int i = kernelRows[solved == Player.COLUMN ? r : c];
        int j = kernelColumns[solved == Player.COLUMN ? c : r];
        kernel[r * width + c] = (a[i * columns + j] - least) * scale + 1;
      }
      kernel[r * width + size] = 1;
    }
    return SmallSolve.solve(kernel, size, width);
  }

  private boolean normalizable(int size) {
    for (int k = 0; k < size; k++) {
      if (!(kernel[k * (size + 1) + size] >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static void normalize(double[] p, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += p[k];
    }
    for (int k = 0; k < n; k++) {
      p[k] /= sum;
    }
  }
}
