package org.servanda.engine.tree;

/// What the principal branch tends to as precision grows without bound, and how far that is from an
/// equilibrium.
///
/// Choices at information sets reached in the limit solve the indifference equations on their
/// support where [#exact]; all others are extrapolated from the last three doublings of precision.
/// Beliefs at sets that are not reached are limits of beliefs along the branch. Nothing here is an
/// equilibrium unless [#verified] says so. Indexed as [AgentLogitEquilibrium].
///
/// @source McKelvey and Palfrey (1998), on limits of agent logit equilibria being sequential
public final class AgentLogitLimit {
  /// Largest regret, as a share of the payoff range, that still counts as none.
  public static final double NO_REGRET = 1e-8;

  private final CompiledTree tree;
  private final double[] choice;
  private final double[] belief;
  private final double[] actionValue;
  private final double[] value;
  private final double[] reach;
  private final double error;
  private final boolean exact;
  private final boolean settled;

  AgentLogitLimit(CompiledTree tree, LimitSupport support, LimitSeries series, boolean exact) {
    this.tree = tree;
    this.choice = support.play.choice.clone();
    this.belief = support.play.belief.clone();
    this.actionValue = support.play.actionValue.clone();
    this.reach = support.reach.clone();
    this.error = Math.max(series.error(), support.moved);
    this.exact = exact;
    this.settled = series.error() <= 1e-3 && series.unsettled() < 0;
    this.value = new double[tree.players];
    for (int i = 0; i < tree.players; i++) {
      value[i] = tree.raw(i, support.play.value[i]);
    }
  }

  /// Says whether the support has settled and nobody regrets anything, on the path and off it,
  /// beyond [#NO_REGRET] of the payoff range: only then is this a sequential equilibrium to that
  /// accuracy.
  public boolean verified() {
    return settled && largestRegret() <= NO_REGRET * tree.range;
  }

  /// Says whether the choices that go to zero have been told from those that do not.
  public boolean settled() {
    return settled;
  }

  /// Says whether choices at the sets reached in the limit solve their indifference equations to
  /// rounding.
  public boolean exact() {
    return exact;
  }

  /// Returns the estimated error of probabilities and beliefs: the largest change by the last
  /// extrapolation or, if larger, by solving the indifference equations; infinite if the branch
  /// ended before three doublings of precision.
  public double error() {
    return error;
  }

  /// Returns the limiting probability of an action, exactly 0 for those that vanish.
  public double probability(int informationSet, int action) {
    return choice[slot(informationSet, action)];
  }

  /// Returns the expected payoff of an action given that the set is reached, with limiting beliefs.
  public double actionValue(int informationSet, int action) {
    return tree.raw(tree.player[informationSet], actionValue[slot(informationSet, action)]);
  }

  /// Returns the expected payoff of a player from the root on.
  public double value(int player) {
    return value[player];
  }

  /// Returns the limiting probability of a node given that its set is reached.
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

  /// Says whether the set is reached with positive probability in the limit.
  public boolean reached(int informationSet) {
    return reach[informationSet] > 0;
  }

  /// Returns how much the mover could gain, in utility, by another choice at the set given that it
  /// is reached, with limiting beliefs; at least 0.
  public double regret(int informationSet) {
    double best = Double.NEGATIVE_INFINITY;
    double expected = 0;
    for (int a = 0; a < tree.actions[informationSet]; a++) {
      int s = slot(informationSet, a);
      best = Math.max(best, actionValue[s]);
      expected += choice[s] * actionValue[s];
    }
    return Math.max(0, best - expected) * tree.range;
  }

  /// Returns the largest regret over all information sets, in utility.
  public double largestRegret() {
    return Math.max(regretOnPath(), regretOffPath());
  }

  /// Returns the largest regret over the sets reached in the limit, in utility.
  public double regretOnPath() {
    return largest(true);
  }

  /// Returns the largest regret over the sets not reached in the limit, in utility; 0 if there are
  /// none.
  public double regretOffPath() {
    return largest(false);
  }

  private double largest(boolean reached) {
    double largest = 0;
    for (int h = 0; h < tree.sets; h++) {
      if (reached(h) == reached) {
        largest = Math.max(largest, regret(h));
      }
    }
    return largest;
  }

  private int slot(int informationSet, int action) {
    if (!(action >= 0 && action < tree.actions[informationSet])) {
      throw new IndexOutOfBoundsException(
          "action %d of information set %d".formatted(action, informationSet));
    }
    return tree.offset[informationSet] + action;
  }
}
