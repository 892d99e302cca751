package org.servanda.study.design;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moeaframework.core.PRNG;
import org.moeaframework.util.sequence.LatinHypercube;
import org.moeaframework.util.sequence.Saltelli;
import org.moeaframework.util.sequence.Sobol;
import org.moeaframework.util.sequence.Uniform;
import org.servanda.study.sensitivity.MorrisDesign;
import org.servanda.study.table.Table;

/// How points are spread over the unit cube.
public enum Sampling {
  /// Sobol's sequence: even in all low dimensions; the first points of a longer sample are those of
  /// a shorter one.
  SOBOL,
  /// A Latin hypercube: even in every dimension by itself.
  LATIN,
  /// Independent points.
  RANDOM,
  /// Pairs of points that differ in one dimension, for Sobol' indices of the first order and total;
  /// the number of points is a multiple of twice the number of dimensions plus two.
  SALTELLI,
  /// Walks that change one dimension at a time, for elementary effects; the number of points is a
  /// multiple of the number of dimensions plus one.
  MORRIS;

  /// The digits of a Sobol point that a shift can change.
  private static final int DIGITS = 32;

  /// The ends and thirds of every dimension.
  private static final int LEVELS = 4;

  /// {@return the word for it in commands and files}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return the constant with this word, or null if there is none}
  public static @Nullable Sampling named(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElse(null);
  }

  /// {@return whether worlds differ in one number from others, so that each must be free to move
  /// alone}
  public boolean changesOneByOne() {
    return switch (this) {
      case SOBOL, LATIN, RANDOM -> false;
      case SALTELLI, MORRIS -> true;
    };
  }

  /// {@return points of the unit cube, one per row}
  ///
  /// @param points at least 1
  /// @param dimensions at least 1
  /// @param seed equal seeds give equal points
  /// @throws IllegalArgumentException if this way of sampling needs another number of points
  public double[][] points(int points, int dimensions, long seed) {
    checkPoints(points, dimensions);
    var random = Seeds.random(seed);
    return switch (this) {
      case SOBOL -> shifted(new Sobol().generate(points, dimensions), random);
      case LATIN -> drawn(random, () -> new LatinHypercube().generate(points, dimensions));
      case RANDOM -> drawn(random, () -> new Uniform().generate(points, dimensions));
      case SALTELLI -> shifted(new Saltelli().generate(points, dimensions), random);
      case MORRIS -> rows(walks(numbered(dimensions), points, seed).points());
    };
  }

  /// {@return the walks whose points those of [#MORRIS] are}
  ///
  /// @param names of the dimensions, at least one
  /// @param points a multiple of the number of names plus one, for at least two walks
  /// @param seed equal seeds give equal walks
  /// @throws IllegalArgumentException if the number of points is another
  static MorrisDesign walks(List<String> names, int points, long seed) {
    MORRIS.checkPoints(points, names.size());
    return MorrisDesign.of(names, points / (names.size() + 1), LEVELS, seed);
  }

  private static List<String> numbered(int dimensions) {
    return IntStream.range(0, dimensions).mapToObj(String::valueOf).toList();
  }

  private static double[][] rows(Table points) {
    return IntStream.range(0, points.rows()).mapToObj(points::row).toArray(double[][]::new);
  }

  private void checkPoints(int points, int dimensions) {
    if (points < 1 || dimensions < 1) {
      throw new IllegalArgumentException(
          "%d points in %d dimensions, both must be at least 1\nTry: 1"
              .formatted(points, dimensions));
    }
    switch (this) {
      case SOBOL, LATIN, RANDOM -> {}
      case SALTELLI -> checkBlocks(points, dimensions, 2 * dimensions + 2, 1);
      case MORRIS -> checkBlocks(points, dimensions, dimensions + 1, 2);
    }
  }

  private void checkBlocks(int points, int dimensions, int block, int fewest) {
    if (points % block != 0 || points < fewest * block) {
      throw new IllegalArgumentException(
          "%d worlds do not make a %s design of %d uncertain numbers, which takes multiples of %d from %d on\nTry: %d"
              .formatted(
                  points,
                  word(),
                  dimensions,
                  block,
                  fewest * block,
                  Math.max(fewest, Math.round((double) points / block)) * block));
    }
  }

  private interface Generator {
    double[][] generate();
  }

  /// The library draws from one generator for the whole process.
  private static double[][] drawn(RandomGenerator random, Generator generator) {
    synchronized (Sampling.class) {
      PRNG.setRandom(Random.from(random));
      return generator.generate();
    }
  }

  /// A digital shift keeps the evenness of a sequence, and which of its numbers are equal, and
  /// makes it depend on the seed.
  ///
  /// @source Owen (1995); L'Ecuyer and Lemieux (2002), section 5
  private static double[][] shifted(double[][] points, RandomGenerator random) {
    var shifts = random.longs(points[0].length).toArray();
    double scale = Math.scalb(1.0, DIGITS);
    for (var point : points) {
      for (int d = 0; d < point.length; d++) {
        long digits = (long) (point[d] * scale) ^ (shifts[d] >>> DIGITS);
        point[d] = (digits + 0.5) / scale;
      }
    }
    return points;
  }
}
