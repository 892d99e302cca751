package org.servanda.engine.markov;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.branch.DenseLu;

/// Values of stationary play, by one linear system for each discount.
final class StationaryValues {
  private final StationaryForm form;
  private final StageSums sums;

  StationaryValues(StationaryForm form) {
    this.form = form;
    this.sums = new StageSums(form);
  }

  /// Bytes that an evaluation takes beside the form.
  static long bytes(long states) {
    return 16 * states * states;
  }

  /// Writes the values of all states for all players, in scaled utility.
  ///
  /// @param sigma shape `[actions]`
  /// @param values receives the values, player by player, shape `[players * states]`
  /// @return whether they exist: play ends or is discounted whatever state it is in
  boolean evaluate(double[] sigma, double[] values) {
    int n = form.players;
    var done = new boolean[n];
    for (int i = 0; i < n; i++) {
      if (done[i]) {
        continue;
      }
      var lu = factored(sigma, form.discount[i]);
      if (lu == null) {
        return false;
      }
      for (int j = i; j < n; j++) {
        if (!done[j] && form.discount[j] == form.discount[i]) {
          done[j] = true;
          solve(lu, j, sigma, values);
        }
      }
    }
    return true;
  }

  private void solve(DenseLu lu, int player, double[] sigma, double[] values) {
    int states = form.states;
    var x = new double[states];
    java.util.Arrays.fill(values, player * states, (player + 1) * states, 0);
    // The second pass corrects the rounding of the first.
    for (int pass = 0; pass < 2; pass++) {
      for (int s = 0; s < states; s++) {
        sums.expect(s, sigma, values, 0, 1);
        int pair = s * form.players + player;
        double sum = -values[player * states + s];
        for (int a = 0; a < form.actionsOfPair(pair); a++) {
          sum += sigma[form.firstAction[pair] + a] * sums.own[sums.local(player) + a];
        }
        x[s] = sum;
      }
      lu.solve(x);
      for (int s = 0; s < states; s++) {
        values[player * states + s] += x[s];
      }
    }
  }

  private @Nullable DenseLu factored(double[] sigma, double discount) {
    double[][] rows = matrix(sigma, discount);
    var lu = new DenseLu(form.states);
    for (int s = 0; s < form.states; s++) {
      System.arraycopy(rows[s], 0, lu.row(s), 0, form.states);
    }
    return lu.factor() == 0 ? null : lu;
  }

  /// The identity minus the discounted transition matrix; shape `[states][states]`.
  double[][] matrix(double[] sigma, double discount) {
    var rows = new double[form.states][form.states];
    for (int s = 0; s < form.states; s++) {
      double[] row = rows[s];
      row[s] = 1;
      for (int k = form.firstProfile[s]; k < form.firstProfile[s + 1]; k++) {
        double weight = discount;
        for (int i = 0; i < form.players; i++) {
          int pair = s * form.players + i;
          weight *= sigma[form.firstAction[pair] + form.digits[k * form.players + i]];
        }
        form.addLottery(k, -weight, row, 0);
      }
    }
    return rows;
  }
}
