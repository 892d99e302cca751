package org.servanda.study.finding;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.jspecify.annotations.Nullable;

/// Where a measure lies in nine worlds of ten.
///
/// @param low five worlds in a hundred are below
/// @param middle half of the worlds are below
/// @param high five worlds in a hundred are above
/// @param worlds number of worlds it is read from, those solved
public record Band(double low, double middle, double high, int worlds) {
  /// Fewest worlds of which the outer quantiles can be told: one is expected beyond each.
  public static final int FEWEST = 20;

  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF8);

  /// {@return the band of the numbers that are not NaN; null if all are}
  ///
  /// Quantiles are nearly unbiased in the median whatever the distribution.
  ///
  /// @source Hyndman and Fan (1996), definition 8
  public static @Nullable Band of(double[] values) {
    double[] solved = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    if (solved.length == 0) {
      return null;
    }
    double[] quantiles = QUANTILE.evaluate(solved, 0.05, 0.5, 0.95);
    return new Band(quantiles[0], quantiles[1], quantiles[2], solved.length);
  }

  /// {@return whether there are too few worlds for the outer quantiles to be told}
  public boolean fromTooFew() {
    return worlds < FEWEST;
  }
}
