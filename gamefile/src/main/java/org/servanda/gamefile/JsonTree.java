package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.InformationSet;
import org.servanda.engine.tree.TreeNode;

/// A game tree in JSON: what its keys say, and how it is put together.
final class JsonTree {
  private final GameDraft draft;
  private final Findings findings;
  private final int at;
  private final List<String> players;
  private final List<GameDraft.Node> nodes;
  private final Map<String, Integer> setNumbers = new HashMap<>();

  /// @param draft with players and nodes
  /// @param at byte of the game
  JsonTree(GameDraft draft, Findings findings, int at) {
    this.draft = draft;
    this.findings = findings;
    this.at = at;
    this.players = Objects.requireNonNull(draft.players);
    this.nodes = Objects.requireNonNull(draft.nodes);
  }

  /// Reads the value of a key of the game, if it is one of a tree.
  static boolean part(String key, JsonCursor json, GameDraft draft) {
    switch (key) {
      case "types" -> types(json, draft);
      case "infosets" ->
          json.object(
              "the list of information sets",
              name -> {
                var set = new GameDraft.Set(json.at());
                if (name.isEmpty()) {
                  json.findings().add(set.at, "an information set has an empty name", "", "a name");
                }
                json.object("an information set", member -> set(member, json, set));
                draft.sets.put(name, set);
                return true;
              });
      case "nodes" -> {
        var nodes = new ArrayList<GameDraft.Node>();
        json.array("the list of nodes", () -> nodes.add(node(nodes.size(), json)));
        draft.nodes = nodes;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void types(JsonCursor json, GameDraft draft) {
    var types = new HashMap<String, SequencedMap<String, Double>>();
    draft.typesAt = json.at();
    draft.types = types;
    json.object(
        "the types",
        player -> {
          int place = json.at();
          var prior = new LinkedHashMap<String, Double>();
          json.object(
              "the types of a player",
              type -> {
                prior.put(type, json.probability());
                return true;
              });
          double sum = prior.values().stream().mapToDouble(Double::doubleValue).sum();
          Bounds.sum(sum, place, "the types of " + Printable.shown(player), json.findings());
          types.put(player, prior);
          return true;
        });
  }

  private static boolean set(String key, JsonCursor json, GameDraft.Set set) {
    switch (key) {
      case "player" -> set.player = json.text("the player");
      case "actions" -> set.actions = json.texts("the actions");
      case "type" -> set.type = json.text("the type");
      case "public" -> json.text("the public history");
      default -> {
        return false;
      }
    }
    return true;
  }

  private static GameDraft.Node node(int number, JsonCursor json) {
    var node = new GameDraft.Node(json.at());
    if (number >= Bounds.NODES) {
      json.findings()
          .add(
              node.at,
              "the tree has more than %,d nodes".formatted(Bounds.NODES),
              null,
              "a smaller tree: what repeats can be a state of a stochastic game");
      throw new JsonCursor.Stop();
    }
    json.object(
        "a node",
        key -> {
          switch (key) {
            case "id" -> {
              int place = json.at();
              int id = json.whole("the id of a node", 0, Integer.MAX_VALUE);
              if (id != number) {
                json.findings()
                    .add(
                        place,
                        "the id of node %d is %d, bound: its place in the list, %d"
                            .formatted(number, id, number),
                        Integer.toString(id),
                        "the nodes in order, or no ids");
              }
            }
            case "kind" -> node.kind = json.text("the kind of a node");
            case "infoset" -> node.set = json.text("the information set of a node");
            case "to" -> node.to = json.wholes("the successors of a node", Integer.MAX_VALUE);
            case "labels" -> node.labels = json.texts("the labels of a node");
            case "probs" -> node.probabilities = json.probabilities();
            case "payoffs" -> node.payoffs = json.payoffs();
            default -> {
              return false;
            }
          }
          return true;
        });
    return node;
  }

  /// {@return the game, or null if findings say why there is none}
  @Nullable GameFile game() {
    var builder = ExtensiveGame.builder(players);
    sets(builder);
    if (nodes.isEmpty()) {
      findings.add(at, "the list of nodes is empty", null, "at least the root");
    }
    var used = new boolean[setNumbers.size()];
    var kinds = new ArrayList<TreeNode>(nodes.size());
    for (int v = 0; v < nodes.size() && !findings.full(); v++) {
      var node = node(v, used);
      if (node != null) {
        kinds.add(node);
      }
    }
    if (findings.none()) {
      new JsonShape(draft, nodes, kinds, findings).check();
      unused(used);
    }
    if (!findings.none()) {
      return null;
    }
    kinds.forEach(builder::add);
    boolean typed = draft.types != null && kinds.getFirst() instanceof TreeNode.Chance;
    return new GameFile.Tree(
        draft.title,
        builder.build(),
        typed ? GameFile.Beliefs.BY_ROOT_LABEL : GameFile.Beliefs.BY_NODE);
  }

  private void sets(ExtensiveGame.Builder builder) {
    for (var entry : draft.sets.entrySet()) {
      String name = entry.getKey();
      var set = entry.getValue();
      int player = set.player == null ? -1 : players.indexOf(set.player);
      if (player < 0) {
        findings.add(
            set.at,
            set.player == null
                ? "information set %s has no player".formatted(Printable.quoted(name))
                : "the player of information set %s is %s, bound: one of the players"
                    .formatted(Printable.quoted(name), Printable.quoted(set.player)),
            set.player,
            Printable.quoted(players.getFirst()));
        player = 0;
      }
      if (set.actions == null || set.actions.isEmpty()) {
        findings.add(
            set.at,
            "information set %s has no actions".formatted(Printable.quoted(name)),
            null,
            "\"actions\": [\"left\", \"right\"]");
      }
      if (findings.none()) {
        builder.informationSet(
            new InformationSet(name, player, Objects.requireNonNull(set.actions)));
      }
      setNumbers.put(name, setNumbers.size());
    }
  }

  private @Nullable TreeNode node(int v, boolean[] used) {
    var node = nodes.get(v);
    return switch (node.kind) {
      case "chance" -> chance(v, node);
      case "move" -> move(v, node, used);
      case "end" -> end(v, node);
      case null, default -> {
        findings.add(
            node.at,
            node.kind == null
                ? "node %d has no kind".formatted(v)
                : "the kind of node %d is %s, bound: chance, move or end"
                    .formatted(v, Printable.quoted(node.kind)),
            node.kind,
            "\"kind\": \"move\"");
        yield null;
      }
    };
  }

  private @Nullable TreeNode chance(int v, GameDraft.Node node) {
    if (node.labels == null || node.probabilities == null || node.to == null) {
      return lacks(v, node, "labels, probs and to");
    }
    int branches = node.to.length;
    if (branches == 0 || node.labels.size() != branches || node.probabilities.length != branches) {
      findings.add(
          node.at,
          "node %d has %d labels, %d probs and %d successors, bound: as many of each, and one"
              .formatted(v, node.labels.size(), node.probabilities.length, branches),
          null,
          "one of each per branch");
      return null;
    }
    Bounds.sum(Arrays.stream(node.probabilities).sum(), node.at, "node " + v, findings);
    if (node.set != null || node.payoffs != null) {
      extra(v, node, node.set != null ? "infoset" : "payoffs");
    }
    return new TreeNode.Chance(
        node.labels, Arrays.stream(node.probabilities).boxed().toList(), boxed(node.to));
  }

  private @Nullable TreeNode move(int v, GameDraft.Node node, boolean[] used) {
    if (node.set == null || node.to == null) {
      return lacks(v, node, "infoset and to");
    }
    Integer number = setNumbers.get(node.set);
    if (number == null) {
      findings.add(
          node.at,
          "the infoset of node %d is %s, bound: one of infosets"
              .formatted(v, Printable.quoted(node.set)),
          node.set,
          "the name of an information set, in the same letters");
      return null;
    }
    used[number] = true;
    var set = Objects.requireNonNull(draft.sets.get(node.set));
    int actions = set.actions == null ? 0 : set.actions.size();
    if (node.to.length != actions) {
      findings.contradiction(
          node.at,
          "node %d has %d successors, bound: %d, one per action of %s"
              .formatted(v, node.to.length, actions, Printable.quoted(node.set)),
          Integer.toString(node.to.length),
          "as many as the information set has actions",
          set.at);
      return null;
    }
    if (node.labels != null || node.probabilities != null || node.payoffs != null) {
      extra(v, node, node.payoffs != null ? "payoffs" : "labels or probs");
    }
    return new TreeNode.Move(number, boxed(node.to));
  }

  private @Nullable TreeNode end(int v, GameDraft.Node node) {
    if (node.payoffs == null) {
      return lacks(v, node, "payoffs");
    }
    if (node.payoffs.length != players.size()) {
      findings.add(
          node.at,
          "node %d has %d payoffs, bound: %d, one per player"
              .formatted(v, node.payoffs.length, players.size()),
          Integer.toString(node.payoffs.length),
          "as many payoffs as there are players");
    }
    if (node.to != null || node.set != null || node.labels != null) {
      extra(v, node, node.to != null ? "to" : "infoset or labels");
    }
    return new TreeNode.End(Arrays.stream(node.payoffs).boxed().toList());
  }

  private @Nullable TreeNode lacks(int v, GameDraft.Node node, String keys) {
    findings.add(
        node.at,
        "node %d is of kind %s, which needs %s".formatted(v, node.kind, keys),
        null,
        "all of these keys");
    return null;
  }

  private void extra(int v, GameDraft.Node node, String key) {
    findings.add(
        node.at,
        "node %d is of kind %s and has %s".formatted(v, node.kind, key),
        key,
        "another kind, or without it");
  }

  private void unused(boolean[] used) {
    draft.sets.forEach((name, set) -> {
      if (!used[Objects.requireNonNull(setNumbers.get(name))]) {
        findings.add(
            set.at,
            "information set %s has no node".formatted(Printable.quoted(name)),
            name,
            "a node, or without it");
      }
    });
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
