package org.servanda.engine.slow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;

/// The slow referee: the same model written down without any thought of speed.
///
/// Recursion over position, period and belief; each decision by damped iteration from uniform play;
/// cubic interpolation with five-point derivatives, belief by belief. Players have one type or two
/// and move one at a time. Shares no code with the engine but the game.
public final class SlowSolver {
  private static final int MOST_ITERATIONS = 400;
  private static final double ENOUGH = 1e-12;
  private static final double[] ONE = {1};

  private final StochasticGame game;
  private final int intervals;
  private final int values;
  private final int beliefs;
  private final double[][] slopes;
  private final Map<Long, double[]> known = new HashMap<>();
  private long visits;

  /// Makes a solver on a grid with `intervals` intervals per player with two types.
  public SlowSolver(StochasticGame game, int intervals) {
    this.game = game;
    this.intervals = intervals;
    this.values = game.types().valueFunctions();
    int size = 1;
    for (int i = 0; i < game.types().players(); i++) {
      size *= nodes(i);
    }
    this.beliefs = size;
    this.slopes = new double[intervals + 1][intervals + 1];
    for (int i = 0; i <= intervals; i++) {
      for (int j = 0; j <= intervals; j++) {
        slopes[i][j] = slope(i, j, intervals + 1);
      }
    }
  }

  /// Returns how many (position, period, belief) triples were computed, terminals left out.
  public long visits() {
    return visits;
  }

  /// Returns the value of a type at the root in period `t`, beliefs at their priors.
  public double value(int t, int player, int type) {
    var belief = new double[game.types().players()];
    for (int i = 0; i < belief.length; i++) {
      belief[i] = nodes(i) == 1 ? 0 : game.prior(i).at(1);
    }
    int v = game.types().valueFunction(player, type);
    return after(t, Outcome.to(game.root()), v, v + 1, belief)[v];
  }

  private int nodes(int player) {
    return game.types().types(player) == 1 ? 1 : intervals + 1;
  }

  /// Values of a position in a period at every grid point, shape `[beliefs][values]`.
  private double[] values(int t, int x) {
    long key = (long) t * game.positions() + x;
    double[] kept = known.get(key);
    if (kept == null) {
      kept = new double[beliefs * values];
      for (int b = 0; b < beliefs; b++) {
        System.arraycopy(visit(t, x, belief(b)), 0, kept, b * values, values);
      }
      known.put(key, kept);
    }
    return kept;
  }

  /// Probabilities of the second types at a grid point.
  private double[] belief(int b) {
    var belief = new double[game.types().players()];
    int rest = b;
    for (int i = belief.length - 1; i >= 0; i--) {
      belief[i] = nodes(i) == 1 ? 0 : (double) (rest % nodes(i)) / intervals;
      rest /= nodes(i);
    }
    return belief;
  }

  private double[] visit(int t, int x, double[] belief) {
    if (t == game.horizon() && !(game.position(x) instanceof Terminal)) {
      return salvage(x);
    }
    return switch (game.position(x)) {
      case Terminal terminal -> terminal(terminal, belief);
      case Chance chance -> chance(t, chance, belief);
      case Decision decision -> decision(t, decision, belief);
      case Simultaneous _ -> throw new IllegalArgumentException("simultaneous moves");
    };
  }

  private double[] salvage(int x) {
    var out = new double[values];
    var salvage = game.salvage(x);
    for (int v = 0; v < values && salvage != null; v++) {
      out[v] = salvage.at(v);
    }
    return out;
  }

  private double[] terminal(Terminal terminal, double[] belief) {
    var out = new double[values];
    for (int v = 0; v < values; v++) {
      int i = player(v);
      out[v] =
          terminal.interdependent()
              ? average(terminal, belief, i, v - game.types().valueFunction(i, 0))
              : terminal.own().at(v);
    }
    return out;
  }

  /// Average over the others' types.
  private double average(Terminal terminal, double[] belief, int player, int type) {
    double sum = 0;
    for (int w = 0; w < game.types().profiles(); w++) {
      double weight = game.types().typeIn(w, player) == type ? 1 : 0;
      for (int j = 0; j < belief.length; j++) {
        double second = game.types().typeIn(w, j) == 1 ? belief[j] : 1 - belief[j];
        weight *= j == player ? 1 : second;
      }
      sum += weight * terminal.value(game.types(), player, w);
    }
    return sum;
  }

  private double[] chance(int t, Chance chance, double[] belief) {
    visits++;
    var out = new double[values];
    for (int o = 0; o < chance.outcomes().size(); o++) {
      double p = chance.lottery(t).at(o);
      double[] after = p > 0 ? after(t, chance.outcomes().get(o), 0, values, belief) : out;
      for (int v = 0; p > 0 && v < values; v++) {
        out[v] += p * after[v];
      }
    }
    return out;
  }

  /// Damped iteration on the choice probabilities, shape `[types][actions]`.
  private double[] decision(int t, Decision decision, double[] belief) {
    visits++;
    int types = game.types().types(decision.mover());
    int actions = decision.actions().size();
    var sigma = new double[types][actions];
    for (double[] row : sigma) {
      Arrays.fill(row, 1.0 / actions);
    }
    double damping = 1;
    double change = 1;
    for (int n = 0; n < MOST_ITERATIONS && change > ENOUGH; n++) {
      double before = change;
      change = 0;
      double[][] response = response(t, decision, belief, sigma);
      for (int k = 0; k < types; k++) {
        for (int a = 0; a < actions; a++) {
          double step = response[k][a] - sigma[k][a];
          sigma[k][a] += damping * step;
          change = Math.max(change, Math.abs(step));
        }
      }
      damping = change > 0.8 * before ? Math.max(0.1, damping / 2) : damping;
    }
    return expected(t, decision, belief, sigma);
  }

  private double[][] response(int t, Decision decision, double[] belief, double[][] sigma) {
    int first = game.types().valueFunction(decision.mover(), 0);
    var utility = new double[sigma.length][sigma[0].length];
    for (int o = 0; o < decision.outcomes().size(); o++) {
      double[] moved = posterior(decision, belief, sigma, o);
      double[] after = after(t, decision.outcomes().get(o), first, first + sigma.length, moved);
      for (int k = 0; k < sigma.length; k++) {
        double value = after[first + k];
        for (int a = 0; a < sigma[k].length; a++) {
          utility[k][a] += decision.actions().get(a).lottery().at(o) * value;
        }
      }
    }
    for (int k = 0; k < sigma.length; k++) {
      softmax(decision.actions(), first + k, game.precision(decision.mover()), utility[k]);
    }
    return utility;
  }

  private static void softmax(List<Action> actions, int v, double precision, double[] u) {
    double top = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < u.length; a++) {
      u[a] += actions.get(a).own().at(v);
      top = Math.max(top, u[a]);
    }
    double sum = 0;
    for (int a = 0; a < u.length; a++) {
      u[a] = Math.exp(precision * (u[a] - top));
      sum += u[a];
    }
    for (int a = 0; a < u.length; a++) {
      u[a] /= sum;
    }
  }

  private static double likelihood(Decision decision, double[] sigma, int o) {
    double sum = 0;
    for (int a = 0; a < sigma.length; a++) {
      Lottery lottery = decision.actions().get(a).lottery();
      sum += sigma[a] * lottery.at(o);
    }
    return sum;
  }

  private static double[] posterior(Decision decision, double[] belief, double[][] sigma, int o) {
    double[] moved = belief.clone();
    if (sigma.length == 2) {
      double one = belief[decision.mover()] * likelihood(decision, sigma[1], o);
      double zero = (1 - belief[decision.mover()]) * likelihood(decision, sigma[0], o);
      moved[decision.mover()] = one + zero > 0 ? one / (one + zero) : belief[decision.mover()];
    }
    return moved;
  }

  private double[] expected(int t, Decision decision, double[] belief, double[][] sigma) {
    int mover = decision.mover();
    int first = game.types().valueFunction(mover, 0);
    var out = new double[values];
    for (int o = 0; o < decision.outcomes().size(); o++) {
      double[] moved = posterior(decision, belief, sigma, o);
      double zero = likelihood(decision, sigma[0], o);
      double one = sigma.length == 2 ? likelihood(decision, sigma[1], o) : zero;
      double[] after = after(t, decision.outcomes().get(o), 0, values, moved);
      for (int v = 0; v < values; v++) {
        double p = belief[mover] * one + (1 - belief[mover]) * zero;
        p = v == first ? zero : sigma.length == 2 && v == first + 1 ? one : p;
        out[v] += p * after[v];
      }
    }
    for (int k = 0; k < sigma.length; k++) {
      for (int a = 0; a < sigma[k].length; a++) {
        out[first + k] += sigma[k][a] * decision.actions().get(a).own().at(first + k);
      }
    }
    return out;
  }

  /// Payoffs and discounted values of an outcome at the beliefs after it, for value functions
  /// `from` to `to - 1`.
  private double[] after(int t, Outcome outcome, int from, int to, double[] belief) {
    int then = outcome.timing() == Timing.NEXT_PERIOD ? t + 1 : t;
    double[] drawn = outcome.redraws().isEmpty() ? belief : belief.clone();
    for (var redraw : outcome.redraws()) {
      drawn[redraw.player()] = nodes(redraw.player()) == 1 ? 0 : redraw.distribution().at(1);
    }
    double[] at = values(then, outcome.successor());
    double[][] weights = new double[belief.length][];
    for (int i = 0; i < belief.length; i++) {
      weights[i] = nodes(i) == 1 ? ONE : weights(drawn[i]);
    }
    var out = new double[values];
    for (int v = from; v < to; v++) {
      int player = player(v);
      double value = interpolated(at, v, weights, 0, 0);
      for (var redraw : outcome.redraws()) {
        if (redraw.player() == player) {
          value = 0;
          for (int k = 0; k < game.types().types(player); k++) {
            int w = game.types().valueFunction(player, k);
            value +=
                redraw.regard() * redraw.distribution().at(k) * interpolated(at, w, weights, 0, 0);
          }
        }
      }
      double discount = outcome.timing() == Timing.NEXT_PERIOD ? game.discount(player) : 1;
      out[v] = outcome.payoffs().at(v) + discount * value;
    }
    return out;
  }

  private int player(int v) {
    int player = 0;
    while (player + 1 < game.types().players() && v >= game.types().valueFunction(player + 1, 0)) {
      player++;
    }
    return player;
  }

  /// Interpolates along one player's belief after the other.
  private double interpolated(double[] at, int v, double[][] weights, int player, int b) {
    if (player == weights.length) {
      return at[b * values + v];
    }
    double[] w = weights[player];
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      if (w[j] != 0) {
        sum += w[j] * interpolated(at, v, weights, player + 1, b * w.length + j);
      }
    }
    return sum;
  }

  /// Weight of each node in the value at a belief.
  private double[] weights(double belief) {
    double place = belief * intervals;
    int cell = (int) Math.min(Math.floor(place), intervals - 1);
    double r = place - cell;
    var weights = new double[intervals + 1];
    weights[cell] = (1 - r) * (1 - r) * (1 + 2 * r);
    weights[cell + 1] = r * r * (3 - 2 * r);
    for (int j = 0; r > 0 && r < 1 && j <= intervals; j++) {
      weights[j] += r * (1 - r) * (1 - r) * slopes[cell][j] - r * r * (1 - r) * slopes[cell + 1][j];
    }
    return weights;
  }

  /// Weight of node `j` in the derivative at node `i` of the polynomial through the five nodes
  /// around it.
  private static double slope(int i, int j, int n) {
    int width = Math.min(n, 5);
    int from = Math.max(0, Math.min(i - width / 2, n - width));
    if (j < from || j >= from + width) {
      return 0;
    }
    double sum = 0;
    for (int m = from; m < from + width; m++) {
      if (m == j) {
        continue;
      }
      double product = 1.0 / (j - m);
      for (int l = from; l < from + width; l++) {
        product *= l == j || l == m ? 1 : (double) (i - l) / (j - l);
      }
      sum += product;
    }
    return sum;
  }
}
