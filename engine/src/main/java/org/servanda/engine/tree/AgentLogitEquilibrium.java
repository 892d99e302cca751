package org.servanda.engine.tree;

/// An agent logit equilibrium: in every information set the choice probabilities are the softmax of
/// precision times the expected payoffs of the actions given that the set is reached, beliefs by
/// Bayes' rule.
///
/// Values and payoffs are in the game's utility and do not include the logit noise term. Indexed by
/// the numbers of players, information sets, actions and members in [ExtensiveGame].
///
/// @source McKelvey and Palfrey (1998)
public final class AgentLogitEquilibrium {
  private final CompiledTree tree;
  private final double lambda;
  private final int crossing;
  private final double residual;
  private final double[] logChoice;
  private final double[] choice;
  private final double[] actionValue;
  private final double[] belief;
  private final double[] value;

  AgentLogitEquilibrium(CompiledTree tree, Play play, double lambda, int crossing) {
    this.tree = tree;
    this.lambda = lambda;
    this.crossing = crossing;
    play.evaluateAll();
    this.logChoice = play.logChoice.clone();
    this.choice = play.choice.clone();
    this.belief = play.belief.clone();
    this.actionValue = play.actionValue.clone();
    this.residual = Residual.largest(tree, play, lambda);
    this.value = new double[tree.players];
    for (int i = 0; i < tree.players; i++) {
      value[i] = tree.raw(i, play.value[i]);
    }
    for (int h = 0; h < tree.sets; h++) {
      for (int s = tree.offset[h]; s < tree.offset[h] + tree.actions[h]; s++) {
        actionValue[s] = tree.raw(tree.player[h], actionValue[s]);
      }
    }
  }

  /// Returns the precision, in 1/utility.
  public double lambda() {
    return lambda;
  }

  /// Returns how many times the branch has met this precision, this time included: 1 for what is
  /// meant by the principal branch; 0 for a point that was not asked for.
  public int crossing() {
    return crossing;
  }

  /// Returns the largest difference between a log-probability and the logarithm of the softmax it
  /// should equal, recomputed from scratch.
  public double residual() {
    return residual;
  }

  /// Returns the natural logarithm of the probability of an action, finite even where the
  /// probability itself underflows.
  public double logProbability(int informationSet, int action) {
    return logChoice[slot(informationSet, action)];
  }

  /// Returns the probability of an action.
  public double probability(int informationSet, int action) {
    return choice[slot(informationSet, action)];
  }

  /// Returns the expected payoff of an action to the mover given that the set is reached.
  public double actionValue(int informationSet, int action) {
    return actionValue[slot(informationSet, action)];
  }

  /// Returns the expected payoff of a player from the root on.
  public double value(int player) {
    return value[player];
  }

  /// Returns the probability of a node of an information set given that the set is reached.
  ///
  /// @param member index in [ExtensiveGame#members]
  public double belief(int informationSet, int member) {
    int from = tree.firstMember[informationSet];
    if (!(member >= 0 && from + member < tree.firstMember[informationSet + 1])) {
      throw new IndexOutOfBoundsException(
          "member %d of information set %d".formatted(member, informationSet));
    }
    return belief[from + member];
  }

  /// Returns how much the mover could gain, in utility, by its best action at an information set
  /// given that it is reached; at least 0.
  public double regret(int informationSet) {
    double best = Double.NEGATIVE_INFINITY;
    double expected = 0;
    for (int a = 0; a < tree.actions[informationSet]; a++) {
      int s = slot(informationSet, a);
      best = Math.max(best, actionValue[s]);
      expected += choice[s] * actionValue[s];
    }
    return Math.max(0, best - expected);
  }

  private int slot(int informationSet, int action) {
    if (!(action >= 0 && action < tree.actions[informationSet])) {
      throw new IndexOutOfBoundsException(
          "action %d of information set %d".formatted(action, informationSet));
    }
    return tree.offset[informationSet] + action;
  }
}
