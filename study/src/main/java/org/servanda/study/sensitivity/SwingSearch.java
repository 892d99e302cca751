package org.servanda.study.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.SolvedWorlds;
import org.servanda.study.table.Table;

/// Compares the worlds at both ends of each column: a tornado over a whole sample instead of around
/// one point.
///
/// Says what goes with a column, not what it causes, where columns move together.
public final class SwingSearch {
  /// The share of worlds at either end: enough for a mean, and far from the middle.
  private static final double END = 0.2;

  /// Fewer worlds at an end make no mean worth drawing.
  private static final int LEAST = 8;

  private SwingSearch() {}

  /// {@return the mean output at both ends of every column, with intervals}
  ///
  /// Worlds with equal numbers in a column are at the same end, so an end can hold more than a
  /// fifth of them; a column whose ends cannot be told apart or hold fewer than 8 worlds is left
  /// out.
  ///
  /// @param worlds one row per world, one column per uncertain estimate; finite or NaN
  /// @param output shape `[rows]`, finite, or NaN for a world that did not solve
  /// @param resampling seed and number of draws
  /// @throws IllegalArgumentException if lengths differ, there is no column, or a number is
  ///   infinite
  public static Swings swings(Table worlds, double[] output, Resampling resampling) {
    var solved = SolvedWorlds.of(worlds, output);
    var y = solved.output();
    double mean = Arrays.stream(y).average().orElse(Double.NaN);
    var swings = new ArrayList<Swing>();
    if (y.length >= LEAST) {
      var samples = resampling.bootstrapPlaces(y.length);
      for (int c = 0; c < solved.names().size(); c++) {
        var swing = swing(solved.names().get(c), solved.column(c), y, samples, resampling);
        if (swing != null) {
          swings.add(swing);
        }
      }
    }
    swings.sort(Comparator.comparingDouble(Swing::width).reversed());
    return new Swings(mean, swings);
  }

  private static @Nullable Swing swing(
      String name, double[] x, double[] y, int[][] samples, Resampling resampling) {
    int size = (int) Math.ceil(END * x.length);
    var upward =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> x[i]))
            .mapToInt(i -> i)
            .toArray();
    var downward = new int[upward.length];
    Arrays.setAll(downward, i -> upward[upward.length - 1 - i]);
    double low = x[upward[size - 1]];
    double high = x[downward[size - 1]];
    return low >= high || size < LEAST
        ? null
        : new Swing(
            name,
            low,
            estimate(upward, x, y, samples, resampling),
            high,
            estimate(downward, x, y, samples, resampling));
  }

  /// The mean output of the first worlds in an order. Every sample has first worlds of its own: an
  /// end that stayed where it is would make intervals too narrow.
  private static Estimate estimate(
      int[] order, double[] x, double[] y, int[][] samples, Resampling resampling) {
    var once = new int[x.length];
    Arrays.fill(once, 1);
    var replicates = new double[samples.length];
    for (int b = 0; b < samples.length; b++) {
      var times = new int[x.length];
      for (int place : samples[b]) {
        times[place]++;
      }
      replicates[b] = mean(order, x, y, times);
    }
    return new Estimate(mean(order, x, y, once), resampling.percentiles(replicates));
  }

  /// {@return the mean output of the first fifth in an order, and of all that are level with its
  /// last}
  ///
  /// @param times how often each world counts
  private static double mean(int[] order, double[] x, double[] y, int[] times) {
    int size = (int) Math.ceil(END * order.length);
    double sum = 0;
    int count = 0;
    double last = Double.NaN;
    for (int place : order) {
      if (count >= size && x[place] != last) {
        break;
      }
      sum += times[place] * y[place];
      count += times[place];
      last = times[place] > 0 ? x[place] : last;
    }
    return sum / count;
  }
}
