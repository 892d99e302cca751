package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.tree.AgentLogitEquilibrium;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.AgentLogitSearch;
import org.servanda.engine.tree.AgentLogitSearchOutcome.Found;
import org.servanda.engine.tree.AgentLogitSearchOutcome.Knowledge;
import org.servanda.gamefile.GameFile;

/// Further equilibria of a tree at one precision, and what is known of those not found.
final class TreeSearch {
  private static final int STARTS = 40;
  private static final long SEED = 1;

  private final TreeJson json;
  private final Found search;

  private TreeSearch(TreeJson json, Found search) {
    this.json = json;
    this.search = search;
  }

  /// Searches a game that was solved before, and so is not too large.
  static TreeSearch of(
      GameFile.Tree file, TreeJson json, double lambda, AgentLogitOptions options) {
    var outcome = AgentLogitSearch.search(file.game(), lambda, STARTS, SEED, options);
    return new TreeSearch(json, outcome.orThrow());
  }

  /// Meetings of the principal branch with the precision, in order.
  List<AgentLogitEquilibrium> meetings() {
    return search.equilibria().stream().filter(e -> e.crossing() > 0).toList();
  }

  /// Equilibria that are not on the principal branch.
  List<AgentLogitEquilibrium> others() {
    return search.equilibria().stream().filter(e -> e.crossing() == 0).toList();
  }

  /// Adds what was found to a result.
  void addTo(SequencedMap<String, @Nullable Object> entry) {
    var others = new ArrayList<SequencedMap<String, @Nullable Object>>();
    int sum = 0;
    for (int k = 0; k < search.equilibria().size(); k++) {
      var one = search.equilibria().get(k);
      int index = search.indices().get(k);
      sum += index;
      if (one.crossing() == 0) {
        others.add(
            object(
                "strategies", json.byAction(one::probability),
                "values", json.values(new TreePlay.AtPrecision(one)),
                "index", index,
                "residual", one.residual()));
      }
    }
    entry.put("other_equilibria", others);
    entry.put(
        "search",
        object(
            "starts",
            search.starts(),
            "converged",
            search.starts() - search.broken(),
            "index_sum",
            sum,
            "proved_unique",
            search.knowledge() == Knowledge.ONLY_ONE,
            "guarantee",
            guarantee()));
  }

  /// What is known, in one line without a period.
  String guarantee() {
    int found = search.equilibria().size();
    return switch (search.knowledge()) {
      case ONLY_ONE -> "the only equilibrium: choices follow one from another";
      case INDICES_ADD_UP ->
          "%d found from %d starts; their indices add up to 1 as all must, which does not exclude further pairs"
              .formatted(found, search.starts());
      case SOME_MISSING ->
          "%d found from %d starts; their indices do not add up to 1: some are missing, or one is singular"
              .formatted(found, search.starts());
    };
  }
}
