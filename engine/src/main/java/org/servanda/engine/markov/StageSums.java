package org.servanda.engine.markov;

import java.util.Arrays;

/// Expected payoffs in one state, now and later, given what everybody plays everywhere.
///
/// Sums over joint profiles; an instance is work space for one state at a time.
final class StageSums {
  private final StationaryForm form;
  private final int n;
  private final double[] worth;
  private final double[] before;
  private final int[] local;
  private final int[] digit;

  /// Probability of what the others play, for each player; shape `[players]`.
  final double[] others;

  /// Expected payoff of each action to its player; shape `[actions of the state]`.
  final double[] own;

  /// Expected payoff of player `i` if some action is played; shape `[players][actions]`.
  final double[] given;

  /// Expected payoff to the player of an action if another's action is played too; shape
  /// `[actions][actions]`, entries of one player's two actions unused.
  final double[] both;

  StageSums(StationaryForm form) {
    this.form = form;
    n = form.players;
    worth = new double[n];
    before = new double[n + 1];
    local = new int[n];
    digit = new int[n];
    others = new double[n];
    int most = form.mostActions;
    own = new double[most];
    given = new double[n * most];
    both = new double[most * most];
  }

  /// Takes a state: afterwards [#local] is valid.
  void at(int s) {
    for (int i = 0; i < n; i++) {
      local[i] = form.firstAction[s * n + i] - form.firstAction[s * n];
    }
  }

  /// Place of a player's first action among the actions of the state.
  int local(int player) {
    return local[player];
  }

  /// Place of the action that a player takes in the profile last taken.
  int played(int player) {
    return local[player] + digit[player];
  }

  /// Takes a joint profile: writes [#others].
  void profile(int s, int row, double[] sigma) {
    int at = form.firstAction[s * n];
    before[0] = 1;
    for (int i = 0; i < n; i++) {
      digit[i] = form.digits[row * n + i];
      before[i + 1] = before[i] * sigma[at + local[i] + digit[i]];
    }
    double after = 1;
    for (int i = n - 1; i >= 0; i--) {
      others[i] = before[i] * after;
      after *= sigma[at + local[i] + digit[i]];
    }
  }

  /// Writes [#own].
  ///
  /// @param values worth of states in scaled utility, from index `offset` on, times `unit`
  void expect(int s, double[] sigma, double[] values, int offset, double unit) {
    at(s);
    Arrays.fill(own, 0, form.actionsOf(s), 0);
    int last = form.firstProfile[s + 1];
    for (int row = form.firstProfile[s]; row < last; row++) {
      profile(s, row, sigma);
      worth(row, values, offset, unit);
      for (int i = 0; i < n; i++) {
        own[played(i)] += others[i] * worth[i];
      }
    }
  }

  /// Writes [#own], [#given] and [#both].
  void expectAll(int s, double[] sigma, double[] values, int offset, double unit) {
    at(s);
    int count = form.actionsOf(s);
    Arrays.fill(own, 0, count, 0);
    Arrays.fill(given, 0, n * count, 0);
    Arrays.fill(both, 0, count * count, 0);
    int last = form.firstProfile[s + 1];
    for (int row = form.firstProfile[s]; row < last; row++) {
      profile(s, row, sigma);
      worth(row, values, offset, unit);
      for (int i = 0; i < n; i++) {
        own[played(i)] += others[i] * worth[i];
        for (int j = 0; j < n; j++) {
          given[i * count + played(j)] += others[j] * worth[i];
          if (j != i) {
            both[played(i) * count + played(j)] += exceptTwo(s, sigma, i, j) * worth[i];
          }
        }
      }
    }
  }

  /// Writes to [#own] what each action carries over from the values of the next step, discounted,
  /// without payoffs.
  void carry(int s, double[] sigma, double[] values, int offset) {
    at(s);
    Arrays.fill(own, 0, form.actionsOf(s), 0);
    int last = form.firstProfile[s + 1];
    for (int row = form.firstProfile[s]; row < last; row++) {
      profile(s, row, sigma);
      for (int i = 0; i < n; i++) {
        own[played(i)] += others[i] * later(row, i, values, offset);
      }
    }
  }

  private double exceptTwo(int s, double[] sigma, int i, int j) {
    int at = form.firstAction[s * n];
    double product = 1;
    for (int k = 0; k < n; k++) {
      if (k != i && k != j) {
        product *= sigma[at + played(k)];
      }
    }
    return product;
  }

  private void worth(int row, double[] values, int offset, double unit) {
    for (int i = 0; i < n; i++) {
      worth[i] = form.payoffs[row * n + i] + unit * later(row, i, values, offset);
    }
  }

  private double later(int row, int i, double[] values, int offset) {
    return form.discount[i] * form.expectation(row, values, offset + i * form.states);
  }
}
