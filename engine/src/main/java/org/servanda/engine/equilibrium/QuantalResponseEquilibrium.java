package org.servanda.engine.equilibrium;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.game.StochasticGame;

/// An agent logit quantal response equilibrium of a stochastic game.
///
/// Keeps the values of positions that open a period. Those within a period are kept as well if they
/// fit ([SolverOptions#keepLimit()]), and computed again on request otherwise ([#period]). Of the
/// periods in which types are known ([SolverOptions#knownFrom()]) nothing is kept but what the
/// first of them is worth.
public final class QuantalResponseEquilibrium {
  final CompiledGame compiled;
  final BeliefGrid grid;
  final PayoffLayer layer;
  final double[][][] store;
  final Kept kept;
  private final SolverRun run;
  private final Lease.Term term;
  private @Nullable PeriodSolution last;

  QuantalResponseEquilibrium(
      CompiledGame compiled,
      BeliefGrid grid,
      PayoffLayer layer,
      Kept kept,
      SolverRun run,
      Lease.Term term) {
    this.compiled = compiled;
    this.grid = grid;
    this.layer = layer;
    this.store = kept.store;
    this.kept = kept;
    this.run = run;
    this.term = term;
  }

  /// Returns the game.
  public StochasticGame game() {
    term.check();
    return compiled.game;
  }

  /// Fails if the memory of this equilibrium has been used for another.
  void check() {
    term.check();
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
    return stencil.value(
        store[0][start(compiled.root)], game().types().valueFunction(player, type) * grid.size());
  }

  /// Returns everything about one period; the last one asked for is kept.
  ///
  /// @param t from 0 to `periods() - 1`
  /// @throws IllegalArgumentException if there is no such period
  public synchronized PeriodSolution period(int t) {
    demandPeriod(t);
    var solution = last;
    if (solution == null || solution.period() != t) {
      // Lets go of the old one first: only one period fits the footprint.
      last = null;
      solution = PeriodSolution.of(this, t);
      last = solution;
    }
    return solution;
  }

  /// Returns the number of periods that can be asked for: those of the game, or those before types
  /// are known.
  public int periods() {
    return kept.end();
  }

  /// Refuses a period that cannot be asked for.
  void demandPeriod(int t) {
    check();
    if (!(t >= 0 && t < periods())) {
      throw new IllegalArgumentException(
          "period is %d, must be from 0 to %d\nTry: 0, the first period"
              .formatted(t, periods() - 1));
    }
  }

  /// Returns the value of a position when it opens the period after those that can be asked for. At
  /// the horizon of the game this is its salvage value, or that of the terminal.
  ///
  /// @param position of the game, one that can open a period
  /// @param beliefs flat belief
  public double valueAfter(int position, int valueFunction, double[] beliefs) {
    check();
    var stencil = grid.stencil();
    stencil.locate(beliefs);
    return stencil.value(
        kept.last()[start(compiled.rankOf(position))], valueFunction * grid.size());
  }

  /// Place of a position among those that open a period.
  int start(int rank) {
    for (int i = 0; i < compiled.starts.length; i++) {
      if (compiled.starts[i] == rank) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "position %d never opens a period\nTry: the root"
            .formatted(compiled.positions[rank].original));
  }

  /// Returns the number of positions that can be reached.
  public int places() {
    return compiled.positions.length;
  }

  /// Returns a position's place in an order in which, within a period, every position comes before
  /// its successors.
  ///
  /// @param position of the game, reachable
  public int place(int position) {
    return compiled.positions.length - 1 - compiled.rankOf(position);
  }

  /// Returns the position at a place; see [#place].
  public int positionAt(int place) {
    return compiled.positions[compiled.positions.length - 1 - place].original;
  }

  /// Returns the prior beliefs as a flat belief: the probabilities of all types of all players, in
  /// the order of value functions.
  public double[] priors() {
    return priors(game());
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
