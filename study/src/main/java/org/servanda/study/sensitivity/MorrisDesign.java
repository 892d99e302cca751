package org.servanda.study.sensitivity;

import java.util.List;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.Resampling.Purpose;
import org.servanda.study.table.Table;

/// Walks through a grid of the unit cube that change one column at a time.
///
/// Each walk has one more point than there are columns; every column is changed once, by the step,
/// in an order and a direction drawn by lot.
///
/// @source Morris (1991)
public final class MorrisDesign {
  private final List<String> columns;
  private final int walks;
  private final double step;
  private final Table points;
  private final int[][] moved;

  private MorrisDesign(List<String> columns, int walks, double step, Table points, int[][] moved) {
    this.columns = columns;
    this.walks = walks;
    this.step = step;
    this.points = points;
    this.moved = moved;
  }

  /// {@return a design of `walks * (columns + 1)` points}
  ///
  /// @param columns names, different, at least one
  /// @param walks from 2 to 1,000,000
  /// @param levels of the grid, even, from 2 to 100; the step is `levels / (2 (levels - 1))`
  /// @param seed of all draws
  /// @throws IllegalArgumentException if a bound is not kept
  public static MorrisDesign of(List<String> columns, int walks, int levels, long seed) {
    check("walks", walks, 2, 1_000_000, 20);
    check("levels", levels, 2, 100, 4);
    if (levels % 2 != 0) {
      throw new IllegalArgumentException(
          "levels are %d, must be even\nTry: %d".formatted(levels, levels + 1));
    }
    check("columns", columns.size(), 1, 10_000, 10);
    int d = columns.size();
    int half = levels / 2;
    var stream = Resampling.of(seed).stream(Purpose.DESIGN);
    var rows = new double[walks * (d + 1)][d];
    var moved = new int[walks][];
    for (int w = 0; w < walks; w++) {
      var levelOf = new int[d];
      var direction = new int[d];
      for (int c = 0; c < d; c++) {
        direction[c] = stream.nextBoolean() ? 1 : -1;
        levelOf[c] = stream.nextInt(half) + (direction[c] < 0 ? half : 0);
      }
      moved[w] = Resampling.shuffle(d, stream);
      for (int s = 0; s <= d; s++) {
        if (s > 0) {
          levelOf[moved[w][s - 1]] += half * direction[moved[w][s - 1]];
        }
        for (int c = 0; c < d; c++) {
          rows[w * (d + 1) + s][c] = levelOf[c] / (levels - 1.0);
        }
      }
    }
    double step = half / (levels - 1.0);
    return new MorrisDesign(List.copyOf(columns), walks, step, Table.of(columns, rows), moved);
  }

  private static void check(String what, int value, int low, int high, int usual) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s are %d, must be from %d to %d\nTry: %d".formatted(what, value, low, high, usual));
    }
  }

  /// {@return the points, each number in [0, 1], shape `[walks * (columns + 1)][columns]`}
  public Table points() {
    return points;
  }

  /// {@return the names of the columns}
  public List<String> columns() {
    return columns;
  }

  /// {@return the number of walks}
  public int walks() {
    return walks;
  }

  /// {@return how far a column is moved, as a share of its range of probability}
  public double step() {
    return step;
  }

  /// Writes the effect of each column in a walk: change of output per range; NaN where it is
  /// unknown.
  void effects(int walk, double[] output, double[] effects) {
    int from = walk * (columns.size() + 1);
    for (int s = 0; s < columns.size(); s++) {
      int column = moved[walk][s];
      double change = points.at(from + s + 1, column) - points.at(from + s, column);
      effects[column] = (output[from + s + 1] - output[from + s]) / change;
    }
  }
}
