package org.servanda.engine.response;

import org.servanda.engine.branch.DenseEquations;

/// The equations of a two-type mover in log-likelihood ratios, for tracing.
final class TwoTypeBranch implements DenseEquations {
  private final TwoTypeEquations equations;
  private final TwoTypeJacobian derivatives;
  private final double p;
  private final double priorOdds;

  TwoTypeBranch(TwoTypeEquations equations, TwoTypeJacobian derivatives, double p) {
    this.derivatives = derivatives;
    this.equations = equations;
    this.p = p;
    this.priorOdds = StrictMath.log(p) - StrictMath.log1p(-p);
  }

  @Override
  public int size() {
    return equations.structure.signals;
  }

  /// Sets the candidate posteriors from log-likelihood ratios.
  void candidate(double[] ratio) {
    for (int s = 0; s < size(); s++) {
      equations.q[s] = TwoTypeEquations.logistic(priorOdds + ratio[s]);
    }
  }

  /// Writes the log-likelihood ratios of the response at the candidate.
  void ratios(double[] ratio) {
    for (int s = 0; s < size(); s++) {
      ratio[s] = equations.logRatio(s);
    }
  }

  @Override
  public void evaluate(double[] ratio, double lambda, double[] f, double[] jacobian) {
    int n = size();
    candidate(ratio);
    equations.evaluate(p, lambda);
    derivatives.ratioJacobian(jacobian, n + 1);
    for (int s = 0; s < n; s++) {
      f[s] = ratio[s] - equations.logRatio(s);
      for (int r = 0; r < n; r++) {
        double spread = equations.q[r] * (1 - equations.q[r]);
        jacobian[s * (n + 1) + r] = (s == r ? 1 : 0) - spread * jacobian[s * (n + 1) + r];
      }
      jacobian[s * (n + 1) + n] = -derivatives.ratioRate(s);
    }
  }
}
