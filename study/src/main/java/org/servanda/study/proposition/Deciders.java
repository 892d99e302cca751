package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.servanda.study.design.Seeds;
import org.servanda.study.proposition.Verdict.Decider;
import org.servanda.study.sensitivity.Driver;
import org.servanda.study.sensitivity.DriverSearch;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

/// Finds which estimates decide an effect.
///
/// Worlds of all accords are put together. So that differences between accords do not pass for
/// effects of estimates, effects are taken from their accord's mean, and estimates as shares of
/// their plausibility in their accord. Estimates that some accord lacks are left out.
final class Deciders {
  private static final int SHOWN = 2;

  private Deciders() {}

  /// {@return the strongest, at most two, of those told from estimates that do nothing}
  static List<Decider> of(List<Evidence> evidence, long seed) {
    var names = new LinkedHashSet<>(evidence.getFirst().shares().columns());
    evidence.forEach(e -> names.retainAll(e.shares().columns()));
    if (names.isEmpty()) {
      return List.of();
    }
    var columns = List.copyOf(names);
    var rows = new ArrayList<double[]>();
    var effects = new ArrayList<Double>();
    for (var one : evidence) {
      double mean =
          Mean.of(
                  one.effects().stream()
                      .mapToDouble(e -> e == null ? Double.NaN : e)
                      .filter(e -> !Double.isNaN(e))
                      .toArray())
              .getAsDouble();
      for (int w = 0; w < one.worlds(); w++) {
        Double effect = one.effects().get(w);
        if (effect != null) {
          rows.add(row(one.shares(), w, columns));
          effects.add(effect - mean);
        }
      }
    }
    var table = Table.of(columns, rows.toArray(double[][]::new));
    var output = effects.stream().mapToDouble(e -> e).toArray();
    var resampling = Resampling.of(Seeds.of(seed, "drivers", 0));
    return DriverSearch.drivers(table, output, resampling).told().stream()
        .filter(d -> d.delta().told())
        .limit(SHOWN)
        .map(d -> decider(d, table, output))
        .toList();
  }

  private static double[] row(Table shares, int world, List<String> columns) {
    var row = new double[columns.size()];
    Arrays.setAll(row, c -> shares.at(world, shares.indexOf(columns.get(c))));
    return row;
  }

  private static Decider decider(Driver driver, Table table, double[] output) {
    return new Decider(
        driver.column(),
        driver.delta().value(),
        driver.delta().interval().low(),
        driver.delta().interval().high(),
        correlation(table.column(driver.column()), output));
  }

  /// Shares of plausibility are spread evenly, so this is nearly a correlation with ranks.
  private static double correlation(double[] shares, double[] effects) {
    double share = Mean.of(shares).getAsDouble();
    double effect = Mean.of(effects).getAsDouble();
    double both = 0;
    double one = 0;
    double other = 0;
    for (int i = 0; i < shares.length; i++) {
      both += (shares[i] - share) * (effects[i] - effect);
      one += (shares[i] - share) * (shares[i] - share);
      other += (effects[i] - effect) * (effects[i] - effect);
    }
    return one > 0 && other > 0 ? both / Math.sqrt(one * other) : 0;
  }
}
