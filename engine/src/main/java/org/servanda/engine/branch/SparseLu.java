package org.servanda.engine.branch;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Factors of a sparse square matrix of fixed pattern, `P A = L U`; solves any number of right-hand
/// sides.
///
/// Rows are eliminated in the order given, without pivoting, as long as that is cheaper than a
/// dense matrix; what remains is dense and factored with partial pivoting ([DenseLu]). The caller's
/// order decides how much fills in, and must leave the last rows to those that couple everything.
/// Memory: `12` bytes for every entry of the factors outside the dense rest, `8` for every entry of
/// the rest.
///
/// @source Davis (2006), chapter 6; Eisenstat and Liu (1992), on symmetric pruning
public final class SparseLu {
  /// How much longer an indirect multiplication takes than one of the dense rest.
  private static final double INDIRECT = 6;

  private static final double TINY = 1e-13;

  private final int n;
  private final int dense;
  private final int[] start;
  private final int[] column;
  private final int[][] lower;
  private final int[][] upper;
  private final double[][] lowerValue;
  private final double[][] upperValue;
  private final double[] pivot;
  private final double[] work;
  private final double[] rest;
  private final DenseLu tail;

  private SparseLu(int n, int dense, int[] start, int[] column, int[][] lower, int[][] upper) {
    this.n = n;
    this.dense = dense;
    this.start = start;
    this.column = column;
    this.lower = lower;
    this.upper = upper;
    this.lowerValue = new double[n][];
    this.upperValue = new double[dense][];
    for (int i = 0; i < n; i++) {
      lowerValue[i] = new double[lower[i].length];
    }
    for (int i = 0; i < dense; i++) {
      upperValue[i] = new double[upper[i].length];
    }
    this.pivot = new double[dense];
    this.work = new double[n];
    this.rest = new double[n - dense];
    this.tail = new DenseLu(n - dense);
  }

  /// Finds the pattern of the factors.
  ///
  /// @param start shape `[n + 1]`, where each row's entries start in `column`
  /// @param column columns of the entries, every diagonal among them; kept, not copied
  /// @param most bytes the factors may take
  /// @return null if they would take more
  public static @Nullable SparseLu of(int[] start, int[] column, long most) {
    int n = start.length - 1;
    if (leastBytes(start, column) > most) {
      return null;
    }
    var lower = new int[n][];
    var upper = new int[n][];
    // How much of each upper row later rows still have to take up.
    var used = new int[n];
    var inColumn = new long[n];
    var pattern = new BitSet(n);
    long bytes = 0;
    for (int i = 0; i < n; i++) {
      pattern.clear();
      for (int e = start[i]; e < start[i + 1]; e++) {
        pattern.set(column[e]);
      }
      for (int k = pattern.nextSetBit(0); k < i; k = pattern.nextSetBit(k + 1)) {
        inColumn[k]++;
        for (int e = 0; e < used[k]; e++) {
          pattern.set(upper[k][e]);
        }
      }
      lower[i] = between(pattern, 0, i);
      upper[i] = between(pattern, i + 1, n);
      used[i] = upper[i].length;
      prune(i, lower[i], upper, used);
      bytes += 12L * (lower[i].length + upper[i].length);
      if (bytes > most) {
        return null;
      }
    }
    int dense = cheapest(n, inColumn, upper);
    if (8.0 * (n - dense) * (n - dense) > most) {
      return null;
    }
    for (int i = dense; i < n; i++) {
      int last = Arrays.binarySearch(lower[i], dense);
      lower[i] = Arrays.copyOf(lower[i], last < 0 ? -last - 1 : last);
    }
    return new SparseLu(n, dense, start, column, lower, Arrays.copyOf(upper, dense));
  }

  /// Returns a number of bytes below which the factors cannot stay, without finding their pattern:
  /// a row with an entry left of the diagonal takes up all that stands right of the diagonal in the
  /// row of that entry's column, and hands on what lies to its own right.
  ///
  /// @param start shape `[n + 1]`, where each row's entries start in `column`
  /// @param column columns of the entries
  public static long leastBytes(int[] start, int[] column) {
    int n = start.length - 1;
    // Entries right of the diagonal, at least.
    var right = new int[n];
    long entries = 0;
    for (int i = 0; i < n; i++) {
      int longest = 0;
      int handed = 0;
      for (int e = start[i]; e < start[i + 1]; e++) {
        if (column[e] > i) {
          right[i]++;
        } else if (column[e] < i) {
          longest = Math.max(longest, right[column[e]] - 1);
          handed = Math.max(handed, right[column[e]] - (i - column[e]));
        }
      }
      right[i] = Math.max(right[i], handed);
      entries += longest;
    }
    return 12 * entries;
  }

  /// Shortens upper rows that row `i` has taken up and that reach it: whatever lies further right
  /// in them, later rows get from row `i`.
  private static void prune(int i, int[] lower, int[][] upper, int[] used) {
    for (int k : lower) {
      if (used[k] == upper[k].length) {
        int at = Arrays.binarySearch(upper[k], i);
        used[k] = at < 0 ? used[k] : at + 1;
      }
    }
  }

  private static int[] between(BitSet pattern, int from, int to) {
    int count = 0;
    for (int c = pattern.nextSetBit(from); c >= 0 && c < to; c = pattern.nextSetBit(c + 1)) {
      count++;
    }
    var columns = new int[count];
    int at = 0;
    for (int c = pattern.nextSetBit(from); c >= 0 && c < to; c = pattern.nextSetBit(c + 1)) {
      columns[at++] = c;
    }
    return columns;
  }

  /// Finds the row from which on the rest is treated as dense.
  private static int cheapest(int n, long[] inColumn, int[][] upper) {
    double sparse = 0;
    double least = cube(n) / 3;
    int at = 0;
    for (int k = 0; k < n - 1; k++) {
      sparse += INDIRECT * (5 + inColumn[k] * (2.0 + upper[k].length));
      double cost = sparse + cube(n - k - 1) / 3;
      if (cost < least) {
        least = cost;
        at = k + 1;
      }
    }
    return at;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  /// Returns how many of the last rows are treated as dense.
  public int denseRows() {
    return n - dense;
  }

  /// Returns the bytes the factors take.
  public long bytes() {
    long bytes = 8L * (n - dense) * (n - dense);
    for (int[] row : lower) {
      bytes += 12L * row.length;
    }
    for (int[] row : upper) {
      bytes += 12L * row.length;
    }
    return bytes;
  }

  /// Factors a matrix of the pattern.
  ///
  /// @param value the entries, in the order of the pattern's columns
  /// @return the sign of the determinant, -1, 0 or 1; 0 if a pivot is 0 to working precision
  public int factor(double[] value) {
    int sign = 1;
    for (int i = 0; i < n; i++) {
      double size = 0;
      for (int e = start[i]; e < start[i + 1]; e++) {
        work[column[e]] = value[e];
        size = Math.max(size, Math.abs(value[e]));
      }
      eliminate(lower[i], lowerValue[i]);
      if (i >= dense) {
        System.arraycopy(work, dense, tail.row(i - dense), 0, n - dense);
        Arrays.fill(work, dense, n, 0);
        continue;
      }
      double head = work[i];
      work[i] = 0;
      for (int e = 0; e < upper[i].length; e++) {
        upperValue[i][e] = work[upper[i][e]];
        work[upper[i][e]] = 0;
      }
      if (!(Math.abs(head) > TINY * size) || !(Math.abs(head) < Double.POSITIVE_INFINITY)) {
        return 0;
      }
      sign = head < 0 ? -sign : sign;
      pivot[i] = 1 / head;
    }
    return sign * tail.factor();
  }

  private void eliminate(int[] columns, double[] factors) {
    for (int e = 0; e < columns.length; e++) {
      int k = columns[e];
      double factor = work[k] * pivot[k];
      work[k] = 0;
      factors[e] = factor;
      if (factor != 0) {
        int[] to = upper[k];
        double[] row = upperValue[k];
        for (int p = 0; p < to.length; p++) {
          work[to[p]] -= factor * row[p];
        }
      }
    }
  }

  /// Solves with the matrix factored last.
  ///
  /// @param x the right-hand side, shape `[n]`; receives the solution
  public void solve(double[] x) {
    for (int i = 0; i < n; i++) {
      double sum = x[i];
      for (int e = 0; e < lower[i].length; e++) {
        sum -= lowerValue[i][e] * x[lower[i][e]];
      }
      x[i] = sum;
    }
    System.arraycopy(x, dense, rest, 0, n - dense);
    tail.solve(rest);
    System.arraycopy(rest, 0, x, dense, n - dense);
    for (int i = dense - 1; i >= 0; i--) {
      double sum = x[i];
      for (int e = 0; e < upper[i].length; e++) {
        sum -= upperValue[i][e] * x[upper[i][e]];
      }
      x[i] = sum * pivot[i];
    }
  }
}
