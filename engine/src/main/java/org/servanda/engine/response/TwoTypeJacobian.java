package org.servanda.engine.response;

import org.servanda.engine.branch.DenseSolve;

/// Derivatives of [TwoTypeEquations] at the last evaluation, and linear systems in them.
final class TwoTypeJacobian {
  private final TwoTypeEquations at;
  private final double[] matrix;
  private final double[] rowWeights;
  private final double[] pair;

  TwoTypeJacobian(TwoTypeEquations at, int most) {
    this.at = at;
    this.matrix = new double[most * (most + 1)];
    this.rowWeights = new double[2 * most];
    this.pair = new double[4 * most];
  }

  private double mean(double[] weights, int from, int s) {
    double sum = 0;
    for (int a = 0; a < at.structure.actions; a++) {
      sum += weights[from + a] * at.structure.likelihood[a * at.structure.signals + s];
    }
    return sum;
  }

  /// Writes the derivative of every implied posterior with respect to the precision.
  void imageRate(double[] rate) {
    int n = at.structure.signals;
    for (int s = 0; s < n; s++) {
      rate[s] = at.image[s] * (1 - at.image[s]) * ratioRate(s);
    }
  }

  /// Returns the derivative of a signal's log-likelihood ratio with respect to the precision.
  double ratioRate(int s) {
    return conditional(at.payoff, 1, s) - conditional(at.payoff, 0, s) - average(1) + average(0);
  }

  private double average(int k) {
    double sum = 0;
    for (int a = 0; a < at.structure.actions; a++) {
      sum += at.sigma[k * at.structure.actions + a] * at.payoff[k * at.structure.actions + a];
    }
    return sum;
  }

  /// Average over the actions of type `k` given signal `s`.
  private double conditional(double[] perAction, int k, int s) {
    int actions = at.structure.actions;
    if (at.structure.identified) {
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
    int actions = at.structure.actions;
    double all = at.likelihood[k * at.structure.signals + s];
    int best = -1;
    for (int a = 0; a < actions; a++) {
      double pi = at.structure.likelihood(a, s);
      rowWeights[k * actions + a] =
          all > TwoTypeEquations.TINY ? at.sigma[k * actions + a] * pi / all : 0;
      if (pi > 0 && (best < 0 || at.actionValue(k, a) > at.actionValue(k, best))) {
        best = a;
      }
    }
    if (!(all > TwoTypeEquations.TINY)) {
      rowWeights[k * actions + best] = 1;
    }
  }

  /// Writes the derivatives of the log-likelihood ratios with respect to the candidate posteriors,
  /// row-major with rows of `width`.
  void ratioJacobian(double[] out, int width) {
    int n = at.structure.signals;
    int actions = at.structure.actions;
    for (int s = 0; s < n; s++) {
      if (!at.structure.identified) {
        actionWeights(0, s);
        actionWeights(1, s);
      }
      for (int r = 0; r < n; r++) {
        double zero = -at.likelihood[r];
        double one = -at.likelihood[n + r];
        if (at.structure.identified) {
          zero += s == r ? 1 : 0;
          one += s == r ? 1 : 0;
        } else {
          zero += mean(rowWeights, 0, r);
          one += mean(rowWeights, actions, r);
        }
        out[s * width + r] = at.exponent * (one * at.slope[n + r] - zero * at.slope[r]);
      }
    }
  }

  /// Solves `(I - derivative of the image) x = right` in place; returns the determinant.
  double solveLinear(double[] right) {
    if (at.structure.identified) {
      return solveIdentified(right);
    }
    return at.structure.paired && seen() ? solvePaired(right) : solveShared(right);
  }

  private boolean seen() {
    double least = 1;
    for (int s = 0; s < 2 * at.structure.signals; s++) {
      least = Math.min(least, at.likelihood[s]);
    }
    return least > TwoTypeEquations.TINY;
  }

  /// The matrix is a rank-one change of blocks of one or two signals that share actions.
  private double solvePaired(double[] right) {
    int n = at.structure.signals;
    overlaps();
    double determinant = 1;
    double alpha = 0;
    double beta = 1;
    for (int s = 0; s < n; s++) {
      int r = at.structure.partner[s];
      if (r < s) {
        continue;
      }
      double spread = at.exponent * at.image[s] * (1 - at.image[s]);
      double a = 1 - spread * block(s, s);
      if (r == s) {
        determinant *= a;
        right[s] /= a;
        rowWeights[s] = spread / a;
      } else {
        double other = at.exponent * at.image[r] * (1 - at.image[r]);
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
      double u = at.likelihood[n + s] * at.slope[n + s] - at.likelihood[s] * at.slope[s];
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
    int n = at.structure.signals;
    int actions = at.structure.actions;
    for (int i = 0; i < 4 * n; i++) {
      pair[i] = 0;
    }
    for (int a = 0; a < actions; a++) {
      int from = at.structure.start[a];
      int to = at.structure.start[a + 1];
      for (int e = from; e < to; e++) {
        int s = at.structure.entrySignal[e];
        double pi = at.structure.entryLikelihood[e];
        pair[s] += at.sigma[a] * pi * pi;
        pair[2 * n + s] += at.sigma[actions + a] * pi * pi;
      }
      if (to - from == 2) {
        double both = at.structure.entryLikelihood[from] * at.structure.entryLikelihood[from + 1];
        int s = at.structure.entrySignal[from];
        int r = at.structure.entrySignal[from + 1];
        pair[n + s] += at.sigma[a] * both;
        pair[n + r] += at.sigma[a] * both;
        pair[3 * n + s] += at.sigma[actions + a] * both;
        pair[3 * n + r] += at.sigma[actions + a] * both;
      }
    }
  }

  /// Derivative of the conditional part of a log-likelihood ratio, per unit of precision.
  private double block(int s, int r) {
    int n = at.structure.signals;
    int shift = s == r ? 0 : n;
    return pair[2 * n + shift + s] / at.likelihood[n + s] * at.slope[n + r]
        - pair[shift + s] / at.likelihood[s] * at.slope[r];
  }

  /// The matrix is diagonal plus rank one: Sherman and Morrison.
  private double solveIdentified(double[] right) {
    int n = at.structure.signals;
    double determinant = 1;
    double alpha = 0;
    double beta = 1;
    for (int s = 0; s < n; s++) {
      double spread = at.exponent * at.image[s] * (1 - at.image[s]);
      double diagonal = 1 - spread * (at.slope[n + s] - at.slope[s]);
      double u = at.sigma[n + s] * at.slope[n + s] - at.sigma[s] * at.slope[s];
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
    int n = at.structure.signals;
    int width = n + 1;
    ratioJacobian(matrix, width);
    for (int s = 0; s < n; s++) {
      double spread = at.image[s] * (1 - at.image[s]);
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
