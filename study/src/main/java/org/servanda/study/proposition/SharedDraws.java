package org.servanda.study.proposition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Seeds;
import org.servanda.study.design.Together;

/// Draws shares of plausibility, some of which move together.
final class SharedDraws {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private SharedDraws() {}

  private record Factor(int dimension, double correlation) {}

  /// {@return shares in (0, 1), shape `[worlds][names]`}
  ///
  /// @param names what is drawn
  /// @param groups names that share one factor of a Gaussian copula; a name belongs to the first
  ///   group that has it
  static double[][] shares(List<String> names, List<Together> groups, int worlds, long seed) {
    var shares = new double[worlds][names.size()];
    if (names.isEmpty()) {
      return shares;
    }
    var factors = factors(names.size(), groups);
    var points =
        Sampling.SOBOL.points(worlds, names.size() + groups.size(), Seeds.of(seed, "worlds", 0));
    for (int w = 0; w < worlds; w++) {
      for (int n = 0; n < names.size(); n++) {
        var factor = factors.get(names.get(n));
        shares[w][n] = factor == null ? points[w][n] : together(points[w], n, factor);
      }
    }
    return shares;
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
