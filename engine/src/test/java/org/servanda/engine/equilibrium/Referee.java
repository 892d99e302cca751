package org.servanda.engine.equilibrium;

import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;

/// A slow referee: recomputes choices and values from the definition of the game and from published
/// values only, with none of the solver's arrays.
final class Referee {
  private final QuantalResponseEquilibrium equilibrium;
  private final StochasticGame game;

  Referee(QuantalResponseEquilibrium equilibrium) {
    this.equilibrium = equilibrium;
    this.game = equilibrium.game();
  }

  /// Largest difference between a choice and the logit response to it, over all grid points.
  double largestResidual(int t) {
    double largest = 0;
    var beliefs = new double[game.types().valueFunctions()];
    for (int x = 0; x < game.positions(); x++) {
      if (!equilibrium.compiled.reachable[x] || !(game.position(x) instanceof Decision decision)) {
        continue;
      }
      for (int b = 0; b < equilibrium.grid.size(); b++) {
        equilibrium.grid.belief(b, beliefs);
        double[][] sigma = sigma(t, x, decision, beliefs);
        double[][] response = response(t, decision, beliefs, sigma);
        for (int k = 0; k < sigma.length; k++) {
          double sum = 0;
          for (int a = 0; a < sigma[k].length; a++) {
            largest = Math.max(largest, Math.abs(sigma[k][a] - response[k][a]));
            sum += sigma[k][a];
          }
          largest = Math.max(largest, Math.abs(sum - 1));
        }
      }
    }
    return largest;
  }

  private double[][] sigma(int t, int x, Decision decision, double[] beliefs) {
    int types = game.types().types(decision.mover());
    int actions = decision.actions().size();
    var flat = new double[types * actions];
    equilibrium.period(t).strategy(x, beliefs, flat);
    var sigma = new double[types][actions];
    for (int k = 0; k < types; k++) {
      System.arraycopy(flat, k * actions, sigma[k], 0, actions);
    }
    return sigma;
  }

  private double[][] response(int t, Decision decision, double[] beliefs, double[][] sigma) {
    int i = decision.mover();
    var response = new double[sigma.length][decision.actions().size()];
    for (int k = 0; k < sigma.length; k++) {
      int v = game.types().valueFunction(i, k);
      double sum = 0;
      for (int a = 0; a < response[k].length; a++) {
        var action = decision.actions().get(a);
        double u = action.own().at(v);
        for (int o = 0; o < decision.outcomes().size(); o++) {
          if (action.lottery().at(o) > 0) {
            double[] after = posterior(decision, beliefs, sigma, o);
            u += action.lottery().at(o) * after(t, decision.outcomes().get(o), v, after);
          }
        }
        response[k][a] = Math.exp(game.precision(i) * u);
        sum += response[k][a];
      }
      for (int a = 0; a < response[k].length; a++) {
        response[k][a] /= sum;
      }
    }
    return response;
  }

  private double[] posterior(Decision decision, double[] beliefs, double[][] sigma, int o) {
    double[] after = beliefs.clone();
    int first = game.types().valueFunction(decision.mover(), 0);
    double all = 0;
    for (int k = 0; k < sigma.length; k++) {
      after[first + k] *= likelihood(decision, sigma[k], o);
      all += after[first + k];
    }
    for (int k = 0; k < sigma.length; k++) {
      after[first + k] = all > 0 ? after[first + k] / all : beliefs[first + k];
    }
    return after;
  }

  private static double likelihood(Decision decision, double[] sigma, int o) {
    double sum = 0;
    for (int a = 0; a < sigma.length; a++) {
      sum += sigma[a] * decision.actions().get(a).lottery().at(o);
    }
    return sum;
  }

  /// Payoff and discounted value of an outcome for one type, at the beliefs after it.
  private double after(int t, Outcome outcome, int v, double[] beliefs) {
    double[] drawn = beliefs.clone();
    for (var redraw : outcome.redraws()) {
      redraw.distribution().copyTo(drawn, game.types().valueFunction(redraw.player(), 0));
    }
    int i = 0;
    while (i + 1 < game.types().players() && v >= game.types().valueFunction(i + 1, 0)) {
      i++;
    }
    double value = value(t, outcome, v, drawn);
    for (var redraw : outcome.redraws()) {
      if (redraw.player() == i) {
        value = 0;
        for (int k = 0; k < game.types().types(i); k++) {
          value +=
              redraw.regard()
                  * redraw.distribution().at(k)
                  * value(t, outcome, game.types().valueFunction(i, k), drawn);
        }
      }
    }
    double discount = outcome.timing() == Timing.NEXT_PERIOD ? game.discount(i) : 1;
    return outcome.payoffs().at(v) + discount * value;
  }

  private double value(int t, Outcome outcome, int v, double[] beliefs) {
    if (outcome.timing() == Timing.WITHIN_PERIOD) {
      return equilibrium.period(t).value(outcome.successor(), v, beliefs);
    }
    int start = equilibrium.start(equilibrium.compiled.rankOf(outcome.successor()));
    var stencil = equilibrium.grid.stencil();
    stencil.locate(beliefs);
    return stencil.value(equilibrium.store[t + 1][start], v * equilibrium.grid.size());
  }

  /// Largest difference between a value at a grid point and that of the strategies there.
  double largestValueGap(int t) {
    double largest = 0;
    var beliefs = new double[game.types().valueFunctions()];
    for (int x = 0; x < game.positions(); x++) {
      if (!equilibrium.compiled.reachable[x]) {
        continue;
      }
      for (int b = 0; b < equilibrium.grid.size(); b++) {
        equilibrium.grid.belief(b, beliefs);
        for (int v = 0; v < beliefs.length; v++) {
          double gap =
              equilibrium.period(t).value(x, v, beliefs)
                  - expected(t, x, game.position(x), v, beliefs);
          largest = Math.max(largest, Math.abs(gap));
        }
      }
    }
    return largest;
  }

  private double expected(int t, int x, Position position, int v, double[] beliefs) {
    return switch (position) {
      case Terminal _ -> equilibrium.period(t).value(x, v, beliefs);
      case Simultaneous _ -> throw new AssertionError("not for simultaneous moves");
      case Chance chance -> {
        double sum = 0;
        for (int o = 0; o < chance.outcomes().size(); o++) {
          sum += chance.lottery(t).at(o) * after(t, chance.outcomes().get(o), v, beliefs);
        }
        yield sum;
      }
      case Decision decision -> {
        double[][] sigma = sigma(t, x, decision, beliefs);
        int first = game.types().valueFunction(decision.mover(), 0);
        boolean own = v >= first && v < first + sigma.length;
        double sum = 0;
        for (int o = 0; o < decision.outcomes().size(); o++) {
          double p = 0;
          for (int k = 0; k < sigma.length; k++) {
            double weight = own ? (v == first + k ? 1 : 0) : beliefs[first + k];
            p += weight * likelihood(decision, sigma[k], o);
          }
          if (p > 0) {
            double[] after = posterior(decision, beliefs, sigma, o);
            sum += p * after(t, decision.outcomes().get(o), v, after);
          }
        }
        for (int a = 0; own && a < decision.actions().size(); a++) {
          Action action = decision.actions().get(a);
          sum += sigma[v - first][a] * action.own().at(v);
        }
        yield sum;
      }
    };
  }

  /// Largest difference of a choice between two equilibria of games with the same positions.
  static double strategyGap(QuantalResponseEquilibrium one, QuantalResponseEquilibrium two) {
    double largest = 0;
    var beliefs = one.priors();
    var a = new Visit(one.game().types());
    var b = new Visit(one.game().types());
    for (int t = 0; t < one.game().horizon(); t++) {
      for (int x = 0; x < one.game().positions(); x++) {
        if (one.compiled.reachable[x]) {
          one.period(t).visit(x, beliefs, a);
          two.period(t).visit(x, beliefs, b);
          for (int c = 0; c < a.choices(); c++) {
            largest = Math.max(largest, Math.abs(a.choice(c) - b.choice(c)));
          }
        }
      }
    }
    return largest;
  }
}
