package org.servanda.engine.branch;

/// Equations with a dense matrix of derivatives, ready for the tracer.
///
/// Memory: `16 (n + 1)^2` bytes for `n` unknowns.
public final class DenseBranch implements BranchEquations {
  private final DenseEquations equations;
  private final int n;
  private final double[] jacobian;
  private final DenseLu lu;

  private DenseBranch(DenseEquations equations) {
    this.equations = equations;
    this.n = equations.size();
    this.jacobian = new double[Math.multiplyExact(n, n + 1)];
    this.lu = new DenseLu(n + 1);
  }

  /// Makes the work space for equations.
  public static DenseBranch of(DenseEquations equations) {
    return new DenseBranch(equations);
  }

  @Override
  public int size() {
    return n;
  }

  @Override
  public void values(double[] y, double lambda, double[] f) {
    equations.values(y, lambda, f);
  }

  @Override
  public void linearize(double[] y, double lambda, double[] f) {
    equations.evaluate(y, lambda, f, jacobian);
  }

  @Override
  public int factor(double scale, double[] row) {
    for (int i = 0; i < n; i++) {
      double[] to = lu.row(i);
      System.arraycopy(jacobian, i * (n + 1), to, 0, n + 1);
      to[n] /= scale;
    }
    System.arraycopy(row, 0, lu.row(n), 0, n + 1);
    return lu.factor();
  }

  @Override
  public void solve(double[] x) {
    lu.solve(x);
  }
}
