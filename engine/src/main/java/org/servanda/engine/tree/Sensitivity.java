package org.servanda.engine.tree;

/// Derivatives of the values of actions with respect to the logarithms of the weights of actions,
/// choices being weights divided by their sum.
final class Sensitivity {
  private final CompiledTree tree;
  private final PathTerms terms;
  private final Play play;
  private final int[] column;
  private final int[] owner;
  private final double[] mass;

  /// @param column where the derivative for each slot is added, negative where it is not wanted
  Sensitivity(CompiledTree tree, PathTerms terms, Play play, int[] column) {
    this.tree = tree;
    this.terms = terms;
    this.play = play;
    this.column = column;
    this.owner = tree.owners();
    this.mass = new double[tree.nodes];
  }

  /// Adds the derivatives of the value of action `a` at `h` with respect to the odds everywhere.
  void add(int h, int a, double[] sum) {
    int player = tree.player[h];
    double here = play.actionValue[tree.offset[h] + a];
    for (int m = tree.firstMember[h]; m < tree.firstMember[h + 1]; m++) {
      int next = tree.child[tree.firstChild[tree.member[m]] + a];
      double weight = play.belief[m];
      if (weight == 0) {
        continue;
      }
      throughValues(next, weight, player, sum);
      double surplus = weight * (play.value[next * tree.players + player] - here);
      for (int e = terms.first[m]; e < terms.first[m + 1]; e++) {
        throughBelief(terms.slot[e], surplus, sum);
      }
    }
  }

  /// Later choices change the value of a node.
  private void throughValues(int top, double weight, int player, double[] sum) {
    int players = tree.players;
    mass[top] = weight;
    int stop = tree.end[top];
    for (int v = top; v < stop; v++) {
      int from = tree.firstChild[v];
      int to = tree.firstChild[v + 1];
      int h = tree.set[v];
      if (h == CompiledTree.END) {
        continue;
      }
      if (h == CompiledTree.CHANCE) {
        for (int e = from; e < to; e++) {
          mass[tree.child[e]] = mass[v] * tree.chance[e];
        }
        continue;
      }
      int offset = tree.offset[h];
      double value = play.value[v * players + player];
      for (int e = from; e < to; e++) {
        int next = tree.child[e];
        int slot = offset + e - from;
        double share = mass[v] * play.choice[slot];
        mass[next] = share;
        if (column[slot] >= 0) {
          sum[column[slot]] += share * (play.value[next * players + player] - value);
        }
      }
    }
  }

  /// Earlier choices change the belief: an action on the way to a node makes it likelier, the other
  /// actions there make it less likely.
  private void throughBelief(int slot, double surplus, double[] sum) {
    int h = owner[slot];
    int offset = tree.offset[h];
    for (int s = offset; s < offset + tree.actions[h]; s++) {
      if (column[s] >= 0) {
        sum[column[s]] += ((s == slot ? 1 : 0) - play.choice[s]) * surplus;
      }
    }
  }
}
