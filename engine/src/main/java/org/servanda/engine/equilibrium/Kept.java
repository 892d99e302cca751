package org.servanda.engine.equilibrium;

import java.util.Arrays;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.equilibrium.CompiledPosition.Kind;

/// The values that a solve keeps of consecutive periods: of positions that open one, for every
/// date; of the others, for every period as well, or for one period, or in slots that are used
/// again within a sweep.
final class Kept {
  private static final double[] NONE = new double[0];

  /// The first of the periods.
  final int first;

  /// Values of the positions that open a period, by date from the first and place among them.
  final double[][][] store;

  /// Largest residual of a decision, by period from the first.
  final double[] residuals;

  /// Whether the values of all positions are kept for every period.
  final boolean everyPeriod;

  /// Whether every position has a place of its own within a period.
  private final boolean apart;

  /// How many positions are computed side by side at most, none waiting for the memory of another.
  final int together;

  /// Values of the others, by period and rank (empty where they are elsewhere), or by slot.
  private final double[][][] inner;

  /// @param end the first period that is none of these; its opening values are kept
  Kept(
      CompiledGame compiled,
      PayoffLayer layer,
      BeliefGrid grid,
      int first,
      int end,
      boolean everyPeriod,
      SolverMemory memory) {
    int periods = end - first;
    this.first = first;
    this.everyPeriod = everyPeriod;
    this.apart = everyPeriod || SweepOrder.apart(grid.size());
    this.together = apart ? SweepOrder.together(grid.size()) : 1;
    this.residuals = new double[periods];
    this.store = new double[periods + 1][][];
    for (int t = 0; t < store.length; t++) {
      store[t] = BeliefGridSolver.emptyStarts(compiled, layer, grid, memory);
    }
    this.inner = new double[everyPeriod ? periods : 1][][];
    for (int t = 0; t < inner.length; t++) {
      inner[t] =
          apart
              ? ofPeriod(compiled, layer, grid, memory)
              : slots(compiled, layer.values * grid.size(), memory);
    }
  }

  private static double[][] slots(CompiledGame compiled, int length, SolverMemory memory) {
    var slots = new double[compiled.slots][];
    Arrays.setAll(slots, _ -> memory.take(length));
    return slots;
  }

  /// Room for the positions of a period that do not open it, by rank, none shared.
  private static double[][] ofPeriod(
      CompiledGame compiled, PayoffLayer layer, BeliefGrid grid, SolverMemory memory) {
    var values = new double[compiled.positions.length][];
    for (int rank = 0; rank < values.length; rank++) {
      boolean elsewhere = compiled.opens[rank] || compiled.positions[rank].kind == Kind.TERMINAL;
      values[rank] = elsewhere ? NONE : memory.take(layer.values * grid.size());
    }
    return values;
  }

  /// Gives all arrays back but those of terminals, which are not its own.
  void release(CompiledGame compiled, SolverMemory memory) {
    for (double[][] values : inner) {
      for (double[] each : values) {
        memory.give(each);
      }
    }
    for (double[][] values : store) {
      for (int i = 0; i < values.length; i++) {
        if (compiled.positions[compiled.starts[i]].kind != Kind.TERMINAL) {
          memory.give(values[i]);
        }
      }
    }
  }

  /// Finds the order of the sweep, which the places allow.
  SweepOrder order(CompiledGame compiled, PayoffLayer layer) {
    return together > 1
        ? SweepOrder.byLevel(compiled, layer, together)
        : SweepOrder.depthFirst(compiled);
  }

  /// Returns the first period that is none of these.
  int end() {
    return first + residuals.length;
  }

  /// Returns the values of the positions that can open the period after the last one.
  double[][] last() {
    return store[residuals.length];
  }

  /// Points every position to its place in period `t`.
  void point(CompiledGame compiled, LayerValues values, int t) {
    double[][] slots = apart ? new double[0][] : inner[0];
    BeliefGridSolver.point(compiled, values, store[t - first], store[t - first + 1], slots);
    double[][] places = inner[everyPeriod ? t - first : 0];
    for (int rank = 0; apart && rank < places.length; rank++) {
      if (places[rank].length > 0) {
        values.here[rank] = places[rank];
      }
    }
  }
}
