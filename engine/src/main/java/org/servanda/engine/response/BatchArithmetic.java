package org.servanda.engine.response;

import java.util.Arrays;

/// What [BatchEquations] need computed: responses, Newton corrections, directions of branches.
///
/// Plain loops over contiguous lanes, each so simple that the compiler turns it into vector
/// instructions; every lane gets the same bits whatever the width of those. Loops that divide, take
/// exponentials and multiply are kept apart on purpose.
final class BatchArithmetic {
  private BatchArithmetic() {}

  /// Computes choices, likelihoods and implied posteriors from the values read.
  static void respond(BatchEquations at, int lanes) {
    var structure = at.structure;
    int n = structure.signals;
    for (int a = 0; a < structure.actions; a++) {
      expect(at, lanes, 0, a);
      expect(at, lanes, 1, a);
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

  private static void expect(BatchEquations at, int lanes, int k, int a) {
    var structure = at.structure;
    int from = structure.start[a];
    int to = structure.start[a + 1];
    int n = structure.signals;
    double[] pay = at.payoff[k * structure.actions + a];
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

  private static void add(int lanes, double pi, double[] value, double[] pay) {
    for (int i = 0; i < lanes; i++) {
      pay[i] = Math.fma(pi, value[i], pay[i]);
    }
  }

  private static void put(int lanes, double pi, double[] value, double[] pay) {
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
    for (int a = from; a < to; a++) {
      divide(lanes, sum, at.sigma[a]);
    }
  }

  private static void raise(int lanes, double[] x, double[] top) {
    for (int i = 0; i < lanes; i++) {
      top[i] = Math.max(top[i], x[i]);
    }
  }

  private static void divide(int lanes, double[] sum, double[] x) {
    for (int i = 0; i < lanes; i++) {
      x[i] /= sum[i];
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

  /// Finds by how much the implied posteriors differ from the candidates, as `move`, and the
  /// largest such difference.
  static void compare(BatchEquations at, int lanes) {
    difference(at, lanes);
    size(at, lanes);
  }

  /// Finds the Newton correction, as `move`, and its largest entry.
  static void correct(BatchEquations at, int lanes) {
    difference(at, lanes);
    blocks(at, lanes);
    pivots(at, lanes, at.move);
    reduce(at, lanes, at.move);
    size(at, lanes);
  }

  private static void difference(BatchEquations at, int lanes) {
    for (int s = 0; s < at.structure.signals; s++) {
      subtract(lanes, at.image[s], at.q[s], at.move[s]);
    }
  }

  private static void subtract(int lanes, double[] image, double[] q, double[] move) {
    for (int i = 0; i < lanes; i++) {
      move[i] = image[i] - q[i];
    }
  }

  private static void size(BatchEquations at, int lanes) {
    Arrays.fill(at.largest, 0, lanes, 0);
    for (int s = 0; s < at.structure.signals; s++) {
      raiseSize(lanes, at.move[s], at.largest);
    }
  }

  private static void raiseSize(int lanes, double[] move, double[] top) {
    for (int i = 0; i < lanes; i++) {
      top[i] = Math.max(top[i], Math.abs(move[i]));
    }
  }

  /// Finds the direction of the branch in log-likelihood ratios.
  static void aim(BatchEquations at, int lanes) {
    rates(at, lanes);
    blocks(at, lanes);
    pivots(at, lanes, at.direction);
    reduce(at, lanes, at.direction);
    unspread(at, lanes);
  }

  private static void rates(BatchEquations at, int lanes) {
    double[] zero = at.scratch[1];
    double[] one = at.scratch[2];
    for (int s = 0; s < at.structure.signals; s++) {
      rate(at, lanes, s, 0, zero);
      rate(at, lanes, s, 1, one);
      spread(lanes, at.image[s], zero, one, at.direction[s]);
    }
  }

  private static void unspread(BatchEquations at, int lanes) {
    for (int s = 0; s < at.structure.signals; s++) {
      unspread(lanes, at.image[s], at.direction[s]);
    }
  }

  private static void spread(int lanes, double[] image, double[] zero, double[] one, double[] to) {
    for (int i = 0; i < lanes; i++) {
      to[i] = image[i] * (1 - image[i]) * (one[i] - zero[i]);
    }
  }

  private static void unspread(int lanes, double[] image, double[] to) {
    for (int i = 0; i < lanes; i++) {
      to[i] /= Math.max(image[i] * (1 - image[i]), 1e-300);
    }
  }

  private static void rate(BatchEquations at, int lanes, int s, int k, double[] to) {
    var structure = at.structure;
    double[] inverse = at.scratch[0];
    invert(lanes, at.likelihood[k * structure.signals + s], inverse);
    Arrays.fill(to, 0, lanes, 0);
    for (int a = 0; a < structure.actions; a++) {
      int index = k * structure.actions + a;
      double pi = structure.likelihood[a * structure.signals + s];
      excess(lanes, pi, inverse, at.sigma[index], at.payoff[index], to);
    }
  }

  private static void invert(int lanes, double[] x, double[] to) {
    for (int i = 0; i < lanes; i++) {
      to[i] = 1 / x[i];
    }
  }

  private static void excess(
      int lanes, double pi, double[] inverse, double[] play, double[] pay, double[] to) {
    for (int i = 0; i < lanes; i++) {
      to[i] = Math.fma(play[i] * pay[i], Math.fma(pi, inverse[i], -1), to[i]);
    }
  }

  private static void blocks(BatchEquations at, int lanes) {
    var structure = at.structure;
    int n = structure.signals;
    for (int s = 0; s < n && !structure.identified; s++) {
      block(at, lanes, s, s, at.scratch[n + s]);
      if (structure.partner[s] != s) {
        block(at, lanes, s, structure.partner[s], at.scratch[2 * n + s]);
      }
    }
  }

  private static void pivots(BatchEquations at, int lanes, double[][] right) {
    var structure = at.structure;
    int n = structure.signals;
    Arrays.fill(at.determinant, 0, lanes, 1);
    for (int s = 0; s < n; s++) {
      int r = structure.partner[s];
      if (structure.identified) {
        identified(
            lanes,
            at.precision,
            at.image[s],
            at.slope[s],
            at.slope[n + s],
            at.determinant,
            at.scratch[s],
            right[s]);
      } else if (r == s) {
        single(
            lanes,
            at.precision,
            at.image[s],
            at.scratch[n + s],
            at.determinant,
            at.scratch[s],
            right[s]);
      } else if (r > s) {
        matrix(lanes, at.precision, at.image[s], at.scratch[n + s], at.scratch[2 * n + s]);
        matrix(lanes, at.precision, at.image[r], at.scratch[n + r], at.scratch[2 * n + r]);
        minor(
            lanes,
            at.scratch[n + s],
            at.scratch[2 * n + s],
            at.scratch[2 * n + r],
            at.scratch[n + r],
            at.determinant,
            at.scratch[3 * n]);
        solve(
            lanes,
            at.scratch[n + r],
            at.scratch[2 * n + s],
            at.scratch[2 * n + r],
            at.scratch[n + s],
            at.scratch[3 * n],
            right[s],
            right[r]);
        weight(lanes, at.precision, at.image[s], at.scratch[s]);
        weight(lanes, at.precision, at.image[r], at.scratch[r]);
        solve(
            lanes,
            at.scratch[n + r],
            at.scratch[2 * n + s],
            at.scratch[2 * n + r],
            at.scratch[n + s],
            at.scratch[3 * n],
            at.scratch[s],
            at.scratch[r]);
      }
    }
  }

  private static void weight(int lanes, double[] precision, double[] image, double[] to) {
    for (int i = 0; i < lanes; i++) {
      to[i] = precision[i] * (image[i] * (1 - image[i]));
    }
  }

  /// Turns blocks into entries of the matrix.
  private static void matrix(
      int lanes, double[] precision, double[] image, double[] same, double[] other) {
    for (int i = 0; i < lanes; i++) {
      double spread = precision[i] * (image[i] * (1 - image[i]));
      same[i] = Math.fma(-spread, same[i], 1);
      other[i] = -spread * other[i];
    }
  }

  private static void minor(
      int lanes,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] determinant,
      double[] inverse) {
    for (int i = 0; i < lanes; i++) {
      double minor = Math.fma(a[i], d[i], -(b[i] * c[i]));
      determinant[i] *= minor;
      inverse[i] = 1 / minor;
    }
  }

  private static void solve(
      int lanes,
      double[] d,
      double[] b,
      double[] c,
      double[] a,
      double[] inverse,
      double[] first,
      double[] second) {
    for (int i = 0; i < lanes; i++) {
      double x = first[i];
      double y = second[i];
      first[i] = Math.fma(d[i], x, -(b[i] * y)) * inverse[i];
      second[i] = Math.fma(a[i], y, -(c[i] * x)) * inverse[i];
    }
  }

  private static void reduce(BatchEquations at, int lanes, double[][] right) {
    int n = at.structure.signals;
    double[] alpha = at.scratch[3 * n];
    double[] beta = at.scratch[3 * n + 1];
    Arrays.fill(alpha, 0, lanes, 0);
    Arrays.fill(beta, 0, lanes, 1);
    for (int s = 0; s < n; s++) {
      gather(
          lanes,
          at.likelihood[s],
          at.likelihood[n + s],
          at.slope[s],
          at.slope[n + s],
          at.scratch[s],
          right[s],
          alpha,
          beta);
    }
    finish(lanes, alpha, beta, at.determinant);
    for (int s = 0; s < n; s++) {
      reduce(lanes, at.scratch[s], alpha, right[s]);
    }
  }

  private static void finish(int lanes, double[] alpha, double[] beta, double[] determinant) {
    for (int i = 0; i < lanes; i++) {
      determinant[i] *= beta[i];
      alpha[i] /= beta[i];
    }
  }

  private static void gather(
      int lanes,
      double[] zero,
      double[] one,
      double[] falls,
      double[] rises,
      double[] weight,
      double[] right,
      double[] alpha,
      double[] beta) {
    for (int i = 0; i < lanes; i++) {
      double u = Math.fma(one[i], rises[i], -(zero[i] * falls[i]));
      alpha[i] = Math.fma(u, right[i], alpha[i]);
      beta[i] = Math.fma(u, weight[i], beta[i]);
    }
  }

  private static void reduce(int lanes, double[] weight, double[] factor, double[] from) {
    for (int i = 0; i < lanes; i++) {
      from[i] = Math.fma(-weight[i], factor[i], from[i]);
    }
  }

  private static void identified(
      int lanes,
      double[] precision,
      double[] image,
      double[] falls,
      double[] rises,
      double[] determinant,
      double[] weight,
      double[] right) {
    for (int i = 0; i < lanes; i++) {
      double spread = precision[i] * (image[i] * (1 - image[i]));
      double diagonal = Math.fma(-spread, rises[i] - falls[i], 1);
      double inverse = 1 / diagonal;
      determinant[i] *= diagonal;
      weight[i] = spread * inverse;
      right[i] *= inverse;
    }
  }

  private static void single(
      int lanes,
      double[] precision,
      double[] image,
      double[] blocks,
      double[] determinant,
      double[] weight,
      double[] right) {
    for (int i = 0; i < lanes; i++) {
      double spread = precision[i] * (image[i] * (1 - image[i]));
      double diagonal = Math.fma(-spread, blocks[i], 1);
      double inverse = 1 / diagonal;
      determinant[i] *= diagonal;
      weight[i] = spread * inverse;
      right[i] *= inverse;
    }
  }

  private static void block(BatchEquations at, int lanes, int s, int r, double[] to) {
    var structure = at.structure;
    int n = structure.signals;
    double[] zero = at.scratch[3 * n];
    double[] one = at.scratch[3 * n + 1];
    int from = structure.sourceStart[s];
    for (int e = from; e < structure.sourceStart[s + 1]; e++) {
      int a = structure.sourceAction[e];
      double both = structure.sourceLikelihood[e] * structure.likelihood[a * n + r];
      if (e == from) {
        put(lanes, both, at.sigma[a], zero);
        put(lanes, both, at.sigma[structure.actions + a], one);
      } else {
        add(lanes, both, at.sigma[a], zero);
        add(lanes, both, at.sigma[structure.actions + a], one);
      }
    }
    difference(
        lanes, zero, at.likelihood[s], at.slope[r], one, at.likelihood[n + s], at.slope[n + r], to);
  }

  private static void difference(
      int lanes,
      double[] zero,
      double[] seen0,
      double[] falls,
      double[] one,
      double[] seen1,
      double[] rises,
      double[] to) {
    for (int i = 0; i < lanes; i++) {
      double fall = zero[i] / seen0[i] * falls[i];
      to[i] = Math.fma(one[i] / seen1[i], rises[i], -fall);
    }
  }

  /// Applies the correction, posteriors kept in [0, 1].
  static void advance(BatchEquations at, int lanes) {
    for (int s = 0; s < at.structure.signals; s++) {
      move(lanes, at.move[s], at.q[s]);
    }
  }

  private static void move(int lanes, double[] move, double[] q) {
    for (int i = 0; i < lanes; i++) {
      q[i] = Math.max(0, Math.min(1, q[i] + move[i]));
    }
  }
}
