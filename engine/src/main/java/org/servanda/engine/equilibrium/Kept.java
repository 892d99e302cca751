package org.servanda.engine.equilibrium;

import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.equilibrium.CompiledPosition.Kind;

/// The values that a solve keeps: of positions that open a period, for every date; of the others,
/// for every period as well, or in slots that are used again within a sweep.
final class Kept {
  private static final double[] NONE = new double[0];

  /// Values of the positions that open a period, by date and place among them.
  final double[][][] store;

  /// Largest residual of a decision, by period.
  final double[] residuals;

  /// Whether the values of all positions are kept for every period.
  final boolean everyPeriod;

  /// Values of the others, by period and rank (empty where they are elsewhere), or by slot.
  private final double[][][] inner;

  Kept(CompiledGame compiled, PayoffLayer layer, BeliefGrid grid, boolean everyPeriod) {
    int horizon = compiled.game.horizon();
    this.everyPeriod = everyPeriod;
    this.residuals = new double[horizon];
    this.store = new double[horizon + 1][][];
    for (int t = 0; t < store.length; t++) {
      store[t] = BeliefGridSolver.emptyStarts(compiled, layer, grid);
    }
    this.inner = new double[everyPeriod ? horizon : 1][][];
    for (int t = 0; t < inner.length; t++) {
      inner[t] =
          everyPeriod
              ? ofPeriod(compiled, layer, grid)
              : new double[compiled.slots][layer.values * grid.size()];
    }
  }

  /// Room for the positions of a period that do not open it, by rank, none shared.
  private static double[][] ofPeriod(CompiledGame compiled, PayoffLayer layer, BeliefGrid grid) {
    var values = new double[compiled.positions.length][];
    for (int rank = 0; rank < values.length; rank++) {
      boolean elsewhere = compiled.opens[rank] || compiled.positions[rank].kind == Kind.TERMINAL;
      values[rank] = elsewhere ? NONE : new double[layer.values * grid.size()];
    }
    return values;
  }

  /// Sets the values of the positions that can open the period after the last one.
  void openHorizon(CompiledGame compiled, PayoffLayer layer) {
    BeliefGridSolver.openHorizon(compiled, layer, store[store.length - 1]);
  }

  /// Points every position to its place in period `t`.
  void point(CompiledGame compiled, LayerValues values, int t) {
    double[][] slots = everyPeriod ? new double[0][] : inner[0];
    BeliefGridSolver.point(compiled, values, store[t], store[t + 1], slots);
    for (int rank = 0; everyPeriod && rank < compiled.positions.length; rank++) {
      if (inner[t][rank].length > 0) {
        values.here[rank] = inner[t][rank];
      }
    }
  }
}
