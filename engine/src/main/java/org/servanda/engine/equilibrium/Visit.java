package org.servanda.engine.equilibrium;

import org.servanda.engine.game.TypeSpace;

/// What happens at one position and belief: who chooses what, which outcomes follow, and what they
/// make everybody believe. Reusable; filled by [PeriodSolution#visit].
public final class Visit {
  private final TypeSpace types;
  private final int stride;
  double[] sigma = new double[4];
  double[] actionValues = new double[4];
  double[] probability = new double[4];
  double[] likelihood = new double[4];
  double[] posterior = new double[4];
  int choices;
  int outcomes;
  double residual;
  boolean several;

  /// Makes an empty visit.
  public Visit(TypeSpace types) {
    this.types = types;
    this.stride = types.valueFunctions();
  }

  void reset(int choiceCount, int outcomeCount) {
    choices = choiceCount;
    outcomes = outcomeCount;
    residual = 0;
    several = false;
    int values = types.valueFunctions();
    if (sigma.length < choiceCount) {
      sigma = new double[choiceCount];
      actionValues = new double[choiceCount];
    }
    if (probability.length < outcomeCount) {
      probability = new double[outcomeCount];
    }
    if (posterior.length < outcomeCount * values) {
      likelihood = new double[outcomeCount * values];
      posterior = new double[outcomeCount * values];
    }
  }

  /// Takes over another visit of the same game.
  void copy(Visit other) {
    reset(other.choices, other.outcomes);
    int values = types.valueFunctions();
    System.arraycopy(other.sigma, 0, sigma, 0, choices);
    System.arraycopy(other.actionValues, 0, actionValues, 0, choices);
    System.arraycopy(other.probability, 0, probability, 0, outcomes);
    System.arraycopy(other.likelihood, 0, likelihood, 0, outcomes * values);
    System.arraycopy(other.posterior, 0, posterior, 0, outcomes * values);
    residual = other.residual;
    several = other.several;
  }

  /// Returns the largest difference between a choice probability here and in another visit of the
  /// same position.
  double distance(Visit other) {
    double largest = 0;
    for (int c = 0; c < choices; c++) {
      largest = Math.max(largest, Math.abs(sigma[c] - other.sigma[c]));
    }
    return largest;
  }

  /// Returns the number of choice probabilities: over movers, types and actions; 0 if nobody moves.
  public int choices() {
    return choices;
  }

  /// Returns a choice probability, in the order mover, type, action.
  public double choice(int index) {
    return sigma[index];
  }

  /// Returns the expected payoff of an action, in the order mover, type, action.
  public double actionValue(int index) {
    return actionValues[index];
  }

  /// Returns the number of outcomes, 0 at a terminal.
  public int outcomes() {
    return outcomes;
  }

  /// Returns the probability of outcome `o`, all types unknown.
  public double probability(int o) {
    return probability[o];
  }

  /// Returns the probability of outcome `o` given one player's type, the others' unknown.
  public double probabilityGiven(int o, int player, int type) {
    return likelihood[o * types.valueFunctions() + types.valueFunction(player, type)];
  }

  /// Returns the probability of outcome `o` given one type, by value function, the others' unknown.
  public double likelihood(int o, int valueFunction) {
    return likelihood[o * stride + valueFunction];
  }

  /// Writes what is believed after outcome `o`, redraws made, as a flat belief.
  public void copyPosterior(int o, double[] beliefs) {
    System.arraycopy(posterior, o * stride, beliefs, 0, stride);
  }

  /// Returns a bound on the difference between a choice probability and its logit response.
  public double residual() {
    return residual;
  }

  /// Says whether the branch from zero precision turned back on its way.
  public boolean several() {
    return several;
  }
}
