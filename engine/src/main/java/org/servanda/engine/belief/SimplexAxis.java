package org.servanda.engine.belief;

/// A grid over the beliefs about a player with three types or more, with linear interpolation on
/// the Freudenthal triangulation.
///
/// A belief `b` is carried to `y(j) = intervals * (b(j) + … + b(types - 1))`, `j = 1 … types - 1`,
/// a falling sequence between `intervals` and 0; grid points are the integer ones. The interpolant
/// is continuous, exact for linear functions and of second order; it has kinks.
///
/// @source Freudenthal (1942), the triangulation also called Kuhn's
public final class SimplexAxis implements BeliefAxis {
  private final int types;
  private final int intervals;
  private final int[][] points;
  private final long[][] choose;

  /// Makes a grid with `intervals` intervals along each edge.
  ///
  /// @param types at least 2
  /// @param intervals at least 1
  public SimplexAxis(int types, int intervals) {
    if (types < 2 || intervals < 1) {
      throw new IllegalArgumentException(
          "simplex grid for %d types with %d intervals: at least 2 types and 1 interval are needed\nTry: 8 intervals"
              .formatted(types, intervals));
    }
    this.types = types;
    this.intervals = intervals;
    int d = types - 1;
    this.choose = new long[intervals + d + 1][d + 1];
    for (int n = 0; n < choose.length; n++) {
      choose[n][0] = 1;
      for (int k = 1; k <= d && n > 0; k++) {
        choose[n][k] = choose[n - 1][k - 1] + choose[n - 1][k];
      }
    }
    this.points = new int[Math.toIntExact(choose[intervals + d][d])][d];
    fill(new int[d], 0);
  }

  /// Returns how many grid points there are, without making the grid.
  public static long nodes(int types, int intervals) {
    double count = 1;
    for (int j = 1; j < types; j++) {
      count = count * (intervals + j) / j;
    }
    return (long) Math.min(Math.rint(count), 1e15);
  }

  private void fill(int[] y, int j) {
    if (j == y.length) {
      System.arraycopy(y, 0, points[index(y)], 0, y.length);
      return;
    }
    int top = j == 0 ? intervals : y[j - 1];
    for (y[j] = 0; y[j] <= top; y[j]++) {
      fill(y, j + 1);
    }
    y[j] = 0;
  }

  /// Rank of a falling sequence among all of them.
  private int index(int[] y) {
    int d = types - 1;
    long rank = 0;
    for (int j = 0; j < d; j++) {
      rank += choose[y[j] + d - 1 - j][d - j];
    }
    return (int) rank;
  }

  @Override
  public int nodes() {
    return points.length;
  }

  @Override
  public int types() {
    return types;
  }

  @Override
  public int reach() {
    return types;
  }

  @Override
  public void belief(int node, double[] belief, int from) {
    int[] y = points[node];
    int above = intervals;
    for (int k = 0; k < types; k++) {
      int below = k < y.length ? y[k] : 0;
      belief[from + k] = (double) (above - below) / intervals;
      above = below;
    }
  }

  @Override
  public int weights(double[] belief, int from, int[] node, double[] weight, int at) {
    int d = types - 1;
    var y = new int[d];
    var fraction = new double[d];
    var order = new int[d];
    place(belief, from, y, fraction, order);
    node[at] = index(y);
    weight[at] = 1 - fraction[order[0]];
    for (int j = 0; j < d; j++) {
      y[order[j]]++;
      node[at + j + 1] = index(y);
      weight[at + j + 1] = fraction[order[j]] - (j + 1 < d ? fraction[order[j + 1]] : 0);
    }
    return types;
  }

  /// Finds the cell: integer parts, fractional parts, and coordinates by falling fraction, ties by
  /// index so that the sequence stays falling.
  private void place(double[] belief, int from, int[] y, double[] fraction, int[] order) {
    int d = types - 1;
    double tail = 0;
    for (int j = d - 1; j >= 0; j--) {
      tail += belief[from + j + 1];
      double scaled = Math.min(tail, 1) * intervals;
      // A cell is closed below: 1 lies in the last cell, not in one beyond it.
      y[j] = (int) Math.min(scaled, intervals - 1);
      fraction[j] = scaled - y[j];
    }
    for (int j = 0; j < d; j++) {
      int i = j;
      while (i > 0 && fraction[order[i - 1]] < fraction[j]) {
        order[i] = order[i - 1];
        i--;
      }
      order[i] = j;
    }
  }

  @Override
  public int weightsAndGradient(
      double[] belief, int from, int[] node, double[] weight, double[] gradient) {
    int d = types - 1;
    var order = new int[d];
    place(belief, from, new int[d], new double[d], order);
    // y(j) grows with the probability of every type from j + 1 on.
    for (int k = 0; k < d; k++) {
      for (int n = 0; n <= d; n++) {
        double rise = n > 0 && order[n - 1] <= k ? intervals : 0;
        double fall = n < d && order[n] <= k ? intervals : 0;
        gradient[k * types + n] = rise - fall;
      }
    }
    return weights(belief, from, node, weight, 0);
  }
}
