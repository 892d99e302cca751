package org.servanda.engine.tree;

import org.servanda.engine.response.Exponential;

/// Choice probabilities at every information set and what follows from them: values of nodes,
/// beliefs, values of actions. All in scaled payoffs.
///
/// @source McKelvey and Palfrey (1998)
final class Play {
  private final CompiledTree tree;
  private final PathTerms terms;

  /// Natural logarithms of the choice probabilities, shape `[slots]`.
  final double[] logChoice;

  final double[] choice;

  /// Expected payoffs from each node on, shape `[nodes][players]`.
  final double[] value;

  /// Conditional probabilities of the members of the information sets, indexed as
  /// [CompiledTree#member].
  final double[] belief;

  /// Expected payoffs of actions given that their set is reached, shape `[slots]`.
  final double[] actionValue;

  Play(CompiledTree tree, PathTerms terms) {
    this.tree = tree;
    this.terms = terms;
    this.logChoice = new double[tree.slots];
    this.choice = new double[tree.slots];
    this.value = tree.payoff.clone();
    this.belief = new double[tree.firstMember[tree.sets]];
    this.actionValue = new double[tree.slots];
    for (int h = 0; h < tree.sets; h++) {
      if (!tree.chooses(h)) {
        choice[tree.offset[h]] = 1;
      }
    }
  }

  PathTerms terms() {
    return terms;
  }

  /// Sets the choice at `h` from the logarithms of odds against its first action.
  ///
  /// @param odds those of actions 1 to last, from index `at` on
  void choose(int h, double[] odds, int at) {
    int offset = tree.offset[h];
    int last = tree.actions[h] - 1;
    double highest = 0;
    for (int a = 0; a < last; a++) {
      highest = Math.max(highest, odds[at + a]);
    }
    logChoice[offset] = -highest;
    double sum = Exponential.exp(-highest);
    for (int a = 0; a < last; a++) {
      logChoice[offset + 1 + a] = odds[at + a] - highest;
      sum += Exponential.exp(odds[at + a] - highest);
    }
    double log = StrictMath.log(sum);
    for (int a = offset; a <= offset + last; a++) {
      logChoice[a] -= log;
      choice[a] = Exponential.exp(logChoice[a]);
    }
  }

  /// Sets the choice at `h` from probabilities.
  ///
  /// @param probability shape `[slots]`
  void choose(int h, double[] probability) {
    int offset = tree.offset[h];
    for (int s = offset; s < offset + tree.actions[h]; s++) {
      choice[s] = probability[s];
      logChoice[s] = probability[s] > 0 ? StrictMath.log(probability[s]) : NEVER;
    }
  }

  /// Stands for the logarithm of a probability of zero.
  private static final double NEVER = -1e4;

  /// Finds the value of a node whose successors have theirs.
  void evaluate(int v) {
    int from = tree.firstChild[v];
    int to = tree.firstChild[v + 1];
    if (from == to) {
      return;
    }
    int players = tree.players;
    int h = tree.set[v];
    double[] p = h >= 0 ? choice : tree.chance;
    int shift = h >= 0 ? tree.offset[h] - from : 0;
    for (int i = 0; i < players; i++) {
      double sum = 0;
      for (int e = from; e < to; e++) {
        sum += p[shift + e] * value[tree.child[e] * players + i];
      }
      value[v * players + i] = sum;
    }
  }

  /// Finds the belief at `h` from the choices above it.
  void believe(int h) {
    int from = tree.firstMember[h];
    int to = tree.firstMember[h + 1];
    if (to - from == 1) {
      belief[from] = 1;
      return;
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (int m = from; m < to; m++) {
      double sum = terms.nature[m];
      for (int e = terms.first[m]; e < terms.first[m + 1]; e++) {
        sum += logChoice[terms.slot[e]];
      }
      belief[m] = sum;
      highest = Math.max(highest, sum);
    }
    double total = 0;
    for (int m = from; m < to; m++) {
      belief[m] = Exponential.exp(belief[m] - highest);
      total += belief[m];
    }
    for (int m = from; m < to; m++) {
      belief[m] /= total;
    }
  }

  /// Finds the values of the actions at `h` from its belief and the values below.
  void weigh(int h) {
    int offset = tree.offset[h];
    int player = tree.player[h];
    for (int a = 0; a < tree.actions[h]; a++) {
      double sum = 0;
      for (int m = tree.firstMember[h]; m < tree.firstMember[h + 1]; m++) {
        int next = tree.child[tree.firstChild[tree.member[m]] + a];
        sum += belief[m] * value[next * tree.players + player];
      }
      actionValue[offset + a] = sum;
    }
  }

  /// Finds beliefs, values of nodes and of actions everywhere from the choices.
  void evaluateAll() {
    for (int v = tree.nodes - 1; v >= 0; v--) {
      evaluate(v);
    }
    for (int h = 0; h < tree.sets; h++) {
      believe(h);
      weigh(h);
    }
  }
}
