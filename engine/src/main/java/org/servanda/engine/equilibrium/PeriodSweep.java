package org.servanda.engine.equilibrium;

import java.util.List;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.belief.IntervalAxis;
import org.servanda.engine.response.Exponential;
import org.servanda.engine.response.TwoTypeResponse;

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
  private final TwoTypeResponse response;
  private final RedrawValues redraws;
  private final GeneralVisit generalVisit;
  private final double[] choice;
  private final double[] best;
  private final double[] total;
  private final int[] place;
  private final double[] hermite;
  private final double[] zero;
  private final double[] one;
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
    this.response = new TwoTypeResponse(Math.max(compiled.mostActions, compiled.mostSignals));
    this.redraws = new RedrawValues(grid);
    this.generalVisit = new GeneralVisit(compiled, grid);
    this.choice = new double[compiled.mostSignals * size];
    this.best = new double[size];
    this.total = new double[size];
    this.place = new int[compiled.mostSignals];
    this.hermite = new double[4 * compiled.mostSignals];
    this.zero = new double[compiled.mostSignals];
    this.one = new double[compiled.mostSignals];
    this.both = new double[compiled.mostSignals];
  }

  /// Computes a period; false if it was cancelled half-way.
  boolean run(int period, Cancellation cancellation) {
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
        double e = Exponential.exp(position.precision * (choice[a * size + b] - best[b]));
        choice[a * size + b] = e;
        total[b] += e;
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
    var rows = response.rows();
    rows.values = decider.continuation;
    rows.derivatives = decider.derivative;
    rows.intervals = axis.intervals();
    rows.signalStride = decider.layer.values * size;
    rows.typeStride = size;
    rows.nodeStride = stride;
    var structure = position.structure;
    if (structure == null) {
      throw new AssertionError(
          "two-type decision without signals at position " + position.original);
    }
    response.decision(structure, decider.layer.own[rank], position.precision);
    int own = grid.types().valueFunction(mover, 0) * size;
    for (int outer = 0; outer < size; outer += span) {
      for (int inner = 0; inner < stride; inner++) {
        int row = outer + inner;
        response.row(own + row);
        for (int node = 0; node < axis.nodes(); node++) {
          double p = axis.at(node);
          response.solve(p);
          tally.decision(position.original, response.residual(), response.several(), tolerance);
          locate(position.signals, axis.intervals(), p, stride);
          for (var layer : layers) {
            write(layer, position, rank, row, row + node * stride, stride);
          }
        }
      }
    }
  }

  /// Finds, for each signal, its likelihoods, the place of the posterior's cell, and the weights of
  /// values and derivatives at its ends.
  private void locate(int signals, int intervals, double p, int stride) {
    int block = grid.types().valueFunctions() * size;
    for (int s = 0; s < signals; s++) {
      double x = response.posterior(s) * intervals;
      int low = Math.min((int) x, intervals - 1);
      double r = x - low;
      double l = 1 - r;
      place[s] = s * block + low * stride;
      hermite[4 * s] = l * l * (1 + 2 * r);
      hermite[4 * s + 1] = r * r * (3 - 2 * r);
      hermite[4 * s + 2] = r * l * l;
      hermite[4 * s + 3] = -r * r * l;
      zero[s] = response.likelihood(0, s);
      one[s] = response.likelihood(1, s);
      both[s] = p * one[s] + (1 - p) * zero[s];
    }
  }

  private void write(
      LayerValues layer, CompiledPosition position, int rank, int row, int b, int stride) {
    double[] to = layer.here[rank];
    double[] f = layer.continuation;
    double[] d = layer.derivative;
    int values = layer.layer.values;
    int first = grid.types().valueFunction(position.mover, 0);
    int signals = position.signals;
    for (int v = 0; v < values; v++) {
      double[] weight = v == first ? zero : v == first + 1 ? one : both;
      int base = v * size + row;
      double sum = 0;
      for (int s = 0; s < signals; s++) {
        int low = base + place[s];
        int high = low + stride;
        int w = 4 * s;
        double c =
            hermite[w] * f[low]
                + hermite[w + 1] * f[high]
                + hermite[w + 2] * d[low]
                + hermite[w + 3] * d[high];
        sum += weight[s] * c;
      }
      to[v * size + b] = sum;
    }
    if (layer.layer.free[rank]) {
      return;
    }
    double[] own = layer.layer.own[rank];
    int actions = own.length / 2;
    for (int k = 0; k < 2; k++) {
      double sum = 0;
      for (int a = 0; a < actions; a++) {
        sum += response.choice(k, a) * own[k * actions + a];
      }
      to[(first + k) * size + b] += sum;
    }
  }
}
