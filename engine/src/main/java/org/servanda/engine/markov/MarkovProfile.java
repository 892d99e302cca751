package org.servanda.engine.markov;

import java.util.List;

/// What everybody does in every state for ever, what that is worth, and what every action would be
/// worth.
public final class MarkovProfile {
  private final StationaryForm form;
  private final double[] probabilities;
  private final double[] logs;
  private final double[] values;
  private final double[] actionValues;

  private MarkovProfile(
      StationaryForm form,
      double[] probabilities,
      double[] logs,
      double[] values,
      double[] actionValues) {
    this.form = form;
    this.probabilities = probabilities;
    this.logs = logs;
    this.values = values;
    this.actionValues = actionValues;
  }

  /// Evaluates play that is given, whatever it is.
  ///
  /// @param play probabilities, shape `[states][players][actions]`, each in [0, 1], sums 1 within
  ///   1e-9; copied
  /// @throws IllegalArgumentException if the shape or a probability is wrong, payoffs of a player
  ///   span more than 1e300, or play may never end without being discounted
  public static MarkovProfile evaluate(MarkovGame game, double[][][] play) {
    LogitCheck.check(game, List.of());
    var form = new StationaryForm(game);
    var probabilities = new double[form.actions()];
    var logs = new double[form.actions()];
    int k = 0;
    for (int s = 0; s < form.states; s++) {
      for (int i = 0; i < form.players; i++) {
        double sum = 0;
        int count =
            play.length == form.states && play[s].length == form.players ? play[s][i].length : 0;
        if (count != game.actions(s, i)) {
          throw new IllegalArgumentException(
              "play has %d probabilities for player %d in state %d, must have %d\nTry: one number per state, player and action"
                  .formatted(count, i, s, game.actions(s, i)));
        }
        for (double p : play[s][i]) {
          sum += p >= 0 ? p : Double.NaN;
          logs[k] = StrictMath.log(p);
          probabilities[k++] = p;
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
          throw new IllegalArgumentException(
              "probabilities of player %d in state %d sum to %s, must be at least 0 and sum to 1\nTry: 1 for one action and 0 for the others"
                  .formatted(i, s, sum));
        }
      }
    }
    return of(form, probabilities, logs);
  }

  /// Evaluates play; the arrays are kept.
  ///
  /// @throws IllegalStateException if the values do not exist
  static MarkovProfile of(StationaryForm form, double[] probabilities, double[] logs) {
    int n = form.players;
    var scaled = new double[n * form.states];
    if (!new StationaryValues(form).evaluate(probabilities, scaled)) {
      throw new IllegalStateException("play never ends and is not discounted");
    }
    var sums = new StageSums(form);
    var worth = new double[form.actions()];
    for (int s = 0; s < form.states; s++) {
      sums.expect(s, probabilities, scaled, 0, 1);
      int from = form.firstAction[s * n];
      for (int a = 0; a < form.actionsOf(s); a++) {
        worth[from + a] = sums.own[a] * form.range;
      }
    }
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= form.range;
    }
    return new MarkovProfile(form, probabilities, logs, scaled, worth);
  }

  /// Returns the game.
  public MarkovGame game() {
    return form.game;
  }

  /// Returns the probability of an action in a state, in [0, 1].
  public double probability(int state, int player, int action) {
    return probabilities[index(state, player, action)];
  }

  /// Returns the natural logarithm of the probability of an action, negative infinity if it is
  /// never taken.
  public double logProbability(int state, int player, int action) {
    return logs[index(state, player, action)];
  }

  /// Returns the total discounted payoff of a player from a state on, in utility.
  public double value(int state, int player) {
    return values[player * form.states + state];
  }

  /// Returns the total discounted payoff of a player who takes an action now and goes on as
  /// everybody else does, in utility.
  public double actionValue(int state, int player, int action) {
    return actionValues[index(state, player, action)];
  }

  /// Returns what the best single deviation in any state would bring, in utility, at least 0.
  ///
  /// At 0 the profile is a Markov perfect equilibrium. Deviating for good brings at most this over
  /// `1 - discount`.
  public double regret() {
    double regret = 0;
    for (int s = 0; s < form.states; s++) {
      for (int i = 0; i < form.players; i++) {
        for (int a = 0; a < form.game.actions(s, i); a++) {
          regret = Math.max(regret, actionValue(s, i, a) - value(s, i));
        }
      }
    }
    return regret;
  }

  /// Returns whether every player takes a single action in every state.
  public boolean pure() {
    for (double p : probabilities) {
      if (p != 0 && p != 1) {
        return false;
      }
    }
    return true;
  }

  /// Returns the largest difference between a probability and its logit response.
  ///
  /// @param lambda precision, in 1/utility, finite, at least 0
  public double residual(double lambda) {
    double residual = 0;
    for (int pair = 0; pair < form.states * form.players; pair++) {
      int from = form.firstAction[pair];
      int to = form.firstAction[pair + 1];
      double largest = Double.NEGATIVE_INFINITY;
      for (int a = from; a < to; a++) {
        largest = Math.max(largest, actionValues[a]);
      }
      double sum = 0;
      for (int a = from; a < to; a++) {
        sum += StrictMath.exp(lambda * (actionValues[a] - largest));
      }
      for (int a = from; a < to; a++) {
        double response = StrictMath.exp(lambda * (actionValues[a] - largest)) / sum;
        residual = Math.max(residual, Math.abs(probabilities[a] - response));
      }
    }
    return residual;
  }

  /// Returns the largest difference between the probabilities of two profiles of one game.
  public double distance(MarkovProfile other) {
    double distance = 0;
    for (int a = 0; a < probabilities.length; a++) {
      distance = Math.max(distance, Math.abs(probabilities[a] - other.probabilities[a]));
    }
    return distance;
  }

  double probabilityAt(int index) {
    return probabilities[index];
  }

  private int index(int state, int player, int action) {
    int pair = state * form.players + player;
    int index = form.firstAction[pair] + action;
    if (!(action >= 0 && index < form.firstAction[pair + 1])) {
      throw new IndexOutOfBoundsException(
          "action of player %d in state %d is %d, must be from 0 to %d"
              .formatted(player, state, action, form.actionsOfPair(pair) - 1));
    }
    return index;
  }
}
