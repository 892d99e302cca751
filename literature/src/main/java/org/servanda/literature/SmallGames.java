package org.servanda.literature;

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

/// Pieces of games that several reductions need.
final class SmallGames {
  /// Leaves a ten thousandth of an interval of length one.
  private static final int HALVINGS = 14;

  private SmallGames() {}

  static QuantalResponseEquilibrium solve(StochasticGame game) {
    return solve(game, 10);
  }

  static QuantalResponseEquilibrium solve(StochasticGame game, int resolution) {
    var equilibrium =
        BeliefGridSolver.solve(game, SolverOptions.defaults().withResolution(resolution)).orThrow();
    if (equilibrium.run().unsolvedDecisions() > 0) {
      throw new NoSolution(
          "%d decisions stopped short, the worst with residual %s"
              .formatted(equilibrium.run().unsolvedDecisions(), equilibrium.run().residual()));
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

  /// The same move with payoffs of its own.
  static Outcome pays(Outcome after, double... values) {
    return Outcome.to(after.successor(), Payoffs.of(values));
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

  /// Where a function that rises through a half does so.
  static double crossing(double low, double high, DoubleUnaryOperator rate) {
    double a = low;
    double b = high;
    for (int n = 0; n < HALVINGS; n++) {
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
