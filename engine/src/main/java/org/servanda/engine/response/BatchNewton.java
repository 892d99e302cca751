package org.servanda.engine.response;

import java.util.Arrays;

/// Newton corrections and directions of branches, at many lanes.
///
/// The linear systems are those of [TwoTypeJacobian]: blocks of one signal or two, then a change of
/// rank one. Plain loops, as in [BatchResponse].
final class BatchNewton {
  private BatchNewton() {}

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
    BatchResponse.invert(lanes, at.likelihood[k * structure.signals + s], inverse);
    Arrays.fill(to, 0, lanes, 0);
    for (int a = 0; a < structure.actions; a++) {
      int index = k * structure.actions + a;
      double pi = structure.likelihood[a * structure.signals + s];
      excess(lanes, pi, inverse, at.sigma[index], at.payoff[index], to);
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
        BatchResponse.put(lanes, both, at.sigma[a], zero);
        BatchResponse.put(lanes, both, at.sigma[structure.actions + a], one);
      } else {
        BatchResponse.add(lanes, both, at.sigma[a], zero);
        BatchResponse.add(lanes, both, at.sigma[structure.actions + a], one);
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
