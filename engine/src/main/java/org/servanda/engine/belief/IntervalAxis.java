package org.servanda.engine.belief;

/// A uniform grid over the probability of the second of two types, with cubic Hermite
/// interpolation.
///
/// Node derivatives are finite differences on five points (fourth order; one-sided at the ends, on
/// fewer points when the grid has no more), so that the interpolant is continuously differentiable,
/// exact for cubics (for parabolas on three points, for lines on two), and of fourth order.
public final class IntervalAxis implements BeliefAxis {
  private final int intervals;
  private final double[][] slopes;
  private final int[] first;

  /// Makes a grid with `intervals + 1` points, 0 and 1 included.
  ///
  /// @param intervals at least 1
  public IntervalAxis(int intervals) {
    if (intervals < 1) {
      throw new IllegalArgumentException(
          "intervals is %d, must be at least 1\nTry: 10".formatted(intervals));
    }
    this.intervals = intervals;
    int nodes = intervals + 1;
    int width = Math.min(nodes, 5);
    this.slopes = new double[nodes][];
    this.first = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      first[i] = Math.max(0, Math.min(i - width / 2, nodes - width));
      slopes[i] = slope(width, i - first[i]);
    }
  }

  /// Coefficients of the derivative at point `i` of the interpolating polynomial on `width` points.
  private static double[] slope(int width, int i) {
    double[][] table =
        switch (width) {
          case 2 -> new double[][] {{-1, 1}, {-1, 1}, {1}};
          case 3 -> new double[][] {{-3, 4, -1}, {-1, 0, 1}, {1, -4, 3}, {2}};
          case 4 ->
              new double[][] {
                {-11, 18, -9, 2}, {-2, -3, 6, -1}, {1, -6, 3, 2}, {-2, 9, -18, 11}, {6}
              };
          default ->
              new double[][] {
                {-25, 48, -36, 16, -3},
                {-3, -10, 18, -6, 1},
                {1, -8, 0, 8, -1},
                {-1, 6, -18, 10, 3},
                {3, -16, 36, -48, 25},
                {12}
              };
        };
    var row = table[i].clone();
    for (int j = 0; j < row.length; j++) {
      row[j] /= table[width][0];
    }
    return row;
  }

  @Override
  public int nodes() {
    return intervals + 1;
  }

  @Override
  public int types() {
    return 2;
  }

  @Override
  public int reach() {
    return Math.min(nodes(), 6);
  }

  /// Returns the number of intervals.
  public int intervals() {
    return intervals;
  }

  /// Returns the probability of the second type at a grid point.
  public double at(int node) {
    return (double) node / intervals;
  }

  @Override
  public void belief(int node, double[] belief, int from) {
    belief[from + 1] = at(node);
    belief[from] = (double) (intervals - node) / intervals;
  }

  /// Writes the derivatives per interval of a function given at the grid points.
  ///
  /// The function is sampled at `f[base + node * stride]`; derivatives go to the same places of
  /// `d`, which must be another array.
  public void derivatives(double[] f, double[] d, int base, int stride) {
    int last = intervals;
    for (int i = 0; i <= last; i++) {
      double[] c = slopes[i];
      int centre = base + i * stride;
      int at = base + first[i] * stride;
      double sum = 0;
      for (int j = 0; j < c.length; j++) {
        sum += c[j] * (f[at + j * stride] - f[centre]);
      }
      d[centre] = sum;
    }
  }

  /// Writes the derivatives of functions on a grid of which this is one axis: `rows` of them, one
  /// for each point of the other axes, neighbors along this axis `stride` apart.
  public void derivativesOfGrid(double[] f, double[] d, int stride, int rows) {
    if (intervals == 2) {
      onThreePoints(f, d, stride, rows);
    } else if (stride == 1) {
      derivativesInRows(f, d, 0, rows);
    } else {
      int span = stride * (intervals + 1);
      for (int outer = 0; outer < rows / stride * span; outer += span) {
        derivativesOfRows(f, d, outer, stride);
      }
    }
  }

  private static void onThreePoints(double[] f, double[] d, int stride, int rows) {
    int low = 0;
    int inner = 0;
    for (int row = 0; row < rows; row++) {
      int middle = low + stride;
      int high = middle + stride;
      double up = f[middle] - f[low];
      double on = f[high] - f[middle];
      double all = f[high] - f[low];
      d[low] = 2 * up - 0.5 * all;
      d[middle] = 0.5 * on + 0.5 * up;
      d[high] = 2 * on - 0.5 * all;
      low++;
      inner++;
      if (inner == stride) {
        inner = 0;
        low = high + 1;
      }
    }
  }

  /// Writes the derivatives of `rows` functions at once, as [#derivatives(double[], double[], int,
  /// int)] does for each.
  ///
  /// Function `r` is sampled at `f[base + r + node * rows]`: neighbors in memory are different
  /// functions, which lets the inner loops run over contiguous numbers.
  public void derivativesOfRows(double[] f, double[] d, int base, int rows) {
    int last = intervals;
    if (last < 4) {
      for (int i = 0; i <= last; i++) {
        oneSided(f, d, base, i, rows);
      }
      return;
    }
    end(f, d, base, rows);
    besideEnd(f, d, base + rows, rows);
    for (int i = 2; i <= last - 2; i++) {
      central(f, d, base + i * rows, rows, rows);
    }
    besideEndBackwards(f, d, base + (last - 1) * rows, rows);
    endBackwards(f, d, base + last * rows, rows);
  }

  private static void end(double[] f, double[] d, int x0, int n) {
    for (int x = x0; x < x0 + n; x++) {
      double c = f[x];
      d[x] =
          (48 * (f[x + n] - c)
                  - 36 * (f[x + 2 * n] - c)
                  + 16 * (f[x + 3 * n] - c)
                  - 3 * (f[x + 4 * n] - c))
              * (1.0 / 12);
    }
  }

  private static void besideEnd(double[] f, double[] d, int x0, int n) {
    for (int x = x0; x < x0 + n; x++) {
      double c = f[x];
      d[x] =
          (-3 * (f[x - n] - c) + 18 * (f[x + n] - c) - 6 * (f[x + 2 * n] - c) + (f[x + 3 * n] - c))
              * (1.0 / 12);
    }
  }

  private static void besideEndBackwards(double[] f, double[] d, int x0, int n) {
    for (int x = x0; x < x0 + n; x++) {
      double c = f[x];
      d[x] =
          (3 * (f[x + n] - c) - 18 * (f[x - n] - c) + 6 * (f[x - 2 * n] - c) - (f[x - 3 * n] - c))
              * (1.0 / 12);
    }
  }

  private static void endBackwards(double[] f, double[] d, int x0, int n) {
    for (int x = x0; x < x0 + n; x++) {
      double c = f[x];
      d[x] =
          (-48 * (f[x - n] - c)
                  + 36 * (f[x - 2 * n] - c)
                  - 16 * (f[x - 3 * n] - c)
                  + 3 * (f[x - 4 * n] - c))
              * (1.0 / 12);
    }
  }

  private static void central(double[] f, double[] d, int x0, int n, int count) {
    for (int x = x0; x < x0 + count; x++) {
      d[x] = (8 * (f[x + n] - f[x - n]) - (f[x + 2 * n] - f[x - 2 * n])) * (1.0 / 12);
    }
  }

  private void oneSided(double[] f, double[] d, int base, int i, int rows) {
    double[] c = slopes[i];
    int centre = base + i * rows;
    int at = base + first[i] * rows;
    for (int r = 0; r < rows; r++) {
      d[centre + r] = 0;
    }
    for (int j = 0; j < c.length; j++) {
      double cj = c[j];
      int from = at + j * rows;
      for (int r = 0; r < rows; r++) {
        d[centre + r] += cj * (f[from + r] - f[centre + r]);
      }
    }
  }

  /// Writes the derivatives along rows that lie one after the other: function `r` is sampled at
  /// `f[base + r * nodes + node]`.
  public void derivativesInRows(double[] f, double[] d, int base, int rows) {
    int nodes = intervals + 1;
    if (intervals < 4) {
      for (int r = 0; r < rows; r++) {
        derivatives(f, d, base + r * nodes, 1);
      }
      return;
    }
    // Interior formula everywhere, rows ignored; the points near the ends are then done again.
    central(f, d, base + 2, 1, rows * nodes - 4);
    for (int row = base; row < base + rows * nodes; row += nodes) {
      ends(f, d, row, 1);
      ends(f, d, row + intervals, -1);
    }
  }

  /// The point at an end and the one beside it.
  private static void ends(double[] f, double[] d, int x, int n) {
    double f0 = f[x];
    double f1 = f[x + n];
    double f2 = f[x + 2 * n];
    double f3 = f[x + 3 * n];
    double f4 = f[x + 4 * n];
    double end = 48 * (f1 - f0) - 36 * (f2 - f0) + 16 * (f3 - f0) - 3 * (f4 - f0);
    double beside = 18 * (f2 - f1) - 3 * (f0 - f1) - 6 * (f3 - f1) + (f4 - f1);
    // Adding zero turns a negative zero into zero.
    d[x] = n * (end * (1.0 / 12)) + 0.0;
    d[x + n] = n * (beside * (1.0 / 12)) + 0.0;
  }

  @Override
  public int weights(double[] belief, int from, int[] node, double[] weight, int at) {
    double x = belief[from + 1] * intervals;
    int cell = Math.max(0, Math.min((int) x, intervals - 1));
    double s = x - cell;
    double r = 1 - s;
    return spread(
        cell, node, weight, at, r * r * (1 + 2 * s), s * s * (3 - 2 * s), s * r * r, -s * s * r);
  }

  /// Turns weights on values and derivatives at both ends of a cell into weights on grid points.
  private int spread(
      int cell,
      int[] node,
      double[] weight,
      int at,
      double value0,
      double value1,
      double slope0,
      double slope1) {
    int low = first[cell];
    int count = first[cell + 1] + slopes[cell + 1].length - low;
    for (int j = 0; j < count; j++) {
      node[at + j] = low + j;
      weight[at + j] = 0;
    }
    weight[at + cell - low] += value0;
    weight[at + cell + 1 - low] += value1;
    double[] c0 = slopes[cell];
    for (int j = 0; j < c0.length; j++) {
      weight[at + j] += slope0 * c0[j];
    }
    double[] c1 = slopes[cell + 1];
    int shift = first[cell + 1] - low;
    for (int j = 0; j < c1.length; j++) {
      weight[at + shift + j] += slope1 * c1[j];
    }
    return count;
  }

  @Override
  public int weightsAndGradient(
      double[] belief, int from, int[] node, double[] weight, double[] gradient) {
    double x = belief[from + 1] * intervals;
    int cell = Math.max(0, Math.min((int) x, intervals - 1));
    double s = x - cell;
    double bump = 6 * s * (1 - s);
    spread(
        cell,
        node,
        gradient,
        0,
        -bump * intervals,
        bump * intervals,
        (1 - s) * (1 - 3 * s) * intervals,
        s * (3 * s - 2) * intervals);
    return weights(belief, from, node, weight, 0);
  }
}
