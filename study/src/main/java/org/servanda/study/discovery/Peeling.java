package org.servanda.study.discovery;

import java.util.ArrayList;
import java.util.List;

/// Peels a box from some worlds, a little off one side of one column at a time.
///
/// Of all sides the one is taken that gains most density per world given up; with columns of few
/// values, which must give up many worlds at a time, that is fairer than the largest density.
///
/// @source Friedman and Fisher (1999); Kwakkel and Jaxa-Rozen (2016) for the gain per world
final class Peeling {

  /// A box on the way.
  record Peeled(Bounds bounds, int hits, int worlds) {}

  private final double[][] columns;
  private final boolean[] cases;
  private final double peel;
  private final int leastWorlds;
  private final int[][] sorted;
  private final Bounds bounds;
  private int size;
  private int hits;

  private int bestColumn;
  private Side bestSide = Side.BELOW;
  private int bestRemoved;
  private int bestLost;

  /// @param sorted the worlds in ascending order of each column, shape `[columns][worlds]`; changed
  Peeling(double[][] columns, boolean[] cases, int[][] sorted, double peel, int leastWorlds) {
    this.columns = columns;
    this.cases = cases;
    this.sorted = sorted;
    this.peel = peel;
    this.leastWorlds = Math.max(1, leastWorlds);
    this.bounds = new Bounds(columns.length);
    this.size = sorted[0].length;
    for (int i = 0; i < size; i++) {
      hits += cases[sorted[0][i]] ? 1 : 0;
    }
  }

  /// All boxes, the widest, which bounds nothing, first.
  List<Peeled> trajectory() {
    var boxes = new ArrayList<Peeled>();
    boxes.add(new Peeled(new Bounds(bounds), hits, size));
    while (hits < size && findBest()) {
      remove();
      boxes.add(new Peeled(new Bounds(bounds), hits, size));
    }
    return boxes;
  }

  private boolean findBest() {
    double best = Double.NEGATIVE_INFINITY;
    double density = (double) hits / size;
    for (int c = 0; c < columns.length; c++) {
      for (var side : Side.values()) {
        int removed = removable(c, side);
        if (removed == 0 || size - removed < leastWorlds) {
          continue;
        }
        int lost = 0;
        for (int i = 0; i < removed; i++) {
          lost += cases[at(c, side, i)] ? 1 : 0;
        }
        double gain = ((double) (hits - lost) / (size - removed) - density) / removed;
        if (gain > best) {
          best = gain;
          bestColumn = c;
          bestSide = side;
          bestRemoved = removed;
          bestLost = lost;
        }
      }
    }
    return best > Double.NEGATIVE_INFINITY;
  }

  /// The world at a distance from one end of a column.
  private int at(int column, Side side, int distance) {
    return sorted[column][side == Side.BELOW ? distance : size - 1 - distance];
  }

  private double value(int column, Side side, int distance) {
    return columns[column][at(column, side, distance)];
  }

  /// How many worlds a cut takes off: the share to peel, less what would part equal values; at
  /// least all that share the outermost value; 0 if that is all.
  private int removable(int column, Side side) {
    int removed = Math.max(1, (int) (peel * size));
    if (removed >= size) {
      return 0;
    }
    double kept = value(column, side, removed);
    double outermost = value(column, side, 0);
    if (kept == outermost) {
      while (removed < size && value(column, side, removed) == outermost) {
        removed++;
      }
      return removed < size ? removed : 0;
    }
    while (value(column, side, removed - 1) == kept) {
      removed--;
    }
    return removed;
  }

  private void remove() {
    double outside = value(bestColumn, bestSide, bestRemoved - 1);
    double inside = value(bestColumn, bestSide, bestRemoved);
    if (bestSide == Side.BELOW) {
      bounds.low[bestColumn] = Cuts.between(outside, inside, inside);
    } else {
      bounds.high[bestColumn] = Cuts.between(inside, outside, inside);
    }
    for (var order : sorted) {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (bounds.admits(bestColumn, columns[bestColumn][order[i]])) {
          order[kept++] = order[i];
        }
      }
    }
    size -= bestRemoved;
    hits -= bestLost;
  }
}
