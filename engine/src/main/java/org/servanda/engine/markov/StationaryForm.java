package org.servanda.engine.markov;

import org.servanda.engine.response.Exponential;

/// A stochastic game laid out for stationary play: payoffs divided by their largest range, one
/// unknown less than actions for each player and state.
///
/// A stationary profile is a flat array of probabilities, state by state, player by player, action
/// by action; log odds leave out each first action. Values are flat too, player by player, state by
/// state, so that a lottery over states runs over neighboring entries.
final class StationaryForm {
  final MarkovGame game;
  final int players;
  final int states;

  /// First action of each (state, player); shape `[states * players + 1]`.
  final int[] firstAction;

  /// First unknown of each (state, player); shape `[states * players + 1]`.
  final int[] firstUnknown;

  final double[] discount;
  final int[] firstProfile;
  final int[] firstSuccessor;
  final int[] successors;
  final double[] probabilities;

  /// Whether the successors of a joint profile are states in a row; shape `[profiles]`.
  final boolean[] inRow;

  /// Action of each player in each joint profile; shape `[profiles][players]`.
  final int[] digits;

  /// Payoffs divided by [#range]; shape `[profiles][players]`.
  final double[] payoffs;

  /// The largest difference between two payoffs of one player; 1 if there is none.
  final double range;

  /// State of each action; shape `[actions]`.
  final int[] state;

  final int mostActions;
  final int mostUnknowns;

  StationaryForm(MarkovGame game) {
    this.game = game;
    players = game.players();
    states = game.states();
    discount = new double[players];
    for (int i = 0; i < players; i++) {
      discount[i] = game.discount(i);
    }
    firstProfile = game.firstProfile();
    firstSuccessor = game.firstSuccessor();
    successors = game.successorStates();
    probabilities = game.successorProbabilities();
    inRow = inRow(firstSuccessor, successors);
    firstAction = new int[states * players + 1];
    firstUnknown = new int[states * players + 1];
    int actions = 0;
    int unknowns = 0;
    for (int s = 0; s < states; s++) {
      for (int i = 0; i < players; i++) {
        int pair = s * players + i;
        firstAction[pair + 1] = firstAction[pair] + game.actions(s, i);
        firstUnknown[pair + 1] = firstUnknown[pair] + game.actions(s, i) - 1;
      }
      actions = Math.max(actions, actionsOf(s));
      unknowns = Math.max(unknowns, unknownsOf(s));
    }
    mostActions = actions;
    mostUnknowns = unknowns;
    state = new int[actions()];
    for (int s = 0; s < states; s++) {
      java.util.Arrays.fill(state, firstAction[s * players], firstAction[(s + 1) * players], s);
    }
    digits = digits(game);
    range = range(game);
    payoffs = game.payoffs().clone();
    for (int k = 0; k < payoffs.length; k++) {
      payoffs[k] /= range;
    }
  }

  private static int[] digits(MarkovGame game) {
    int n = game.players();
    var digits = new int[game.profiles() * n];
    for (int s = 0; s < game.states(); s++) {
      for (int k = 0; k < game.profiles(s); k++) {
        int rest = k;
        for (int i = n - 1; i >= 0; i--) {
          int count = game.actions(s, i);
          digits[(game.firstProfile()[s] + k) * n + i] = rest % count;
          rest /= count;
        }
      }
    }
    return digits;
  }

  private static boolean[] inRow(int[] firstSuccessor, int[] successors) {
    var inRow = new boolean[firstSuccessor.length - 1];
    for (int row = 0; row < inRow.length; row++) {
      inRow[row] = true;
      for (int e = firstSuccessor[row] + 1; e < firstSuccessor[row + 1]; e++) {
        inRow[row] &= successors[e] == successors[e - 1] + 1;
      }
    }
    return inRow;
  }

  /// Expected value of the state after a joint profile.
  ///
  /// @param values of all states, from index `base` on
  double expectation(int row, double[] values, int base) {
    int from = firstSuccessor[row];
    int to = firstSuccessor[row + 1];
    if (inRow[row] && to - from > 3) {
      return inner(probabilities, from, values, base + successors[from], to - from);
    }
    double sum = 0;
    for (int e = from; e < to; e++) {
      sum += probabilities[e] * values[base + successors[e]];
    }
    return sum;
  }

  /// An inner product in four sums, so that it need not wait for one addition after the other.
  private static double inner(double[] x, int i, double[] y, int j, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < count; k += 4) {
      a += x[i + k] * y[j + k];
      b += x[i + k + 1] * y[j + k + 1];
      c += x[i + k + 2] * y[j + k + 2];
      d += x[i + k + 3] * y[j + k + 3];
    }
    for (; k < count; k++) {
      a += x[i + k] * y[j + k];
    }
    return a + b + (c + d);
  }

  /// Adds a multiple of a joint profile's lottery to a row over states.
  void addLottery(int row, double factor, double[] to, int base) {
    int from = firstSuccessor[row];
    int count = firstSuccessor[row + 1] - from;
    if (inRow[row] && count > 0) {
      int start = base + successors[from];
      for (int k = 0; k < count; k++) {
        to[start + k] += factor * probabilities[from + k];
      }
      return;
    }
    for (int e = from; e < from + count; e++) {
      to[base + successors[e]] += factor * probabilities[e];
    }
  }

  /// The largest difference between two payoffs of one player, infinite if it overflows.
  static double range(MarkovGame game) {
    double range = 0;
    for (int i = 0; i < game.players(); i++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int k = i; k < game.payoffs().length; k += game.players()) {
        low = Math.min(low, game.payoffs()[k]);
        high = Math.max(high, game.payoffs()[k]);
      }
      range = Math.max(range, high - low);
    }
    return range == 0 ? 1 : range;
  }

  int unknowns() {
    return firstUnknown[states * players];
  }

  int actions() {
    return firstAction[states * players];
  }

  int actionsOfPair(int pair) {
    return firstAction[pair + 1] - firstAction[pair];
  }

  int actionsOf(int s) {
    return firstAction[(s + 1) * players] - firstAction[s * players];
  }

  int unknownsOf(int s) {
    return firstUnknown[(s + 1) * players] - firstUnknown[s * players];
  }

  /// Writes the probabilities that log odds against each first action stand for.
  ///
  /// @param odds shape `[unknowns]` or longer
  /// @param sigma receives the probabilities, shape `[actions]`
  void probabilities(double[] odds, double[] sigma) {
    for (int pair = 0; pair < states * players; pair++) {
      int from = firstUnknown[pair];
      int to = firstUnknown[pair + 1];
      int at = firstAction[pair];
      double largest = 0;
      for (int k = from; k < to; k++) {
        largest = Math.max(largest, odds[k]);
      }
      double sum = Exponential.exp(-largest);
      sigma[at] = sum;
      for (int k = from; k < to; k++) {
        double e = Exponential.exp(odds[k] - largest);
        sigma[at + 1 + k - from] = e;
        sum += e;
      }
      double inverse = 1 / sum;
      for (int a = at; a < firstAction[pair + 1]; a++) {
        sigma[a] *= inverse;
      }
    }
  }

  /// Writes the natural logarithms of the probabilities that log odds stand for.
  void logarithms(double[] odds, double[] logs) {
    for (int pair = 0; pair < states * players; pair++) {
      int from = firstUnknown[pair];
      int to = firstUnknown[pair + 1];
      int at = firstAction[pair];
      double largest = 0;
      for (int k = from; k < to; k++) {
        largest = Math.max(largest, odds[k]);
      }
      double sum = StrictMath.exp(-largest);
      for (int k = from; k < to; k++) {
        sum += StrictMath.exp(odds[k] - largest);
      }
      double log = largest + StrictMath.log(sum);
      logs[at] = -log;
      for (int k = from; k < to; k++) {
        logs[at + 1 + k - from] = odds[k] - log;
      }
    }
  }
}
