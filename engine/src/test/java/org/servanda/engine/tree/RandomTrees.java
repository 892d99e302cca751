package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random extensive games with private types, hidden moves and chance, for properties that hold of
/// all.
final class RandomTrees {
  private final SplittableRandom random;
  private final int players;
  private final int types;
  private final ExtensiveGame.Builder builder;
  private final List<TreeNode> nodes = new ArrayList<>();
  private final List<InformationSet> sets = new ArrayList<>();

  private RandomTrees(long seed) {
    this.random = new SplittableRandom(seed);
    this.players = random.nextInt(2, 4);
    this.types = random.nextInt(1, 4);
    var names = new ArrayList<String>();
    for (int i = 0; i < players; i++) {
      names.add("player " + i);
    }
    this.builder = ExtensiveGame.builder(names);
  }

  /// A game in which nature draws a type of the first player, known to it alone, and then moves
  /// follow of which the next mover sees all, or nothing but that there was one.
  static ExtensiveGame of(long seed) {
    var trees = new RandomTrees(seed);
    int root = trees.reserve();
    var open = new ArrayList<Integer>();
    for (int t = 0; t < trees.types; t++) {
      open.add(trees.reserve());
    }
    trees.nodes.set(root, trees.chance(open));
    trees.grow(open, 0);
    trees.nodes.forEach(trees.builder::add);
    return trees.builder.build();
  }

  private int reserve() {
    nodes.add(new TreeNode.End(List.of()));
    return nodes.size() - 1;
  }

  private TreeNode.Chance chance(List<Integer> successors) {
    var labels = new ArrayList<String>();
    var weights = new ArrayList<Double>();
    double sum = 0;
    for (int next : successors) {
      labels.add("to " + next);
      weights.add(random.nextDouble(0.2, 1));
      sum += weights.getLast();
    }
    double total = sum;
    weights.replaceAll(w -> w / total);
    return new TreeNode.Chance(labels, weights, successors);
  }

  /// Fills nodes that have the same public history, one per type or per type and hidden move.
  private void grow(List<Integer> open, int depth) {
    if (depth == 3 || depth > 0 && random.nextInt(4) == 0) {
      for (int v : open) {
        var payoffs = new ArrayList<Double>();
        for (int i = 0; i < players; i++) {
          payoffs.add(random.nextDouble(-1, 1));
        }
        nodes.set(v, new TreeNode.End(payoffs));
      }
      return;
    }
    int mover = depth == 0 ? 0 : random.nextInt(players);
    int actions = random.nextInt(2, 4);
    boolean seen = random.nextBoolean();
    var after = new ArrayList<List<Integer>>();
    for (int a = 0; a < actions; a++) {
      after.add(new ArrayList<>());
    }
    int common = -1;
    for (int k = 0; k < open.size(); k++) {
      // At the first move the informed player tells its types apart.
      int set = depth == 0 || common < 0 ? set(mover, actions) : common;
      common = set;
      var successors = new ArrayList<Integer>();
      for (int a = 0; a < actions; a++) {
        int next = reserve();
        successors.add(next);
        after.get(seen ? a : 0).add(next);
      }
      nodes.set(open.get(k), new TreeNode.Move(set, successors));
    }
    for (var together : after) {
      if (!together.isEmpty()) {
        grow(together, depth + 1);
      }
    }
  }

  private int set(int mover, int actions) {
    var labels = new ArrayList<String>();
    for (int a = 0; a < actions; a++) {
      labels.add("a" + a);
    }
    var set = new InformationSet("set " + sets.size(), mover, labels);
    sets.add(set);
    return builder.informationSet(set);
  }

  /// The same game with payoffs `shift[player] + factor * payoff`.
  static ExtensiveGame withPayoffs(ExtensiveGame game, double factor, double[] shift) {
    var builder = ExtensiveGame.builder(game.players());
    game.informationSets().forEach(builder::informationSet);
    for (var node : game.nodes()) {
      if (node instanceof TreeNode.End(List<Double> payoffs)) {
        var other = new ArrayList<Double>();
        for (int i = 0; i < payoffs.size(); i++) {
          other.add(shift[i] + factor * payoffs.get(i));
        }
        builder.add(new TreeNode.End(other));
      } else {
        builder.add(node);
      }
    }
    return builder.build();
  }

  /// The same game with players, information sets and actions in reverse order.
  static ExtensiveGame reversed(ExtensiveGame game) {
    int players = game.players().size();
    int sets = game.informationSets().size();
    var builder = ExtensiveGame.builder(game.players().reversed());
    for (var set : game.informationSets().reversed()) {
      builder.informationSet(
          new InformationSet(set.name(), players - 1 - set.player(), set.actions().reversed()));
    }
    for (var node : game.nodes()) {
      builder.add(
          switch (node) {
            case TreeNode.Chance chance ->
                new TreeNode.Chance(
                    chance.labels().reversed(),
                    chance.probabilities().reversed(),
                    chance.successors().reversed());
            case TreeNode.Move(int h, List<Integer> successors) ->
                new TreeNode.Move(sets - 1 - h, successors.reversed());
            case TreeNode.End(List<Double> payoffs) -> new TreeNode.End(payoffs.reversed());
          });
    }
    return builder.build();
  }
}
