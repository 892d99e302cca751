package org.servanda.study.discovery;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Moves the thresholds of a rule from the cuts of a grid to the best values there are.
final class RuleCuts {

  /// Each threshold is moved twice, with the other one held.
  private static final int ROUNDS = 2;

  private final CasedWorlds worlds;
  private final RuleGrid grid;
  private final int[][] orders;
  private final int least;

  /// @param orders the worlds in ascending order of each column
  /// @param least worlds for which a rule must hold, and must not
  RuleCuts(CasedWorlds worlds, RuleGrid grid, int[][] orders, int least) {
    this.worlds = worlds;
    this.grid = grid;
    this.orders = orders;
    this.least = least;
  }

  /// One threshold of a rule.
  record Cut(int column, Side side, double value) {
    boolean holds(double[][] columns, int world) {
      return columns[column][world] < value == (side == Side.BELOW);
    }
  }

  /// @param cuts one or two
  /// @param weights how often each world counts
  Cut[] best(Cut[] cuts, int[] weights) {
    var best = cuts.clone();
    for (int round = 0; round < ROUNDS; round++) {
      for (int c = 0; c < best.length; c++) {
        best[c] = moved(best[c], best.length == 1 ? null : best[1 - c], weights);
      }
    }
    return best;
  }

  private Cut moved(Cut cut, @Nullable Cut other, int[] weights) {
    int all = Arrays.stream(weights).sum();
    int allHits = 0;
    int under = 0;
    int underHits = 0;
    for (int world = 0; world < worlds.size; world++) {
      int weight = weights[world];
      int hits = worlds.cases[world] ? weight : 0;
      allHits += hits;
      if (other == null || other.holds(worlds.columns, world)) {
        under += weight;
        underHits += hits;
      }
    }
    double best = 0;
    double value = cut.value();
    int below = 0;
    int belowHits = 0;
    double last = Double.NEGATIVE_INFINITY;
    for (int world : orders[cut.column()]) {
      if (weights[world] == 0 || other != null && !other.holds(worlds.columns, world)) {
        continue;
      }
      double next = worlds.columns[cut.column()][world];
      int size = cut.side() == Side.BELOW ? below : under - below;
      int hits = cut.side() == Side.BELOW ? belowHits : underHits - belowHits;
      if (next > last && size >= least && all - size >= least) {
        boolean denser = (long) hits * all > (long) allHits * size;
        double gain = denser ? grid.gain(hits, size, allHits, all) : 0;
        if (gain > best) {
          best = gain;
          value = Cuts.between(last, next, next);
        }
      }
      last = next;
      below += weights[world];
      belowHits += worlds.cases[world] ? weights[world] : 0;
    }
    return new Cut(cut.column(), cut.side(), value);
  }
}
