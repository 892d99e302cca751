package org.servanda.study.statistic;

import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.descriptive.Quantile;

/// How often and from which seed samples are drawn again.
///
/// Every purpose has its own stream, so that more draws for one change nothing for another, and
/// nothing depends on threads.
///
/// @param seed any number; the same seed gives the same bytes
/// @param bootstraps samples drawn with replacement for each interval, at least 20
/// @param permutations shuffles for each threshold, at least 20
/// @param level of the intervals, in (0, 1)
/// @source Efron and Tibshirani (1993), ch. 13 and 15
public record Resampling(long seed, int bootstraps, int permutations, double level) {

  private static final int LEAST = 20;

  /// What draws are made for.
  public enum Purpose {
    BOOTSTRAP,
    PERMUTATION,
    FOLDS,
    DESIGN
  }

  public Resampling {
    if (bootstraps < LEAST || permutations < LEAST) {
      throw new IllegalArgumentException(
          "bootstraps are %d and permutations %d, must be at least %d\nTry: 200"
              .formatted(bootstraps, permutations, LEAST));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level is %s, must be between 0 and 1\nTry: 0.9".formatted(level));
    }
  }

  /// {@return 200 bootstraps, 200 permutations and intervals of 90 %}
  public static Resampling of(long seed) {
    return new Resampling(seed, 200, 200, 0.9);
  }

  /// {@return the stream of draws for a purpose, at its beginning}
  public RandomGenerator stream(Purpose purpose) {
    var root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom").create(seed);
    var stream = root.split();
    for (int i = 0; i < purpose.ordinal(); i++) {
      stream = root.split();
    }
    return stream;
  }

  /// {@return the places of all bootstrap samples, shape `[bootstraps][size]`, from 0}
  ///
  /// @param size number of places, at least 1
  public int[][] bootstrapPlaces(int size) {
    var stream = stream(Purpose.BOOTSTRAP);
    var places = new int[bootstraps][size];
    for (var sample : places) {
      for (int i = 0; i < size; i++) {
        sample[i] = stream.nextInt(size);
      }
    }
    return places;
  }

  /// {@return orders of places, all equally likely, shape `[permutations][size]`, from 0}
  ///
  /// @param size number of places, at least 1
  public int[][] shuffles(int size) {
    var stream = stream(Purpose.PERMUTATION);
    var orders = new int[permutations][];
    for (int p = 0; p < permutations; p++) {
      orders[p] = shuffle(size, stream);
    }
    return orders;
  }

  /// {@return an order of places drawn from a stream, shape `[size]`, from 0}
  public static int[] shuffle(int size, RandomGenerator stream) {
    var order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = stream.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /// {@return the interval between the quantiles of bootstrap replicates}
  ///
  /// @param replicates shape `[bootstraps]`, finite; not changed
  public Interval percentiles(double[] replicates) {
    var ends =
        Quantile.withDefaults()
            .withCopy(true)
            .evaluate(replicates, (1 - level) / 2, (1 + level) / 2);
    return new Interval(ends[0], Math.max(ends[0], ends[1]), level);
  }

  /// {@return the spread of bootstrap replicates about their mean, moved to an estimate}
  ///
  /// Replicates of an estimator with bias carry that bias twice; their mean is taken out.
  ///
  /// @param estimate finite
  /// @param replicates shape `[bootstraps]`, finite; not changed
  public Interval around(double estimate, double[] replicates) {
    double mean = 0;
    for (double replicate : replicates) {
      mean += replicate / replicates.length;
    }
    var spread = percentiles(replicates);
    double shift = estimate - mean;
    return new Interval(spread.low() + shift, spread.high() + shift, level);
  }
}
