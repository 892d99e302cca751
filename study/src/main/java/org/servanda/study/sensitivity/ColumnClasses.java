package org.servanda.study.sensitivity;

import java.util.Arrays;
import org.servanda.study.statistic.Classes;

/// One column's classes beside an output's, and what samples of worlds say of their dependence.
final class ColumnClasses {
  private final int[] fine;
  private final int[] coarse;
  private final int[] bins;
  private final double[] centered;
  private final int binCount;
  private final int[] cells;
  private final int[] cellsOfClass;
  private final int[] cellsOfBin;
  private final int[] counts;
  private final double[] sums;

  /// @param column one number per world
  /// @param bins classes of the output
  /// @param centered the output less its mean
  ColumnClasses(double[] column, Classes bins, double[] centered) {
    int n = column.length;
    var coarseClasses = Classes.of(column, coarse(n));
    var fineClasses = Classes.of(column, fine(n));
    this.coarse = coarseClasses.labels();
    this.fine = fineClasses.labels();
    this.bins = bins.labels();
    this.centered = centered;
    this.binCount = bins.count();
    this.cells = new int[coarseClasses.count() * binCount];
    this.cellsOfClass = new int[coarseClasses.count()];
    this.cellsOfBin = new int[binCount];
    this.counts = new int[fineClasses.count()];
    this.sums = new double[fineClasses.count()];
  }

  /// Classes of a column for the distance between distributions.
  static int coarse(int worlds) {
    return Math.clamp(Math.round(1.6 * Math.cbrt(worlds)), 4, 64);
  }

  /// Classes of an output.
  static int bins(int worlds) {
    return Math.clamp(Math.round(1.2 * Math.cbrt(worlds)), 4, 48);
  }

  /// Classes of a column for means: more, since a mean needs fewer worlds than a distribution.
  static int fine(int worlds) {
    return Math.clamp(Math.round(Math.sqrt(worlds)), 4, 64);
  }

  /// {@return the mean distance between the output's distribution within a class and over all}
  ///
  /// Half of `sum over m, k of | n(m, k) / n - n(m) n(k) / n^2 |`.
  ///
  /// @param inputs worlds whose classes are read, shape `[n]`
  /// @param outputs worlds whose outputs are read, shape `[n]`
  /// @source Plischke, Borgonovo and Smith (2013), with classes of the output for its density
  double distance(int[] inputs, int[] outputs) {
    Arrays.fill(cells, 0);
    Arrays.fill(cellsOfClass, 0);
    Arrays.fill(cellsOfBin, 0);
    int n = inputs.length;
    for (int i = 0; i < n; i++) {
      cells[coarse[inputs[i]] * binCount + bins[outputs[i]]]++;
    }
    for (int m = 0; m < cellsOfClass.length; m++) {
      for (int k = 0; k < binCount; k++) {
        cellsOfClass[m] += cells[m * binCount + k];
        cellsOfBin[k] += cells[m * binCount + k];
      }
    }
    double sum = 0;
    for (int m = 0; m < cellsOfClass.length; m++) {
      double weight = (double) cellsOfClass[m] / n;
      for (int k = 0; k < binCount; k++) {
        sum += Math.abs(cells[m * binCount + k] - weight * cellsOfBin[k]);
      }
    }
    return sum / (2.0 * n);
  }

  /// {@return the share of the output's variance between classes, less what chance puts there}
  ///
  /// Zero on average for a column that does nothing; can be slightly negative.
  ///
  /// @param inputs worlds whose classes are read, shape `[n]`
  /// @param outputs worlds whose outputs are read, shape `[n]`
  /// @source Kelley (1935); Plischke, Borgonovo and Smith (2013)
  double explained(int[] inputs, int[] outputs) {
    Arrays.fill(counts, 0);
    Arrays.fill(sums, 0);
    int n = inputs.length;
    double total = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double y = centered[outputs[i]];
      int m = fine[inputs[i]];
      counts[m]++;
      sums[m] += y;
      total += y;
      squares += y * y;
    }
    double between = -total * total / n;
    int classes = 0;
    for (int m = 0; m < counts.length; m++) {
      if (counts[m] > 0) {
        between += sums[m] * sums[m] / counts[m];
        classes++;
      }
    }
    double all = squares - total * total / n;
    if (!(all > 0) || classes >= n) {
      return 0;
    }
    return 1 - (1 - between / all) * (n - 1) / (n - classes);
  }
}
