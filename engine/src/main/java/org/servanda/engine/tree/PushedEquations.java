package org.servanda.engine.tree;

import org.servanda.engine.branch.BranchEquations;

/// The logit equations at one precision with a bonus on some actions that fades as `tau` goes from
/// 0 to 1, and turns into a penalty beyond: `y = lambda (U(a) - U(0)) + (1 - tau) push`.
///
/// @source Herings and Peeters (2010), on homotopies from an arbitrary start
final class PushedEquations implements BranchEquations {
  private final LogitEquations equations;
  private final double lambda;
  private final double[] push;

  /// @param push shape `[size]`
  PushedEquations(LogitEquations equations, double lambda, double[] push) {
    this.equations = equations;
    this.lambda = lambda;
    this.push = push;
  }

  @Override
  public int size() {
    return push.length;
  }

  @Override
  public void values(double[] y, double tau, double[] f) {
    equations.values(y, lambda, f);
    add(tau, f);
  }

  @Override
  public void linearize(double[] y, double tau, double[] f) {
    equations.linearize(y, lambda, f);
    add(tau, f);
  }

  private void add(double tau, double[] f) {
    for (int i = 0; i < push.length; i++) {
      f[i] -= (1 - tau) * push[i];
    }
  }

  @Override
  public int factor(double scale, double[] row) {
    return equations.factor(push, scale, row);
  }

  @Override
  public void solve(double[] x) {
    equations.solve(x);
  }

  /// Solves at `tau = 0`, where the bonus decides almost everything.
  ///
  /// @param y receives the solution
  boolean start(double[] y) {
    int n = push.length;
    var f = new double[n];
    System.arraycopy(push, 0, y, 0, n);
    double largest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 60 && largest > 1e-6; k++) {
      values(y, 0, f);
      largest = 0;
      for (int i = 0; i < n; i++) {
        y[i] -= f[i];
        largest = Math.max(largest, Math.abs(f[i]));
      }
    }
    var row = new double[n + 1];
    var x = new double[n + 1];
    row[n] = 1;
    for (int k = 0; k < 30; k++) {
      linearize(y, 0, f);
      double size = 0;
      double length = 0;
      for (int i = 0; i < n; i++) {
        x[i] = -f[i];
        length = Math.max(length, Math.abs(f[i]));
        size = Math.max(size, Math.abs(y[i]));
      }
      if (length <= 1e-11 * (1 + size)) {
        return true;
      }
      x[n] = 0;
      if (!(length < Double.POSITIVE_INFINITY) || factor(1, row) == 0) {
        return false;
      }
      solve(x);
      for (int i = 0; i < n; i++) {
        y[i] += x[i];
      }
    }
    return false;
  }
}
