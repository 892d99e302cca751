package org.servanda.engine.markov;

import java.util.Arrays;
import org.servanda.engine.branch.DenseLu;

/// Values of states that can reach each other when both sides stick to what is optimal one step
/// ahead: a Newton step for the fixed point, which need not shrink the error and is therefore tried
/// out before it is taken.
///
/// @source Pollatschek and Avi-Itzhak (1969)
final class FixedPlay {
  /// States above which sweeping is left to itself.
  static final int LARGEST = 1500;

  private final ZeroSumGame game;
  private final Components components;
  private final OneStep step;
  private final int[] place;

  FixedPlay(ZeroSumGame game, Components components, OneStep step) {
    this.game = game;
    this.components = components;
    this.step = step;
    this.place = new int[game.states()];
  }

  /// Finds the values of a set's states, those of others being given.
  ///
  /// @return one value per state of the set, in the set's order; empty if the system is singular
  double[] values(int c, double[] values) {
    int from = components.first(c);
    int size = components.first(c + 1) - from;
    for (int k = 0; k < size; k++) {
      place[components.state(from + k)] = k;
    }
    var lu = new DenseLu(size);
    var right = new double[size];
    for (int k = 0; k < size; k++) {
      int s = components.state(from + k);
      step.least(s, values);
      double[] row = lu.row(k);
      Arrays.fill(row, 0);
      row[k] = 1;
      right[k] = fill(c, s, values, row);
    }
    if (lu.factor() == 0) {
      return new double[0];
    }
    lu.solve(right);
    return right;
  }

  /// Subtracts the discounted lottery of a state from its row; returns what is paid outside the
  /// set.
  private double fill(int c, int s, double[] values, double[] row) {
    double sum = 0;
    int columns = game.columns(s);
    for (int cell = game.cell(s); cell < game.cell(s + 1); cell++) {
      int at = cell - game.cell(s);
      double weight = step.row(at / columns) * step.column(at % columns);
      if (weight == 0) {
        continue;
      }
      sum += weight * game.payoff(cell);
      for (int e = game.firstSuccessor()[cell]; e < game.firstSuccessor()[cell + 1]; e++) {
        int t = game.successors()[e];
        double share = weight * game.discount() * game.probabilities()[e];
        if (components.component(t) == c) {
          row[place[t]] -= share;
        } else {
          sum += share * values[t];
        }
      }
    }
    return sum;
  }
}
