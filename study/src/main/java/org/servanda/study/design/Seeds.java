package org.servanda.study.design;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Streams of random numbers that no two purposes share.
public final class Seeds {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /// {@return a seed for one purpose, different for every purpose and replication}
  ///
  /// Different up to collisions of a 64-bit hash.
  ///
  /// @param seed of the study
  /// @param purpose such as `worlds`
  /// @param replication from 0
  public static long of(long seed, String purpose, long replication) {
    long hash = mix(seed);
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash ^ purpose.charAt(i));
    }
    return mix(mix(hash ^ purpose.length()) + GOLDEN * (replication + 1));
  }

  /// {@return a generator whose numbers depend on the seed alone}
  public static RandomGenerator random(long seed) {
    return FACTORY.create(seed);
  }

  /// The finalizer of SplitMix64, which is a permutation.
  ///
  /// @source Steele, Lea and Flood (2014)
  private static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
