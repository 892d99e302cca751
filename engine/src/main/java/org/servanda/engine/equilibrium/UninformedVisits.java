package org.servanda.engine.equilibrium;

import java.util.Arrays;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.response.BatchExponential;

/// Decisions of movers without a secret: beliefs stay, all beliefs are done together, of several
/// positions if they are alike.
final class UninformedVisits {
  private final CompiledGame compiled;
  private final BeliefGrid grid;
  private final LayerValues[] layers;
  private final int size;

  /// By action and lane.
  private final double[][] choice;

  private final long[] power;
  private final double[] best;
  private final double[] total;

  /// Continuation values, by action and position, shape `[values][beliefs]`, and room for them.
  private final double[][] after;

  private final double[][] room;

  /// Choices at one position, repeated for every value function, by action.
  private final double[][] wide;

  UninformedVisits(CompiledGame compiled, BeliefGrid grid, LayerValues[] layers, int together) {
    this.compiled = compiled;
    this.grid = grid;
    this.layers = layers;
    this.size = grid.size();
    this.choice = new double[compiled.mostSignals][together * size];
    this.power = new long[together * size];
    this.best = new double[together * size];
    this.total = new double[best.length];
    int block = grid.types().valueFunctions() * size;
    this.after = new double[compiled.mostSignals * together][];
    this.room = new double[after.length][block];
    this.wide = new double[compiled.mostSignals][block];
  }

  /// Computes positions of one group.
  void visit(int[] ranks, int period, RedrawValues redraws) {
    var position = compiled.positions[ranks[0]];
    int actions = position.signals;
    int lanes = ranks.length * size;
    int v = grid.types().valueFunction(position.mover, 0);
    var decider = layers[0];
    follow(decider, ranks, period, redraws);
    expect(decider.layer.own[ranks[0]], ranks.length, actions, v);
    choose(actions, lanes, position.precision);
    for (var layer : layers) {
      if (layer != decider) {
        follow(layer, ranks, period, redraws);
      }
      for (int m = 0; m < ranks.length; m++) {
        mix(layer, ranks, m, actions, v);
      }
    }
  }

  private void follow(LayerValues layer, int[] ranks, int period, RedrawValues redraws) {
    for (int m = 0; m < ranks.length; m++) {
      var position = compiled.positions[ranks[m]];
      layer.follow(position, ranks[m], period, redraws, after, room, m, ranks.length);
    }
  }

  /// Expected payoffs of actions.
  private void expect(double[] own, int positions, int actions, int v) {
    for (int a = 0; a < actions; a++) {
      double[] to = choice[a];
      for (int m = 0; m < positions; m++) {
        double[] from = after[a * positions + m];
        for (int b = 0; b < size; b++) {
          to[m * size + b] = own[a] + from[v * size + b];
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
    int block = layer.layer.values * size;
    for (int a = 0; a < actions; a++) {
      for (int from = 0; from < block; from += size) {
        System.arraycopy(choice[a], m * size, wide[a], from, size);
      }
    }
    // All arrays are read and written at one index: the loops become vector instructions.
    put(block, wide[0], after[m], to);
    for (int a = 1; a < actions; a++) {
      add(block, wide[a], after[a * ranks.length + m], to);
    }
    double[] own = layer.layer.own[ranks[m]];
    for (int a = 0; a < actions; a++) {
      if (own[a] != 0) {
        credit(moverValue * size, (moverValue + 1) * size, own[a], wide[a], to);
      }
    }
  }

  private static void put(int block, double[] weight, double[] value, double[] to) {
    for (int i = 0; i < block; i++) {
      to[i] = weight[i] * value[i];
    }
  }

  private static void add(int block, double[] weight, double[] value, double[] to) {
    for (int i = 0; i < block; i++) {
      to[i] = Math.fma(weight[i], value[i], to[i]);
    }
  }

  private static void credit(int from, int end, double pay, double[] weight, double[] to) {
    for (int i = from; i < end; i++) {
      to[i] = Math.fma(pay, weight[i], to[i]);
    }
  }
}
