package org.servanda.engine.equilibrium;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.game.StochasticGame;

/// The worth of an equilibrium's play under other payoffs; see [PolicyEvaluation].
public final class Evaluated {
  private final QuantalResponseEquilibrium equilibrium;
  private final StochasticGame other;
  private final PayoffLayer payoffs;
  final double[][][] store;
  private @Nullable EvaluatedPeriod last;

  Evaluated(
      QuantalResponseEquilibrium equilibrium,
      StochasticGame other,
      PayoffLayer payoffs,
      double[][][] store) {
    this.equilibrium = equilibrium;
    this.other = other;
    this.payoffs = payoffs;
    this.store = store;
  }

  /// Returns the game whose payoffs these are.
  public StochasticGame game() {
    return other;
  }

  /// Returns the expected discounted payoff of a type at the root, beliefs at the priors of the
  /// equilibrium's game.
  public double value(int player, int type) {
    var stencil = equilibrium.grid.stencil();
    stencil.locate(equilibrium.priors());
    return stencil.value(
        store[0][equilibrium.start(equilibrium.compiled.root)],
        other.types().valueFunction(player, type) * equilibrium.grid.size());
  }

  /// Returns the values and action values of one period; the last one asked for is kept.
  ///
  /// @param t from 0 to horizon - 1
  /// @throws IllegalArgumentException if there is no such period, or it was not named when the play
  ///   was evaluated
  public synchronized EvaluatedPeriod period(int t) {
    equilibrium.demandPeriod(t);
    if (store[t + 1].length == 0) {
      throw new IllegalArgumentException(
          "period is %d, which was not kept\nTry: name it when evaluating".formatted(t));
    }
    var kept = last;
    if (kept == null || kept.period() != t) {
      last = null;
      kept = EvaluatedPeriod.compute(equilibrium, other, payoffs, store, t);
      last = kept;
    }
    return kept;
  }
}
