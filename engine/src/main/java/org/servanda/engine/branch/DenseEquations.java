package org.servanda.engine.branch;

/// Equations `F(y, lambda) = 0` whose derivatives are written down as a dense matrix.
public interface DenseEquations {
  /// Returns the number of equations and of unknowns besides `lambda`.
  int size();

  /// Writes the equations' values and derivatives.
  ///
  /// @param y shape `[size]` or longer, further entries to be ignored
  /// @param f receives the values, shape `[size]`
  /// @param jacobian receives the derivatives, row-major, shape `[size][size + 1]`, the last column
  ///   with respect to `lambda`; every entry must be written
  void evaluate(double[] y, double lambda, double[] f, double[] jacobian);

  /// Writes the equations' values alone; worth its own code where derivatives cost more.
  ///
  /// @param y shape `[size]` or longer, further entries to be ignored
  /// @param f receives the values, shape `[size]`
  default void values(double[] y, double lambda, double[] f) {
    evaluate(y, lambda, f, new double[size() * (size() + 1)]);
  }
}
