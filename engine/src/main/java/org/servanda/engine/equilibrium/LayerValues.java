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

  /// Continuation values of the signals of the positions being computed, shape
  /// `[signals][positions][values][beliefs]`.
  final double[] continuation;

  /// Their derivatives along the mover's axis, per interval.
  final double[] derivative;

  private final int beliefs;
  private final double[] redrawn;
  private final double[] spare;
  private final double[] summed;

  /// @param together most positions computed at once
  LayerValues(CompiledGame compiled, PayoffLayer layer, int beliefs, int together) {
    this.layer = layer;
    int n = compiled.positions.length;
    this.here = new double[n][];
    this.next = new double[n][];
    int block = layer.values * beliefs;
    this.beliefs = beliefs;
    this.continuation = new double[compiled.mostSignals * together * block];
    this.derivative = new double[continuation.length];
    this.redrawn = new double[block];
    this.spare = new double[block];
    this.summed = new double[block];
  }

  /// Computes the continuation values of all signals of positions that are computed together.
  void gather(CompiledGame compiled, int[] ranks, int period, RedrawValues redraws) {
    int block = layer.values * beliefs;
    for (int m = 0; m < ranks.length; m++) {
      var position = compiled.positions[ranks[m]];
      gather(position, ranks[m], period, redraws, continuation, m * block, ranks.length * block);
    }
  }

  /// Computes the continuation value of a position of chance, which is its value.
  void gather(CompiledPosition position, int rank, int period, RedrawValues redraws) {
    gather(position, rank, period, redraws, here[rank], 0, 0);
  }

  /// Computes the continuation values of all signals of a position into an array that is none of
  /// those read, signals `stride` apart.
  private void gather(
      CompiledPosition position,
      int rank,
      int period,
      RedrawValues redraws,
      double[] to,
      int start,
      int stride) {
    double[] share = position.shares(period);
    int[] signal = position.termSignal;
    int block = layer.values * beliefs;
    // Sums stand where their terms do: loops over one index become vector instructions.
    double[] sum = stride == 0 ? to : summed;
    int first = 0;
    while (first < share.length) {
      int last = first + 1;
      while (last < share.length && signal[last] == signal[first]) {
        last++;
      }
      int place = start + signal[first] * stride;
      if (stride > 0 && last - first == 1 && sure(position, share[first], first)) {
        copy(position, rank, position.termOutcome[first], to, place);
        first = last;
        continue;
      }
      if (!position.redrawn && last - first > 1 && last - first <= 3) {
        combine(position, rank, share, first, last, sum);
      } else {
        for (int i = first; i < last; i++) {
          add(position, rank, share, i, i == first, redraws, sum);
        }
      }
      if (stride > 0) {
        System.arraycopy(sum, 0, to, place, block);
      }
      first = last;
    }
  }

  /// Says whether a term is all there is of its signal, in the same period.
  private static boolean sure(CompiledPosition position, double share, int term) {
    return share == 1 && !position.redrawn && !position.advances[position.termOutcome[term]];
  }

  /// Takes over the values after an outcome, and its payoffs.
  private void copy(CompiledPosition position, int rank, int o, double[] to, int place) {
    System.arraycopy(here[position.successor[o]], 0, to, place, layer.values * beliefs);
    double[] pay = layer.outcomes[rank];
    for (int v = 0; v < layer.values && pay.length > 0; v++) {
      double constant = pay[o * layer.values + v];
      if (constant != 0) {
        int from = place + v * beliefs;
        for (int i = from; i < from + beliefs; i++) {
          to[i] += constant;
        }
      }
    }
  }

  /// Adds one term.
  private void add(
      CompiledPosition position,
      int rank,
      double[] share,
      int i,
      boolean fresh,
      RedrawValues redraws,
      double[] to) {
    int o = position.termOutcome[i];
    double[] from = after(position, o, redraws);
    double[] pay = layer.outcomes[rank];
    boolean whole = pay.length == 0 && (layer.evenly || !position.advances[o]);
    int rows = whole ? 1 : layer.values;
    int length = layer.values * beliefs / rows;
    for (int v = 0; v < rows; v++) {
      double weight = share[i] * (position.advances[o] ? layer.discount[v] : 1);
      double constant = pay.length == 0 ? 0 : share[i] * pay[o * layer.values + v];
      if (fresh) {
        write(to, from, v * length, (v + 1) * length, weight, constant);
      } else {
        add(to, from, v * length, (v + 1) * length, weight, constant);
      }
    }
  }

  /// Adds up two terms or three without redraws.
  private void combine(
      CompiledPosition position, int rank, double[] share, int first, int last, double[] to) {
    double[] pay = layer.outcomes[rank];
    int a = position.termOutcome[first];
    int b = position.termOutcome[first + 1];
    int c = position.termOutcome[last - 1];
    double[] f = values(position, a);
    double[] g = values(position, b);
    double[] h = values(position, c);
    boolean within = !position.advances[a] && !position.advances[b] && !position.advances[c];
    int rows = pay.length == 0 && (layer.evenly || within) ? 1 : layer.values;
    int length = layer.values * beliefs / rows;
    for (int v = 0; v < rows; v++) {
      double constant = 0;
      for (int i = first; i < last && pay.length > 0; i++) {
        constant += share[i] * pay[position.termOutcome[i] * layer.values + v];
      }
      double x = share[first] * (position.advances[a] ? layer.discount[v] : 1);
      double y = share[first + 1] * (position.advances[b] ? layer.discount[v] : 1);
      if (last - first == 2) {
        two(to, v * length, (v + 1) * length, constant, x, f, y, g);
      } else {
        double z = share[last - 1] * (position.advances[c] ? layer.discount[v] : 1);
        three(to, v * length, (v + 1) * length, constant, x, f, y, g, z, h);
      }
    }
  }

  private double[] values(CompiledPosition position, int o) {
    int y = position.successor[o];
    return position.advances[o] ? next[y] : here[y];
  }

  /// Returns the values of the successor of an outcome, redraws made.
  private double[] after(CompiledPosition position, int o, RedrawValues redraws) {
    double[] from = values(position, o);
    if (!position.redrawn) {
      return from;
    }
    boolean odd = false;
    for (var redraw : position.redraws[o]) {
      double[] to = odd ? spare : redrawn;
      odd = !odd;
      redraws.apply(redraw, from, to);
      from = to;
    }
    return from;
  }

  private static void write(
      double[] to, double[] from, int begin, int end, double weight, double constant) {
    for (int i = begin; i < end; i++) {
      to[i] = constant + weight * from[i];
    }
  }

  private static void add(
      double[] to, double[] from, int begin, int end, double weight, double constant) {
    for (int i = begin; i < end; i++) {
      to[i] += constant + weight * from[i];
    }
  }

  private static void two(
      double[] to,
      int begin,
      int end,
      double constant,
      double x,
      double[] f,
      double y,
      double[] g) {
    for (int i = begin; i < end; i++) {
      to[i] = Math.fma(y, g[i], Math.fma(x, f[i], constant));
    }
  }

  private static void three(
      double[] to,
      int begin,
      int end,
      double constant,
      double x,
      double[] f,
      double y,
      double[] g,
      double z,
      double[] h) {
    for (int i = begin; i < end; i++) {
      to[i] = Math.fma(z, h[i], Math.fma(y, g[i], Math.fma(x, f[i], constant)));
    }
  }
}
