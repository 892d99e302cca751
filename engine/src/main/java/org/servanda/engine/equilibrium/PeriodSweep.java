package org.servanda.engine.equilibrium;

import org.servanda.engine.belief.BeliefGrid;

/// Computes the values of all positions in one period from those of the next.
///
/// The first layer decides: strategies and posteriors are the equilibrium of its payoffs. Other
/// layers follow the same strategies and posteriors with payoffs of their own. One instance per
/// thread.
final class PeriodSweep {
  private final CompiledGame compiled;
  private final LayerValues[] layers;
  private final SweepTally tally;
  private final double tolerance;
  private final int size;
  private final UninformedVisits uninformed;
  private final TwoTypeVisits twoTypes;
  private final GeneralVisit general;
  private final RedrawValues redraws;
  private SweepOrder order;

  PeriodSweep(
      CompiledGame compiled,
      BeliefGrid grid,
      LayerValues[] layers,
      SweepTally tally,
      double tolerance,
      SweepOrder order) {
    this.compiled = compiled;
    this.layers = layers;
    this.tally = tally;
    this.tolerance = tolerance;
    this.size = grid.size();
    this.order = order;
    this.uninformed = new UninformedVisits(compiled, grid, layers, order.together);
    this.twoTypes = new TwoTypeVisits(compiled, grid, layers, order.together);
    this.general = new GeneralVisit(compiled, grid);
    this.redraws = new RedrawValues(grid);
  }

  /// Takes positions in another order from now on, no more of them together.
  void reorder(SweepOrder other) {
    order = other;
  }

  /// Computes a period; false if it was cancelled half-way.
  boolean run(int period, Cancellation cancellation) {
    tally.ofPeriod = 0;
    int[][] groups = order.groups;
    for (int g = 0; g < groups.length; g++) {
      if ((g & 255) == 0 && cancellation.requested()) {
        return false;
      }
      visit(groups[g], period);
    }
    return true;
  }

  private void visit(int[] ranks, int period) {
    var position = compiled.positions[ranks[0]];
    switch (position.kind) {
      case TERMINAL -> {
        return;
      }
      case CHANCE -> {
        for (var layer : layers) {
          layer.gather(position, ranks[0], period, redraws);
        }
      }
      case UNINFORMED -> uninformed.visit(ranks, period, redraws);
      case TWO_TYPES -> {
        gather(ranks, period);
        twoTypes.visit(ranks, tally, tolerance);
      }
      case GENERAL -> general.visit(ranks[0], layers, tally, tolerance);
    }
    tally.visits += (long) ranks.length * size;
  }

  private void gather(int[] ranks, int period) {
    for (var layer : layers) {
      layer.gather(compiled, ranks, period, redraws);
    }
  }
}
