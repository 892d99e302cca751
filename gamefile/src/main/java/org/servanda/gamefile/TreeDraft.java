package org.servanda.gamefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.tree.TreeNode;

/// A tree that is told node by node in preorder, without recursion.
final class TreeDraft {
  private final int players;
  private final List<@Nullable TreeNode> nodes = new ArrayList<>();
  private final ArrayDeque<Open> open = new ArrayDeque<>();

  /// A node that waits for successors.
  private static final class Open {
    final int node;
    final int at;
    final int informationSet;
    final @Nullable List<String> labels;
    final @Nullable List<Double> probabilities;
    final Integer[] successors;
    final double[] earned;
    int filled;

    Open(
        int node,
        int at,
        int informationSet,
        @Nullable List<String> labels,
        @Nullable List<Double> probabilities,
        int actions,
        double[] earned) {
      this.node = node;
      this.at = at;
      this.informationSet = informationSet;
      this.labels = labels;
      this.probabilities = probabilities;
      this.successors = new Integer[actions];
      this.earned = earned;
    }

    TreeNode closed() {
      var next = Arrays.asList(successors);
      return labels == null || probabilities == null
          ? new TreeNode.Move(informationSet, next)
          : new TreeNode.Chance(labels, probabilities, next);
    }
  }

  TreeDraft(int players) {
    this.players = players;
  }

  /// How many nodes there are.
  int size() {
    return nodes.size();
  }

  /// Whether every action leads to a node.
  boolean complete() {
    return open.isEmpty() && !nodes.isEmpty();
  }

  /// The innermost node that waits for successors.
  int openNode() {
    return open.getFirst().node;
  }

  /// Byte where that node stands.
  int openAt() {
    return open.getFirst().at;
  }

  /// How many actions it has.
  int openActions() {
    return open.getFirst().successors.length;
  }

  /// How many of them have a node.
  int openFilled() {
    return open.getFirst().filled;
  }

  /// Adds a chance move.
  ///
  /// @param added payoffs earned here, null for none
  void chance(int at, List<String> labels, List<Double> probabilities, double @Nullable [] added) {
    var earned = arrive(added);
    open.push(new Open(nodes.size() - 1, at, 0, labels, probabilities, labels.size(), earned));
  }

  /// Adds a player's move.
  ///
  /// @param added payoffs earned here, null for none
  void move(int at, int informationSet, int actions, double @Nullable [] added) {
    var earned = arrive(added);
    open.push(new Open(nodes.size() - 1, at, informationSet, null, null, actions, earned));
  }

  /// Adds an end.
  ///
  /// @param added payoffs earned here, null for none
  void end(double @Nullable [] added) {
    var earned = arrive(added);
    nodes.set(nodes.size() - 1, new TreeNode.End(Arrays.stream(earned).boxed().toList()));
    while (!open.isEmpty() && open.getFirst().filled == open.getFirst().successors.length) {
      var done = open.pop();
      nodes.set(done.node, done.closed());
    }
  }

  private double[] arrive(double @Nullable [] added) {
    double[] earned;
    if (open.isEmpty()) {
      earned = new double[players];
    } else {
      var above = open.getFirst();
      above.successors[above.filled++] = nodes.size();
      earned = above.earned;
    }
    nodes.add(null);
    if (added == null) {
      return earned;
    }
    var sum = new double[players];
    Arrays.setAll(sum, i -> earned[i] + added[i]);
    return sum;
  }

  /// The nodes of a complete tree, in preorder.
  List<TreeNode> nodes() {
    if (!complete()) {
      throw new IllegalStateException("the tree is not complete");
    }
    return nodes.stream().map(n -> Objects.requireNonNull(n)).toList();
  }
}
