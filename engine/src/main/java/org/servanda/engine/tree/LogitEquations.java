package org.servanda.engine.tree;

import java.util.Arrays;
import org.servanda.engine.branch.BranchEquations;
import org.servanda.engine.branch.SparseLu;

/// The agent logit equations of a tree in the logarithms of odds against first actions: `y(h, a) =
/// lambda (U(h, a) - U(h, 0))` at every tied information set, the explicit sets following.
///
/// Derivatives come from passes over the tree below and above every set; the linear systems keep
/// the explicit sets as rows, eliminated first.
///
/// @source McKelvey and Palfrey (1998); Turocy (2010)
final class LogitEquations implements BranchEquations {
  private final CompiledTree tree;
  private final Dependence dependence;
  private final Schedule schedule;
  private final TreePattern pattern;
  private final SparseLu lu;
  private final int size;
  private final double[] odds;
  private final double[] entry;
  private final double[] perAction;
  private final double[] first;
  private final Sensitivity sensitivity;
  private final double[] scaledRate;
  private final double[] full;

  final Play play;

  LogitEquations(
      CompiledTree tree, PathTerms terms, Dependence dependence, TreePattern pattern, SparseLu lu) {
    this.tree = tree;
    this.dependence = dependence;
    this.pattern = pattern;
    this.lu = lu;
    this.schedule = new Schedule(tree, dependence.explicit);
    this.play = new Play(tree, terms);
    this.size = pattern.rows - pattern.explicitRows;
    this.odds = schedule.odds();
    this.entry = new double[pattern.entry.length];
    this.perAction = new double[pattern.rows];
    this.first = new double[pattern.rows];
    this.sensitivity = new Sensitivity(tree, terms, play, pattern.column);
    this.scaledRate = new double[pattern.rows];
    this.full = new double[pattern.rows + 1];
  }

  @Override
  public int size() {
    return size;
  }

  /// Returns the tied sets in the order of the unknowns.
  int[] tied() {
    return dependence.tied;
  }

  /// Works out the play that the unknowns stand for.
  void evaluate(double[] y, double lambda) {
    int at = 0;
    for (int h : dependence.tied) {
      play.choose(h, y, at);
      at += tree.actions[h] - 1;
    }
    schedule.run(play, lambda * tree.range, odds);
    for (int h : dependence.tied) {
      play.believe(h);
      play.weigh(h);
    }
  }

  @Override
  public void values(double[] y, double lambda, double[] f) {
    evaluate(y, lambda);
    double scaled = lambda * tree.range;
    int at = 0;
    for (int h : dependence.tied) {
      int offset = tree.offset[h];
      for (int a = 1; a < tree.actions[h]; a++) {
        f[at] = y[at] - scaled * (play.actionValue[offset + a] - play.actionValue[offset]);
        at++;
      }
    }
  }

  @Override
  public void linearize(double[] y, double lambda, double[] f) {
    values(y, lambda, f);
    double scaled = lambda * tree.range;
    int row = 0;
    for (int h : pattern.sets) {
      int offset = tree.offset[h];
      for (int a = 0; a < tree.actions[h] && tree.actions[h] > 1; a++) {
        sensitivity.add(h, a, a == 0 ? first : perAction);
        if (a == 0) {
          continue;
        }
        int to = pattern.start[row + 1] - 1;
        for (int e = pattern.start[row]; e < to; e++) {
          int c = pattern.entry[e];
          entry[e] = (c == row ? 1 : 0) - scaled * (perAction[c] - first[c]);
          perAction[c] = 0;
        }
        scaledRate[row] = play.actionValue[offset + a] - play.actionValue[offset];
        row++;
      }
      clearFirst(h, row);
    }
  }

  private void clearFirst(int h, int next) {
    for (int r = next - tree.actions[h] + 1; r < next; r++) {
      for (int e = pattern.start[r]; e < pattern.start[r + 1] - 1; e++) {
        first[pattern.entry[e]] = 0;
      }
    }
  }

  @Override
  public int factor(double scale, double[] row) {
    double perUnit = tree.range / scale;
    for (int r = 0; r < pattern.rows; r++) {
      entry[pattern.start[r + 1] - 1] = -scaledRate[r] * perUnit;
    }
    return factor(row);
  }

  /// Factors with other derivatives in the last column.
  ///
  /// @param rate those of the tied equations, shape `[size]`; those of the explicit sets are zero
  int factor(double[] rate, double scale, double[] row) {
    for (int r = 0; r < pattern.rows; r++) {
      int tied = r - pattern.explicitRows;
      entry[pattern.start[r + 1] - 1] = tied < 0 ? 0 : rate[tied] / scale;
    }
    return factor(row);
  }

  private int factor(double[] row) {
    int border = pattern.start[pattern.rows];
    Arrays.fill(entry, border, border + pattern.explicitRows, 0);
    System.arraycopy(row, 0, entry, border + pattern.explicitRows, size + 1);
    return lu.factor(entry);
  }

  @Override
  public void solve(double[] x) {
    Arrays.fill(full, 0, pattern.explicitRows, 0);
    System.arraycopy(x, 0, full, pattern.explicitRows, size + 1);
    lu.solve(full);
    System.arraycopy(full, pattern.explicitRows, x, 0, size + 1);
  }
}
