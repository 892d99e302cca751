package org.servanda.engine.equilibrium;

import java.util.function.IntConsumer;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.equilibrium.CompiledPosition.Kind;
import org.servanda.engine.game.StochasticGame;

/// Consecutive periods that are solved on one grid of beliefs, and the memory for it.
///
/// A game has one span, or two if its types become known: the later one has the corners of the
/// belief space for its grid. A value between corners is then the average of those at corners, each
/// weighted with the belief that this is how it will turn out.
final class PeriodSpan {
  /// A grid of corners: one interval along every edge.
  static final int CORNERS = 1;

  private final CompiledGame compiled;
  private final SweepTally tally;
  private final double tolerance;
  private final SolverMemory memory;
  private final LayerValues values;
  private final PeriodSweep sweep;
  final BeliefGrid grid;
  final Kept kept;
  private SweepOrder order;

  private PeriodSpan(
      CompiledGame compiled,
      BeliefGrid grid,
      PayoffLayer layer,
      Kept kept,
      SweepOrder order,
      SweepTally tally,
      double tolerance,
      SolverMemory memory) {
    this.compiled = compiled;
    this.grid = grid;
    this.kept = kept;
    this.order = order;
    this.tally = tally;
    this.tolerance = tolerance;
    this.memory = memory;
    this.values = new LayerValues(compiled, layer, grid.size(), order.together);
    var layers = new LayerValues[] {values};
    this.sweep = new PeriodSweep(compiled, grid, layers, tally, tolerance, order);
  }

  /// Takes memory for the periods before `end`.
  static PeriodSpan first(
      CompiledGame compiled,
      BeliefGrid grid,
      int end,
      boolean everyPeriod,
      SweepTally tally,
      double tolerance,
      SolverMemory memory) {
    var layer = new PayoffLayer(compiled, compiled.game, grid);
    var kept = new Kept(compiled, layer, grid, 0, end, everyPeriod, memory);
    var order = kept.order(compiled, layer);
    return new PeriodSpan(compiled, grid, layer, kept, order, tally, tolerance, memory);
  }

  /// Takes memory for the periods after this span, which are solved at corners; payoffs are read
  /// and positions put in order here for both.
  PeriodSpan known() {
    var corners = new BeliefGrid(grid.types(), CORNERS, CORNERS);
    var layer = new PayoffLayer(layer(), compiled, corners);
    var later =
        new Kept(compiled, layer, corners, kept.end(), compiled.game.horizon(), false, memory);
    return new PeriodSpan(compiled, corners, layer, later, order, tally, tolerance, memory);
  }

  PayoffLayer layer() {
    return values.layer;
  }

  /// Takes over the payoffs of another draw of the game.
  void rewrite(StochasticGame draw) {
    layer().read(compiled, draw, grid);
    reorder(kept.order(compiled, layer()));
  }

  /// Takes over the payoffs that the span before has read.
  void follow(PeriodSpan before) {
    layer().follow(before.layer(), compiled, grid);
    reorder(before.order);
  }

  private void reorder(SweepOrder other) {
    order = other;
    sweep.reorder(other);
  }

  /// Gives its arrays back.
  void release() {
    kept.release(compiled, memory);
  }

  /// Sets the values that open the period after the last one of the game.
  void openHorizon() {
    BeliefGridSolver.openHorizon(compiled, layer(), kept.last());
  }

  /// Sets the values that open the period after the last one of this span: those of the next span,
  /// interpolated.
  void openWith(PeriodSpan next) {
    double[][] from = next.kept.store[0];
    double[][] to = kept.last();
    var stencil = next.grid.stencil();
    var beliefs = new double[layer().values];
    for (int b = 0; b < grid.size(); b++) {
      grid.belief(b, beliefs);
      stencil.locate(beliefs);
      for (int i = 0; i < compiled.starts.length; i++) {
        if (compiled.positions[compiled.starts[i]].kind == Kind.TERMINAL) {
          continue;
        }
        for (int v = 0; v < layer().values; v++) {
          to[i][v * grid.size() + b] = stencil.value(from[i], v * next.grid.size());
        }
      }
    }
  }

  /// Solves its periods, the last one first.
  ///
  /// @param done receives every period that is done
  /// @return the period in which the solve was cancelled, -1 if it was not
  int solve(IntConsumer done, Cancellation cancellation) {
    for (int t = kept.end() - 1; t >= kept.first; t--) {
      kept.point(compiled, values, t);
      if (!sweep.run(t, cancellation)) {
        return t;
      }
      kept.residuals[t - kept.first] = tally.ofPeriod;
      done.accept(t);
    }
    return -1;
  }
}
