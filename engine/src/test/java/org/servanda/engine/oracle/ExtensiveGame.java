package org.servanda.engine.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;
import tools.jackson.databind.JsonNode;

/// Turns an extensive game with public histories into a stochastic game of one period: a position
/// for every public history, simultaneous where the second mover does not see the first.
final class ExtensiveGame {
  /// Where an information set is in the stochastic game.
  record Place(int position, int mover, int player, int type) {}

  /// The game cannot be written with public beliefs.
  static final class NotExpressible extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotExpressible(String reason) {
      super(reason);
    }
  }

  private final JsonNode game;
  private final List<String> players = new ArrayList<>();
  private final List<List<String>> typeNames = new ArrayList<>();
  private final TypeSpace types;
  private final StochasticGame.Builder builder;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Integer> profileOf = new LinkedHashMap<>();

  final StochasticGame stochastic;

  ExtensiveGame(JsonNode game) {
    this.game = game;
    game.get("players").forEach(name -> players.add(name.asString()));
    var priors = new ArrayList<Belief>();
    for (String player : players) {
      var names = new ArrayList<String>();
      var prior = new ArrayList<Double>();
      JsonNode declared = game.path("types").path(player);
      for (var entry : declared.properties()) {
        names.add(entry.getKey());
        prior.add(OracleFile.number(entry.getValue()));
      }
      typeNames.add(names.isEmpty() ? List.of("") : names);
      priors.add(
          names.isEmpty()
              ? Belief.sure(1, 0)
              : Belief.of(prior.stream().mapToDouble(p -> p).toArray()));
    }
    this.types = TypeSpace.of(typeNames.stream().mapToInt(List::size).toArray());
    this.builder = StochasticGame.builder(types, 1);
    for (int i = 0; i < players.size(); i++) {
      builder.prior(i, priors.get(i)).precision(i, 0);
    }
    builder.root(convert(roots()));
    this.stochastic = builder.build();
  }

  Map<String, Place> places() {
    return places;
  }

  String player(int i) {
    return players.get(i);
  }

  /// Profile that a label of the root names.
  int profile(String label) {
    return profileOf.get(label);
  }

  List<String> labels() {
    return List.copyOf(profileOf.keySet());
  }

  /// The node of each type profile after nature has drawn the types.
  private int[] roots() {
    var nodes = new int[types.profiles()];
    if (types.profiles() == 1) {
      profileOf.put("", 0);
      return nodes;
    }
    JsonNode root = node(0);
    for (int c = 0; c < root.get("labels").size(); c++) {
      String label = root.get("labels").get(c).asString();
      int profile = profileNamed(label);
      profileOf.put(label, profile);
      nodes[profile] = root.get("to").get(c).asInt();
    }
    return nodes;
  }

  private int profileNamed(String label) {
    String[] parts = label.split("/");
    int profile = 0;
    int part = 0;
    for (int i = 0; i < players.size(); i++) {
      int type = types.informed(i) ? typeNames.get(i).indexOf(parts[part++]) : 0;
      profile = profile * types.types(i) + type;
    }
    return profile;
  }

  private JsonNode node(int id) {
    return game.get("nodes").get(id);
  }

  private JsonNode infoset(int id) {
    return game.get("infosets").get(node(id).get("infoset").asString());
  }

  private int convert(int[] nodes) {
    return switch (node(nodes[0]).get("kind").asString()) {
      case "end" -> builder.add(terminal(nodes));
      case "chance" -> builder.add(chance(nodes));
      case "move" -> move(nodes);
      default -> throw new AssertionError(node(nodes[0]));
    };
  }

  private Terminal terminal(int[] nodes) {
    var values = new ArrayList<double[]>();
    for (int i = 0; i < players.size(); i++) {
      int player = i;
      values.add(
          Arrays.stream(nodes)
              .mapToDouble(id -> OracleFile.number(node(id).get("payoffs").get(player)))
              .toArray());
    }
    return Terminal.byProfile(values);
  }

  private Chance chance(int[] nodes) {
    JsonNode first = node(nodes[0]);
    int n = first.get("to").size();
    var p = new double[n];
    var outcomes = new ArrayList<Outcome>();
    for (int o = 0; o < n; o++) {
      p[o] = OracleFile.number(first.get("probs").get(o));
      for (int id : nodes) {
        if (OracleFile.number(node(id).get("probs").get(o)) != p[o]) {
          throw new NotExpressible("chance depends on private types");
        }
      }
      outcomes.add(Outcome.to(convert(children(nodes, o))));
    }
    return Chance.of(outcomes, Lottery.of(p));
  }

  private int[] children(int[] nodes, int action) {
    return Arrays.stream(nodes).map(id -> node(id).get("to").get(action).asInt()).toArray();
  }

  private int move(int[] nodes) {
    int x = builder.reserve();
    int player = players.indexOf(infoset(nodes[0]).get("player").asString());
    place(nodes, x, 0, player);
    int actions = node(nodes[0]).get("to").size();
    if (!movesTogether(nodes[0])) {
      var outcomes = new ArrayList<Outcome>();
      var list = new ArrayList<Action>();
      for (int a = 0; a < actions; a++) {
        outcomes.add(Outcome.to(convert(children(nodes, a))));
        list.add(Action.sure(a, actions));
      }
      builder.define(x, new Decision(player, outcomes, list));
      return x;
    }
    int[] seconds = children(nodes, 0);
    int second = players.indexOf(infoset(seconds[0]).get("player").asString());
    int answers = node(seconds[0]).get("to").size();
    var outcomes = new ArrayList<Outcome>();
    var joint = new ArrayList<Lottery>();
    for (int a = 0; a < actions; a++) {
      place(children(nodes, a), x, 1, second);
      for (int b = 0; b < answers; b++) {
        joint.add(Lottery.sure(outcomes.size(), actions * answers));
        outcomes.add(Outcome.to(convert(children(children(nodes, a), b))));
      }
    }
    builder.define(
        x,
        new Simultaneous(
            List.of(Mover.of(player, actions), Mover.of(second, answers)), outcomes, joint));
    return x;
  }

  /// Whether all children of a move are in one information set of another player.
  private boolean movesTogether(int id) {
    JsonNode node = node(id);
    JsonNode first = node(node.get("to").get(0).asInt());
    if (!first.get("kind").asString().equals("move")) {
      return false;
    }
    for (JsonNode child : node.get("to")) {
      JsonNode next = node(child.asInt());
      if (!next.get("kind").asString().equals("move")
          || !next.get("infoset").asString().equals(first.get("infoset").asString())) {
        return false;
      }
    }
    return node.get("to").size() > 1;
  }

  private void place(int[] nodes, int x, int mover, int player) {
    for (int profile = 0; profile < nodes.length; profile++) {
      String name = node(nodes[profile]).get("infoset").asString();
      var place = new Place(x, mover, player, types.typeIn(profile, player));
      var before = places.putIfAbsent(name, place);
      if (before != null && !before.equals(place)) {
        throw new NotExpressible(
            "information set %s spans several public histories".formatted(name));
      }
    }
  }
}
