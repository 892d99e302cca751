package org.servanda.engine.equilibrium;

/// The values of one payoff layer in one period, and what the sweep needs to compute them.
///
/// Values of a position are a flat array, shape `[values][beliefs]`.
final class LayerValues {
  final PayoffLayer layer;

  /// Values of the period being computed, by rank.
  final double[][] here;

  /// Values of the period after it, by rank; filled for positions that open a period.
  final double[][] next;

  /// Continuation values of the signals of the position being computed, shape
  /// `[signals][values][beliefs]`.
  final double[] continuation;

  /// Their derivatives along the mover's axis, per interval.
  final double[] derivative;

  private final double[] redrawn;
  private final double[] spare;

  LayerValues(CompiledGame compiled, PayoffLayer layer, int beliefs) {
    this.layer = layer;
    int n = compiled.positions.length;
    this.here = new double[n][];
    this.next = new double[n][];
    int block = layer.values * beliefs;
    this.continuation = new double[compiled.mostSignals * block];
    this.derivative = new double[compiled.mostSignals * block];
    this.redrawn = new double[block];
    this.spare = new double[block];
  }

  /// Computes the continuation values of all signals of a position.
  void gather(CompiledPosition position, int rank, int period, RedrawValues redraws, int beliefs) {
    gather(position, rank, period, redraws, beliefs, continuation);
  }

  /// Computes the continuation values of all signals of a position into an array that is none of
  /// those read.
  void gather(
      CompiledPosition position,
      int rank,
      int period,
      RedrawValues redraws,
      int beliefs,
      double[] to) {
    double[] share = position.shares(period);
    double[] pay = layer.outcomes[rank];
    int values = layer.values;
    int block = values * beliefs;
    int written = -1;
    for (int i = 0; i < share.length; i++) {
      int s = position.termSignal[i];
      int o = position.termOutcome[i];
      double[] from = after(position, o, redraws);
      boolean fresh = s > written;
      written = Math.max(written, s);
      if (pay.length == 0 && (layer.evenly || !position.advances[o])) {
        double weight = share[i] * (position.advances[o] ? layer.discount[0] : 1);
        if (fresh) {
          write(to, s * block, from, 0, block, weight, 0);
        } else {
          add(to, s * block, from, 0, block, weight, 0);
        }
        continue;
      }
      for (int v = 0; v < values; v++) {
        double weight = share[i] * (position.advances[o] ? layer.discount[v] : 1);
        double constant = pay.length == 0 ? 0 : share[i] * pay[o * values + v];
        if (fresh) {
          write(to, s * block + v * beliefs, from, v * beliefs, beliefs, weight, constant);
        } else {
          add(to, s * block + v * beliefs, from, v * beliefs, beliefs, weight, constant);
        }
      }
    }
  }

  /// Returns the values of the successor of an outcome, redraws made.
  private double[] after(CompiledPosition position, int o, RedrawValues redraws) {
    int y = position.successor[o];
    double[] from = position.advances[o] ? next[y] : here[y];
    boolean odd = false;
    for (var redraw : position.redraws.get(o)) {
      double[] to = odd ? spare : redrawn;
      odd = !odd;
      redraws.apply(redraw, from, to);
      from = to;
    }
    return from;
  }

  private static void write(
      double[] to, int at, double[] from, int start, int count, double weight, double constant) {
    for (int b = 0; b < count; b++) {
      to[at + b] = constant + weight * from[start + b];
    }
  }

  private static void add(
      double[] to, int at, double[] from, int start, int count, double weight, double constant) {
    for (int b = 0; b < count; b++) {
      to[at + b] += constant + weight * from[start + b];
    }
  }
}
