package org.servanda.engine.tree;

import java.util.Arrays;
import org.servanda.engine.branch.DenseLu;

/// A play on the support of the limit: information sets reached with several actions in use are
/// made exactly indifferent by Newton's method.
///
/// Sets that are not reached keep their extrapolated choices and beliefs.
final class LimitSupport {
  private static final double FLAT = 1e-13;
  private static final int MOST = 2_000;

  private final CompiledTree tree;
  private final double[] limitBelief;
  private final double[] probability;

  /// The play, with limiting beliefs where a set is not reached.
  final Play play;

  /// Probability with which each set is reached.
  final double[] reach;

  /// How far Newton's method moved the choices.
  double moved;

  LimitSupport(CompiledTree tree, PathTerms terms, double[] choice, double[] belief) {
    this.tree = tree;
    this.limitBelief = belief;
    this.probability = choice.clone();
    this.play = new Play(tree, terms);
    this.reach = new double[tree.sets];
    evaluate();
  }

  private void evaluate() {
    for (int h = 0; h < tree.sets; h++) {
      play.choose(h, probability);
    }
    for (int v = tree.nodes - 1; v >= 0; v--) {
      play.evaluate(v);
    }
    findReach();
    for (int h = 0; h < tree.sets; h++) {
      if (reach[h] > 0) {
        play.believe(h);
      } else {
        int from = tree.firstMember[h];
        System.arraycopy(limitBelief, from, play.belief, from, tree.firstMember[h + 1] - from);
      }
      play.weigh(h);
    }
  }

  private void findReach() {
    Arrays.fill(reach, 0);
    var at = new double[tree.nodes];
    at[0] = 1;
    for (int v = 0; v < tree.nodes; v++) {
      int h = tree.set[v];
      if (h >= 0) {
        reach[h] += at[v];
      }
      for (int e = tree.firstChild[v]; e < tree.firstChild[v + 1]; e++) {
        int b = e - tree.firstChild[v];
        at[tree.child[e]] = at[v] * (h >= 0 ? probability[tree.offset[h] + b] : tree.chance[e]);
      }
    }
  }

  /// Solves the indifference equations; returns whether they hold to rounding now. If they cannot
  /// be solved near the extrapolated choices those are kept.
  ///
  /// @param most how far choices may move
  boolean refine(double most) {
    double[] start = probability.clone();
    var column = new int[tree.slots];
    int n = unknowns(column);
    if (n > MOST) {
      return false;
    }
    if (n > 0 && !newton(column, n, start, most, false)) {
      back(start);
      // Where equations depend on each other the nearest solution is taken.
      if (!newton(column, n, start, most, true)) {
        back(start);
        return false;
      }
    }
    for (int s = 0; s < start.length; s++) {
      moved = Math.max(moved, Math.abs(start[s] - probability[s]));
    }
    return true;
  }

  private void back(double[] start) {
    System.arraycopy(start, 0, probability, 0, start.length);
    evaluate();
  }

  /// Numbers the equations: one per action in use beyond the likeliest one of its set, where the
  /// difference in value can change at all.
  private int unknowns(int[] column) {
    Arrays.fill(column, -1);
    for (int s = 0; s < tree.slots; s++) {
      column[s] = s;
    }
    var sensitivity = new Sensitivity(tree, play.terms(), play, column);
    var one = new double[tree.slots];
    var two = new double[tree.slots];
    var wanted = new boolean[tree.slots];
    for (int h = 0; h < tree.sets; h++) {
      int likeliest = likeliest(h);
      if (!(reach[h] > 0)) {
        continue;
      }
      for (int s = tree.offset[h]; s < tree.offset[h] + tree.actions[h]; s++) {
        if (s == likeliest || !(probability[s] > 0)) {
          continue;
        }
        Arrays.fill(one, 0);
        Arrays.fill(two, 0);
        sensitivity.add(h, s - tree.offset[h], one);
        sensitivity.add(h, likeliest - tree.offset[h], two);
        double steepest = 0;
        for (int c = 0; c < one.length; c++) {
          steepest = Math.max(steepest, Math.abs(one[c] - two[c]));
        }
        wanted[s] =
            steepest > FLAT || Math.abs(play.actionValue[s] - play.actionValue[likeliest]) > FLAT;
      }
    }
    int n = 0;
    for (int s = 0; s < tree.slots; s++) {
      column[s] = wanted[s] ? n++ : -1;
    }
    return n;
  }

  private int likeliest(int h) {
    int best = tree.offset[h];
    for (int s = best + 1; s < tree.offset[h] + tree.actions[h]; s++) {
      best = probability[s] > probability[best] ? s : best;
    }
    return best;
  }

  private boolean newton(int[] column, int n, double[] start, double most, boolean nearest) {
    var reference = new int[tree.sets];
    for (int h = 0; h < tree.sets; h++) {
      reference[h] = likeliest(h);
    }
    var sensitivity = new Sensitivity(tree, play.terms(), play, column);
    var matrix = new double[n][n];
    var x = new double[n];
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 20; k++) {
      double largest = assemble(column, reference, sensitivity, matrix, x);
      if (largest <= 4e-16 || k > 1 && largest <= 1e-13 && !(largest < last / 2)) {
        return true;
      }
      last = largest;
      if (!(nearest ? shortest(matrix, x) : solve(matrix, x)) || !move(column, x, start, most)) {
        return false;
      }
    }
    return last <= 1e-13;
  }

  private static boolean solve(double[][] matrix, double[] x) {
    var lu = new DenseLu(x.length);
    for (int i = 0; i < x.length; i++) {
      System.arraycopy(matrix[i], 0, lu.row(i), 0, x.length);
    }
    boolean regular = lu.factor() != 0;
    if (regular) {
      lu.solve(x);
    }
    return regular;
  }

  /// Solves for the shortest vector: `x = A' (A A' + m)^-1 b` with a small `m`.
  private static boolean shortest(double[][] matrix, double[] x) {
    int n = x.length;
    var square = new double[n][n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          square[i][j] += matrix[i][k] * matrix[j][k];
        }
      }
      largest = Math.max(largest, square[i][i]);
    }
    for (int i = 0; i < n; i++) {
      square[i][i] += 1e-12 * largest;
    }
    boolean regular = solve(square, x);
    double[] w = x.clone();
    Arrays.fill(x, 0);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        x[k] += matrix[i][k] * w[i];
      }
    }
    return regular;
  }

  /// Writes the derivatives of the indifference equations and, negative, their values.
  private double assemble(
      int[] column, int[] reference, Sensitivity sensitivity, double[][] matrix, double[] x) {
    double largest = 0;
    var other = new double[x.length];
    for (int h = 0; h < tree.sets; h++) {
      for (int s = tree.offset[h]; s < tree.offset[h] + tree.actions[h]; s++) {
        int row = column[s];
        if (row < 0) {
          continue;
        }
        double[] own = matrix[row];
        Arrays.fill(own, 0);
        Arrays.fill(other, 0);
        sensitivity.add(h, s - tree.offset[h], own);
        sensitivity.add(h, reference[h] - tree.offset[h], other);
        for (int c = 0; c < other.length; c++) {
          own[c] -= other[c];
        }
        x[row] = play.actionValue[reference[h]] - play.actionValue[s];
        largest = Math.max(largest, Math.abs(x[row]));
      }
    }
    return largest;
  }

  /// Changes the logarithms of weights; returns whether choices stay near where they started.
  private boolean move(int[] column, double[] x, double[] start, double most) {
    for (int h = 0; h < tree.sets; h++) {
      double sum = 0;
      for (int s = tree.offset[h]; s < tree.offset[h] + tree.actions[h]; s++) {
        if (column[s] >= 0) {
          probability[s] *= 1 + Math.clamp(x[column[s]], -0.5, 1);
        }
        sum += probability[s];
      }
      for (int s = tree.offset[h]; s < tree.offset[h] + tree.actions[h]; s++) {
        probability[s] /= sum;
        if (!(Math.abs(probability[s] - start[s]) <= most)) {
          return false;
        }
      }
    }
    evaluate();
    return true;
  }
}
