package org.servanda.study.discovery;

/// Grows a tree by the split that lowers impurity most, node by node.
///
/// @source Breiman, Friedman, Olshen and Stone (1984), section 2.4
final class TreeGrower {
  private final double[][] columns;
  private final boolean[] cases;
  private final int depth;
  private final int leastLeaf;

  TreeGrower(double[][] columns, boolean[] cases, int depth, int leastLeaf) {
    this.columns = columns;
    this.cases = cases;
    this.depth = depth;
    this.leastLeaf = Math.max(1, leastLeaf);
  }

  /// @param orders the worlds to grow from, in ascending order of each column, shape
  ///   `[columns][worlds]`
  Grown grow(int[][] orders) {
    return grow(orders, 0);
  }

  private Grown grow(int[][] orders, int level) {
    int size = orders[0].length;
    int hits = 0;
    for (int world : orders[0]) {
      hits += cases[world] ? 1 : 0;
    }
    if (level == depth || hits == 0 || hits == size) {
      return new Grown(hits, size, null);
    }
    double best = 0;
    int bestColumn = -1;
    int bestCount = 0;
    for (int c = 0; c < orders.length; c++) {
      var order = orders[c];
      var column = columns[c];
      int below = 0;
      double last = column[order[0]];
      for (int i = 1; i <= size - leastLeaf; i++) {
        below += cases[order[i - 1]] ? 1 : 0;
        double next = column[order[i]];
        if (i >= leastLeaf && next > last) {
          double gain = gain(below, i, hits, size);
          if (gain > best) {
            best = gain;
            bestColumn = c;
            bestCount = i;
          }
        }
        last = next;
      }
    }
    if (bestColumn < 0) {
      return new Grown(hits, size, null);
    }
    double high = value(bestColumn, orders, bestCount);
    double cut = Cuts.between(value(bestColumn, orders, bestCount - 1), high, high);
    var below = grow(part(orders, bestColumn, cut, bestCount, Side.BELOW), level + 1);
    var above = grow(part(orders, bestColumn, cut, size - bestCount, Side.ABOVE), level + 1);
    return new Grown(hits, size, new Grown.Parting(bestColumn, cut, below, above));
  }

  private double value(int column, int[][] orders, int place) {
    return columns[column][orders[column][place]];
  }

  /// By how much the sum of squared errors falls: the product of the sizes of the sides times the
  /// squared difference of their shares, over the size; with one division.
  private static double gain(int below, int count, int hits, int size) {
    double excess = (double) below * size - (double) hits * count;
    return excess * excess / ((double) count * (size - count) * size);
  }

  private int[][] part(int[][] orders, int column, double cut, int count, Side side) {
    var parts = new int[orders.length][count];
    for (int c = 0; c < orders.length; c++) {
      int at = 0;
      for (int world : orders[c]) {
        if (columns[column][world] < cut == (side == Side.BELOW)) {
          parts[c][at++] = world;
        }
      }
    }
    return parts;
  }
}
