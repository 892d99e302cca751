package org.servanda.engine.equilibrium;

import java.util.Arrays;
import java.util.List;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.belief.IntervalAxis;
import org.servanda.engine.response.BatchExponential;
import org.servanda.engine.response.BeliefLanes;
import org.servanda.engine.response.TwoTypeBatch;

/// Computes the values of all positions in one period from those of the next.
///
/// The first layer decides: strategies and posteriors are the equilibrium of its payoffs. Other
/// layers follow the same strategies and posteriors with payoffs of their own. One instance per
/// thread.
final class PeriodSweep {
  private final CompiledGame compiled;
  private final BeliefGrid grid;
  private final List<LayerValues> layers;
  private final SweepTally tally;
  private final double tolerance;
  private final int size;
  private final TwoTypeBatch response;
  private final BeliefLanes[] lanes;
  private final RedrawValues redraws;
  private final GeneralVisit generalVisit;
  private final double[] choice;
  private final long[] power;
  private final double[] best;
  private final double[] total;
  private final int[] place;
  private final double[] low0;
  private final double[] high0;
  private final double[] low1;
  private final double[] high1;
  private final double[] both;

  PeriodSweep(
      CompiledGame compiled,
      BeliefGrid grid,
      List<LayerValues> layers,
      SweepTally tally,
      double tolerance) {
    this.compiled = compiled;
    this.grid = grid;
    this.layers = layers;
    this.tally = tally;
    this.tolerance = tolerance;
    this.size = grid.size();
    this.response = new TwoTypeBatch(Math.max(compiled.mostActions, compiled.mostSignals), size);
    this.lanes = new BeliefLanes[grid.types().players()];
    for (int i = 0; i < lanes.length; i++) {
      if (grid.types().types(i) == 2) {
        lanes[i] = new BeliefLanes(size, grid.axis(i).nodes(), grid.stride(i));
      }
    }
    this.redraws = new RedrawValues(grid);
    this.generalVisit = new GeneralVisit(compiled, grid);
    this.choice = new double[compiled.mostSignals * size];
    this.power = new long[choice.length];
    this.best = new double[size];
    this.total = new double[size];
    this.place = new int[size];
    this.low0 = new double[size];
    this.high0 = new double[size];
    this.low1 = new double[size];
    this.high1 = new double[size];
    this.both = new double[size];
  }

  /// Computes a period; false if it was cancelled half-way.
  boolean run(int period, Cancellation cancellation) {
    tally.ofPeriod = 0;
    for (int rank = 0; rank < compiled.positions.length; rank++) {
      if ((rank & 255) == 0 && cancellation.requested()) {
        return false;
      }
      visit(rank, period);
    }
    return true;
  }

  private void visit(int rank, int period) {
    var position = compiled.positions[rank];
    switch (position.kind) {
      case TERMINAL -> {
        return;
      }
      case CHANCE -> {
        for (var layer : layers) {
          layer.gather(position, rank, period, redraws, size, layer.here[rank]);
        }
      }
      case UNINFORMED -> {
        for (var layer : layers) {
          layer.gather(position, rank, period, redraws, size);
        }
        uninformed(position, rank);
      }
      case TWO_TYPES -> {
        for (var layer : layers) {
          layer.gather(position, rank, period, redraws, size);
        }
        twoTypes(position, rank);
      }
      case GENERAL -> generalVisit.visit(rank, layers, tally, tolerance);
    }
    tally.visits += size;
  }

  /// A mover without a secret: beliefs stay, all beliefs are done together.
  private void uninformed(CompiledPosition position, int rank) {
    var decider = layers.getFirst();
    int actions = position.signals;
    int block = decider.layer.values * size;
    int v = grid.types().valueFunction(position.mover, 0);
    double[] own = decider.layer.own[rank];
    double[] c = decider.continuation;
    for (int b = 0; b < size; b++) {
      best[b] = Double.NEGATIVE_INFINITY;
      total[b] = 0;
    }
    for (int a = 0; a < actions; a++) {
      int from = a * block + v * size;
      for (int b = 0; b < size; b++) {
        double u = own[a] + c[from + b];
        choice[a * size + b] = u;
        best[b] = Math.max(best[b], u);
      }
    }
    for (int a = 0; a < actions; a++) {
      for (int b = 0; b < size; b++) {
        choice[a * size + b] = position.precision * (choice[a * size + b] - best[b]);
      }
    }
    BatchExponential.exp(actions * size, choice, power);
    for (int a = 0; a < actions; a++) {
      for (int b = 0; b < size; b++) {
        total[b] += choice[a * size + b];
      }
    }
    for (int b = 0; b < size; b++) {
      total[b] = 1 / total[b];
    }
    for (int a = 0; a < actions; a++) {
      for (int b = 0; b < size; b++) {
        choice[a * size + b] *= total[b];
      }
    }
    for (var layer : layers) {
      mix(layer, rank, actions, v);
    }
  }

  private void mix(LayerValues layer, int rank, int actions, int moverValue) {
    double[] to = layer.here[rank];
    double[] own = layer.layer.own[rank];
    double[] c = layer.continuation;
    int values = layer.layer.values;
    for (int v = 0; v < values; v++) {
      for (int a = 0; a < actions; a++) {
        int from = (a * values + v) * size;
        double extra = v == moverValue ? own[a] : 0;
        if (a == 0) {
          for (int b = 0; b < size; b++) {
            to[v * size + b] = choice[b] * (extra + c[from + b]);
          }
        } else {
          for (int b = 0; b < size; b++) {
            to[v * size + b] += choice[a * size + b] * (extra + c[from + b]);
          }
        }
      }
    }
  }

  /// An informed mover with two types: belief by belief along the mover's axis.
  private void twoTypes(CompiledPosition position, int rank) {
    int mover = position.mover;
    var axis = (IntervalAxis) grid.axis(mover);
    int stride = grid.stride(mover);
    int span = stride * axis.nodes();
    for (var layer : layers) {
      int all = position.signals * layer.layer.values * size;
      if (stride == 1) {
        axis.derivativesInRows(layer.continuation, layer.derivative, 0, all / axis.nodes());
      } else {
        for (int outer = 0; outer < all; outer += span) {
          axis.derivativesOfRows(layer.continuation, layer.derivative, outer, stride);
        }
      }
    }
    var decider = layers.getFirst();
    var structure = position.structure;
    if (structure == null) {
      throw new AssertionError(
          "two-type decision without signals at position " + position.original);
    }
    var rows = response.rows();
    rows.values = decider.continuation;
    rows.derivatives = decider.derivative;
    rows.intervals = axis.intervals();
    rows.signalStride = decider.layer.values * size;
    rows.typeStride = size;
    rows.nodeStride = stride;
    rows.base = grid.types().valueFunction(mover, 0) * size;
    response.solve(structure, decider.layer.own[rank], position.precision, lanes[mover]);
    double[] residual = response.residuals();
    for (int b = 0; b < size; b++) {
      tally.decision(position.original, residual[b], response.several(b), tolerance);
    }
    for (var layer : layers) {
      write(layer, position, rank, stride, axis.intervals());
    }
  }

  /// Averages a layer's values after each signal at its posterior.
  private void write(
      LayerValues layer, CompiledPosition position, int rank, int stride, int intervals) {
    int values = layer.layer.values;
    int first = grid.types().valueFunction(position.mover, 0);
    double[] to = layer.here[rank];
    Arrays.fill(to, 0, values * size, 0);
    for (int s = 0; s < position.signals; s++) {
      locate(position.mover, s, intervals, stride);
      double[] zero = response.likelihoods(0, s);
      double[] one = response.likelihoods(1, s);
      for (int v = 0; v < values; v++) {
        double[] weight = v == first ? zero : v == first + 1 ? one : both;
        add(layer, (s * values + v) * size, stride, weight, to, v * size);
      }
    }
    if (!layer.layer.free[rank]) {
      addOwn(layer.layer.own[rank], to, first);
    }
  }

  private void addOwn(double[] own, double[] to, int first) {
    int actions = own.length / 2;
    for (int k = 0; k < 2; k++) {
      for (int a = 0; a < actions; a++) {
        double[] choices = response.choices(k, a);
        double pay = own[k * actions + a];
        for (int b = 0; b < size; b++) {
          to[(first + k) * size + b] += choices[b] * pay;
        }
      }
    }
  }

  /// Finds, for each belief, the place of the posterior's cell after a signal, the weights of
  /// values and derivatives at its ends, and the signal's probability.
  private void locate(int mover, int s, int intervals, int stride) {
    double[] q = response.posteriors(s);
    double[] zero = response.likelihoods(0, s);
    double[] one = response.likelihoods(1, s);
    var at = lanes[mover];
    for (int b = 0; b < size; b++) {
      double x = q[b] * intervals;
      int low = Math.min((int) x, intervals - 1);
      double r = x - low;
      double l = 1 - r;
      place[b] = at.row(b) + low * stride;
      low0[b] = l * l * (1 + 2 * r);
      high0[b] = r * r * (3 - 2 * r);
      low1[b] = r * l * l;
      high1[b] = -r * r * l;
      double p = at.belief(b);
      both[b] = p * one[b] + (1 - p) * zero[b];
    }
  }

  private void add(
      LayerValues layer, int from, int stride, double[] weight, double[] to, int start) {
    double[] f = layer.continuation;
    double[] d = layer.derivative;
    for (int b = 0; b < size; b++) {
      int low = from + place[b];
      int high = low + stride;
      double c = low0[b] * f[low] + high0[b] * f[high] + low1[b] * d[low] + high1[b] * d[high];
      to[start + b] += weight[b] * c;
    }
  }
}
