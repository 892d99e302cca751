package org.servanda.study.discovery;

import java.util.Arrays;
import java.util.List;
import org.servanda.study.statistic.Ranks;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.Share;
import org.servanda.study.table.Table;

/// Grows a small tree that tells cases from other worlds.
///
/// The tree is pruned to the smallest whose squared error in worlds it was not grown from is within
/// one standard error of the best. Where two columns matter only together and evenly, as in a
/// chessboard, no first split helps and a tree does not see it; [RuleSearch] does.
///
/// @source Breiman, Friedman, Olshen and Stone (1984), sections 2.4, 3.3 and 3.4.3
public final class TreeSearch {
  private final CasedWorlds worlds;
  private final TreeOptions options;
  private final int[][] orders;
  private final int[] folds;

  private TreeSearch(CasedWorlds worlds, TreeOptions options, Resampling resampling) {
    this.worlds = worlds;
    this.options = options;
    this.orders = Arrays.stream(worlds.columns).map(Ranks::order).toArray(int[][]::new);
    this.folds = Resampling.shuffle(worlds.size, resampling.stream(Resampling.Purpose.FOLDS));
    for (int i = 0; i < folds.length; i++) {
      folds[i] %= options.folds();
    }
  }

  /// {@return the tree}
  ///
  /// @param worlds one row per world, one column per uncertain estimate; finite or NaN
  /// @param output shape `[rows]`, finite, or NaN for a world that did not solve
  /// @param criterion which worlds are cases
  /// @param options how the tree is grown
  /// @param resampling seed of the folds, and level of the intervals
  /// @throws IllegalArgumentException if lengths differ, there is no column, or a number is
  ///   infinite
  public static ClassificationTree tree(
      Table worlds,
      double[] output,
      Criterion criterion,
      TreeOptions options,
      Resampling resampling) {
    var cased = new CasedWorlds(worlds, output, criterion);
    if (cased.size < CasedWorlds.LEAST) {
      return new ClassificationTree(null, 0, cased.leftOut, cased.caveats());
    }
    var search = new TreeSearch(cased, options, resampling);
    var full = search.grow(search.orders);
    var prices = full.prices();
    var errors = search.errors(prices);
    int chosen = choose(errors);
    var tree = chosen == 0 ? full : full.pruned(prices.get(chosen - 1));
    double variance = mean(errors[prices.size()]);
    double explained = variance > 0 ? 1 - mean(errors[chosen]) / variance : 0;
    var root = search.named(tree, resampling.level());
    return new ClassificationTree(root, explained, cased.leftOut, cased.caveats());
  }

  private Grown grow(int[][] among) {
    int leastLeaf = (int) Math.ceil(options.leastLeaf() * among[0].length);
    return new TreeGrower(worlds.columns, worlds.cases, options.depth(), leastLeaf).grow(among);
  }

  /// Squared errors of each world under trees that were grown without its fold, for the full tree
  /// and for each price; prices between the ones of the full tree, by their geometric mean.
  private double[][] errors(List<Double> prices) {
    var errors = new double[prices.size() + 1][worlds.size];
    for (int f = 0; f < options.folds(); f++) {
      var full = grow(outside(f));
      for (int p = 0; p <= prices.size(); p++) {
        var tree = p == 0 ? full : full.pruned(between(prices, p - 1));
        for (int i = 0; i < worlds.size; i++) {
          if (folds[i] == f) {
            double miss = (worlds.cases[i] ? 1 : 0) - tree.predict(worlds.columns, i);
            errors[p][i] = miss * miss;
          }
        }
      }
    }
    return errors;
  }

  private static double between(List<Double> prices, int p) {
    return p + 1 < prices.size() ? Math.sqrt(prices.get(p) * prices.get(p + 1)) : Double.MAX_VALUE;
  }

  private int[][] outside(int fold) {
    return Arrays.stream(orders)
        .map(order -> Arrays.stream(order).filter(world -> folds[world] != fold).toArray())
        .toArray(int[][]::new);
  }

  /// The highest price whose error is within one standard error of the least.
  private static int choose(double[][] errors) {
    int best = 0;
    for (int p = 1; p < errors.length; p++) {
      best = mean(errors[p]) < mean(errors[best]) ? p : best;
    }
    double mean = mean(errors[best]);
    double squares = 0;
    for (double error : errors[best]) {
      squares += (error - mean) * (error - mean);
    }
    int n = errors[best].length;
    double bound = mean + Math.sqrt(squares / n / n);
    int chosen = best;
    for (int p = best; p < errors.length; p++) {
      chosen = mean(errors[p]) <= bound ? p : chosen;
    }
    return chosen;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private ClassificationTree.Node named(Grown node, double level) {
    var share = Share.of(node.hits, node.worlds, level);
    var parting = node.parting;
    if (parting == null) {
      return new ClassificationTree.Leaf(share);
    }
    return new ClassificationTree.Split(
        worlds.names.get(parting.column()),
        parting.cut(),
        named(parting.below(), level),
        named(parting.above(), level),
        share);
  }
}
