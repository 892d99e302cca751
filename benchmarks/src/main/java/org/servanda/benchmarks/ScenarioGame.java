package org.servanda.benchmarks;

import java.util.List;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

/// A fixed game of the size of a single scenario: one side with two types, one without a secret, 11
/// steps of balance, 20 yearly periods.
///
/// In each state eight positions: initiative, the informed side's move (comply, build behind it,
/// demand, attack), the other side's (comply, attack), its answer to exposure and to a demand, the
/// drift after a quiet year, and a contest for either attacker.
final class ScenarioGame {
  static final int HORIZON = 20;
  static final int BALANCES = 11;
  static final int PER_BALANCE = 8;
  private static final double DISCOUNT = 0.96;

  private final StochasticGame.Builder builder =
      StochasticGame.builder(TypeSpace.of(2, 1), HORIZON);
  private final int[] starts = new int[BALANCES];
  private final double shift;

  private ScenarioGame(double shift) {
    this.shift = shift;
  }

  /// Builds a draw of the game.
  ///
  /// @param shift added to war costs, and to the probability of drift, in [0, 0.1]
  static StochasticGame build(double shift) {
    return new ScenarioGame(shift).make();
  }

  private StochasticGame make() {
    for (int i = 0; i < 2; i++) {
      builder.discount(i, DISCOUNT).precision(i, 30);
    }
    builder.prior(0, Belief.of(0.6, 0.4));
    int won = builder.add(Terminal.of(Payoffs.of(0.9, 1.1, -0.3)));
    int lost = builder.add(Terminal.of(Payoffs.of(-0.3, -0.3, 0.9)));
    for (int m = 0; m < BALANCES; m++) {
      starts[m] = builder.reserve();
    }
    for (int m = 0; m < BALANCES; m++) {
      state(m, won, lost);
    }
    return builder.root(starts[BALANCES / 2]).build();
  }

  private Payoffs flows(int m, double weight, double first, double second) {
    double danger = 1 / (1 + StrictMath.exp(0.6 * (m - 5)));
    return Payoffs.of(
        weight * (0.5 - 0.4 * danger) + first,
        weight * (0.5 - 0.1 * danger) + first,
        weight * (0.5 - 0.3 * (1 - danger)) + second);
  }

  private Outcome end(int now, int then, double first, double second) {
    int m = Math.clamp(then, 0, BALANCES - 1);
    return Outcome.next(starts[m], flows(now, 1 - DISCOUNT, first, second));
  }

  private void state(int m, int won, int lost) {
    builder.salvage(starts[m], flows(m, 1, 0, 0));
    int quiet =
        builder.add(
            Chance.of(
                List.of(end(m, m, 0, 0), end(m, m + 1, 0, 0), end(m, m - 1, 0, 0)),
                Lottery.of(0.8 - shift, 0.12 + shift, 0.08)));
    int war = contest(m, 1, won, lost);
    int otherWar = contest(m, -1, won, lost);
    int exposed = choice(1, end(m, m, -0.04, -0.01), end(m, m + 1, 0.01, 0));
    int answer = choice(1, end(m, m + 1, 0.02, -0.03), Outcome.to(war));
    var cost = Payoffs.of(-0.01, -0.01, 0);
    int move =
        builder.add(
            new Decision(
                0,
                List.of(
                    Outcome.to(quiet), Outcome.to(exposed), Outcome.to(answer), Outcome.to(war)),
                List.of(
                    new Action(Lottery.of(0.96, 0.04, 0, 0)),
                    new Action(Lottery.of(0.65, 0.35, 0, 0), cost),
                    new Action(Lottery.sure(2, 4), cost),
                    new Action(Lottery.sure(3, 4), cost))));
    int otherMove = choice(1, Outcome.to(quiet), Outcome.to(otherWar));
    builder.define(
        starts[m],
        Chance.of(List.of(Outcome.to(move), Outcome.to(otherMove)), Lottery.of(0.5, 0.5)));
  }

  private int choice(int mover, Outcome first, Outcome second) {
    return builder.add(
        new Decision(mover, List.of(first, second), List.of(Action.sure(0, 2), Action.sure(1, 2))));
  }

  private int contest(int m, int toward, int won, int lost) {
    double win = 1 / (1 + StrictMath.exp(-0.6 * toward * (m - 5)));
    double cost = 0.12 + shift;
    return builder.add(
        Chance.of(
            List.of(
                Outcome.to(toward > 0 ? won : lost, Payoffs.of(-cost, -cost, -cost)),
                end(m, m + toward, -cost, -cost),
                end(m, m, -cost, -cost)),
            Lottery.of(0.2 * win, 0.5 * win, 1 - 0.7 * win)));
  }
}
