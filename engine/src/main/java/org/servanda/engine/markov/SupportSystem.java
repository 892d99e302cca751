package org.servanda.engine.markov;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.branch.DenseLu;

/// Makes everybody indifferent between the actions of a support, by Newton's method.
///
/// Unknowns are the probabilities of all actions of the support but the likeliest of each player
/// and state; values are eliminated by solving for them at every step.
final class SupportSystem {
  private static final int MOST_STEPS = 30;
  private static final double DAMPING = 1e-13;
  private static final double FARTHEST = 0.15;

  private final StationaryForm form;
  private final StationaryValues evaluation;
  private final StageSums sums;
  private final int n;
  private int[] unknown = {};
  private int[] reference = {};

  SupportSystem(StationaryForm form) {
    this.form = form;
    this.evaluation = new StationaryValues(form);
    this.sums = new StageSums(form);
    this.n = form.players;
  }

  /// Finds probabilities on the support near a guess.
  ///
  /// @param guess shape `[actions]`
  /// @param support which actions may be taken, shape `[actions]`
  /// @param inversion how steps are found
  /// @return the solution, entries outside the support 0; null if there is none near
  double @Nullable [] solve(double[] guess, boolean[] support, Inversion inversion) {
    double[] sigma = guess.clone();
    prepare(sigma, support);
    var values = new double[n * form.states];
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k < MOST_STEPS; k++) {
      if (!evaluation.evaluate(sigma, values)) {
        return null;
      }
      if (unknown.length == 0) {
        return sigma;
      }
      var step = step(sigma, values, inversion);
      if (step == null) {
        return null;
      }
      double length = apply(step, sigma);
      if (!(length <= FARTHEST)
          || inversion == Inversion.EXACT && k > 0 && length > Math.max(last / 2, 1e-11)
          || k > 8 && length > 1e-6) {
        return null;
      }
      if (length <= 1e-15 || length < 1e-11 && length > last / 4) {
        return sigma;
      }
      last = length;
    }
    return null;
  }

  /// How Newton's steps are found.
  enum Inversion {
    /// As the solution of the square system.
    EXACT,
    /// As the shortest solution, where equilibria on the support form a continuum.
    SHORTEST
  }

  private void prepare(double[] sigma, boolean[] support) {
    unknown = new int[form.actions()];
    reference = new int[form.actions()];
    int count = 0;
    for (int pair = 0; pair < form.states * n; pair++) {
      int best = form.firstAction[pair];
      double sum = 0;
      for (int a = form.firstAction[pair]; a < form.firstAction[pair + 1]; a++) {
        sigma[a] = support[a] ? sigma[a] : 0;
        best = sigma[a] > sigma[best] ? a : best;
        sum += sigma[a];
      }
      for (int a = form.firstAction[pair]; a < form.firstAction[pair + 1]; a++) {
        sigma[a] /= sum;
        reference[a] = best;
        if (support[a] && a != best) {
          unknown[count++] = a;
        }
      }
    }
    unknown = Arrays.copyOf(unknown, count);
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private double apply(double[] step, double[] sigma) {
    for (int k = 0; k < step.length; k++) {
      sigma[unknown[k]] += step[k];
      sigma[reference[unknown[k]]] -= step[k];
    }
    return largest(step);
  }

  /// The Newton step for the unknowns, null if the system is singular.
  private double @Nullable [] step(double[] sigma, double[] values, Inversion inversion) {
    int m = unknown.length;
    double[][] reach = new double[m][];
    if (!reaches(sigma, reach)) {
      return null;
    }
    var rise = new double[n * m];
    var lu = new DenseLu(m);
    var x = new double[m];
    int state = -1;
    // First what each unknown does to the values of its own state.
    for (int c = 0; c < m; c++) {
      int s = stateOf(unknown[c]);
      if (s != state) {
        sums.expectAll(s, sigma, values, 0, 1);
        state = s;
      }
      int count = form.actionsOf(s);
      int at = form.firstAction[s * n];
      for (int i = 0; i < n; i++) {
        rise[i * m + c] =
            sums.given[i * count + unknown[c] - at]
                - sums.given[i * count + reference[unknown[c]] - at];
      }
    }
    state = -1;
    for (int r = 0; r < m; r++) {
      int s = stateOf(unknown[r]);
      if (s != state) {
        sums.expectAll(s, sigma, values, 0, 1);
        state = s;
      }
      x[r] = row(s, r, reach[r], rise, lu.row(r));
    }
    if (inversion == Inversion.SHORTEST) {
      return shortest(lu, x);
    }
    if (lu.factor() == 0) {
      return null;
    }
    lu.solve(x);
    return largest(x) < Double.POSITIVE_INFINITY ? x : null;
  }

  /// The shortest solution of a consistent singular system, but for a slight damping.
  private static double @Nullable [] shortest(DenseLu system, double[] right) {
    int m = right.length;
    var square = new DenseLu(m);
    double largest = 0;
    for (int r = 0; r < m; r++) {
      for (int c = 0; c < m; c++) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
          sum += system.row(r)[k] * system.row(c)[k];
        }
        square.row(r)[c] = sum;
      }
      largest = Math.max(largest, square.row(r)[r]);
    }
    for (int r = 0; r < m; r++) {
      square.row(r)[r] += DAMPING * Math.max(largest, 1);
    }
    if (square.factor() == 0) {
      return null;
    }
    square.solve(right);
    var x = new double[m];
    for (int r = 0; r < m; r++) {
      for (int k = 0; k < m; k++) {
        x[k] += system.row(r)[k] * right[r];
      }
    }
    return largest(x) < Double.POSITIVE_INFINITY ? x : null;
  }

  /// Writes the derivatives of one indifference; returns minus its value.
  private double row(int s, int r, double[] reach, double[] rise, double[] line) {
    int count = form.actionsOf(s);
    int at = form.firstAction[s * n];
    int action = unknown[r] - at;
    int other = reference[unknown[r]] - at;
    int player = playerOf(s, unknown[r]);
    for (int c = 0; c < unknown.length; c++) {
      int t = stateOf(unknown[c]);
      double sum = reach[t] * rise[player * unknown.length + c];
      if (t == s && playerOf(s, unknown[c]) != player) {
        int to = unknown[c] - at;
        int from = reference[unknown[c]] - at;
        sum +=
            sums.both[action * count + to]
                - sums.both[action * count + from]
                - sums.both[other * count + to]
                + sums.both[other * count + from];
      }
      line[c] = sum;
    }
    return sums.own[other] - sums.own[action];
  }

  /// For each unknown, by how much taking it instead of the reference action raises the discounted
  /// number of visits to every state.
  private boolean reaches(double[] sigma, double[][] reach) {
    for (int i = 0; i < n; i++) {
      if (!firstWith(form.discount[i], i)) {
        continue;
      }
      var lu = transposed(sigma, form.discount[i]);
      if (lu == null) {
        return false;
      }
      for (int r = 0; r < unknown.length; r++) {
        int s = stateOf(unknown[r]);
        int player = playerOf(s, unknown[r]);
        if (form.discount[player] == form.discount[i]) {
          reach[r] = new double[form.states];
          lottery(s, player, unknown[r], sigma, 1, reach[r]);
          lottery(s, player, reference[unknown[r]], sigma, -1, reach[r]);
          lu.solve(reach[r]);
        }
      }
    }
    return true;
  }

  private boolean firstWith(double discount, int player) {
    for (int i = 0; i < player; i++) {
      if (form.discount[i] == discount) {
        return false;
      }
    }
    return true;
  }

  private void lottery(int s, int i, int action, double[] sigma, double sign, double[] to) {
    sums.at(s);
    int local = action - form.firstAction[s * n];
    for (int k = form.firstProfile[s]; k < form.firstProfile[s + 1]; k++) {
      sums.profile(s, k, sigma);
      if (sums.played(i) == local) {
        double weight = sign * form.discount[i] * sums.others[i];
        form.addLottery(k, weight, to, 0);
      }
    }
  }

  private @Nullable DenseLu transposed(double[] sigma, double discount) {
    var rows = evaluation.matrix(sigma, discount);
    var lu = new DenseLu(form.states);
    for (int s = 0; s < form.states; s++) {
      double[] row = lu.row(s);
      for (int t = 0; t < form.states; t++) {
        row[t] = rows[t][s];
      }
    }
    return lu.factor() == 0 ? null : lu;
  }

  private int stateOf(int action) {
    return form.state[action];
  }

  private int playerOf(int s, int action) {
    int i = 0;
    while (form.firstAction[s * n + i + 1] <= action) {
      i++;
    }
    return i;
  }
}
