package org.servanda.engine.branch;

/// Equations `F(y, lambda) = 0`, as many as unknowns besides `lambda`, with their linear algebra.
///
/// The tracer calls [#linearize] at a point, then [#factor] any number of times with different last
/// rows, then [#solve] any number of times. [#values] does not disturb what was factored.
/// Implementations keep their own work arrays and are used by one thread.
public interface BranchEquations {
  /// Returns the number of equations and of unknowns besides `lambda`.
  int size();

  /// Writes the equations' values.
  ///
  /// @param y shape `[size]`, not to be kept or changed
  /// @param f receives the values, shape `[size]`; NaN or infinite entries say that `y` is outside
  ///   the domain, and the tracer shortens its step
  void values(double[] y, double lambda, double[] f);

  /// Writes the equations' values and takes down the derivatives at the point.
  ///
  /// @param y shape `[size]` or longer, further entries to be ignored, not to be kept or changed
  /// @param f receives the values, shape `[size]`
  void linearize(double[] y, double lambda, double[] f);

  /// Factors the bordered matrix of the point taken down last: `size` rows of the derivatives with
  /// respect to `y` and, divided by `scale`, to `lambda`; and one more row.
  ///
  /// @param scale length of a unit of `lambda`, positive
  /// @param row shape `[size + 1]`
  /// @return the sign of the determinant, -1, 0 or 1; 0 if the matrix is singular to working
  ///   precision, and then [#solve] must not be called
  int factor(double scale, double[] row);

  /// Solves with the matrix factored last.
  ///
  /// @param x the right-hand side, shape `[size + 1]`; receives the solution
  void solve(double[] x);
}
