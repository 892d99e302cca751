package org.servanda.study.design;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

  /// @throws IllegalArgumentException if a key occurs twice, a group names an unknown one, or the
  ///   sampling changes estimates one by one and there are none or some move together
  public Design {
    uncertainties = List.copyOf(uncertainties);
    together = List.copyOf(together);
    if (sampling.changesOneByOne()) {
      checkOneByOne(uncertainties, together, sampling);
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

  private static void checkOneByOne(
      List<Uncertainty> uncertainties, List<Together> together, Sampling sampling) {
    if (uncertainties.isEmpty()) {
      throw new IllegalArgumentException(
          "a %s design needs uncertain estimates; there are none\nTry: another design"
              .formatted(sampling.word()));
    }
    if (!together.isEmpty()) {
      throw new IllegalArgumentException(
          "a %s design needs independent estimates; %s move together\nTry: another design"
              .formatted(sampling.word(), together.getFirst().keys()));
    }
  }

  /// {@return one row per world, one column per uncertainty, under its key}
  public Table sample() {
    var columns = uncertainties.stream().map(Uncertainty::key).toList();
    var rows = Shares.of(columns, together, sampling, worlds, seed);
    for (var row : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] = uncertainties.get(c).distribution().quantile(row[c]);
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
}
