package org.servanda.engine.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.servanda.engine.equilibrium.BeliefGridSolver;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.SolverOptions;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

/// Pieces of games that several tests need.
final class SmallGames {
  private SmallGames() {}

  static QuantalResponseEquilibrium solve(StochasticGame game) {
    return solve(game, 10);
  }

  static QuantalResponseEquilibrium solve(StochasticGame game, int resolution) {
    var equilibrium =
        BeliefGridSolver.solve(game, SolverOptions.defaults().withResolution(resolution)).orThrow();
    if (equilibrium.run().unsolvedDecisions() > 0) {
      throw new AssertionError("unsolved: " + equilibrium.run());
    }
    return equilibrium;
  }

  /// A decision with one outcome per action.
  static Decision choice(int mover, Outcome... outcomes) {
    return choice(mover, List.of(outcomes));
  }

  static Decision choice(int mover, List<Outcome> outcomes) {
    var actions = new ArrayList<Action>();
    for (int a = 0; a < outcomes.size(); a++) {
      actions.add(Action.sure(a, outcomes.size()));
    }
    return new Decision(mover, outcomes, actions);
  }

  static Outcome end(StochasticGame.Builder game, double... values) {
    return Outcome.to(game.add(Terminal.of(Payoffs.of(values))));
  }

  static double[] strategy(QuantalResponseEquilibrium equilibrium, int t, int x, double[] beliefs) {
    var sigma = new double[1000];
    equilibrium.period(t).strategy(x, beliefs, sigma);
    return sigma;
  }

  static double[] strategyAtRoot(QuantalResponseEquilibrium equilibrium) {
    return strategy(equilibrium, 0, equilibrium.game().root(), equilibrium.priors());
  }

  static StochasticGame.Builder uninformed(int players, int horizon, double lambda) {
    var types = new int[players];
    Arrays.fill(types, 1);
    var builder = StochasticGame.builder(TypeSpace.of(types), horizon);
    for (int i = 0; i < players; i++) {
      builder.precision(i, lambda);
    }
    return builder;
  }

  /// An average over a uniform distribution, by midpoints: chance, then what follows each value.
  static Outcome uniform(
      StochasticGame.Builder game,
      double low,
      double high,
      int points,
      DoubleFunction<Outcome> after) {
    var outcomes = new ArrayList<Outcome>();
    var p = new double[points];
    for (int n = 0; n < points; n++) {
      outcomes.add(after.apply(low + (high - low) * (n + 0.5) / points));
      p[n] = 1.0 / points;
    }
    return Outcome.to(game.add(Chance.of(outcomes, Lottery.of(p))));
  }

  /// A state in which a player either complies for `reward` each period or violates for
  /// `temptation`, being detected with probability `detection`; what a detected violation leads to
  /// is given.
  static double complianceRate(
      double discount,
      double reward,
      double temptation,
      double detection,
      Punishment punishment,
      int horizon,
      double lambda) {
    var game = uninformed(1, horizon, lambda).discount(0, discount);
    int agreement = game.reserve();
    game.salvage(agreement, Payoffs.of(reward / (1 - discount)));
    int broken = punishment.add(game, agreement, discount);
    game.define(
        agreement,
        new Decision(
            0,
            List.of(
                Outcome.next(agreement, Payoffs.of(reward)),
                Outcome.next(agreement, Payoffs.of(temptation)),
                Outcome.next(broken, Payoffs.of(temptation))),
            List.of(Action.sure(0, 3), new Action(Lottery.of(0, 1 - detection, detection)))));
    return strategyAtRoot(solve(game.root(agreement).build()))[0];
  }

  /// Adds the positions of a punishment and returns the first.
  interface Punishment {
    int add(StochasticGame.Builder game, int agreement, double discount);
  }

  /// `payoff` every period, forgiven with probability `forgiven` at the end of each.
  static Punishment punish(double payoff, double forgiven) {
    return (game, agreement, discount) -> {
      int broken = game.reserve();
      game.salvage(broken, Payoffs.of(payoff / (1 - discount)));
      game.define(
          broken,
          Chance.of(
              List.of(
                  Outcome.next(broken, Payoffs.of(payoff)),
                  Outcome.next(agreement, Payoffs.of(payoff))),
              Lottery.of(1 - forgiven, forgiven)));
      return broken;
    };
  }

  /// Where a function that rises through a half does so.
  static double crossing(double low, double high, DoubleUnaryOperator rate) {
    double a = low;
    double b = high;
    for (int n = 0; n < 14; n++) {
      double middle = (a + b) / 2;
      if (rate.applyAsDouble(middle) < 0.5) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return (a + b) / 2;
  }
}
