package org.servanda.engine.equilibrium;

import java.util.Arrays;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.equilibrium.CompiledPosition.Kind;
import org.servanda.engine.game.StochasticGame;

/// Solves a game for its agent logit quantal response equilibrium in public beliefs, by backward
/// induction on a grid over beliefs.
///
/// At every position, period and grid point each type of the mover plays the softmax of its
/// precision times the expected payoffs of its actions, with the posteriors that this very play
/// implies; of several such plays, the one on the branch that starts at uniform play.
///
/// @source McKelvey and Palfrey (1998), agent quantal response equilibrium
public final class BeliefGridSolver {
  private static final double[] NOWHERE = {};

  private BeliefGridSolver() {}

  /// Solves a game without listening to progress.
  public static SolveOutcome solve(StochasticGame game, SolverOptions options) {
    return solve(game, options, Progress.none(), new Cancellation());
  }

  /// Solves a game.
  ///
  /// @param progress receives the share of periods done
  /// @param cancellation stops the solve soon after it is triggered
  /// @return the equilibrium, or why there is none: too large, or cancelled
  public static SolveOutcome solve(
      StochasticGame game, SolverOptions options, Progress progress, Cancellation cancellation) {
    return PreparedGame.of(game, options).solve(progress, cancellation);
  }

  /// Says how much memory a solve needs, before any work.
  public static Footprint footprint(StochasticGame game, SolverOptions options) {
    return footprint(new CompiledGame(game), options);
  }

  static Footprint footprint(CompiledGame compiled, SolverOptions options) {
    var game = compiled.game;
    int horizon = game.horizon();
    int periods = Math.min(options.knownFrom(), horizon);
    long beliefs = BeliefGrid.size(game.types(), options.resolution(), options.simplexResolution());
    int values = game.types().valueFunctions();
    int starts = compiled.starts.length;
    int positions = compiled.positions.length;
    double each = 8.0 * values * beliefs;
    double every = each * ((double) positions * periods + starts);
    boolean keepsEvery = every <= Math.min(options.keepLimit(), options.memoryLimit());
    int slots = SweepOrder.apart(beliefs) ? positions : compiled.slots;
    double bytes =
        keepsEvery ? every : each * ((double) starts * (periods + 1) + slots + positions);
    String part = "8 bytes x %d value functions x %,d beliefs".formatted(values, beliefs);
    String formula =
        keepsEvery
            ? "%s x (%,d positions x %d periods + %,d that open the one after the last)"
                .formatted(part, positions, periods, starts)
            : "%s x (%,d positions that open a period x %d dates + %,d slots + %,d positions of one period)"
                .formatted(part, starts, periods + 1, slots, positions);
    if (periods < horizon) {
      long corners = BeliefGrid.size(game.types(), PeriodSpan.CORNERS, PeriodSpan.CORNERS);
      int dates = horizon - periods + 1;
      bytes += 8.0 * values * corners * ((double) starts * dates + positions);
      formula +=
          " + 8 bytes x %d value functions x %,d beliefs x (%,d positions that open a period x %d dates + %,d positions of one period)"
              .formatted(values, corners, starts, dates, positions);
    }
    return new Footprint(
        (long) Math.min(bytes, 9e18), beliefs, positions, starts, keepsEvery, formula);
  }

  /// Values of the positions that can open the period after the last one.
  static double[][] atHorizon(CompiledGame compiled, PayoffLayer layer, BeliefGrid grid) {
    double[][] store = emptyStarts(compiled, layer, grid);
    openHorizon(compiled, layer, store);
    return store;
  }

  /// Writes those values; terminals bring their own.
  static void openHorizon(CompiledGame compiled, PayoffLayer layer, double[][] store) {
    for (int i = 0; i < compiled.starts.length; i++) {
      int rank = compiled.starts[i];
      if (compiled.positions[rank].kind == Kind.TERMINAL) {
        continue;
      }
      var salvage = layer.salvage[rank];
      int size = store[i].length / layer.values;
      for (int v = 0; v < layer.values; v++) {
        Arrays.fill(store[i], v * size, (v + 1) * size, salvage == null ? 0 : salvage.at(v));
      }
    }
  }

  /// Room of its own for the positions that open a period; terminals bring theirs.
  static double[][] emptyStarts(CompiledGame compiled, PayoffLayer layer, BeliefGrid grid) {
    return emptyStarts(compiled, layer, grid, new SolverMemory());
  }

  /// Room for the positions that open a period, taken from a memory; terminals bring their own.
  static double[][] emptyStarts(
      CompiledGame compiled, PayoffLayer layer, BeliefGrid grid, SolverMemory memory) {
    var store = new double[compiled.starts.length][];
    for (int i = 0; i < store.length; i++) {
      int rank = compiled.starts[i];
      store[i] =
          compiled.positions[rank].kind == Kind.TERMINAL
              ? layer.terminals[rank]
              : memory.take(layer.values * grid.size());
    }
    return store;
  }

  /// Points every position to its place: kept values, terminal values, or a slot.
  static void point(
      CompiledGame compiled,
      LayerValues values,
      double[][] now,
      double[][] later,
      double[][] slots) {
    for (int rank = 0; rank < compiled.positions.length; rank++) {
      values.here[rank] =
          compiled.positions[rank].kind == Kind.TERMINAL
              ? values.layer.terminals[rank]
              : slots.length == 0 ? NOWHERE : slots[compiled.slot[rank]];
    }
    for (int i = 0; i < compiled.starts.length; i++) {
      values.here[compiled.starts[i]] = now[i];
      values.next[compiled.starts[i]] = later[i];
    }
  }
}
