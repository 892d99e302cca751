package org.servanda.engine.markov;

import java.util.Arrays;

/// Derivatives of the equations of single states with respect to their log odds, and the inverses
/// of their square parts.
final class StateBlocks {
  private static final double ILL_CONDITIONED = 1e4;

  private final StationaryForm form;
  private final StageSums sums;
  private final double unit;
  private final int n;
  private final SmallInverse inverter;

  /// Place of each state's square part in [#block] and [#inverse]; shape `[states + 1]`.
  final int[] firstBlock;

  /// Place of each state's rows in [#slope] and [#shadow]; shape `[states + 1]`.
  final int[] firstSlope;

  /// Derivatives of the equations for log odds.
  final double[] block;

  /// Inverses of [#block].
  final double[] inverse;

  /// Derivatives of the values that the log odds give; player by player.
  final double[] slope;

  /// [#slope] times [#inverse].
  final double[] shadow;

  private boolean illConditioned;

  StateBlocks(StationaryForm form, StageSums sums, double unit) {
    this.form = form;
    this.sums = sums;
    this.unit = unit;
    n = form.players;
    firstBlock = new int[form.states + 1];
    firstSlope = new int[form.states + 1];
    for (int s = 0; s < form.states; s++) {
      int m = form.unknownsOf(s);
      firstBlock[s + 1] = firstBlock[s] + m * m;
      firstSlope[s + 1] = firstSlope[s] + n * m;
    }
    block = new double[firstBlock[form.states]];
    inverse = new double[firstBlock[form.states]];
    slope = new double[firstSlope[form.states]];
    shadow = new double[firstSlope[form.states]];
    inverter = new SmallInverse(form.mostUnknowns);
  }

  /// Forgets what was said of earlier blocks' condition.
  void clear() {
    illConditioned = false;
  }

  /// Says whether an inverse built since [#clear] has large entries.
  boolean illConditioned() {
    return illConditioned;
  }

  /// Builds the block of the state whose sums were taken last.
  ///
  /// @return the sign of its determinant, 0 if it is singular
  int build(int s, double[] sigma, double lambda) {
    int m = form.unknownsOf(s);
    slopes(s, sigma);
    square(s, m, sigma, lambda);
    int sign = inverter.invert(block, firstBlock[s], m, inverse);
    for (int k = firstBlock[s]; k < firstBlock[s + 1]; k++) {
      illConditioned |= !(Math.abs(inverse[k]) < ILL_CONDITIONED);
    }
    for (int j = 0; j < n; j++) {
      times(slope, firstSlope[s] + j * m, s, shadow, firstSlope[s] + j * m);
    }
    return sign;
  }

  /// Writes the derivatives of a state's values with respect to its log odds.
  private void slopes(int s, double[] sigma) {
    int count = form.actionsOf(s);
    int at = firstSlope[s];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int pair = s * n + j;
        int first = form.firstAction[pair];
        int actions = form.firstAction[pair + 1] - first;
        int from = i * count + sums.local(j);
        double mean = 0;
        for (int c = 0; c < actions; c++) {
          mean += sigma[first + c] * sums.given[from + c];
        }
        for (int c = 1; c < actions; c++) {
          slope[at++] = sigma[first + c] * (sums.given[from + c] - mean) / unit;
        }
      }
    }
  }

  /// Writes the derivatives of a state's equations for log odds with respect to its log odds.
  private void square(int s, int m, double[] sigma, double lambda) {
    int count = form.actionsOf(s);
    for (int i = 0; i < n; i++) {
      int row = form.firstUnknown[s * n + i] - form.firstUnknown[s * n];
      int actions = form.actionsOfPair(s * n + i);
      for (int a = 1; a < actions; a++, row++) {
        int at = firstBlock[s] + row * m;
        for (int j = 0; j < n; j++) {
          int column = form.firstUnknown[s * n + j] - form.firstUnknown[s * n];
          if (j == i) {
            Arrays.fill(block, at + column, at + column + actions - 1, 0);
          } else {
            int played = (sums.local(i) + a) * count + sums.local(j);
            int first = sums.local(i) * count + sums.local(j);
            responses(s * n + j, played, first, at + column, sigma, lambda);
          }
        }
        block[at + row] = 1;
      }
    }
  }

  private void responses(
      int pair, int played, int reference, int at, double[] sigma, double lambda) {
    int first = form.firstAction[pair];
    int actions = form.actionsOfPair(pair);
    double mean = 0;
    for (int c = 0; c < actions; c++) {
      mean += sigma[first + c] * (sums.both[played + c] - sums.both[reference + c]);
    }
    for (int c = 1; c < actions; c++) {
      double gain = sums.both[played + c] - sums.both[reference + c];
      block[at + c - 1] = -lambda * sigma[first + c] * (gain - mean);
    }
  }

  /// Multiplies a row over a state's unknowns with the inverse of its block.
  void times(double[] row, int from, int s, double[] to, int at) {
    int m = form.unknownsOf(s);
    Arrays.fill(to, at, at + m, 0);
    for (int k = 0; k < m; k++) {
      double factor = row[from + k];
      int line = firstBlock[s] + k * m;
      for (int c = 0; c < m; c++) {
        to[at + c] += factor * inverse[line + c];
      }
    }
  }

  /// Solves with a state's block: writes the inverse times a column.
  void solve(int s, double[] column, double[] to, int at) {
    int m = form.unknownsOf(s);
    for (int r = 0; r < m; r++) {
      int line = firstBlock[s] + r * m;
      double sum = 0;
      for (int k = 0; k < m; k++) {
        sum += inverse[line + k] * column[k];
      }
      to[at + r] = sum;
    }
  }
}
