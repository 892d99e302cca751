package org.servanda.engine.equilibrium;

import java.util.Arrays;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.belief.IntervalAxis;
import org.servanda.engine.response.BeliefLanes;
import org.servanda.engine.response.TwoTypeBatch;

/// Decisions of informed movers with two types: belief by belief along the mover's axis, of several
/// positions if they are alike.
final class TwoTypeVisits {
  private final CompiledGame compiled;
  private final BeliefGrid grid;
  private final LayerValues[] layers;
  private final int size;
  private final TwoTypeBatch response;
  private final BeliefLanes[] lanes;
  private final double[] mixed;

  TwoTypeVisits(CompiledGame compiled, BeliefGrid grid, LayerValues[] layers, int together) {
    this.compiled = compiled;
    this.grid = grid;
    this.layers = layers;
    this.size = grid.size();
    int most = together * size;
    int block = grid.types().valueFunctions() * size;
    this.response = new TwoTypeBatch(Math.max(compiled.mostActions, compiled.mostSignals), most);
    this.lanes = new BeliefLanes[grid.types().players()];
    for (int i = 0; i < lanes.length; i++) {
      if (grid.types().types(i) == 2) {
        lanes[i] = new BeliefLanes(size, grid.axis(i).nodes(), grid.stride(i), together, block);
      }
    }
    this.mixed = new double[together * block];
  }

  /// Computes positions whose continuation values have been gathered.
  void visit(int[] ranks, SweepTally tally, double tolerance) {
    var position = compiled.positions[ranks[0]];
    int mover = position.mover;
    var axis = (IntervalAxis) grid.axis(mover);
    int stride = grid.stride(mover);
    for (var layer : layers) {
      if (axis.intervals() == 1) {
        break; // the type is known: posteriors stay at points of the grid
      }
      int rows = position.signals * ranks.length * layer.layer.values * size / axis.nodes();
      axis.derivativesOfGrid(layer.continuation, layer.derivative, stride, rows);
    }
    solve(ranks, position, axis);
    double[] residual = response.residuals();
    for (int m = 0; m < ranks.length; m++) {
      int original = compiled.positions[ranks[m]].original;
      for (int i = m * size; i < (m + 1) * size; i++) {
        tally.decision(original, residual[i], response.several(i), tolerance);
      }
    }
    for (var layer : layers) {
      write(layer, position, ranks, stride, axis.intervals());
    }
  }

  private void solve(int[] ranks, CompiledPosition position, IntervalAxis axis) {
    var structure = position.structure;
    if (structure == null) {
      throw new AssertionError(
          "two-type decision without signals at position " + position.original);
    }
    var decider = layers[0];
    var rows = response.rows();
    rows.values = decider.continuation;
    rows.derivatives = decider.derivative;
    rows.intervals = axis.intervals();
    rows.signalStride = ranks.length * decider.layer.values * size;
    rows.typeStride = size;
    rows.nodeStride = grid.stride(position.mover);
    rows.base = grid.types().valueFunction(position.mover, 0) * size;
    response.solve(
        structure,
        decider.layer.own[ranks[0]],
        position.precision,
        lanes[position.mover],
        ranks.length * size);
  }

  /// Averages a layer's values after each signal at its posterior.
  private void write(
      LayerValues layer, CompiledPosition position, int[] ranks, int stride, int intervals) {
    int values = layer.layer.values;
    int block = values * size;
    int count = ranks.length * size;
    int first = grid.types().valueFunction(position.mover, 0);
    double[] to = ranks.length == 1 ? layer.here[ranks[0]] : mixed;
    Arrays.fill(to, 0, ranks.length * block, 0);
    var at = lanes[position.mover];
    for (int s = 0; s < position.signals; s++) {
      int from = s * ranks.length * block;
      known(layer, from, s, at, count, first, to);
      average(layer, from, s, at, count, first, intervals, stride, to);
    }
    if (!layer.layer.free[ranks[0]]) {
      addOwn(layer.layer.own[ranks[0]], at, count, to, first);
    }
    for (int m = 0; m < ranks.length && ranks.length > 1; m++) {
      System.arraycopy(mixed, m * block, layer.here[ranks[m]], 0, block);
    }
  }

  private void addOwn(double[] own, BeliefLanes at, int count, double[] to, int first) {
    int actions = own.length / 2;
    for (int k = 0; k < 2; k++) {
      int start = (first + k) * size;
      for (int a = 0; a < actions; a++) {
        double[] choices = response.choices(k, a);
        double pay = own[k * actions + a];
        for (int i = 0; i < count; i++) {
          to[start + at.place(i)] += choices[i] * pay;
        }
      }
    }
  }

  /// Adds the values after a signal where the type is known and the belief stays.
  private void known(
      LayerValues layer, int from, int s, BeliefLanes at, int count, int first, double[] to) {
    double[] zero = response.likelihoods(0, s);
    double[] one = response.likelihoods(1, s);
    double[] f = layer.continuation;
    int values = layer.layer.values;
    for (int j = 0; j < at.edges(count); j++) {
      int i = at.edge(j);
      double both = at.belief(i) > 0 ? one[i] : zero[i];
      int place = at.place(i);
      for (int v = 0; v < values; v++) {
        double weight = v == first ? zero[i] : v == first + 1 ? one[i] : both;
        to[place] += weight * f[from + place];
        place += size;
      }
    }
  }

  /// Adds the values after a signal, interpolated at its posteriors: by the cubic on a cell, or by
  /// the parabola through three points, which is one cell of two intervals.
  private void average(
      LayerValues layer,
      int from,
      int s,
      BeliefLanes at,
      int count,
      int first,
      int intervals,
      int stride,
      double[] to) {
    double[] q = response.posteriors(s);
    double[] zero = response.likelihoods(0, s);
    double[] one = response.likelihoods(1, s);
    double[] f = layer.continuation;
    double[] d = layer.derivative;
    int values = layer.layer.values;
    boolean parabola = intervals == 2;
    int span = parabola ? 2 * stride : stride;
    for (int j = 0; j < count - at.edges(count); j++) {
      int i = at.inside(j);
      double x = q[i] * (parabola ? 1 : intervals);
      int cell = parabola ? 0 : Math.min((int) x, intervals - 1);
      double r = x - cell;
      double l = 1 - r;
      double low0 = parabola ? 1 : l * l * (1 + 2 * r);
      double high0 = parabola ? 0 : r * r * (3 - 2 * r);
      double low1 = parabola ? r * (1 + l) : r * l * l;
      double high1 = parabola ? r * r : -r * r * l;
      double p = at.belief(i);
      double both = p * one[i] + (1 - p) * zero[i];
      int low = from + at.row(i) + cell * stride;
      int place = at.place(i);
      for (int v = 0; v < values; v++) {
        double weight = v == first ? zero[i] : v == first + 1 ? one[i] : both;
        int high = low + span;
        double c = low0 * f[low] + high0 * f[high] + low1 * d[low] + high1 * d[high];
        to[place] += weight * c;
        low += size;
        place += size;
      }
    }
  }
}
