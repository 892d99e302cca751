package org.servanda.engine.equilibrium;

import java.util.Arrays;

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
    double[] share = position.shares(period);
    sum(position, rank, share, 0, share.length, redraws, here[rank]);
  }

  /// Points to the continuation values of all signals of a position: those of its successor where
  /// that is all there is, else computed.
  ///
  /// @param to one array per signal, `stride` apart
  /// @param room as many arrays that can be written to
  void follow(
      CompiledPosition position,
      int rank,
      int period,
      RedrawValues redraws,
      double[][] to,
      double[][] room,
      int start,
      int stride) {
    double[] share = position.shares(period);
    boolean free = layer.outcomes[rank].length == 0;
    int first = 0;
    while (first < share.length) {
      int last = lastOf(position, share, first);
      int place = start + position.termSignal[first] * stride;
      if (free && sure(position, share, first, last)) {
        to[place] = here[position.successor[position.termOutcome[first]]];
      } else {
        sum(position, rank, share, first, last, redraws, room[place]);
        to[place] = room[place];
      }
      first = last;
    }
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
    int block = layer.values * beliefs;
    int first = 0;
    while (first < share.length) {
      int last = lastOf(position, share, first);
      int place = start + position.termSignal[first] * stride;
      if (sure(position, share, first, last)) {
        copy(position, rank, position.termOutcome[first], to, place);
      } else {
        // Sums stand where their terms do: loops over one index become vector instructions.
        sum(position, rank, share, first, last, redraws, summed);
        System.arraycopy(summed, 0, to, place, block);
      }
      first = last;
    }
  }

  /// Returns the end of the terms of one signal.
  private static int lastOf(CompiledPosition position, double[] share, int first) {
    int[] signal = position.termSignal;
    int last = first + 1;
    while (last < share.length && signal[last] == signal[first]) {
      last++;
    }
    return last;
  }

  /// Says whether a term is all there is of its signal, in the same period.
  private static boolean sure(CompiledPosition position, double[] share, int first, int last) {
    return last - first == 1
        && share[first] == 1
        && !position.redrawn
        && !position.advances[position.termOutcome[first]];
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

  /// Adds up the terms of one signal: payoffs, then values, up to three at a time.
  private void sum(
      CompiledPosition position,
      int rank,
      double[] share,
      int first,
      int last,
      RedrawValues redraws,
      double[] to) {
    pay(position, rank, share, first, last, to);
    int i = first;
    while (i < last) {
      int together = position.redrawn ? 1 : Math.min(3, last - i);
      add(position, share, i, together, redraws, to);
      i += together;
    }
  }

  private void pay(
      CompiledPosition position, int rank, double[] share, int first, int last, double[] to) {
    double[] pay = layer.outcomes[rank];
    if (pay.length == 0) {
      Arrays.fill(to, 0, layer.values * beliefs, 0);
      return;
    }
    for (int v = 0; v < layer.values; v++) {
      double constant = 0;
      for (int i = first; i < last; i++) {
        constant += share[i] * pay[position.termOutcome[i] * layer.values + v];
      }
      Arrays.fill(to, v * beliefs, (v + 1) * beliefs, constant);
    }
  }

  /// Adds the values of terms, one to three, with their shares and discounts.
  private void add(
      CompiledPosition position,
      double[] share,
      int first,
      int together,
      RedrawValues redraws,
      double[] to) {
    int last = first + together - 1;
    int a = position.termOutcome[first];
    int b = position.termOutcome[Math.min(first + 1, last)];
    int c = position.termOutcome[last];
    double[] f = after(position, a, redraws);
    double[] g = values(position, b);
    double[] h = values(position, c);
    boolean within = !position.advances[a] && !position.advances[b] && !position.advances[c];
    int rows = layer.evenly || within ? 1 : layer.values;
    int length = layer.values * beliefs / rows;
    for (int v = 0; v < rows; v++) {
      int begin = v * length;
      double x = share[first] * (position.advances[a] ? layer.discount[v] : 1);
      if (together == 1) {
        one(to, begin, begin + length, x, f);
        continue;
      }
      double y = share[first + 1] * (position.advances[b] ? layer.discount[v] : 1);
      if (together == 2) {
        two(to, begin, begin + length, x, f, y, g);
        continue;
      }
      double z = share[last] * (position.advances[c] ? layer.discount[v] : 1);
      three(to, begin, begin + length, x, f, y, g, z, h);
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

  private static void one(double[] to, int begin, int end, double x, double[] f) {
    for (int i = begin; i < end; i++) {
      to[i] = Math.fma(x, f[i], to[i]);
    }
  }

  private static void two(
      double[] to, int begin, int end, double x, double[] f, double y, double[] g) {
    for (int i = begin; i < end; i++) {
      to[i] = Math.fma(y, g[i], Math.fma(x, f[i], to[i]));
    }
  }

  private static void three(
      double[] to,
      int begin,
      int end,
      double x,
      double[] f,
      double y,
      double[] g,
      double z,
      double[] h) {
    for (int i = begin; i < end; i++) {
      to[i] = Math.fma(z, h[i], Math.fma(y, g[i], Math.fma(x, f[i], to[i])));
    }
  }
}
