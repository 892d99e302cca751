package org.servanda.engine.response;

import java.util.Arrays;

/// Derivatives of the logit responses of a [JointResponse], one unknown at a time.
final class JointTangent {
  private final JointMove move;
  private final JointResponse at;
  private final double[] averages;
  private final double[] reachChange;
  private final double[] posteriorChange;
  private final double[] valueChange;
  private final double[] change;
  private final double[] part;

  JointTangent(JointMove move, JointResponse at) {
    this.move = move;
    this.at = at;
    this.averages = new double[at.averages().length];
    this.reachChange = new double[at.reach().length];
    this.posteriorChange = new double[at.posterior().length];
    this.valueChange = new double[at.values().length];
    this.change = new double[move.unknowns];
    this.part = new double[move.unknowns];
  }

  /// Returns how the choice exponents per unit of precision change with log-probability `c`, each
  /// less its mean under the response.
  double[] along(int c) {
    int m = 0;
    while (c >= move.offset[m + 1]) {
      m++;
    }
    int k = (c - move.offset[m]) / move.actions[m];
    int a = (c - move.offset[m]) % move.actions[m];
    double rise = at.sigma()[c];
    System.arraycopy(at.averages(), 0, averages, 0, averages.length);
    for (int i = 0; i < move.actions[m]; i++) {
      averages[at.actionOffset(m) + i] = i == a ? at.belief(m, k) * rise : 0;
    }
    at.reach(averages, m, reachChange);
    posteriors(m, k, a, rise);
    values();
    at.expect(reachChange, at.values(), change);
    at.expect(at.reach(), valueChange, part);
    for (int i = 0; i < change.length; i++) {
      change[i] += part[i];
    }
    return centered(change);
  }

  private void posteriors(int m, int k, int a, double rise) {
    int n = at.beliefs();
    int from = at.typeOffset(m);
    Arrays.fill(posteriorChange, 0);
    for (int o = 0; o < move.outcomes; o++) {
      double all = 0;
      for (int j = 0; j < move.types[m]; j++) {
        all += at.belief(m, j) * at.factorMean(at.sigma(), m, j, o);
      }
      if (!(all > 1e-290)) {
        continue;
      }
      double own = at.belief(m, k) * rise * move.factor[m][a * move.outcomes + o] / all;
      for (int j = 0; j < move.types[m]; j++) {
        double q = at.posterior()[o * n + from + j];
        posteriorChange[o * n + from + j] = (j == k ? own : 0) - q * own;
      }
    }
  }

  private void values() {
    int n = at.beliefs();
    for (int o = 0; o < move.outcomes; o++) {
      for (int v = 0; v < n; v++) {
        double sum = 0;
        for (int b = 0; b < n; b++) {
          sum += at.gradient()[(o * n + v) * n + b] * posteriorChange[o * n + b];
        }
        valueChange[o * n + v] = sum;
      }
    }
  }

  /// Subtracts from each entry its mean under the response, and weighs it by the mover's share of
  /// the highest precision.
  double[] centered(double[] values) {
    var out = new double[values.length];
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types[m]; k++) {
        int from = move.index(m, k, 0);
        double mean = 0;
        for (int a = 0; a < move.actions[m]; a++) {
          mean += StrictMath.exp(at.response()[from + a]) * values[from + a];
        }
        for (int a = 0; a < move.actions[m]; a++) {
          out[from + a] = at.relativePrecision(m) * (values[from + a] - mean);
        }
      }
    }
    return out;
  }
}
