package org.servanda.engine.equilibrium;

import java.util.Arrays;
import java.util.List;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.belief.IntervalAxis;
import org.servanda.engine.response.BeliefLanes;
import org.servanda.engine.response.TwoTypeBatch;

/// Decisions of informed movers with two types: belief by belief along the mover's axis, of several
/// positions if they are alike.
final class TwoTypeVisits {
  private final CompiledGame compiled;
  private final BeliefGrid grid;
  private final List<LayerValues> layers;
  private final int size;
  private final TwoTypeBatch response;
  private final BeliefLanes[] lanes;
  private final int[] place;
  private final double[] low0;
  private final double[] high0;
  private final double[] low1;
  private final double[] high1;
  private final double[] both;
  private final double[] mixed;

  TwoTypeVisits(CompiledGame compiled, BeliefGrid grid, List<LayerValues> layers, int together) {
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
    this.place = new int[most];
    this.low0 = new double[most];
    this.high0 = new double[most];
    this.low1 = new double[most];
    this.high1 = new double[most];
    this.both = new double[most];
    this.mixed = new double[together * block];
  }

  /// Computes positions whose continuation values have been gathered.
  void visit(int[] ranks, SweepTally tally, double tolerance) {
    var position = compiled.positions[ranks[0]];
    int mover = position.mover;
    var axis = (IntervalAxis) grid.axis(mover);
    int stride = grid.stride(mover);
    for (var layer : layers) {
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
    var decider = layers.getFirst();
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
      locate(at, s, count, intervals, stride);
      double[] zero = response.likelihoods(0, s);
      double[] one = response.likelihoods(1, s);
      for (int v = 0; v < values; v++) {
        double[] weight = v == first ? zero : v == first + 1 ? one : both;
        int from = s * ranks.length * block + v * size;
        add(layer, from, stride, weight, at, count, to, v * size);
      }
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

  /// Finds, for each lane, the place of the posterior's cell after a signal, the weights of values
  /// and derivatives at its ends, and the signal's probability.
  private void locate(BeliefLanes at, int s, int count, int intervals, int stride) {
    double[] q = response.posteriors(s);
    double[] zero = response.likelihoods(0, s);
    double[] one = response.likelihoods(1, s);
    for (int i = 0; i < count; i++) {
      double x = q[i] * intervals;
      int low = Math.min((int) x, intervals - 1);
      double r = x - low;
      double l = 1 - r;
      place[i] = at.row(i) + low * stride;
      low0[i] = l * l * (1 + 2 * r);
      high0[i] = r * r * (3 - 2 * r);
      low1[i] = r * l * l;
      high1[i] = -r * r * l;
      double p = at.belief(i);
      both[i] = p * one[i] + (1 - p) * zero[i];
    }
  }

  private void add(
      LayerValues layer,
      int from,
      int stride,
      double[] weight,
      BeliefLanes at,
      int count,
      double[] to,
      int start) {
    double[] f = layer.continuation;
    double[] d = layer.derivative;
    for (int i = 0; i < count; i++) {
      int low = from + place[i];
      int high = low + stride;
      double c = low0[i] * f[low] + high0[i] * f[high] + low1[i] * d[low] + high1[i] * d[high];
      to[start + at.place(i)] += weight[i] * c;
    }
  }
}
