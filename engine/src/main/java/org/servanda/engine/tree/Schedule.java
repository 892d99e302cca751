package org.servanda.engine.tree;

import java.util.Arrays;

/// The order in which nodes and explicit information sets are worked out once the choices at the
/// tied sets are known.
final class Schedule {
  private final CompiledTree tree;
  private final int[] sets;
  private final int[] firstNode;
  private final int[] node;

  /// @param sets explicit sets, each after all it depends on
  Schedule(CompiledTree tree, int[] sets) {
    this.tree = tree;
    this.sets = sets;
    this.firstNode = new int[sets.length + 2];
    this.node = new int[tree.nodes];
    var done = new boolean[tree.nodes];
    var stack = new int[tree.nodes];
    int filled = 0;
    for (int k = 0; k < sets.length; k++) {
      int h = sets[k];
      for (int m = tree.firstMember[h]; m < tree.firstMember[h + 1]; m++) {
        int v = tree.member[m];
        for (int e = tree.firstChild[v]; e < tree.firstChild[v + 1]; e++) {
          filled = below(tree.child[e], done, stack, filled);
        }
      }
      firstNode[k + 1] = filled;
    }
    filled = below(0, done, stack, filled);
    firstNode[sets.length + 1] = filled;
  }

  /// Adds the nodes from `top` on that are not yet done, successors first.
  private int below(int top, boolean[] done, int[] stack, int filled) {
    int from = filled;
    int size = 0;
    int count = filled;
    if (!done[top]) {
      stack[size++] = top;
    }
    while (size > 0) {
      int v = stack[--size];
      done[v] = true;
      node[count++] = v;
      for (int e = tree.firstChild[v]; e < tree.firstChild[v + 1]; e++) {
        if (!done[tree.child[e]]) {
          stack[size++] = tree.child[e];
        }
      }
    }
    // Preorder reversed has successors first.
    for (int i = from, j = count - 1; i < j; i++, j--) {
      int swap = node[i];
      node[i] = node[j];
      node[j] = swap;
    }
    return count;
  }

  /// Works everything out.
  ///
  /// @param lambda per unit of scaled payoff
  /// @param odds work space, as long as the largest number of actions
  void run(Play play, double lambda, double[] odds) {
    for (int k = 0; k < sets.length; k++) {
      for (int e = firstNode[k]; e < firstNode[k + 1]; e++) {
        play.evaluate(node[e]);
      }
      int h = sets[k];
      play.believe(h);
      play.weigh(h);
      int offset = tree.offset[h];
      for (int a = 1; a < tree.actions[h]; a++) {
        odds[a - 1] = lambda * (play.actionValue[offset + a] - play.actionValue[offset]);
      }
      play.choose(h, odds, 0);
    }
    for (int e = firstNode[sets.length]; e < firstNode[sets.length + 1]; e++) {
      play.evaluate(node[e]);
    }
  }

  /// Returns work space for the odds of one set.
  double[] odds() {
    return new double[Arrays.stream(tree.actions).max().orElse(1)];
  }
}
