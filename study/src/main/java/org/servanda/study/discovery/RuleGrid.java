package org.servanda.study.discovery;

import java.util.Arrays;
import org.servanda.study.statistic.Classes;

/// Counts of worlds and cases by classes of columns, and the rule on a pair that tells most.
final class RuleGrid {

  /// Classes per column: cuts at every twentieth of the worlds.
  static final int CLASSES = 20;

  /// A rule by classes: a column's side holds from or up to the cut after a class.
  ///
  /// A second column of -1 stands for none.
  record Cell(
      int first, Side firstSide, int firstCut, int second, Side secondSide, int secondCut) {}

  /// A rule with what it tells.
  record Best(Cell cell, double gain) {}

  private final int[][] labels;
  private final int[] counts;
  private final boolean[] cases;
  private final double[] logs;

  RuleGrid(Classes[] classes, boolean[] cases) {
    this.labels = Arrays.stream(classes).map(Classes::labels).toArray(int[][]::new);
    this.counts = Arrays.stream(classes).mapToInt(Classes::count).toArray();
    this.cases = cases;
    this.logs = new double[cases.length + 1];
    for (int n = 2; n < logs.length; n++) {
      logs[n] = n * Math.log(n) / Math.log(2);
    }
  }

  /// What there is to tell, in bits per world.
  double uncertainty(int hits, int size) {
    return (logs[size] - logs[hits] - logs[size - hits]) / size;
  }

  /// Cases and worlds up to each pair of classes: `[a][b]` holds those with labels below `a` and
  /// `b`.
  private final class Sums {
    final int[] hits;
    final int[] sizes;
    final int width;
    final int height;

    Sums(int first, int second, int[] worlds) {
      this.height = counts[first] + 1;
      this.width = (second < 0 ? 1 : counts[second]) + 1;
      this.hits = new int[height * width];
      this.sizes = new int[height * width];
      for (int world : worlds) {
        int at = (labels[first][world] + 1) * width + (second < 0 ? 0 : labels[second][world]) + 1;
        sizes[at]++;
        hits[at] += cases[world] ? 1 : 0;
      }
      for (int a = 1; a < height; a++) {
        for (int b = 1; b < width; b++) {
          int at = a * width + b;
          sizes[at] += sizes[at - 1] + sizes[at - width] - sizes[at - width - 1];
          hits[at] += hits[at - 1] + hits[at - width] - hits[at - width - 1];
        }
      }
    }

    int within(int[] sums, int a0, int a1, int b0, int b1) {
      return sums[a1 * width + b1]
          - sums[a0 * width + b1]
          - sums[a1 * width + b0]
          + sums[a0 * width + b0];
    }
  }

  /// The best rule on one column or two.
  ///
  /// @param second -1 for none
  /// @param worlds among which counts are made; a world may stand there more than once
  /// @param least worlds for which a rule must hold, and must not
  Best best(int first, int second, int[] worlds, int least) {
    var sums = new Sums(first, second, worlds);
    int top = sums.height - 1;
    int right = sums.width - 1;
    int allHits = sums.hits[top * sums.width + right];
    int all = worlds.length;
    var best = new Best(new Cell(first, Side.BELOW, 0, second, Side.BELOW, 0), 0);
    for (int a = 1; a < top; a++) {
      for (var firstSide : Side.values()) {
        int a0 = firstSide == Side.BELOW ? 0 : a;
        int a1 = firstSide == Side.BELOW ? a : top;
        int cuts = second < 0 ? 1 : right - 1;
        for (int b = 1; b <= cuts; b++) {
          for (var secondSide : Side.values()) {
            int b0 = second < 0 || secondSide == Side.BELOW ? 0 : b;
            int b1 = second >= 0 && secondSide == Side.BELOW ? b : right;
            int size = sums.within(sums.sizes, a0, a1, b0, b1);
            int hits = sums.within(sums.hits, a0, a1, b0, b1);
            if (size < least || all - size < least || (long) hits * all <= (long) allHits * size) {
              continue;
            }
            double gain = gain(hits, size, allHits, all);
            if (gain > best.gain()) {
              var cell = new Cell(first, firstSide, a - 1, second, secondSide, b - 1);
              best = new Best(cell, gain);
            }
          }
        }
      }
    }
    return best;
  }

  /// Entropy before less entropy after, in bits per world.
  double gain(int hits, int size, int allHits, int all) {
    int restHits = allHits - hits;
    int rest = all - size;
    double after =
        logs[size]
            - logs[hits]
            - logs[size - hits]
            + logs[rest]
            - logs[restHits]
            - logs[rest - restHits];
    return uncertainty(allHits, all) - after / all;
  }
}
