package org.servanda.engine.markov;

import java.util.Arrays;
import java.util.List;

/// A stochastic game seen as a coalition against everybody else.
///
/// The coalition's members act as one and may correlate their moves; all others act as one
/// adversary that wants the coalition's payoff to be small, whatever they want for themselves. What
/// the coalition can guarantee in this game it can guarantee whatever the others do.
///
/// @source von Neumann and Morgenstern (1944), the characteristic function; Shapley (1953)
public final class ZeroSumGame {
  private static final double LARGEST = 1e200;

  private final MarkovGame game;
  private final List<Integer> coalition;
  private final double discount;
  private final int[] rows;
  private final int[] columns;
  private final int[] firstCell;
  private final int[] profile;
  private final double[] payoffs;
  private final int[] firstSuccessor;
  private final int[] successors;
  private final double[] probabilities;

  private ZeroSumGame(MarkovGame game, List<Integer> coalition, double[] weights) {
    this.game = game;
    this.coalition = coalition;
    this.discount = commonDiscount(game, weights);
    int states = game.states();
    rows = new int[states];
    columns = new int[states];
    firstCell = game.firstProfile();
    profile = new int[game.profiles()];
    for (int s = 0; s < states; s++) {
      arrange(s);
    }
    payoffs = new double[profile.length];
    firstSuccessor = new int[profile.length + 1];
    successors = new int[game.successors()];
    probabilities = new double[successors.length];
    for (int s = 0; s < states; s++) {
      for (int cell = firstCell[s]; cell < firstCell[s + 1]; cell++) {
        payoffs[cell] = payoff(s, profile[cell], weights);
        int to = firstSuccessor[cell];
        int count = game.successors(s, profile[cell]);
        int from = game.firstSuccessor()[firstCell[s] + profile[cell]];
        System.arraycopy(game.successorStates(), from, successors, to, count);
        System.arraycopy(game.successorProbabilities(), from, probabilities, to, count);
        firstSuccessor[cell + 1] = to + count;
      }
    }
  }

  /// Makes the game in which a coalition maximizes the sum of its members' payoffs.
  ///
  /// @param coalition player numbers, at least one, no one twice; may be everybody
  /// @throws IllegalArgumentException if a number is out of range or repeats, members discount
  ///   differently, or a sum of payoffs is above 1e200 in size
  public static ZeroSumGame of(MarkovGame game, List<Integer> coalition) {
    var weights = new double[game.players()];
    for (int member : coalition) {
      if (member >= 0 && member < weights.length) {
        weights[member] = 1;
      }
    }
    return new ZeroSumGame(game, checked(game, coalition), weights);
  }

  /// Makes the game in which a coalition maximizes the payoff of one player, who need not belong.
  ///
  /// @param coalition player numbers, at least one, no one twice; may be everybody
  /// @param beneficiary the player whose payoff is guaranteed
  /// @throws IllegalArgumentException if a number is out of range or repeats, or a payoff is above
  ///   1e200 in size
  public static ZeroSumGame of(MarkovGame game, List<Integer> coalition, int beneficiary) {
    if (!(beneficiary >= 0 && beneficiary < game.players())) {
      throw new IllegalArgumentException(
          "beneficiary is player %d, must be from 0 to %d\nTry: a player of the game"
              .formatted(beneficiary, game.players() - 1));
    }
    var weights = new double[game.players()];
    weights[beneficiary] = 1;
    return new ZeroSumGame(game, checked(game, coalition), weights);
  }

  private static List<Integer> checked(MarkovGame game, List<Integer> coalition) {
    if (coalition.isEmpty()) {
      throw new IllegalArgumentException(
          "the coalition has no member, must have at least 1\nTry: List.of(0)");
    }
    var seen = new boolean[game.players()];
    for (int member : coalition) {
      if (!(member >= 0 && member < seen.length) || seen[member]) {
        throw new IllegalArgumentException(
            "a member of the coalition is player %d, must be from 0 to %d and named once\nTry: List.of(0)"
                .formatted(member, seen.length - 1));
      }
      seen[member] = true;
    }
    return coalition.stream().sorted().toList();
  }

  private static double commonDiscount(MarkovGame game, double[] weights) {
    double discount = Double.NaN;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) {
        continue;
      }
      if (!Double.isNaN(discount) && discount != game.discount(i)) {
        throw new IllegalArgumentException(
            "discount of %s is %s, must be %s as that of the coalition's other members\nTry: a single player, or the same discount for all"
                .formatted(game.player(i), game.discount(i), discount));
      }
      discount = game.discount(i);
    }
    return discount;
  }

  /// Numbers the profiles of a state by the coalition's and the others' joint actions.
  private void arrange(int s) {
    rows[s] = 1;
    columns[s] = 1;
    int players = game.players();
    for (int i = 0; i < players; i++) {
      if (coalition.contains(i)) {
        rows[s] *= game.actions(s, i);
      } else {
        columns[s] *= game.actions(s, i);
      }
    }
    var action = new int[players];
    for (int k = 0; k < game.profiles(s); k++) {
      int row = 0;
      int column = 0;
      for (int i = 0; i < players; i++) {
        if (coalition.contains(i)) {
          row = row * game.actions(s, i) + action[i];
        } else {
          column = column * game.actions(s, i) + action[i];
        }
      }
      profile[firstCell[s] + row * columns[s] + column] = k;
      for (int i = players - 1; i >= 0 && ++action[i] == game.actions(s, i); i--) {
        action[i] = 0;
      }
    }
  }

  private double payoff(int s, int k, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        sum += weights[i] * game.payoff(s, k, i);
      }
    }
    if (!(Math.abs(sum) <= LARGEST)) {
      throw new IllegalArgumentException(
          "payoff of the coalition in profile %d of state %d (%s) is %s, must be at most %s in size\nTry: payoffs in a larger unit"
              .formatted(k, s, game.state(s), sum, LARGEST));
    }
    return sum;
  }

  /// Returns the game it was made from.
  public MarkovGame game() {
    return game;
  }

  /// Returns the members of the coalition, in ascending order.
  public List<Integer> coalition() {
    return coalition;
  }

  /// Returns the weight of the next step's value, in [0, 1].
  public double discount() {
    return discount;
  }

  /// Returns the number of states.
  public int states() {
    return rows.length;
  }

  /// Returns the number of joint actions of the coalition in a state, row-major over its members.
  public int rows(int state) {
    return rows[state];
  }

  /// Returns the number of joint actions of the others in a state, row-major over them.
  public int columns(int state) {
    return columns[state];
  }

  int mostRows() {
    return Arrays.stream(rows).max().orElse(1);
  }

  int mostColumns() {
    return Arrays.stream(columns).max().orElse(1);
  }

  int cells() {
    return profile.length;
  }

  /// Writes the matrix game of a state when play goes on with the values given.
  void matrix(int state, double[] values, double[] a) {
    int from = firstCell[state];
    int to = firstCell[state + 1];
    for (int cell = from; cell < to; cell++) {
      double sum = 0;
      for (int k = firstSuccessor[cell]; k < firstSuccessor[cell + 1]; k++) {
        sum += probabilities[k] * values[successors[k]];
      }
      a[cell - from] = payoffs[cell] + discount * sum;
    }
  }

  int cell(int state) {
    return firstCell[state];
  }

  double payoff(int cell) {
    return payoffs[cell];
  }

  int[] firstSuccessor() {
    return firstSuccessor;
  }

  int[] successors() {
    return successors;
  }

  double[] probabilities() {
    return probabilities;
  }
}
