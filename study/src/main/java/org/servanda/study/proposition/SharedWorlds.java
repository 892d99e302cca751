package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Shares;
import org.servanda.study.design.Together;
import org.servanda.study.design.Uncertainties;
import org.servanda.study.design.Uncertainty;
import org.servanda.study.proposition.Staged.Play;
import org.servanda.study.proposition.Staged.Stage;
import org.servanda.study.table.Table;

/// The same worlds for all sides of a proposition in one accord.
///
/// Every estimate that any side rests on is drawn once per world, as a share of its plausibility;
/// each side reads the share off its own range. So what two sides have in common is equal in both,
/// and what a side fixes stays fixed in it. Draws follow roles: exchanging the parties of an accord
/// exchanges the worlds with them.
///
/// @param sides one table per side, one row per world; columns are keys of estimates
/// @param shares one row per world; columns are [names][RoleKeys], numbers shares in (0, 1),
///   counted from the challenger where they count from a principal
/// @param values as `shares`, in the estimates' own units, as the first side that has them reads
///   them
record SharedWorlds(List<Table> sides, Table shares, Table values) {
  /// Estimates that count from the first principal of the file: its strength over the second, and
  /// how often it moves first.
  private static final Set<String> TURNED = Set.of("balance.now", "balance.drift", "initiative");

  SharedWorlds {
    sides = List.copyOf(sides);
  }

  /// {@return the worlds of an accord}
  ///
  /// @param worlds how many, at least 1
  /// @param seed equal seeds give equal worlds
  static SharedWorlds of(Stage stage, int worlds, long seed) {
    var named = new ArrayList<Map<String, Uncertainty>>();
    var first = new TreeMap<String, Uncertainty>();
    for (var play : stage.sides()) {
      var side = named(stage, play);
      named.add(side);
      side.forEach(first::putIfAbsent);
    }
    var names = List.copyOf(first.keySet());
    var points = Shares.of(names, together(stage, named), Sampling.LATIN, worlds, seed);
    boolean turned = stage.roles().challengerIsSecond();
    var values = new double[worlds][names.size()];
    for (int w = 0; w < worlds; w++) {
      for (int n = 0; n < names.size(); n++) {
        var name = names.get(n);
        double drawn =
            drawn(first.getOrDefault(name, first.firstEntry().getValue()), points[w][n], turned);
        values[w][n] = turned ? turned(name, drawn) : drawn;
      }
    }
    var tables = new ArrayList<Table>();
    for (var side : named) {
      tables.add(table(side, names, points, turned));
    }
    return new SharedWorlds(tables, Table.of(names, points), Table.of(names, values));
  }

  /// {@return what moves together in some side, by name}
  private static List<Together> together(Stage stage, List<Map<String, Uncertainty>> named) {
    var groups = new ArrayList<Together>();
    for (int s = 0; s < named.size(); s++) {
      var names = new HashMap<String, String>();
      named.get(s).forEach((name, uncertainty) -> names.put(uncertainty.key(), name));
      var scenario = stage.sides().get(s).scenario();
      for (var group : Uncertainties.together(scenario, List.copyOf(named.get(s).values()))) {
        var keys = group.keys().stream().map(k -> names.getOrDefault(k, k)).toList();
        groups.add(new Together(keys, group.correlation()));
      }
    }
    return groups;
  }

  /// {@return what is uncertain in a side, by name}
  private static Map<String, Uncertainty> named(Stage stage, Play play) {
    var uncertainties =
        Uncertainties.of(
            play.scenario(),
            VariantSolver.estimates(play.scenario(), Collections.singletonList(play.agreement()))
                .values());
    var byKey = new HashMap<String, Uncertainty>();
    uncertainties.forEach(u -> byKey.put(u.key(), u));
    var named = new LinkedHashMap<String, Uncertainty>();
    RoleKeys.of(play.scenario(), stage.roles(), byKey.keySet().stream().sorted().toList())
        .forEach((key, name) -> {
          var uncertainty = byKey.get(key);
          if (uncertainty != null) {
            named.put(name, uncertainty);
          }
        });
    return named;
  }

  private static Table table(
      Map<String, Uncertainty> side, List<String> names, double[][] points, boolean turned) {
    var columns = new ArrayList<String>();
    var places = new ArrayList<Integer>();
    var read = new ArrayList<Uncertainty>();
    for (int n = 0; n < names.size(); n++) {
      var uncertainty = side.get(names.get(n));
      if (uncertainty != null) {
        columns.add(uncertainty.key());
        places.add(n);
        read.add(uncertainty);
      }
    }
    var rows = new double[points.length][columns.size()];
    for (int w = 0; w < rows.length; w++) {
      for (int c = 0; c < rows[w].length; c++) {
        rows[w][c] = drawn(read.get(c), points[w][places.get(c)], turned);
      }
    }
    return Table.of(columns, rows);
  }

  private static double drawn(Uncertainty uncertainty, double share, boolean turned) {
    boolean other = turned && TURNED.contains(uncertainty.key());
    return uncertainty.distribution().quantile(other ? 1 - share : share);
  }

  private static double turned(String name, double value) {
    return switch (name) {
      case "balance.now" -> 1 / value;
      case "balance.drift" -> -value;
      case "initiative" -> 1 - value;
      default -> value;
    };
  }
}
