package org.servanda.engine.response;

import java.util.Arrays;
import org.servanda.engine.branch.DenseBranch;
import org.servanda.engine.branch.PathTracer;
import org.servanda.engine.branch.TraceLimits;

/// The logit response of an informed mover with two types, whose choice moves the belief about it.
///
/// Unknown is the posterior `q(s)`, the probability of the second type, after each signal. With
/// continuation values `C(s, k; q)`, `z(a, k) = lambda (own(a, k) + sum_s pi(a, s) C(s, k; q(s)))`,
/// `sigma(k) = softmax z(., k)`, `L(s, k) = sum_a sigma(a, k) pi(a, s)`, the equations are `q(s) =
/// p L(s, 1) / (p L(s, 1) + (1 - p) L(s, 0))`.
///
/// Up to a precision at which the solution is certainly unique ([UniquePrecision]) Newton's method
/// goes straight to it; from there the branch is followed in `lambda`. Where it turns back, a
/// [PathTracer] leads around to the first meeting with the wanted precision. Nothing is remembered
/// from one call to the next. One instance per thread.
public final class TwoTypeResponse {

  /// Largest effect in choice exponents, and largest entry, of a correction that may be the last.
  static final double LAST_EXPONENT = 2e-7;

  static final double LAST_MOVE = 1e-8;
  private static final double LOOSE = 0.03;
  private static final int CORRECTIONS = 6;
  private static final double[] RETRIES = {1, 4, 0.25, 16};

  private final TwoTypeEquations equations;
  private final UniquePrecision unique = new UniquePrecision();
  private final TwoTypeJacobian jacobian;
  private final TwoActionNewton twoActions;
  private final double[] q;
  private final double[] image;
  private final double[] move;
  private final double[] rate;
  private final double[] start;
  private final double[] direction;
  private double lambda;
  private double residual;
  private double determinant;
  private boolean several;

  /// Makes a solver for up to `most` actions and signals.
  public TwoTypeResponse(int most) {
    this.equations = new TwoTypeEquations(Math.max(most, 2));
    this.jacobian = new TwoTypeJacobian(equations, Math.max(most, 2));
    this.twoActions = new TwoActionNewton(equations);
    this.q = equations.q;
    this.image = equations.image;
    this.move = new double[most];
    this.rate = new double[most];
    this.start = new double[most];
    this.direction = new double[most];
  }

  /// Returns where continuation values are read from; to be set before [#row].
  public ResponseRows rows() {
    return equations.rows;
  }

  /// Sets the decision.
  ///
  /// @param ownPayoffs of the mover, by type and action, shape `[2][actions]`, flat; not copied
  public void decision(SignalStructure signals, double[] ownPayoffs, double precision) {
    equations.structure = signals;
    equations.own = ownPayoffs;
    lambda = precision;
  }

  /// Moves to the row of continuation values whose node 0 is at `base`.
  public void row(int base) {
    equations.rows.base = base;
    unique.measure(equations.rows, equations.structure);
  }

  /// Returns the posterior probability of the second type after signal `s`.
  public double posterior(int s) {
    return q[s];
  }

  /// Returns the probability of action `a` for type `k`.
  public double choice(int k, int a) {
    return equations.sigma[k * equations.structure.actions + a];
  }

  /// Returns the expected payoff of action `a` for type `k`.
  public double actionValue(int k, int a) {
    return equations.actionValue(k, a);
  }

  /// Returns the probability of signal `s` for type `k`.
  public double likelihood(int k, int s) {
    return equations.likelihood[k * equations.structure.signals + s];
  }

  /// Returns a bound on the difference between a probability and its logit response.
  public double residual() {
    return residual;
  }

  /// Says whether the branch turned back on its way, so that other solutions exist.
  public boolean several() {
    return several;
  }

  /// Solves at a belief.
  ///
  /// @param p probability of the second type, in [0, 1]
  public void solve(double p) {
    int signals = equations.structure.signals;
    several = false;
    Arrays.fill(q, 0, signals, p);
    if (unique.flat() || !(p > 0 && p < 1)) {
      equations.evaluate(p, lambda);
      residual = 0;
      if (p > 0 && p < 1) {
        System.arraycopy(image, 0, q, 0, signals);
      }
      return;
    }
    double certain = unique.precision(p);
    if (lambda <= certain) {
      if (equations.structure.identified
          && signals == 2
          && twoActions.solve(p, lambda, unique.steepest(), move)) {
        finish(twoActions.exponent, twoActions.largest);
        return;
      }
      if (!newton(p, lambda, 0)) {
        Arrays.fill(q, 0, signals, p);
        follow(p, 0);
      }
    } else if (newton(p, certain, LOOSE)) {
      follow(p, certain);
    } else {
      Arrays.fill(q, 0, signals, p);
      follow(p, 0);
    }
  }

  /// Newton's method at fixed precision; false if it does not converge. Ends when the correction,
  /// in choice exponents, is at most `loose`, or else when the solution is exact to the tolerance.
  private boolean newton(double p, double precision, double loose) {
    for (int k = 0; k < 30; k++) {
      equations.evaluate(p, precision);
      double largest = newtonMove();
      if (lastMove(precision, largest)) {
        return true;
      }
      apply();
      if (precision * unique.steepest() * largest <= loose) {
        return true;
      }
    }
    return false;
  }

  /// Bounds the residual at the last evaluation.
  private void measureResidual() {
    double largest = 0;
    for (int s = 0; s < equations.structure.signals; s++) {
      largest = Math.max(largest, Math.abs(image[s] - q[s]));
    }
    residual = Math.min(1, 0.5 * lambda * unique.steepest() * largest);
  }

  /// Finds the Newton correction at the last evaluation; returns its largest entry.
  private double newtonMove() {
    int signals = equations.structure.signals;
    for (int s = 0; s < signals; s++) {
      move[s] = image[s] - q[s];
    }
    determinant = jacobian.solveLinear(move);
    double largest = 0;
    for (int s = 0; s < signals; s++) {
      largest = Math.max(largest, Math.abs(move[s]));
    }
    return largest;
  }

  private void apply() {
    for (int s = 0; s < equations.structure.signals; s++) {
      q[s] = Math.max(0, Math.min(1, q[s] + move[s]));
    }
  }

  /// Ends with a correction so small that following it to first order is exact to the tolerance.
  private boolean lastMove(double precision, double largest) {
    double exponent = precision * unique.steepest() * largest;
    if (!(exponent <= LAST_EXPONENT && largest <= LAST_MOVE)) {
      return false;
    }
    finish(exponent, largest);
    return true;
  }

  private void finish(double exponent, double largest) {
    equations.drift(move);
    // Second order of the choice and of the cubics, whose curvature the steepest slope bounds.
    residual = 2 * exponent * exponent + 4 * equations.rows.intervals * exponent * largest;
  }

  /// Follows the branch from (nearly) a solution at `from` to `lambda`, in steps of `lambda`.
  private void follow(double p, double from) {
    int signals = equations.structure.signals;
    double at = from;
    double step = from > 0 ? from : 0.5 / unique.steepest();
    equations.evaluate(p, at);
    aim();
    while (at < lambda) {
      System.arraycopy(q, 0, start, 0, signals);
      double next = lambda - at <= 1.3 * step ? lambda : at + step;
      double error = correctFrom(p, next, next - at);
      if (error <= 0.5) {
        at = next;
        step *= Math.max(0.5, Math.min(3, Math.sqrt(0.15 / (error + 1e-3))));
      } else {
        System.arraycopy(start, 0, q, 0, signals);
        step = 0.4 * (next - at);
        if (!(step > 1e-5 * lambda)) {
          trace(p, at);
          return;
        }
      }
    }
  }

  /// Finds the direction of the log-likelihood ratios along the branch at the last evaluation.
  private void aim() {
    jacobian.imageRate(rate);
    jacobian.solveLinear(rate);
    for (int s = 0; s < equations.structure.signals; s++) {
      double spread = image[s] * (1 - image[s]);
      direction[s] = spread > 1e-300 ? rate[s] / spread : 0;
    }
  }

  /// Predicts and corrects; returns the size of the first correction in choice exponents, or
  /// infinity on failure, the direction then being kept. Only the last step ends exactly on the
  /// branch.
  private double correctFrom(double p, double precision, double step) {
    for (int s = 0; s < equations.structure.signals; s++) {
      double odds = Exponential.exp(Math.max(-600, Math.min(600, step * direction[s])));
      q[s] = start[s] * odds / (1 - start[s] + start[s] * odds);
    }
    boolean end = precision == lambda;
    double scale = precision * unique.steepest();
    double first = 0;
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= CORRECTIONS; k++) {
      equations.evaluate(p, precision);
      double largest = newtonMove();
      if (k == 0) {
        first = largest * scale;
      }
      if (!(determinant > 0 && first <= 0.5 && largest <= 0.3 * last)) {
        return Double.POSITIVE_INFINITY;
      }
      if (end && lastMove(precision, largest)) {
        return first;
      }
      if (!end && largest * scale <= LOOSE) {
        aim();
        apply();
        return first;
      }
      apply();
      last = largest;
    }
    return Double.POSITIVE_INFINITY;
  }

  /// Solves from an arbitrary candidate by Newton's method alone, whatever the branch.
  ///
  /// @param p probability of the second type, strictly between 0 and 1
  /// @param candidate posterior after each signal, in [0, 1]
  /// @return whether a solution was found
  public boolean solveFrom(double p, double[] candidate) {
    System.arraycopy(candidate, 0, q, 0, equations.structure.signals);
    several = false;
    return newton(p, lambda, 0);
  }

  /// Goes around turning points.
  private void trace(double p, double reached) {
    double from = reached;
    if (!newton(p, from, 0)) {
      Arrays.fill(q, 0, equations.structure.signals, p);
      from = 0;
    }
    var branch = new TwoTypeBranch(equations, jacobian, p);
    var traced = DenseBranch.of(branch);
    var ratio = new double[equations.structure.signals];
    equations.evaluate(p, from);
    branch.ratios(ratio);
    double scale = Math.max(unique.steepest(), 1e-3);
    // Another length of lambda, and shorter steps, where the first try gets stuck.
    var trace = PathTracer.trace(traced, ratio, from, lambda, limits(scale, 4));
    for (int n = 0; !trace.reached() && n < RETRIES.length; n++) {
      Arrays.fill(ratio, 0);
      trace = PathTracer.trace(traced, ratio, 0, lambda, limits(RETRIES[n] * scale, 0.5));
    }
    several = trace.turningPoints() > 0 || !trace.reached();
    branch.candidate(ratio);
    equations.evaluate(p, lambda);
    measureResidual();
  }

  private TraceLimits limits(double scale, double largestStep) {
    return TraceLimits.small(scale, 1e-3, largestStep, 1e-13 * (1 + lambda), 3_000);
  }
}
