package org.servanda.engine.equilibrium;

import java.util.Arrays;
import java.util.List;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.response.BatchExponential;

/// Decisions of movers without a secret: beliefs stay, all beliefs are done together, of several
/// positions if they are alike.
final class UninformedVisits {
  private final CompiledGame compiled;
  private final BeliefGrid grid;
  private final List<LayerValues> layers;
  private final int size;

  /// By action and lane.
  private final double[][] choice;

  private final long[] power;
  private final double[] best;
  private final double[] total;

  UninformedVisits(CompiledGame compiled, BeliefGrid grid, List<LayerValues> layers, int together) {
    this.compiled = compiled;
    this.grid = grid;
    this.layers = layers;
    this.size = grid.size();
    this.choice = new double[compiled.mostSignals][together * size];
    this.power = new long[together * size];
    this.best = new double[together * size];
    this.total = new double[best.length];
  }

  /// Computes positions whose continuation values have been gathered.
  void visit(int[] ranks) {
    var position = compiled.positions[ranks[0]];
    int actions = position.signals;
    int lanes = ranks.length * size;
    int v = grid.types().valueFunction(position.mover, 0);
    expect(ranks, actions, v);
    choose(actions, lanes, position.precision);
    for (var layer : layers) {
      for (int m = 0; m < ranks.length; m++) {
        mix(layer, ranks, m, actions, v);
      }
    }
  }

  /// Expected payoffs of actions.
  private void expect(int[] ranks, int actions, int v) {
    var decider = layers.getFirst();
    int block = decider.layer.values * size;
    double[] own = decider.layer.own[ranks[0]];
    double[] c = decider.continuation;
    for (int a = 0; a < actions; a++) {
      for (int m = 0; m < ranks.length; m++) {
        int from = (a * ranks.length + m) * block + v * size;
        double[] to = choice[a];
        for (int b = 0; b < size; b++) {
          to[m * size + b] = own[a] + c[from + b];
        }
      }
    }
  }

  private void choose(int actions, int lanes, double precision) {
    Arrays.fill(best, 0, lanes, Double.NEGATIVE_INFINITY);
    Arrays.fill(total, 0, lanes, 0);
    for (int a = 0; a < actions; a++) {
      raise(lanes, choice[a], best);
    }
    for (int a = 0; a < actions; a++) {
      fall(lanes, precision, best, choice[a]);
      BatchExponential.exp(lanes, choice[a], power);
      add(lanes, choice[a], total);
    }
    for (int i = 0; i < lanes; i++) {
      total[i] = 1 / total[i];
    }
    for (int a = 0; a < actions; a++) {
      multiply(lanes, total, choice[a]);
    }
  }

  private static void raise(int lanes, double[] x, double[] top) {
    for (int i = 0; i < lanes; i++) {
      top[i] = Math.max(top[i], x[i]);
    }
  }

  private static void fall(int lanes, double precision, double[] top, double[] x) {
    for (int i = 0; i < lanes; i++) {
      x[i] = precision * (x[i] - top[i]);
    }
  }

  private static void add(int lanes, double[] x, double[] sum) {
    for (int i = 0; i < lanes; i++) {
      sum[i] += x[i];
    }
  }

  private static void multiply(int lanes, double[] factor, double[] x) {
    for (int i = 0; i < lanes; i++) {
      x[i] *= factor[i];
    }
  }

  /// Averages the values of a position over its mover's choice.
  private void mix(LayerValues layer, int[] ranks, int m, int actions, int moverValue) {
    double[] to = layer.here[ranks[m]];
    double[] own = layer.layer.own[ranks[m]];
    double[] c = layer.continuation;
    int values = layer.layer.values;
    for (int v = 0; v < values; v++) {
      for (int a = 0; a < actions; a++) {
        int from = ((a * ranks.length + m) * values + v) * size;
        double extra = v == moverValue ? own[a] : 0;
        mix(size, choice[a], m * size, extra, c, from, to, v * size, a == 0);
      }
    }
  }

  private static void mix(
      int size,
      double[] weight,
      int lane,
      double extra,
      double[] c,
      int from,
      double[] to,
      int start,
      boolean fresh) {
    if (fresh) {
      for (int b = 0; b < size; b++) {
        to[start + b] = weight[lane + b] * (extra + c[from + b]);
      }
    } else {
      for (int b = 0; b < size; b++) {
        to[start + b] += weight[lane + b] * (extra + c[from + b]);
      }
    }
  }
}
