package org.servanda.engine.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.InformationSet;
import org.servanda.engine.tree.TreeNode;
import tools.jackson.databind.JsonNode;

/// The tree of an oracle case, taken as it is.
final class TreeFile {
  final ExtensiveGame game;
  final Map<String, Integer> sets = new HashMap<>();
  private final boolean typed;
  private final Map<Integer, String> rootLabel = new HashMap<>();

  TreeFile(JsonNode file) {
    JsonNode json = file.get("game");
    this.typed = file.get("typed").asBoolean();
    var players = new ArrayList<String>();
    json.get("players").forEach(name -> players.add(name.asString()));
    var builder = ExtensiveGame.builder(players);
    for (var entry : json.get("infosets").properties()) {
      JsonNode set = entry.getValue();
      int number =
          builder.informationSet(
              new InformationSet(
                  entry.getKey(),
                  players.indexOf(set.get("player").asString()),
                  strings(set.get("actions"))));
      sets.put(entry.getKey(), number);
    }
    for (JsonNode node : json.get("nodes")) {
      builder.add(
          switch (node.get("kind").asString()) {
            case "chance" ->
                new TreeNode.Chance(
                    strings(node.get("labels")), numbers(node.get("probs")), to(node));
            case "move" -> new TreeNode.Move(sets.get(node.get("infoset").asString()), to(node));
            case "end" -> new TreeNode.End(numbers(node.get("payoffs")));
            default -> throw new AssertionError(node);
          });
    }
    this.game = builder.build();
    if (typed) {
      label((TreeNode.Chance) game.nodes().getFirst());
    }
  }

  private void label(TreeNode.Chance root) {
    for (int b = 0; b < root.labels().size(); b++) {
      var open = new ArrayList<Integer>(List.of(root.successors().get(b)));
      while (!open.isEmpty()) {
        int v = open.removeLast();
        rootLabel.put(v, root.labels().get(b));
        open.addAll(game.nodes().get(v).successors());
      }
    }
  }

  /// What the case calls a node in its beliefs.
  String label(int node) {
    return typed ? rootLabel.get(node) : Integer.toString(node);
  }

  private static List<String> strings(JsonNode list) {
    var strings = new ArrayList<String>();
    list.forEach(s -> strings.add(s.asString()));
    return strings;
  }

  private static List<Double> numbers(JsonNode list) {
    var numbers = new ArrayList<Double>();
    list.forEach(n -> numbers.add(OracleFile.number(n)));
    return numbers;
  }

  private static List<Integer> to(JsonNode node) {
    var to = new ArrayList<Integer>();
    node.get("to").forEach(n -> to.add(n.asInt()));
    return to;
  }
}
