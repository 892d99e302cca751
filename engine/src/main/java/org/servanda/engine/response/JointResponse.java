package org.servanda.engine.response;

import java.util.Arrays;
import org.servanda.engine.branch.DenseBranch;
import org.servanda.engine.branch.DenseEquations;
import org.servanda.engine.branch.DenseSolve;
import org.servanda.engine.branch.PathTracer;
import org.servanda.engine.branch.TraceLimits;

/// The logit responses of movers with any number of types, alone or at the same time.
///
/// Unknowns are the log-probabilities of all movers, types and actions; the equations say that they
/// equal the logarithm of the softmax of precision times the expected payoff, posteriors following
/// from Bayes' rule. The branch is traced from zero precision, all precisions growing in
/// proportion.
public final class JointResponse implements DenseEquations {
  private final JointMove move;
  private final double[] belief;
  private final double[] own;
  private final Continuation continuation;
  private final double highest;
  private final int players;

  private final double[] sigma;
  private final double[] average;
  private final double[] reach;
  private final double[] posterior;
  private final double[] value;
  private final double[] gradient;
  private final double[] payoff;
  private final double[] response;
  private double residual;
  private boolean several;

  /// Makes the equations at one belief.
  ///
  /// @param belief about each mover, mover by mover, type by type
  /// @param own payoff of each action, in the order of the unknowns
  public JointResponse(JointMove move, double[] belief, double[] own, Continuation continuation) {
    this.move = move;
    this.belief = belief;
    this.own = own;
    this.continuation = continuation;
    this.players = belief.length;
    double top = 0;
    for (double precision : move.precisions) {
      top = Math.max(top, precision);
    }
    this.highest = top;
    int n = move.unknowns;
    this.sigma = new double[n];
    this.average = new double[Arrays.stream(move.actions).sum()];
    this.reach = new double[average.length * move.outcomes];
    this.posterior = new double[move.outcomes * players];
    this.value = new double[move.outcomes * players];
    this.gradient = new double[move.outcomes * players * players];
    this.payoff = new double[n];
    this.response = new double[n];
  }

  @Override
  public int size() {
    return move.unknowns;
  }

  /// Returns the probability of an action.
  public double choice(int m, int k, int a) {
    return sigma[move.index(m, k, a)];
  }

  /// Returns the expected payoff of an action.
  public double actionValue(int m, int k, int a) {
    return payoff[move.index(m, k, a)];
  }

  /// Returns the probability of type `k` of mover `m` after outcome `o`.
  public double posterior(int o, int m, int k) {
    return posterior[o * players + typeOffset(m) + k];
  }

  /// Returns the probability of an outcome given a mover's action, the others' types unknown.
  public double reach(int m, int a, int o) {
    return reach[(actionOffset(m) + a) * move.outcomes + o];
  }

  /// Returns the difference between the probabilities and their logit response.
  public double residual() {
    return residual;
  }

  /// Says whether the branch turned back on its way.
  public boolean several() {
    return several;
  }

  /// Solves.
  public void solve() {
    int n = move.unknowns;
    var y = new double[n];
    for (int m = 0; m < move.movers(); m++) {
      Arrays.fill(y, move.offset[m], move.offset[m + 1], -StrictMath.log(move.actions[m]));
    }
    several = false;
    if (highest > 0) {
      double spread = 1e-3;
      evaluate(y, 0, new double[n], new double[n * (n + 1)]);
      for (int i = 0; i < n; i++) {
        spread = Math.max(spread, Math.abs(payoff[i] - payoff[0]));
      }
      var limits = TraceLimits.small(spread, 0.05, 2, 1e-13 * (1 + highest * spread), 5_000);
      var trace = PathTracer.trace(DenseBranch.of(this), y, 0, highest, limits);
      several = trace.turningPoints() > 0 || !trace.reached();
    }
    finish(y);
  }

  /// Solves from arbitrary choice probabilities by Newton's method alone, whatever the branch.
  ///
  /// @param start log-probabilities, in the order of the unknowns
  /// @return whether a solution was found
  public boolean solveFrom(double[] start) {
    int n = move.unknowns;
    double[] y = start.clone();
    var f = new double[n];
    var jacobian = new double[n * (n + 1)];
    several = false;
    for (int k = 0; k < 40; k++) {
      evaluate(y, highest, f, jacobian);
      double largest = 0;
      for (int i = 0; i < n; i++) {
        jacobian[i * (n + 1) + n] = -f[i];
        largest = Math.max(largest, Math.abs(f[i]));
      }
      if (largest <= 1e-12) {
        finish(y);
        return true;
      }
      if (!(largest < Double.POSITIVE_INFINITY) || DenseSolve.solve(jacobian, n, n + 1) == 0) {
        return false;
      }
      for (int i = 0; i < n; i++) {
        y[i] = Math.min(0, y[i] + jacobian[i * (n + 1) + n]);
      }
    }
    return false;
  }

  /// Evaluates at the end point and measures the residual.
  private void finish(double[] y) {
    choices(y);
    primal();
    respond(highest);
    residual = 0;
    for (int i = 0; i < y.length; i++) {
      double implied = StrictMath.exp(response[i]);
      residual = Math.max(residual, Math.abs(sigma[i] - implied));
      sigma[i] = implied;
    }
  }

  @Override
  public void evaluate(double[] y, double lambda, double[] f, double[] jacobian) {
    int n = move.unknowns;
    choices(y);
    primal();
    respond(lambda);
    for (int i = 0; i < n; i++) {
      f[i] = y[i] - response[i];
    }
    var tangent = new JointTangent(move, this);
    for (int c = 0; c < n; c++) {
      double[] change = tangent.along(c);
      for (int i = 0; i < n; i++) {
        jacobian[i * (n + 1) + c] = (i == c ? 1 : 0) - change[i] * lambda;
      }
    }
    double[] rate = tangent.centered(payoff);
    for (int i = 0; i < n; i++) {
      jacobian[i * (n + 1) + n] = -rate[i];
    }
  }

  private void choices(double[] y) {
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = StrictMath.exp(y[i]);
    }
  }

  /// Computes payoffs from choices.
  private void primal() {
    Arrays.fill(average, 0);
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types[m]; k++) {
        for (int a = 0; a < move.actions[m]; a++) {
          average[actionOffset(m) + a] += belief[typeOffset(m) + k] * sigma[move.index(m, k, a)];
        }
      }
      posteriors(m);
    }
    reach(average, -1, reach);
    var outcomeBelief = new double[players];
    var outcomeValue = new double[players];
    var outcomeGradient = new double[players * players];
    for (int o = 0; o < move.outcomes; o++) {
      System.arraycopy(posterior, o * players, outcomeBelief, 0, players);
      continuation.after(o, outcomeBelief, outcomeValue, outcomeGradient);
      System.arraycopy(outcomeValue, 0, value, o * players, players);
      System.arraycopy(outcomeGradient, 0, gradient, o * players * players, players * players);
    }
    expect(reach, value, payoff);
    for (int i = 0; i < payoff.length; i++) {
      payoff[i] += own[i];
    }
  }

  private void posteriors(int m) {
    int from = typeOffset(m);
    for (int o = 0; o < move.outcomes; o++) {
      double sum = 0;
      for (int k = 0; k < move.types[m]; k++) {
        double joint = belief[from + k] * factorMean(sigma, m, k, o);
        posterior[o * players + from + k] = joint;
        sum += joint;
      }
      for (int k = 0; k < move.types[m]; k++) {
        int at = o * players + from + k;
        posterior[at] = sum > 1e-290 ? posterior[at] / sum : belief[from + k];
      }
    }
  }

  double factorMean(double[] choices, int m, int k, int o) {
    double sum = 0;
    for (int a = 0; a < move.actions[m]; a++) {
      sum += choices[move.index(m, k, a)] * move.factor[m][a * move.outcomes + o];
    }
    return sum;
  }

  /// Writes, for each mover and action, the probability of each outcome when the others play the
  /// averages; with `changed` from 0 on, that mover's entries of `averages` are a change and the
  /// result is the change of everybody else's entries.
  void reach(double[] averages, int changed, double[] out) {
    Arrays.fill(out, 0);
    int joint = move.lottery.length / move.outcomes;
    for (int j = 0; j < joint; j++) {
      int stride = joint;
      for (int m = 0; m < move.movers(); m++) {
        stride /= move.actions[m];
        if (m == changed) {
          continue;
        }
        double weight = 1;
        int inner = joint;
        for (int i = 0; i < move.movers(); i++) {
          inner /= move.actions[i];
          if (i != m) {
            weight *= averages[actionOffset(i) + j / inner % move.actions[i]];
          }
        }
        int at = (actionOffset(m) + j / stride % move.actions[m]) * move.outcomes;
        for (int o = 0; o < move.outcomes; o++) {
          out[at + o] += weight * move.lottery[j * move.outcomes + o];
        }
      }
    }
  }

  /// Adds up values over outcomes.
  void expect(double[] probabilities, double[] values, double[] out) {
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types[m]; k++) {
        for (int a = 0; a < move.actions[m]; a++) {
          double sum = 0;
          for (int o = 0; o < move.outcomes; o++) {
            sum +=
                probabilities[(actionOffset(m) + a) * move.outcomes + o]
                    * values[o * players + typeOffset(m) + k];
          }
          out[move.index(m, k, a)] = sum;
        }
      }
    }
  }

  private void respond(double lambda) {
    for (int m = 0; m < move.movers(); m++) {
      double precision = highest > 0 ? lambda * move.precisions[m] / highest : 0;
      for (int k = 0; k < move.types[m]; k++) {
        int from = move.index(m, k, 0);
        double top = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < move.actions[m]; a++) {
          top = Math.max(top, payoff[from + a]);
        }
        double sum = 0;
        for (int a = 0; a < move.actions[m]; a++) {
          sum += StrictMath.exp(precision * (payoff[from + a] - top));
        }
        double log = StrictMath.log(sum);
        for (int a = 0; a < move.actions[m]; a++) {
          response[from + a] = precision * (payoff[from + a] - top) - log;
        }
      }
    }
  }

  int typeOffset(int m) {
    int sum = 0;
    for (int i = 0; i < m; i++) {
      sum += move.types[i];
    }
    return sum;
  }

  int actionOffset(int m) {
    int sum = 0;
    for (int i = 0; i < m; i++) {
      sum += move.actions[i];
    }
    return sum;
  }

  double belief(int m, int k) {
    return belief[typeOffset(m) + k];
  }

  int beliefs() {
    return players;
  }

  double[] sigma() {
    return sigma;
  }

  double[] averages() {
    return average;
  }

  double[] reach() {
    return reach;
  }

  double[] posterior() {
    return posterior;
  }

  double[] values() {
    return value;
  }

  double[] gradient() {
    return gradient;
  }

  double[] response() {
    return response;
  }

  /// Returns a mover's share of the highest precision.
  double relativePrecision(int m) {
    return highest > 0 ? move.precisions[m] / highest : 0;
  }
}
