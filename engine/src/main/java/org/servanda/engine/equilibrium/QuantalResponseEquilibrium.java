package org.servanda.engine.equilibrium;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.game.StochasticGame;

/// An agent logit quantal response equilibrium of a stochastic game.
///
/// Keeps the values of positions that open a period; everything within a period is computed again
/// on request ([#period]).
public final class QuantalResponseEquilibrium {
  final CompiledGame compiled;
  final BeliefGrid grid;
  final PayoffLayer layer;
  final double[][][] store;
  private final SolverRun run;
  private @Nullable PeriodSolution last;

  QuantalResponseEquilibrium(
      CompiledGame compiled,
      BeliefGrid grid,
      PayoffLayer layer,
      double[][][] store,
      SolverRun run) {
    this.compiled = compiled;
    this.grid = grid;
    this.layer = layer;
    this.store = store;
    this.run = run;
  }

  /// Returns the game.
  public StochasticGame game() {
    return compiled.game;
  }

  /// Returns what the solve did.
  public SolverRun run() {
    return run;
  }

  /// Returns the expected discounted payoff of a type at the root, beliefs at their priors.
  ///
  /// @param player from 0
  /// @param type from 0
  public double value(int player, int type) {
    var stencil = grid.stencil();
    stencil.locate(priors(game()));
    int start = 0;
    while (compiled.starts[start] != compiled.root) {
      start++;
    }
    return stencil.value(
        store[0][start], game().types().valueFunction(player, type) * grid.size());
  }

  /// Returns everything about one period; the last one asked for is kept.
  ///
  /// @param t from 0 to horizon - 1
  /// @throws IllegalArgumentException if there is no such period
  public synchronized PeriodSolution period(int t) {
    if (!(t >= 0 && t < game().horizon())) {
      throw new IllegalArgumentException(
          "period is %d, must be from 0 to %d\nTry: 0, the first period"
              .formatted(t, game().horizon() - 1));
    }
    var kept = last;
    if (kept == null || kept.period() != t) {
      // Lets go of the old one first: only one period fits the footprint.
      last = null;
      kept = PeriodSolution.compute(this, t);
      last = kept;
    }
    return kept;
  }

  /// Returns the prior beliefs of a game as a flat belief.
  static double[] priors(StochasticGame game) {
    var beliefs = new double[game.types().valueFunctions()];
    for (int i = 0; i < game.types().players(); i++) {
      game.prior(i).copyTo(beliefs, game.types().valueFunction(i, 0));
    }
    return beliefs;
  }
}
