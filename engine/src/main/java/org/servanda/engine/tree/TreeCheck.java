package org.servanda.engine.tree;

import java.util.HashMap;
import java.util.List;

/// Checks that players, information sets and nodes are a game.
final class TreeCheck {
  private static final double TOLERANCE = 1e-9;

  private TreeCheck() {}

  static void check(List<String> players, List<InformationSet> sets, List<TreeNode> nodes) {
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("a game has no nodes\nTry: an end with payoffs");
    }
    checkSets(players, sets);
    var used = new boolean[sets.size()];
    for (int v = 0; v < nodes.size(); v++) {
      switch (nodes.get(v)) {
        case TreeNode.Chance chance -> checkChance(v, chance);
        case TreeNode.Move move -> checkMove(v, move, sets, used);
        case TreeNode.End end -> checkEnd(v, end, players);
      }
    }
    for (int h = 0; h < used.length; h++) {
      if (!used[h]) {
        throw new IllegalArgumentException(
            "information set %s has no node, at least one is needed\nTry: leave it out"
                .formatted(sets.get(h).name()));
      }
    }
    checkTree(nodes);
  }

  private static void checkSets(List<String> players, List<InformationSet> sets) {
    var names = new HashMap<String, Integer>();
    for (int h = 0; h < sets.size(); h++) {
      var set = sets.get(h);
      if (set.player() >= players.size()) {
        throw new IllegalArgumentException(
            "player of information set %s is %d, must be from 0 to %d\nTry: a player that exists"
                .formatted(set.name(), set.player(), players.size() - 1));
      }
      Integer before = names.putIfAbsent(set.name(), h);
      if (before != null) {
        throw new IllegalArgumentException(
            "information sets %d and %d are both named %s\nTry: a name of its own for each"
                .formatted(before, h, set.name()));
      }
    }
  }

  private static void checkChance(int v, TreeNode.Chance chance) {
    int branches = chance.successors().size();
    if (branches == 0
        || chance.labels().size() != branches
        || chance.probabilities().size() != branches) {
      throw new IllegalArgumentException(
          """
          node %d (chance) has %d labels, %d probabilities and %d successors, must be as many of \
          each and at least one
          Try: one of each per branch\
          """
              .formatted(v, chance.labels().size(), chance.probabilities().size(), branches));
    }
    double sum = 0;
    for (int b = 0; b < branches; b++) {
      double p = chance.probabilities().get(b);
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "probability %d of node %d (chance) is %s, must be from 0 to 1\nTry: a probability"
                .formatted(b, v, p));
      }
      sum += p;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "probabilities of node %d (chance) sum to %s, must be 1 within %s\nTry: divide each by %s"
              .formatted(v, sum, TOLERANCE, sum));
    }
  }

  private static void checkMove(
      int v, TreeNode.Move move, List<InformationSet> sets, boolean[] used) {
    int h = move.informationSet();
    if (!(h >= 0 && h < sets.size())) {
      throw new IllegalArgumentException(
          "information set of node %d is %d, must be from 0 to %d\nTry: a set that was added"
              .formatted(v, h, sets.size() - 1));
    }
    used[h] = true;
    int actions = sets.get(h).actions().size();
    if (move.successors().size() != actions) {
      throw new IllegalArgumentException(
          """
          node %d has %d successors, must be %d, one per action of information set %s
          Try: the successors in the order of the actions\
          """
              .formatted(v, move.successors().size(), actions, sets.get(h).name()));
    }
  }

  private static void checkEnd(int v, TreeNode.End end, List<String> players) {
    if (end.payoffs().size() != players.size()) {
      throw new IllegalArgumentException(
          "node %d (end) has %d payoffs, must be %d, one per player\nTry: 0 for who gets nothing"
              .formatted(v, end.payoffs().size(), players.size()));
    }
    for (int i = 0; i < players.size(); i++) {
      if (!Double.isFinite(end.payoffs().get(i))) {
        throw new IllegalArgumentException(
            "payoff of %s at node %d is %s, must be finite\nTry: a large finite number"
                .formatted(players.get(i), v, end.payoffs().get(i)));
      }
    }
  }

  /// Every node but the root has one predecessor and can be reached.
  private static void checkTree(List<TreeNode> nodes) {
    int n = nodes.size();
    var follows = new int[n];
    for (int v = 0; v < n; v++) {
      for (int next : nodes.get(v).successors()) {
        if (!(next >= 0 && next < n)) {
          throw new IllegalArgumentException(
              "a successor of node %d is %d, must be from 0 to %d\nTry: a node that was added"
                  .formatted(v, next, n - 1));
        }
        if (next == 0) {
          throw new IllegalArgumentException(
              "node %d leads back to the root\nTry: a node of its own for every history"
                  .formatted(v));
        }
        if (follows[next] != 0) {
          throw new IllegalArgumentException(
              "node %d follows node %d and node %d, must follow one\nTry: a copy for each"
                  .formatted(next, follows[next] - 1, v));
        }
        follows[next] = v + 1;
      }
    }
    // With one predecessor each, whatever the root does not reach is cut off or on a cycle.
    var reached = new boolean[n];
    var open = new int[n];
    int size = 1;
    while (size > 0) {
      int v = open[--size];
      reached[v] = true;
      for (int next : nodes.get(v).successors()) {
        open[size++] = next;
      }
    }
    for (int v = 1; v < n; v++) {
      if (!reached[v]) {
        throw new IllegalArgumentException(
            "node %d cannot be reached from the root (%s)\nTry: leave it out or lead to it"
                .formatted(
                    v, follows[v] == 0 ? "nothing leads to it" : "it lies on or behind a cycle"));
      }
    }
  }
}
