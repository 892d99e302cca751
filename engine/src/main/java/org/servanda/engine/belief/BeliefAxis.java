package org.servanda.engine.belief;

/// The grid over beliefs about one informed player.
public sealed interface BeliefAxis permits IntervalAxis, SimplexAxis {
  /// Returns the number of grid points.
  int nodes();

  /// Returns the number of types of the player.
  int types();

  /// Returns the most grid points that one interpolation uses.
  int reach();

  /// Writes the belief at a grid point.
  ///
  /// @param node from 0 to `nodes() - 1`
  /// @param belief receives the probability of each type from index `from` on
  void belief(int node, double[] belief, int from);

  /// Finds the grid points and weights that interpolate at a belief; weights sum to one.
  ///
  /// @param belief probabilities of the types from index `from` on
  /// @param node receives the grid points from index `at` on
  /// @param weight receives the weights from index `at` on
  /// @return the number of grid points, at most [#reach()]
  int weights(double[] belief, int from, int[] node, double[] weight, int at);

  /// Finds the weights and their derivatives with respect to the probability of each type but the
  /// first, the first giving way.
  ///
  /// @param gradient receives the derivatives, shape `[types - 1][reach]`, flat
  /// @return the number of grid points, as [#weights] gives it with the same points and weights
  int weightsAndGradient(double[] belief, int from, int[] node, double[] weight, double[] gradient);
}
