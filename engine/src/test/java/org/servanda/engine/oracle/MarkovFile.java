package org.servanda.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import org.servanda.engine.markov.MarkovGame;
import tools.jackson.databind.JsonNode;

/// Reads the stochastic games of oracle cases.
final class MarkovFile {
  private MarkovFile() {}

  static MarkovGame game(JsonNode game) {
    var discount = new double[game.get("discount").size()];
    for (int i = 0; i < discount.length; i++) {
      discount[i] = OracleFile.number(game.get("discount").get(i));
    }
    var builder = MarkovGame.builder(strings(game.get("players")), discount);
    for (var state : game.get("states")) {
      var actions = new ArrayList<List<String>>();
      for (var labels : state.get("actions")) {
        actions.add(strings(labels));
      }
      builder.state(state.get("name").asString(), actions);
    }
    for (int s = 0; s < game.get("states").size(); s++) {
      for (var profile : game.get("states").get(s).get("profiles")) {
        var action = new int[discount.length];
        var payoffs = new double[discount.length];
        for (int i = 0; i < discount.length; i++) {
          action[i] = profile.get("a").get(i).asInt();
          payoffs[i] = OracleFile.number(profile.get("u").get(i));
        }
        int count = profile.get("next").size();
        var successors = new int[count];
        var probabilities = new double[count];
        for (int k = 0; k < count; k++) {
          successors[k] = profile.get("next").get(k).get(0).asInt();
          probabilities[k] = OracleFile.number(profile.get("next").get(k).get(1));
        }
        builder.profile(s, action, payoffs, successors, probabilities);
      }
    }
    return builder.build();
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(item -> strings.add(item.asString()));
    return strings;
  }
}
