package org.servanda.engine.response;

import java.util.Arrays;

/// How movers respond, at many lanes: choices, likelihoods and the posteriors they imply.
///
/// Plain loops over contiguous lanes, each so simple that the compiler turns it into vector
/// instructions; every lane gets the same bits whatever the width of those.
final class BatchResponse {
  private BatchResponse() {}

  /// Computes choices, likelihoods and implied posteriors from the values read.
  static void respond(BatchEquations at, int lanes) {
    var structure = at.structure;
    int n = structure.signals;
    for (int a = 0; a < structure.actions; a++) {
      expect(at, lanes, 0, a, at.payoff[a]);
      expect(at, lanes, 1, a, at.payoff[structure.actions + a]);
    }
    for (int k = 0; k < 2; k++) {
      int from = k * structure.actions;
      if (structure.actions == 2) {
        gap(lanes, at.precision, at.payoff[from], at.payoff[from + 1], at.sigma[from + 1]);
        BatchExponential.exp(lanes, at.sigma[from + 1], at.power);
        odds(lanes, at.sigma[from], at.sigma[from + 1]);
      } else {
        choose(at, lanes, from);
      }
      if (!structure.identified) {
        for (int s = 0; s < n; s++) {
          spread(at, lanes, k, s);
        }
      }
    }
    Arrays.fill(at.seen, 0, lanes, 1);
    for (int s = 0; s < n; s++) {
      image(lanes, at.prior, at.likelihood[s], at.likelihood[n + s], at.seen, at.image[s]);
      if (!structure.identified) {
        lower(lanes, at.likelihood[s], at.likelihood[n + s], at.seen);
      }
    }
  }

  /// Follows a small correction, the last move, to first order.
  static void drift(BatchEquations at, int lanes) {
    var structure = at.structure;
    int n = structure.signals;
    int actions = structure.actions;
    double[] mean = at.scratch[actions];
    for (int s = 0; s < n; s++) {
      shift(lanes, at.slope[s], at.move[s], at.value[s]);
      shift(lanes, at.slope[n + s], at.move[s], at.value[n + s]);
    }
    for (int k = 0; k < 2; k++) {
      Arrays.fill(mean, 0, lanes, 0);
      for (int a = 0; a < actions; a++) {
        int index = k * actions + a;
        expect(at, lanes, k, a, at.scratch[a]);
        shift(lanes, at.sigma[index], at.payoff[index], at.scratch[a], mean);
      }
      for (int a = 0; a < actions; a++) {
        lean(lanes, at.precision, at.scratch[a], mean, at.sigma[k * actions + a]);
      }
      for (int s = 0; s < n && !structure.identified; s++) {
        spread(at, lanes, k, s);
      }
    }
  }

  private static void shift(int lanes, double[] slope, double[] move, double[] value) {
    for (int i = 0; i < lanes; i++) {
      value[i] = Math.fma(slope[i], move[i], value[i]);
    }
  }

  /// Turns a payoff into its change, and adds it to the mean.
  private static void shift(
      int lanes, double[] play, double[] before, double[] pay, double[] mean) {
    for (int i = 0; i < lanes; i++) {
      double change = pay[i] - before[i];
      pay[i] = change;
      mean[i] = Math.fma(play[i], change, mean[i]);
    }
  }

  private static void lean(
      int lanes, double[] precision, double[] change, double[] mean, double[] play) {
    for (int i = 0; i < lanes; i++) {
      play[i] = Math.fma(play[i] * precision[i], change[i] - mean[i], play[i]);
    }
  }

  private static void gap(
      int lanes, double[] precision, double[] pay0, double[] pay1, double[] to) {
    for (int i = 0; i < lanes; i++) {
      to[i] = precision[i] * (pay1[i] - pay0[i]);
    }
  }

  private static void odds(int lanes, double[] first, double[] second) {
    for (int i = 0; i < lanes; i++) {
      double e = second[i];
      double better = 1 / (1 + e);
      first[i] = better;
      second[i] = e * better;
    }
  }

  private static void expect(BatchEquations at, int lanes, int k, int a, double[] pay) {
    var structure = at.structure;
    int from = structure.start[a];
    int to = structure.start[a + 1];
    int n = structure.signals;
    double own = at.own[k * structure.actions + a];
    expect(
        lanes,
        own,
        structure.entryLikelihood[from],
        at.value[k * n + structure.entrySignal[from]],
        pay);
    for (int e = from + 1; e < to; e++) {
      add(lanes, structure.entryLikelihood[e], at.value[k * n + structure.entrySignal[e]], pay);
    }
  }

  private static void expect(int lanes, double own, double pi, double[] value, double[] pay) {
    for (int i = 0; i < lanes; i++) {
      pay[i] = Math.fma(pi, value[i], own);
    }
  }

  static void add(int lanes, double pi, double[] value, double[] pay) {
    for (int i = 0; i < lanes; i++) {
      pay[i] = Math.fma(pi, value[i], pay[i]);
    }
  }

  static void put(int lanes, double pi, double[] value, double[] pay) {
    for (int i = 0; i < lanes; i++) {
      pay[i] = pi * value[i];
    }
  }

  private static void choose(BatchEquations at, int lanes, int from) {
    int to = from + at.structure.actions;
    double[] top = at.scratch[0];
    double[] sum = at.scratch[1];
    System.arraycopy(at.payoff[from], 0, top, 0, lanes);
    for (int a = from + 1; a < to; a++) {
      raise(lanes, at.payoff[a], top);
    }
    Arrays.fill(sum, 0, lanes, 0);
    for (int a = from; a < to; a++) {
      gap(lanes, at.precision, top, at.payoff[a], at.sigma[a]);
      BatchExponential.exp(lanes, at.sigma[a], at.power);
      add(lanes, 1, at.sigma[a], sum);
    }
    invert(lanes, sum, sum);
    for (int a = from; a < to; a++) {
      multiply(lanes, sum, at.sigma[a]);
    }
  }

  private static void raise(int lanes, double[] x, double[] top) {
    for (int i = 0; i < lanes; i++) {
      top[i] = Math.max(top[i], x[i]);
    }
  }

  private static void multiply(int lanes, double[] factor, double[] x) {
    for (int i = 0; i < lanes; i++) {
      x[i] *= factor[i];
    }
  }

  private static void spread(BatchEquations at, int lanes, int k, int s) {
    var structure = at.structure;
    double[] to = at.likelihood[k * structure.signals + s];
    int from = structure.sourceStart[s];
    int end = structure.sourceStart[s + 1];
    put(
        lanes,
        structure.sourceLikelihood[from],
        at.sigma[k * structure.actions + structure.sourceAction[from]],
        to);
    for (int e = from + 1; e < end; e++) {
      add(
          lanes,
          structure.sourceLikelihood[e],
          at.sigma[k * structure.actions + structure.sourceAction[e]],
          to);
    }
  }

  private static void image(
      int lanes, double[] prior, double[] zeros, double[] ones, double[] seen, double[] to) {
    for (int i = 0; i < lanes; i++) {
      double second = prior[i] * ones[i];
      double all = Math.fma(1 - prior[i], zeros[i], second);
      seen[i] = Math.min(all, seen[i]);
      to[i] = second / all;
    }
  }

  private static void lower(int lanes, double[] x, double[] y, double[] least) {
    for (int i = 0; i < lanes; i++) {
      least[i] = Math.min(Math.min(x[i], y[i]), least[i]);
    }
  }

  static void invert(int lanes, double[] x, double[] to) {
    for (int i = 0; i < lanes; i++) {
      to[i] = 1 / x[i];
    }
  }
}
