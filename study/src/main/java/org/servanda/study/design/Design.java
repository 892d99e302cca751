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
