package org.servanda.engine.response;

/// The equations of [TwoTypeResponse] at one candidate, and their derivatives.
final class TwoTypeEquations {
  /// Likelihoods below this are computed from logarithms.
  static final double TINY = 1e-290;

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
  private final double[] expected;
  private final double[] matrix;
  private final double[] rowWeights;
  private final double[] pair;
  private double exponent;

  TwoTypeEquations(int most) {
    this.q = new double[most];
    this.image = new double[most];
    this.sigma = new double[2 * most];
    this.likelihood = new double[2 * most];
    this.value = new double[2 * most];
    this.slope = new double[2 * most];
    this.payoff = new double[2 * most];
    this.expected = new double[2 * most];
    this.pair = new double[4 * most];
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
    if (structure.identified) {
      choose(precision, 0, value);
      choose(precision, 1, value);
      System.arraycopy(sigma, 0, likelihood, 0, 2 * structure.signals);
    } else {
      expect();
      choose(precision, 0, expected);
      choose(precision, 1, expected);
      spreadChoices();
    }
    int n = structure.signals;
    for (int s = 0; s < n; s++) {
      double one = p * likelihood[n + s];
      double all = one + (1 - p) * likelihood[s];
      image[s] = all > TINY ? one / all : imageFromLogs(p, s);
    }
  }

  private void choose(double precision, int k, double[] after) {
    int actions = structure.actions;
    int from = k * actions;
    double top = Double.NEGATIVE_INFINITY;
    for (int a = from; a < from + actions; a++) {
      double u = own[a] + after[a];
      payoff[a] = u;
      top = Math.max(top, u);
    }
    if (actions == 2) {
      // One of the two exponentials is exp(0).
      double gap = payoff[from] - payoff[from + 1];
      double e = Exponential.exp(-precision * Math.abs(gap));
      double better = 1 / (1 + e);
      sigma[from] = gap >= 0 ? better : e * better;
      sigma[from + 1] = gap >= 0 ? e * better : better;
      return;
    }
    double sum = 0;
    for (int a = from; a < from + actions; a++) {
      double e = Exponential.exp(precision * (payoff[a] - top));
      sigma[a] = e;
      sum += e;
    }
    double inverse = 1 / sum;
    for (int a = from; a < from + actions; a++) {
      sigma[a] *= inverse;
    }
  }

  /// Takes over an evaluation of two identified actions that was made elsewhere: values and slopes
  /// by signal and type, and each type's probabilities.
  void settle(
      double precision,
      double v00,
      double v10,
      double v01,
      double v11,
      double g00,
      double g10,
      double g01,
      double g11,
      double a0,
      double b0,
      double a1,
      double b1) {
    exponent = precision;
    value[0] = v00;
    value[1] = v10;
    value[2] = v01;
    value[3] = v11;
    slope[0] = g00;
    slope[1] = g10;
    slope[2] = g01;
    slope[3] = g11;
    for (int i = 0; i < 4; i++) {
      payoff[i] = own[i] + value[i];
    }
    sigma[0] = a0;
    sigma[1] = b0;
    sigma[2] = a1;
    sigma[3] = b1;
  }

  /// Moves by a small correction: everything the evaluation wrote follows to first order.
  void drift(double[] move) {
    int n = structure.signals;
    for (int s = 0; s < n; s++) {
      q[s] = Math.max(0, Math.min(1, q[s] + move[s]));
      image[s] = q[s];
      value[s] += slope[s] * move[s];
      value[n + s] += slope[n + s] * move[s];
    }
    if (!structure.identified) {
      expect();
    }
    drift(0, structure.identified ? value : expected);
    drift(1, structure.identified ? value : expected);
    if (structure.identified) {
      System.arraycopy(sigma, 0, likelihood, 0, 2 * n);
    } else {
      spreadChoices();
    }
  }

  private void drift(int k, double[] after) {
    int from = k * structure.actions;
    int to = from + structure.actions;
    double mean = 0;
    for (int a = from; a < to; a++) {
      mean += sigma[a] * (own[a] + after[a] - payoff[a]);
    }
    for (int a = from; a < to; a++) {
      double u = own[a] + after[a];
      sigma[a] += sigma[a] * exponent * (u - payoff[a] - mean);
      payoff[a] = u;
    }
  }

  /// Averages the signals' values for each action.
  private void expect() {
    int actions = structure.actions;
    int n = structure.signals;
    for (int a = 0; a < actions; a++) {
      double zero = 0;
      double one = 0;
      for (int e = structure.start[a]; e < structure.start[a + 1]; e++) {
        double pi = structure.entryLikelihood[e];
        int s = structure.entrySignal[e];
        zero += pi * value[s];
        one += pi * value[n + s];
      }
      expected[a] = zero;
      expected[actions + a] = one;
    }
  }

  /// Adds up the choice probabilities behind each signal.
  private void spreadChoices() {
    int actions = structure.actions;
    int n = structure.signals;
    for (int s = 0; s < 2 * n; s++) {
      likelihood[s] = 0;
    }
    for (int a = 0; a < actions; a++) {
      for (int e = structure.start[a]; e < structure.start[a + 1]; e++) {
        double pi = structure.entryLikelihood[e];
        int s = structure.entrySignal[e];
        likelihood[s] += pi * sigma[a];
        likelihood[n + s] += pi * sigma[actions + a];
      }
    }
  }

  private double mean(double[] weights, int from, int s) {
    double sum = 0;
    for (int a = 0; a < structure.actions; a++) {
      sum += weights[from + a] * structure.likelihood[a * structure.signals + s];
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
    actionWeights(k, s);
    double sum = 0;
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
      rowWeights[k * actions + a] = all > TINY ? sigma[k * actions + a] * pi / all : 0;
      if (pi > 0 && (best < 0 || actionValue(k, a) > actionValue(k, best))) {
        best = a;
      }
    }
    if (!(all > TINY)) {
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
    if (structure.identified) {
      return solveIdentified(right);
    }
    return structure.paired && seen() ? solvePaired(right) : solveShared(right);
  }

  private boolean seen() {
    double least = 1;
    for (int s = 0; s < 2 * structure.signals; s++) {
      least = Math.min(least, likelihood[s]);
    }
    return least > TINY;
  }

  /// The matrix is a rank-one change of blocks of one or two signals that share actions.
  private double solvePaired(double[] right) {
    int n = structure.signals;
    overlaps();
    double determinant = 1;
    double alpha = 0;
    double beta = 1;
    for (int s = 0; s < n; s++) {
      int r = structure.partner[s];
      if (r < s) {
        continue;
      }
      double spread = exponent * image[s] * (1 - image[s]);
      double a = 1 - spread * block(s, s);
      if (r == s) {
        determinant *= a;
        right[s] /= a;
        rowWeights[s] = spread / a;
      } else {
        double other = exponent * image[r] * (1 - image[r]);
        double b = -spread * block(s, r);
        double c = -other * block(r, s);
        double d = 1 - other * block(r, r);
        double blockDeterminant = a * d - b * c;
        determinant *= blockDeterminant;
        double inverse = 1 / blockDeterminant;
        double first = right[s];
        right[s] = (d * first - b * right[r]) * inverse;
        right[r] = (a * right[r] - c * first) * inverse;
        rowWeights[s] = (d * spread - b * other) * inverse;
        rowWeights[r] = (a * other - c * spread) * inverse;
      }
    }
    for (int s = 0; s < n; s++) {
      double u = likelihood[n + s] * slope[n + s] - likelihood[s] * slope[s];
      alpha += u * right[s];
      beta += u * rowWeights[s];
    }
    double factor = alpha / beta;
    for (int s = 0; s < n; s++) {
      right[s] -= rowWeights[s] * factor;
    }
    return determinant * beta;
  }

  /// Writes, for both types, the probability that an action gives a signal twice over, and that it
  /// gives the signal and its partner, in `pair[s]`, shape `[type][own, partner][signals]`.
  private void overlaps() {
    int n = structure.signals;
    int actions = structure.actions;
    for (int i = 0; i < 4 * n; i++) {
      pair[i] = 0;
    }
    for (int a = 0; a < actions; a++) {
      int from = structure.start[a];
      int to = structure.start[a + 1];
      for (int e = from; e < to; e++) {
        int s = structure.entrySignal[e];
        double pi = structure.entryLikelihood[e];
        pair[s] += sigma[a] * pi * pi;
        pair[2 * n + s] += sigma[actions + a] * pi * pi;
      }
      if (to - from == 2) {
        double both = structure.entryLikelihood[from] * structure.entryLikelihood[from + 1];
        int s = structure.entrySignal[from];
        int r = structure.entrySignal[from + 1];
        pair[n + s] += sigma[a] * both;
        pair[n + r] += sigma[a] * both;
        pair[3 * n + s] += sigma[actions + a] * both;
        pair[3 * n + r] += sigma[actions + a] * both;
      }
    }
  }

  /// Derivative of the conditional part of a log-likelihood ratio, per unit of precision.
  private double block(int s, int r) {
    int n = structure.signals;
    int at = s == r ? 0 : n;
    return pair[2 * n + at + s] / likelihood[n + s] * slope[n + r]
        - pair[at + s] / likelihood[s] * slope[r];
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
