package org.servanda.engine.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.servanda.engine.branch.DenseSolve;

/// A slow referee for the two-type response: an independent evaluation, small steps in precision,
/// and Newton's method with differences for derivatives.
final class SlowBranch {
  private final SignalStructure structure;
  private final double[] own;
  private final double[][][] nodes;
  private final double p;

  /// @param nodes continuation values, shape `[signals][2][grid points]`
  SlowBranch(SignalStructure structure, double[] own, double[][][] nodes, double p) {
    this.structure = structure;
    this.own = own;
    this.nodes = nodes;
    this.p = p;
  }

  /// Cubic Hermite interpolation with five-point derivatives, written out anew.
  static double read(double[] f, double q) {
    int n = f.length - 1;
    int cell = Math.min((int) (q * n), n - 1);
    double s = q * n - cell;
    double d0 = derivative(f, cell);
    double d1 = derivative(f, cell + 1);
    return (1 + 2 * s) * (1 - s) * (1 - s) * f[cell]
        + s * (1 - s) * (1 - s) * d0
        + s * s * (3 - 2 * s) * f[cell + 1]
        + s * s * (s - 1) * d1;
  }

  private static double derivative(double[] f, int i) {
    // Derivative of the Lagrange polynomial through the five nearest points.
    int from = Math.max(0, Math.min(i - 2, f.length - 5));
    double sum = 0;
    for (int j = from; j < from + 5; j++) {
      double weight = 0;
      for (int m = from; m < from + 5; m++) {
        if (m == j) {
          continue;
        }
        double product = 1.0 / (j - m);
        for (int l = from; l < from + 5; l++) {
          if (l != j && l != m) {
            product *= (double) (i - l) / (j - l);
          }
        }
        weight += product;
      }
      sum += weight * f[j];
    }
    return sum;
  }

  /// The posteriors that the response to `q` implies.
  double[] image(double[] q, double lambda) {
    var sigma = sigma(q, lambda);
    var image = new double[structure.signals()];
    for (int s = 0; s < image.length; s++) {
      double zero = 0;
      double one = 0;
      for (int a = 0; a < structure.actions(); a++) {
        zero += sigma[0][a] * structure.likelihood(a, s);
        one += sigma[1][a] * structure.likelihood(a, s);
      }
      image[s] = p * one / (p * one + (1 - p) * zero);
    }
    return image;
  }

  double[][] sigma(double[] q, double lambda) {
    int actions = structure.actions();
    var sigma = new double[2][actions];
    for (int k = 0; k < 2; k++) {
      double top = Double.NEGATIVE_INFINITY;
      for (int a = 0; a < actions; a++) {
        double u = own[k * actions + a];
        for (int s = 0; s < structure.signals(); s++) {
          u += structure.likelihood(a, s) * read(nodes[s][k], q[s]);
        }
        sigma[k][a] = lambda * u;
        top = Math.max(top, sigma[k][a]);
      }
      double sum = 0;
      for (int a = 0; a < actions; a++) {
        sigma[k][a] = Math.exp(sigma[k][a] - top);
        sum += sigma[k][a];
      }
      for (int a = 0; a < actions; a++) {
        sigma[k][a] /= sum;
      }
    }
    return sigma;
  }

  /// Follows the branch from zero precision to `lambda` in small steps, in much smaller ones if
  /// that fails; empty when the branch turns back on the way.
  List<Double> follow(double lambda) {
    for (int steps = 200; steps <= 20_000; steps *= 10) {
      var end = follow(lambda, steps);
      if (!end.isEmpty()) {
        return end;
      }
    }
    return List.of();
  }

  private List<Double> follow(double lambda, int steps) {
    var q = new double[structure.signals()];
    Arrays.fill(q, p);
    for (int n = 1; n <= steps; n++) {
      if (!(newton(q, lambda * n / steps) > 0)) {
        return List.of();
      }
    }
    var list = new ArrayList<Double>();
    for (double value : q) {
      list.add(value);
    }
    return list;
  }

  /// Corrects in place; returns the determinant, not positive on failure or past a turning point.
  private double newton(double[] q, double lambda) {
    int n = q.length;
    for (int k = 0; k < 8; k++) {
      double[] f = image(q, lambda);
      var a = new double[n * (n + 1)];
      double largest = 0;
      for (int c = 0; c < n; c++) {
        double h = 1e-6 * Math.min(1, 1e-3 + Math.min(q[c], 1 - q[c]));
        double[] up = q.clone();
        double[] down = q.clone();
        up[c] += h;
        down[c] -= h;
        double[] high = image(up, lambda);
        double[] low = image(down, lambda);
        for (int r = 0; r < n; r++) {
          a[r * (n + 1) + c] = (r == c ? 1 : 0) - (high[r] - low[r]) / (2 * h);
        }
      }
      for (int r = 0; r < n; r++) {
        a[r * (n + 1) + n] = f[r] - q[r];
        largest = Math.max(largest, Math.abs(f[r] - q[r]));
      }
      double determinant = DenseSolve.solve(a, n, n + 1);
      if (largest < 1e-12) {
        return determinant;
      }
      for (int r = 0; r < n; r++) {
        if (!(Math.abs(a[r * (n + 1) + n]) < 0.1)) {
          return 0;
        }
        q[r] = Math.max(0, Math.min(1, q[r] + a[r * (n + 1) + n]));
      }
    }
    return 0;
  }
}
