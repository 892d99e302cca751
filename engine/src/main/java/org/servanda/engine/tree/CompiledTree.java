package org.servanda.engine.tree;

import java.util.Arrays;
import java.util.List;

/// A game as flat arrays, nodes renumbered in preorder, payoffs moved and scaled to a range of one.
///
/// Numbers from here on are positions in preorder: the nodes below `v` are `v + 1` to `end[v] - 1`.
/// Every action of every information set has a slot, `offset[h] + a`.
final class CompiledTree {
  /// Stands for the logarithm of a chance of zero: unlikelier than anything, and still comparable.
  private static final double NEVER = -1e4;

  /// Information set of nodes where nature moves.
  static final int CHANCE = -1;

  /// Information set of ends.
  static final int END = -2;

  final int players;
  final int nodes;
  final int sets;
  final int slots;

  /// Number that each node has in the game.
  final int[] original;

  final int[] parent;

  /// Which successor of its parent a node is.
  final int[] branch;

  final int[] end;

  /// Information set of each node, [#CHANCE] or [#END].
  final int[] set;

  final int[] firstChild;
  final int[] child;

  /// Probability and its logarithm of the successors of chance nodes, indexed as [#child].
  final double[] chance;

  final double[] logChance;

  /// Scaled payoffs, shape `[nodes][players]`, zero but at ends.
  final double[] payoff;

  final int[] player;
  final int[] offset;
  final int[] actions;
  final int[] firstMember;
  final int[] member;

  /// Payoffs are `shift + range * scaled`.
  final double[] shift;

  final double range;

  CompiledTree(ExtensiveGame game) {
    this.players = game.players().size();
    this.nodes = game.nodes().size();
    this.sets = game.informationSets().size();
    this.original = new int[nodes];
    this.parent = new int[nodes];
    this.branch = new int[nodes];
    this.end = new int[nodes];
    this.set = new int[nodes];
    this.firstChild = new int[nodes + 1];
    this.child = new int[Math.max(0, nodes - 1)];
    this.chance = new double[child.length];
    this.logChance = new double[child.length];
    this.payoff = new double[nodes * players];
    this.shift = new double[players];
    this.range = payoffRange(game.nodes());
    this.player = new int[sets];
    this.offset = new int[sets];
    this.actions = new int[sets];
    int slot = 0;
    for (int h = 0; h < sets; h++) {
      var information = game.informationSets().get(h);
      player[h] = information.player();
      offset[h] = slot;
      actions[h] = information.actions().size();
      slot += actions[h];
    }
    this.slots = slot;
    number(game.nodes());
    for (int v = 0; v < nodes; v++) {
      copy(v, game.nodes().get(original[v]));
    }
    this.firstMember = new int[sets + 1];
    this.member = new int[nodes];
    collectMembers();
  }

  private double payoffRange(List<TreeNode> list) {
    double largest = 0;
    for (int i = 0; i < players; i++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (var node : list) {
        if (node instanceof TreeNode.End(List<Double> payoffs)) {
          low = Math.min(low, payoffs.get(i));
          high = Math.max(high, payoffs.get(i));
        }
      }
      // Small payoffs among large ones keep their digits unless all are far from zero.
      shift[i] = low > 0 ? low : high < 0 ? high : 0;
      largest = Math.max(largest, high / 2 - low / 2);
    }
    // Half the range first, so that payoffs near the largest number do not overflow.
    return largest > 0 ? 2 * Math.min(largest, Double.MAX_VALUE / 2) : 1;
  }

  private void number(List<TreeNode> list) {
    var stack = new int[nodes];
    var above = new int[nodes];
    var which = new int[nodes];
    int size = 1;
    int next = 0;
    while (size > 0) {
      size--;
      int id = stack[size];
      int v = next++;
      original[v] = id;
      parent[v] = above[size];
      branch[v] = which[size];
      List<Integer> successors = list.get(id).successors();
      for (int b = successors.size() - 1; b >= 0; b--) {
        stack[size] = successors.get(b);
        above[size] = v;
        which[size] = b;
        size++;
      }
    }
    int filled = 0;
    for (int v = 0; v < nodes; v++) {
      firstChild[v] = filled;
      filled += list.get(original[v]).successors().size();
      end[v] = v + 1;
    }
    firstChild[nodes] = filled;
    for (int v = nodes - 1; v > 0; v--) {
      child[firstChild[parent[v]] + branch[v]] = v;
      end[parent[v]] = Math.max(end[parent[v]], end[v]);
    }
  }

  private void copy(int v, TreeNode node) {
    switch (node) {
      case TreeNode.Move(int h, List<Integer> _) -> set[v] = h;
      case TreeNode.Chance(List<String> _, List<Double> probabilities, List<Integer> _) -> {
        set[v] = CHANCE;
        double sum = 0;
        for (double p : probabilities) {
          sum += p;
        }
        for (int b = 0; b < probabilities.size(); b++) {
          double p = probabilities.get(b) / sum;
          chance[firstChild[v] + b] = p;
          logChance[firstChild[v] + b] = p > 0 ? StrictMath.log(p) : NEVER;
        }
      }
      case TreeNode.End(List<Double> payoffs) -> {
        set[v] = END;
        for (int i = 0; i < players; i++) {
          payoff[v * players + i] = payoffs.get(i) / range - shift[i] / range;
        }
      }
    }
  }

  private void collectMembers() {
    for (int v = 0; v < nodes; v++) {
      if (set[v] >= 0) {
        firstMember[set[v] + 1]++;
      }
    }
    for (int h = 0; h < sets; h++) {
      firstMember[h + 1] += firstMember[h];
    }
    int[] next = firstMember.clone();
    for (int v = 0; v < nodes; v++) {
      if (set[v] >= 0) {
        member[next[set[v]]++] = v;
      }
    }
  }

  /// Whether `h` is an information set with several actions; not so [#CHANCE] and [#END].
  boolean chooses(int h) {
    return h >= 0 && actions[h] > 1;
  }

  /// Returns the information set of each slot.
  int[] owners() {
    var owners = new int[slots];
    for (int h = 0; h < sets; h++) {
      Arrays.fill(owners, offset[h], offset[h] + actions[h], h);
    }
    return owners;
  }

  /// Returns the payoff that a scaled one stands for.
  double raw(int i, double scaled) {
    return shift[i] + range * scaled;
  }
}
