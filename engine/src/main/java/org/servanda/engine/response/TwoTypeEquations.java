package org.servanda.engine.response;

/// The equations of [TwoTypeResponse] at one candidate, and their derivatives.
final class TwoTypeEquations {
  final ResponseRows rows = new ResponseRows();
  SignalStructure structure = new SignalStructure(1, 1, new double[] {1});
  double[] own = new double[2];

  /// Candidate posteriors, and those that the response to them implies.
  final double[] q;

  final double[] image;
  final double[] sigma;
  final double[] likelihood;
  private final double[] value;
  private final double[] slope;
  private final double[] payoff;
  private final double[] matrix;
  private final double[] rowWeights;
  private double exponent;

  TwoTypeEquations(int most) {
    this.q = new double[most];
    this.image = new double[most];
    this.sigma = new double[2 * most];
    this.likelihood = new double[2 * most];
    this.value = new double[2 * most];
    this.slope = new double[2 * most];
    this.payoff = new double[2 * most];
    this.matrix = new double[most * (most + 1)];
    this.rowWeights = new double[2 * most];
  }

  /// Returns the expected payoff of action `a` for type `k` at the last candidate.
  double actionValue(int k, int a) {
    return payoff[k * structure.actions + a];
  }

  /// Computes choice, likelihoods and implied posteriors at the candidate `q`.
  void evaluate(double p, double precision) {
    exponent = precision;
    rows.read(q, structure.signals, value, slope);
    choose(precision, 0);
    choose(precision, 1);
    int n = structure.signals;
    for (int s = 0; s < n; s++) {
      if (structure.identified) {
        likelihood[s] = sigma[s];
        likelihood[n + s] = sigma[n + s];
      } else {
        likelihood[s] = mean(sigma, 0, s);
        likelihood[n + s] = mean(sigma, structure.actions, s);
      }
      double one = p * likelihood[n + s];
      double all = one + (1 - p) * likelihood[s];
      image[s] = all > 1e-290 ? one / all : imageFromLogs(p, s);
    }
  }

  private void choose(double precision, int k) {
    int actions = structure.actions;
    int from = k * actions;
    double top = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < actions; a++) {
      double u =
          own[from + a]
              + (structure.identified ? value[from + a] : expected(value, k * structure.signals, a));
      payoff[from + a] = u;
      top = Math.max(top, u);
    }
    double sum = 0;
    for (int a = 0; a < actions; a++) {
      double e = Exponential.exp(precision * (payoff[from + a] - top));
      sigma[from + a] = e;
      sum += e;
    }
    double inverse = 1 / sum;
    for (int a = 0; a < actions; a++) {
      sigma[from + a] *= inverse;
    }
  }

  private double mean(double[] weights, int from, int s) {
    double sum = 0;
    for (int a = 0; a < structure.actions; a++) {
      sum += weights[from + a] * structure.likelihood[a * structure.signals + s];
    }
    return sum;
  }

  private double expected(double[] perSignal, int from, int a) {
    double sum = 0;
    for (int s = 0; s < structure.signals; s++) {
      sum += structure.likelihood[a * structure.signals + s] * perSignal[from + s];
    }
    return sum;
  }

  private double imageFromLogs(double p, int s) {
    double odds = StrictMath.log(p) - StrictMath.log1p(-p) + logRatio(s);
    return logistic(odds);
  }

  static double logistic(double odds) {
    return odds > 0 ? 1 / (1 + StrictMath.exp(-odds)) : 1 - 1 / (1 + StrictMath.exp(odds));
  }

  /// Logarithm of the likelihood ratio of a signal, second type over first, without underflow.
  double logRatio(int s) {
    return logLikelihood(1, s) - logLikelihood(0, s);
  }

  private double logLikelihood(int k, int s) {
    double best = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < structure.actions; a++) {
      double z = exponent * actionValue(k, a);
      top = Math.max(top, z);
      if (structure.likelihood(a, s) > 0) {
        best = Math.max(best, z);
      }
    }
    double sum = 0;
    double all = 0;
    for (int a = 0; a < structure.actions; a++) {
      double z = exponent * actionValue(k, a);
      all += StrictMath.exp(z - top);
      double pi = structure.likelihood(a, s);
      sum += pi > 0 ? pi * StrictMath.exp(z - best) : 0;
    }
    return best - top + StrictMath.log(sum) - StrictMath.log(all);
  }

  /// Writes the derivative of every implied posterior with respect to the precision.
  void imageRate(double[] rate) {
    int n = structure.signals;
    for (int s = 0; s < n; s++) {
      rate[s] = image[s] * (1 - image[s]) * ratioRate(s);
    }
  }

  /// Returns the derivative of a signal's log-likelihood ratio with respect to the precision.
  double ratioRate(int s) {
    return conditional(payoff, 1, s) - conditional(payoff, 0, s) - average(1) + average(0);
  }

  private double average(int k) {
    double sum = 0;
    for (int a = 0; a < structure.actions; a++) {
      sum += sigma[k * structure.actions + a] * payoff[k * structure.actions + a];
    }
    return sum;
  }

  /// Average over the actions of type `k` given signal `s`.
  private double conditional(double[] perAction, int k, int s) {
    int actions = structure.actions;
    if (structure.identified) {
      return perAction[k * actions + s];
    }
    double sum = 0;
    actionWeights(k, s);
    for (int a = 0; a < actions; a++) {
      sum += rowWeights[k * actions + a] * perAction[k * actions + a];
    }
    return sum;
  }

  /// Posterior over the actions of type `k` given signal `s`; where the signal's likelihood
  /// underflows, the best action that can give it.
  private void actionWeights(int k, int s) {
    int actions = structure.actions;
    double all = likelihood[k * structure.signals + s];
    int best = -1;
    for (int a = 0; a < actions; a++) {
      double pi = structure.likelihood(a, s);
      rowWeights[k * actions + a] = all > 1e-290 ? sigma[k * actions + a] * pi / all : 0;
      if (pi > 0 && (best < 0 || actionValue(k, a) > actionValue(k, best))) {
        best = a;
      }
    }
    if (!(all > 1e-290)) {
      rowWeights[k * actions + best] = 1;
    }
  }

  /// Writes the derivatives of the log-likelihood ratios with respect to the candidate posteriors,
  /// row-major with rows of `width`.
  void ratioJacobian(double[] out, int width) {
    int n = structure.signals;
    int actions = structure.actions;
    for (int s = 0; s < n; s++) {
      if (!structure.identified) {
        actionWeights(0, s);
        actionWeights(1, s);
      }
      for (int r = 0; r < n; r++) {
        double zero = -likelihood[r];
        double one = -likelihood[n + r];
        if (structure.identified) {
          zero += s == r ? 1 : 0;
          one += s == r ? 1 : 0;
        } else {
          zero += mean(rowWeights, 0, r);
          one += mean(rowWeights, actions, r);
        }
        out[s * width + r] = exponent * (one * slope[n + r] - zero * slope[r]);
      }
    }
  }

  /// Solves `(I - derivative of the image) x = right` in place; returns the determinant.
  double solveLinear(double[] right) {
    return structure.identified ? solveIdentified(right) : solveShared(right);
  }

  /// The matrix is diagonal plus rank one: Sherman and Morrison.
  private double solveIdentified(double[] right) {
    int n = structure.signals;
    double determinant = 1;
    double alpha = 0;
    double beta = 1;
    for (int s = 0; s < n; s++) {
      double spread = exponent * image[s] * (1 - image[s]);
      double diagonal = 1 - spread * (slope[n + s] - slope[s]);
      double u = sigma[n + s] * slope[n + s] - sigma[s] * slope[s];
      double inverse = 1 / diagonal;
      determinant *= diagonal;
      alpha += u * right[s] * inverse;
      beta += u * spread * inverse;
      rowWeights[s] = spread * inverse;
      right[s] *= inverse;
    }
    double factor = alpha / beta;
    for (int s = 0; s < n; s++) {
      right[s] -= rowWeights[s] * factor;
    }
    return determinant * beta;
  }

  private double solveShared(double[] right) {
    int n = structure.signals;
    int width = n + 1;
    ratioJacobian(matrix, width);
    for (int s = 0; s < n; s++) {
      double spread = image[s] * (1 - image[s]);
      for (int r = 0; r < n; r++) {
        matrix[s * width + r] = (s == r ? 1 : 0) - spread * matrix[s * width + r];
      }
      matrix[s * width + n] = right[s];
    }
    double determinant = DenseSolve.solve(matrix, n, width);
    for (int s = 0; s < n; s++) {
      right[s] = matrix[s * width + n];
    }
    return determinant;
  }
}
