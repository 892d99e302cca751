package org.servanda.study.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.servanda.study.sensitivity.MorrisDesign;

/// Draws shares of plausibility, some of which move together.
///
/// What moves together shares one factor of a Gaussian copula.
public final class Shares {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Shares() {}

  private record Factor(int dimension, double correlation) {}

  /// {@return shares in [0, 1], shape `[worlds][names]`}
  ///
  /// @param names what is drawn
  /// @param groups names that share one factor of a Gaussian copula; a name belongs to the first
  ///   group that has it
  /// @param sampling how worlds are spread
  /// @param worlds how many, at least 1
  /// @param seed of the study
  /// @throws IllegalArgumentException if the sampling needs another number of worlds
  public static double[][] of(
      List<String> names, List<Together> groups, Sampling sampling, int worlds, long seed) {
    var shares = new double[worlds][names.size()];
    if (names.isEmpty()) {
      return shares;
    }
    var factors = factors(names.size(), groups);
    var points = sampling.points(worlds, names.size() + groups.size(), stream(seed));
    for (int w = 0; w < worlds; w++) {
      for (int n = 0; n < names.size(); n++) {
        var factor = factors.get(names.get(n));
        shares[w][n] = factor == null ? points[w][n] : together(points[w], n, factor);
      }
    }
    return shares;
  }

  /// {@return the walks that the shares of a `morris` sample are}
  ///
  /// @param names what is drawn, at least one
  /// @param worlds how many
  /// @param seed of the study
  /// @throws IllegalArgumentException if no such sample has this number of worlds
  public static MorrisDesign walks(List<String> names, int worlds, long seed) {
    return Sampling.walks(names, worlds, stream(seed));
  }

  private static long stream(long seed) {
    return Seeds.of(seed, "worlds", 0);
  }

  private static Map<String, Factor> factors(int names, List<Together> groups) {
    var factors = new HashMap<String, Factor>();
    for (int g = 0; g < groups.size(); g++) {
      for (String key : groups.get(g).keys()) {
        factors.putIfAbsent(key, new Factor(names + g, groups.get(g).correlation()));
      }
    }
    return factors;
  }

  private static double together(double[] point, int name, Factor factor) {
    double common = NORMAL.inverseCumulativeProbability(point[factor.dimension()]);
    double own = NORMAL.inverseCumulativeProbability(point[name]);
    return NORMAL.cumulativeProbability(
        Math.sqrt(factor.correlation()) * common + Math.sqrt(1 - factor.correlation()) * own);
  }
}
