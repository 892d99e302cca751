package org.servanda.study.statistic;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/// Looks for pairs of columns that are not independent, by counts in the squares they span.
///
/// @source Pearson (1900)
final class Entanglement {

  /// Classes per column, a power of two: the parts that a Sobol' sequence fills evenly, or does
  /// not.
  private static final int CLASSES = 8;

  /// Fewest worlds expected per square for the test to be near its distribution.
  private static final int PER_SQUARE = 5;

  /// Chance finds any pair less often than this.
  private static final double SURE = 0.001;

  private final Classes[] classes;
  private final int size;

  Entanglement(double[][] columns) {
    this.size = columns[0].length;
    this.classes = Arrays.stream(columns).map(c -> Classes.of(c, CLASSES)).toArray(Classes[]::new);
  }

  /// {@return what is found, or null if chance explains it}
  ///
  /// @param names of the columns
  /// @param ranks centered ranks of the columns; pairs that go together by those are left out
  /// @param known rank correlation, in size, from which on a pair is known to go together
  @Nullable Caveat find(List<String> names, double[][] ranks, double known) {
    if (size < PER_SQUARE * CLASSES * CLASSES) {
      return null;
    }
    int pairs = classes.length * (classes.length - 1) / 2;
    int found = 0;
    double worst = 1;
    int column = 0;
    int with = 0;
    for (int c = 0; c < classes.length; c++) {
      for (int other = 0; other < c; other++) {
        double chance = chance(classes[c], classes[other]);
        if (chance * pairs < SURE && correlation(ranks[c], ranks[other]) < known) {
          found++;
          if (chance <= worst) {
            worst = chance;
            column = c;
            with = other;
          }
        }
      }
    }
    return found > 0 ? new Caveat.Entangled(found, names.get(column), names.get(with)) : null;
  }

  private static double correlation(double[] one, double[] two) {
    return Math.abs(Ranks.correlation(one, two));
  }

  private double chance(Classes one, Classes two) {
    int width = two.count();
    if (one.count() < 2 || width < 2) {
      return 1;
    }
    var counts = new int[one.count() * width];
    var ones = new int[one.count()];
    var twos = new int[width];
    for (int i = 0; i < size; i++) {
      counts[one.label(i) * width + two.label(i)]++;
      ones[one.label(i)]++;
      twos[two.label(i)]++;
    }
    double statistic = 0;
    for (int a = 0; a < ones.length; a++) {
      for (int b = 0; b < width; b++) {
        double expected = (double) ones[a] * twos[b] / size;
        double miss = counts[a * width + b] - expected;
        statistic += miss * miss / expected;
      }
    }
    double freedom = (ones.length - 1.0) * (width - 1);
    return ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
  }
}
