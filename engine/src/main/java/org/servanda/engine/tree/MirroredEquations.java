package org.servanda.engine.tree;

import org.servanda.engine.branch.BranchEquations;

/// The logit equations with precision running backwards: at `mu` the precision is `sum - mu`.
final class MirroredEquations implements BranchEquations {
  private final LogitEquations equations;
  private final double sum;

  MirroredEquations(LogitEquations equations, double sum) {
    this.equations = equations;
    this.sum = sum;
  }

  @Override
  public int size() {
    return equations.size();
  }

  @Override
  public void values(double[] y, double mu, double[] f) {
    equations.values(y, sum - mu, f);
  }

  @Override
  public void linearize(double[] y, double mu, double[] f) {
    equations.linearize(y, sum - mu, f);
  }

  @Override
  public int factor(double scale, double[] row) {
    return equations.factor(-scale, row);
  }

  @Override
  public void solve(double[] x) {
    equations.solve(x);
  }
}
