package org.servanda.engine.equilibrium;

import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.game.Redraw;

/// What values are before a player's type is drawn anew, from what they are afterwards.
final class RedrawValues {
  private final BeliefGrid grid;
  private final double[] flat;
  private final int[] node;
  private final double[] weight;

  RedrawValues(BeliefGrid grid) {
    this.grid = grid;
    this.flat = new double[grid.types().valueFunctions()];
    int reach = 1;
    for (int i = 0; i < grid.types().players(); i++) {
      reach = grid.types().informed(i) ? Math.max(reach, grid.axis(i).reach()) : reach;
    }
    this.node = new int[reach];
    this.weight = new double[reach];
  }

  /// Computes the values at every grid point.
  ///
  /// @param from values after the redraw, shape `[values][beliefs]`
  /// @param to receives the values before it; another array
  void apply(Redraw redraw, double[] from, double[] to) {
    int size = grid.size();
    int values = flat.length;
    int i = redraw.player();
    if (grid.types().informed(i)) {
      int at = grid.types().valueFunction(i, 0);
      redraw.distribution().copyTo(flat, at);
      int count = grid.axis(i).weights(flat, at, node, weight, 0);
      int stride = grid.stride(i);
      int span = stride * grid.axis(i).nodes();
      for (int outer = 0; outer < values * size; outer += span) {
        for (int inner = 0; inner < stride; inner++) {
          double sum = 0;
          for (int j = 0; j < count; j++) {
            sum += weight[j] * from[outer + inner + node[j] * stride];
          }
          for (int b = outer + inner; b < outer + span; b += stride) {
            to[b] = sum;
          }
        }
      }
    } else {
      System.arraycopy(from, 0, to, 0, values * size);
    }
    succeed(redraw, to, size);
  }

  /// A type's value across its own redraw: the expectation over the types that may follow.
  private void succeed(Redraw redraw, double[] to, int size) {
    int i = redraw.player();
    int at = grid.types().valueFunction(i, 0);
    int types = grid.types().types(i);
    for (int b = 0; b < size; b++) {
      double sum = 0;
      for (int k = 0; k < types; k++) {
        sum += redraw.distribution().at(k) * to[(at + k) * size + b];
      }
      for (int k = 0; k < types; k++) {
        to[(at + k) * size + b] = redraw.regard() * sum;
      }
    }
  }
}
