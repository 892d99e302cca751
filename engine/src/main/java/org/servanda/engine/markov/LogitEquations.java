package org.servanda.engine.markov;

import java.util.Arrays;
import org.servanda.engine.branch.BranchEquations;

/// The equations of a stationary logit equilibrium, with their linear algebra.
///
/// Unknowns are the log odds of every action against the first of its player and state, and the
/// values of all states. Equations: log odds equal `lambda` times the difference of expected
/// payoffs, and values equal what the profile gives. Values of the states enter as unknowns, not as
/// solutions of a linear system, so that evaluating the equations costs one pass over the lotteries
/// only.
///
/// The matrix of derivatives couples the log odds of different states through the values alone.
/// Hence the log odds are eliminated state by state, and what is left to factor is a dense matrix
/// of one row per player and state, however many actions there are.
///
/// @source Eibelshäuser and Poensgen (2019), Markov quantal response equilibrium; Turocy (2005)
final class LogitEquations implements BranchEquations {
  final StationaryForm form;
  final StageSums sums;

  /// Utility, divided by the range of payoffs, in which the unknown values are measured.
  final double unit;

  private final int n;
  private final int states;
  private final int size;
  private final int unknowns;
  private final double[] sigma;
  private final double[] difference;
  private final double[] trial;
  private final double[] trialDifference;
  private final StateBlocks blocks;
  private final KeptFactors lu;
  private final double[] weights;
  private final double[] border;
  private final double[] borderShadow;
  private final double[] right;
  private final double[] reduced;
  private final double[] product;
  private final double[] gain;
  private double lambda;
  private double scale;
  private int sign;

  LogitEquations(StationaryForm form) {
    this.form = form;
    sums = new StageSums(form);
    n = form.players;
    states = form.states;
    unknowns = form.unknowns();
    size = unknowns + n * states;
    unit = unit(form.game);
    blocks = new StateBlocks(form, sums, unit);
    sigma = new double[form.actions()];
    trial = new double[form.actions()];
    trialDifference = new double[unknowns];
    difference = new double[unknowns];
    lu = new KeptFactors(n * states + 1);
    weights = new double[(n + 1) * form.mostActions];
    border = new double[size + 1];
    borderShadow = new double[unknowns];
    right = new double[size + 1];
    reduced = new double[n * states + 1];
    product = new double[size + 1];
    gain = new double[form.mostUnknowns];
  }

  private static double unit(MarkovGame game) {
    double largest = 0;
    for (int i = 0; i < game.players(); i++) {
      largest = Math.max(largest, game.discount(i));
    }
    return largest < 1 ? 1 / (1 - largest) : 1;
  }

  /// Bytes that the equations take beside the form.
  static long bytes(MarkovGame game) {
    long n = game.players();
    long blocks = 0;
    long unknowns = 0;
    long most = 0;
    for (int s = 0; s < game.states(); s++) {
      long m = 0;
      for (int i = 0; i < n; i++) {
        m += game.actions(s, i) - 1;
      }
      blocks += m * m;
      unknowns += m;
      most = Math.max(most, m);
    }
    long rows = n * game.states() + 1;
    return KeptFactors.bytes(rows)
        + 8 * (2 * blocks + most * most + (2 * n + 10) * unknowns + 16 * rows);
  }

  /// The solution at precision 0: uniform play and its values.
  double[] start() {
    var y = new double[size];
    var uniform = new double[form.actions()];
    form.probabilities(y, uniform);
    var worth = new double[n * states];
    if (!new StationaryValues(form).evaluate(uniform, worth)) {
      throw new IllegalStateException("uniform play never ends and is not discounted");
    }
    for (int k = 0; k < worth.length; k++) {
      y[unknowns + k] = worth[k] / unit;
    }
    return y;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void values(double[] y, double at, double[] f) {
    form.probabilities(y, trial);
    for (int s = 0; s < states; s++) {
      sums.expect(s, trial, y, unknowns, unit);
      residuals(s, y, at, trial, trialDifference, f);
    }
  }

  /// Writes the equations of a state from the sums taken last.
  private void residuals(int s, double[] y, double at, double[] p, double[] gap, double[] f) {
    for (int i = 0; i < n; i++) {
      int pair = s * n + i;
      int local = sums.local(i);
      int first = form.firstAction[pair];
      int count = form.firstAction[pair + 1] - first;
      double value = 0;
      for (int a = 0; a < count; a++) {
        value += p[first + a] * sums.own[local + a];
      }
      for (int a = 1; a < count; a++) {
        int k = form.firstUnknown[pair] + a - 1;
        gap[k] = sums.own[local + a] - sums.own[local];
        f[k] = y[k] - at * gap[k];
      }
      int row = unknowns + i * states + s;
      f[row] = y[row] - value / unit;
    }
  }

  @Override
  public void linearize(double[] y, double at, double[] f) {
    lambda = at;
    sign = 1;
    blocks.clear();
    form.probabilities(y, sigma);
    for (int s = 0; s < states; s++) {
      sums.expectAll(s, sigma, y, unknowns, unit);
      residuals(s, y, at, sigma, difference, f);
      sign *= blocks.build(s, sigma, lambda);
    }
  }

  @Override
  public int factor(double unitOfLambda, double[] row) {
    scale = unitOfLambda;
    if (sign == 0) {
      return 0;
    }
    System.arraycopy(row, 0, border, 0, size + 1);
    int rows = n * states;
    double[] last = lu.row(rows);
    System.arraycopy(row, unknowns, last, 0, rows + 1);
    for (int s = 0; s < states; s++) {
      int m = form.unknownsOf(s);
      int from = form.firstUnknown[s * n];
      blocks.times(border, from, s, borderShadow, from);
      sums.at(s);
      for (int j = 0; j < n; j++) {
        double[] line = lu.row(j * states + s);
        Arrays.fill(line, 0, rows, 0);
        line[j * states + s] = 1;
        line[rows] = -along(blocks.shadow, blocks.firstSlope[s] + j * m, from, m) / scale;
        weigh(s, blocks.shadow, blocks.firstSlope[s] + j * m, j);
        own(s, j);
      }
      last[rows] += along(borderShadow, from, from, m) / scale;
      weigh(s, borderShadow, from, n);
      subtractLotteries(s);
    }
    return sign * lu.factor();
  }

  private double along(double[] row, int at, int from, int m) {
    double sum = 0;
    for (int k = 0; k < m; k++) {
      sum += row[at + k] * difference[from + k];
    }
    return sum;
  }

  /// Writes what each action's lottery counts in a row, from factors on differences of actions.
  private void weigh(int s, double[] factors, int at, int row) {
    int k = at;
    int base = row * form.mostActions;
    // Row n is added to the border, all others are subtracted from the identity.
    double direction = row == n ? -unit : unit;
    for (int i = 0; i < n; i++) {
      double weight = direction * lambda * form.discount[i];
      double sum = 0;
      for (int a = 1; a < form.actionsOfPair(s * n + i); a++, k++) {
        weights[base + sums.local(i) + a] = weight * factors[k];
        sum += weight * factors[k];
      }
      weights[base + sums.local(i)] = -sum;
    }
  }

  /// Adds the lottery of a player's own value to its row.
  private void own(int s, int j) {
    int at = form.firstAction[s * n + j];
    for (int a = 0; a < form.actionsOfPair(s * n + j); a++) {
      weights[j * form.mostActions + sums.local(j) + a] += form.discount[j] * sigma[at + a];
    }
  }

  private void subtractLotteries(int s) {
    for (int k = form.firstProfile[s]; k < form.firstProfile[s + 1]; k++) {
      sums.profile(s, k, sigma);
      for (int j = 0; j <= n; j++) {
        double[] line = lu.row(j == n ? n * states : j * states + s);
        for (int i = 0; i < n; i++) {
          double factor = sums.others[i] * weights[j * form.mostActions + sums.played(i)];
          if (factor != 0) {
            form.addLottery(k, -factor, line, i * states);
          }
        }
      }
    }
  }

  @Override
  public void solve(double[] x) {
    System.arraycopy(x, 0, right, 0, size + 1);
    eliminate(right, x);
    if (blocks.illConditioned()) {
      multiply(x, product);
      for (int k = 0; k <= size; k++) {
        right[k] -= product[k];
      }
      eliminate(right, product);
      for (int k = 0; k <= size; k++) {
        x[k] += product[k];
      }
    }
  }

  /// Solves by elimination of the log odds; `b` and `x` must differ.
  private void eliminate(double[] b, double[] x) {
    int rows = n * states;
    double last = b[size];
    for (int k = 0; k < unknowns; k++) {
      last -= borderShadow[k] * b[k];
    }
    for (int s = 0; s < states; s++) {
      int m = form.unknownsOf(s);
      int from = form.firstUnknown[s * n];
      for (int j = 0; j < n; j++) {
        double sum = b[unknowns + j * states + s];
        int at = blocks.firstSlope[s] + j * m;
        for (int k = 0; k < m; k++) {
          sum += blocks.shadow[at + k] * b[from + k];
        }
        reduced[j * states + s] = sum;
      }
    }
    reduced[rows] = last;
    lu.solve(reduced);
    System.arraycopy(reduced, 0, x, unknowns, rows + 1);
    double slide = reduced[rows] / scale;
    for (int s = 0; s < states; s++) {
      int from = form.firstUnknown[s * n];
      gains(s, reduced, 0);
      for (int k = 0; k < form.unknownsOf(s); k++) {
        gain[k] = b[from + k] + lambda * gain[k] + slide * difference[from + k];
      }
      blocks.solve(s, gain, x, from);
    }
  }

  /// Writes by how much the differences of a state's payoffs rise when the values rise.
  private void gains(int s, double[] rise, int offset) {
    sums.carry(s, sigma, rise, offset);
    int k = 0;
    for (int i = 0; i < n; i++) {
      int local = sums.local(i);
      for (int a = 1; a < form.actionsOfPair(s * n + i); a++) {
        gain[k++] = unit * (sums.own[local + a] - sums.own[local]);
      }
    }
  }

  /// Multiplies the bordered matrix of the last factoring with a vector.
  void multiply(double[] x, double[] to) {
    double slide = x[size] / scale;
    for (int s = 0; s < states; s++) {
      int m = form.unknownsOf(s);
      int from = form.firstUnknown[s * n];
      gains(s, x, unknowns);
      for (int r = 0; r < m; r++) {
        double sum = -lambda * gain[r] - slide * difference[from + r];
        for (int k = 0; k < m; k++) {
          sum += blocks.block[blocks.firstBlock[s] + r * m + k] * x[from + k];
        }
        to[from + r] = sum;
      }
      for (int j = 0; j < n; j++) {
        to[unknowns + j * states + s] = valueRow(s, j, x);
      }
    }
    double sum = 0;
    for (int k = 0; k <= size; k++) {
      sum += border[k] * x[k];
    }
    to[size] = sum;
  }

  private double valueRow(int s, int j, double[] x) {
    int m = form.unknownsOf(s);
    int from = form.firstUnknown[s * n];
    double sum = x[unknowns + j * states + s];
    int at = form.firstAction[s * n + j];
    for (int a = 0; a < form.actionsOfPair(s * n + j); a++) {
      sum -= sigma[at + a] * sums.own[sums.local(j) + a];
    }
    for (int k = 0; k < m; k++) {
      sum -= blocks.slope[blocks.firstSlope[s] + j * m + k] * x[from + k];
    }
    return sum;
  }
}
