package org.servanda.study.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.servanda.model.compile.StateOfTheWorld;
import org.servanda.study.table.Table;

/// Which worlds are looked at: uncertainties, what moves together, and how worlds are drawn.
///
/// @param uncertainties with different keys
/// @param together groups that share no key
/// @param sampling how worlds are spread
/// @param worlds how many, at least 1
/// @param seed of the sample
public record Design(
    List<Uncertainty> uncertainties,
    List<Together> together,
    Sampling sampling,
    int worlds,
    long seed) {

  /// @throws IllegalArgumentException if a key occurs twice, or a group names an unknown one
  public Design {
    uncertainties = List.copyOf(uncertainties);
    together = List.copyOf(together);
    if (sampling == Sampling.SALTELLI && !together.isEmpty()) {
      throw new IllegalArgumentException(
          "a saltelli design needs independent estimates; %s move together\nTry: another design"
              .formatted(together.getFirst().keys()));
    }
    var keys = new HashSet<String>();
    for (var uncertainty : uncertainties) {
      if (!keys.add(uncertainty.key())) {
        throw new IllegalArgumentException(
            "%s is uncertain twice\nTry: name it once".formatted(uncertainty.key()));
      }
    }
    var grouped = new HashSet<String>();
    for (var group : together) {
      for (String key : group.keys()) {
        if (!keys.contains(key) || !grouped.add(key)) {
          throw new IllegalArgumentException(
              "%s is %s\nTry: groups of uncertain estimates, each in one group"
                  .formatted(key, keys.contains(key) ? "in two groups" : "not uncertain"));
        }
      }
    }
  }

  /// {@return one row per world, one column per uncertainty, under its key}
  public Table sample() {
    var columns = uncertainties.stream().map(Uncertainty::key).toList();
    var rows = new double[worlds][columns.size()];
    int dimensions = columns.size() + together.size();
    if (dimensions > 0) {
      var points = sampling.points(worlds, dimensions, Seeds.of(seed, "worlds", 0));
      var factors = factors();
      for (int w = 0; w < worlds; w++) {
        for (int c = 0; c < columns.size(); c++) {
          rows[w][c] = value(points[w], c, factors);
        }
      }
    }
    return Table.of(columns, rows);
  }

  /// {@return the world of a row of a sample}
  ///
  /// @param sample its columns are keys of estimates
  /// @param row from 0
  public static StateOfTheWorld world(Table sample, int row) {
    var drawn = new HashMap<String, Double>();
    for (int c = 0; c < sample.columns().size(); c++) {
      drawn.put(sample.columns().get(c), sample.at(row, c));
    }
    return new StateOfTheWorld(drawn);
  }

  private record Factor(int dimension, double correlation) {}

  private Map<String, Factor> factors() {
    var factors = new HashMap<String, Factor>();
    for (int g = 0; g < together.size(); g++) {
      for (String key : together.get(g).keys()) {
        factors.put(key, new Factor(uncertainties.size() + g, together.get(g).correlation()));
      }
    }
    return factors;
  }

  private double value(double[] point, int column, Map<String, Factor> factors) {
    var uncertainty = uncertainties.get(column);
    var factor = factors.get(uncertainty.key());
    double share = point[column];
    if (factor != null) {
      var normal = NormalDistribution.of(0, 1);
      double score =
          Math.sqrt(factor.correlation())
                  * normal.inverseCumulativeProbability(point[factor.dimension()])
              + Math.sqrt(1 - factor.correlation()) * normal.inverseCumulativeProbability(share);
      share = normal.cumulativeProbability(score);
    }
    return uncertainty.distribution().quantile(share);
  }

  /// {@return the keys that move together with others}
  public List<String> correlated() {
    var keys = new ArrayList<String>();
    together.stream().filter(g -> g.correlation() > 0).forEach(g -> keys.addAll(g.keys()));
    return List.copyOf(keys);
  }
}
