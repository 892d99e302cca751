package org.servanda.engine.response;

/// The equations of [TwoTypeResponse] at one candidate; [TwoTypeJacobian] has their derivatives.
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
  final double[] value;
  final double[] slope;
  final double[] payoff;
  private final double[] expected;
  double exponent;

  TwoTypeEquations(int most) {
    this.q = new double[most];
    this.image = new double[most];
    this.sigma = new double[2 * most];
    this.likelihood = new double[2 * most];
    this.value = new double[2 * most];
    this.slope = new double[2 * most];
    this.payoff = new double[2 * most];
    this.expected = new double[2 * most];
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
}
