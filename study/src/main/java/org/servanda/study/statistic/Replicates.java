package org.servanda.study.statistic;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/// One index of every column: from the sample, from bootstrap samples, and with outputs shuffled.
///
/// Shuffles are common to all columns, so that the largest index of a sample in which no column
/// does anything is seen with its dependence.
///
/// @source Westfall and Young (1993), for the largest of several statistics
public final class Replicates {

  /// One in twenty samples without any driver may show one.
  private static final double SURE = 0.95;

  private final double[] plain;
  private final double[][] bootstraps;
  private final double[] idleMeans;
  private final double[] thresholds;

  /// Takes the statistic of every column.
  ///
  /// @param plain shape `[columns]`
  /// @param bootstraps shape `[columns][bootstraps]`
  /// @param shuffled shape `[columns][permutations]`
  public Replicates(double[] plain, double[][] bootstraps, double[][] shuffled) {
    this.plain = plain.clone();
    this.bootstraps = Arrays.stream(bootstraps).map(double[]::clone).toArray(double[][]::new);
    int columns = plain.length;
    int permutations = shuffled[0].length;
    this.idleMeans = new double[columns];
    var spreads = new double[columns];
    var largest = new double[permutations];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int c = 0; c < columns; c++) {
      idleMeans[c] = mean(shuffled[c]);
      spreads[c] = deviation(shuffled[c], idleMeans[c]);
      for (int p = 0; p < permutations && spreads[c] > 0; p++) {
        largest[p] = Math.max(largest[p], (shuffled[c][p] - idleMeans[c]) / spreads[c]);
      }
    }
    boolean any = largest[0] > Double.NEGATIVE_INFINITY;
    double bound = any ? Quantile.withDefaults().withCopy(true).evaluate(largest, SURE) : 0;
    this.thresholds = new double[columns];
    for (int c = 0; c < columns; c++) {
      thresholds[c] = idleMeans[c] + bound * spreads[c];
    }
  }

  /// {@return the index of a column in the sample itself}
  public double plain(int column) {
    return plain[column];
  }

  /// {@return a copy of a column's bootstrap replicates}
  public double[] bootstraps(int column) {
    return bootstraps[column].clone();
  }

  /// {@return what a column that does nothing gives on average}
  public double idleMean(int column) {
    return idleMeans[column];
  }

  /// {@return what the largest of columns that do nothing seldom exceeds, on this column's scale}
  public double threshold(int column) {
    return thresholds[column];
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
