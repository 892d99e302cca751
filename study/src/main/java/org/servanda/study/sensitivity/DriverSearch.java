package org.servanda.study.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Classes;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Interval;
import org.servanda.study.statistic.Replicates;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.SolvedWorlds;
import org.servanda.study.table.Table;

/// Finds what decides an output from any sample of worlds, whatever design drew it.
///
/// Both indices stay meaningful where columns depend on each other; what is due to one of two such
/// columns then counts for both. Not guaranteed: that structure finer than the classes is seen; it
/// makes indices too small, never too large.
///
/// @source Plischke, Borgonovo and Smith (2013)
public final class DriverSearch {

  /// With fewer worlds, classes hold too few to compare.
  static final int LEAST = 32;

  /// A sample is large enough if intervals of drivers reach at most this far to either side, and a
  /// column with this share of the variance is told from an idle one.
  static final double PRECISION = 0.05;

  private final SolvedWorlds worlds;
  private final Resampling resampling;
  private final ColumnClasses[] columns;
  private final int[] all;
  private final int[][] samples;
  private final int[][] shuffles;

  private DriverSearch(SolvedWorlds worlds, Resampling resampling) {
    this.worlds = worlds;
    this.resampling = resampling;
    int n = worlds.size();
    var output = worlds.output();
    double mean = 0;
    for (double y : output) {
      mean += y / n;
    }
    var centered = new double[n];
    this.all = new int[n];
    for (int i = 0; i < n; i++) {
      centered[i] = output[i] - mean;
      all[i] = i;
    }
    var bins = Classes.of(output, ColumnClasses.bins(n));
    this.columns = new ColumnClasses[worlds.names().size()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = new ColumnClasses(worlds.column(c), bins, centered);
    }
    this.samples = resampling.bootstrapPlaces(n);
    this.shuffles = resampling.shuffles(n);
  }

  /// {@return the drivers of an output}
  ///
  /// @param worlds one row per world, one column per uncertain estimate; finite or NaN
  /// @param output shape `[rows]`, finite, or NaN for a world that did not solve
  /// @param resampling seed and number of draws
  /// @throws IllegalArgumentException if lengths differ, there is no column, or a number is
  ///   infinite
  public static Drivers drivers(Table worlds, double[] output, Resampling resampling) {
    var solved = SolvedWorlds.of(worlds, output);
    if (solved.size() < LEAST) {
      var caveats = new ArrayList<>(solved.caveats());
      caveats.add(new Caveat.TooFew(solved.size(), LEAST));
      var size = new SampleSize(solved.size(), LEAST);
      return new Drivers(List.of(), null, size, solved.leftOut(), caveats);
    }
    return new DriverSearch(solved, resampling).drivers();
  }

  private Drivers drivers() {
    var distances = replicates(ColumnClasses::distance);
    var shares = replicates(ColumnClasses::explained);
    var drivers = new ArrayList<Driver>();
    double spread = 0;
    for (int c = 0; c < columns.length; c++) {
      var driver = new Driver(worlds.names().get(c), delta(c, distances), first(c, shares));
      drivers.add(driver);
      spread = Math.max(spread, Math.max(spread(driver.delta()), spread(driver.first())));
      spread = Math.max(spread, driver.first().threshold());
    }
    var together = together(drivers, shares);
    drivers.sort(
        Comparator.comparingDouble((Driver d) -> d.delta().value())
            .thenComparingDouble(d -> d.first().value())
            .reversed());
    var size = SampleSize.of(worlds.size(), spread, PRECISION);
    var caveats = new ArrayList<>(worlds.caveats());
    if (!size.enough()) {
      caveats.add(new Caveat.SmallSample(size.worlds(), size.needed()));
    }
    return new Drivers(drivers, together, size, worlds.leftOut(), caveats);
  }

  private static double spread(Index index) {
    return index.told() ? index.interval().halfWidth() : 0;
  }

  /// What a sample of worlds says of one column.
  private interface Statistic {
    double of(ColumnClasses column, int[] inputs, int[] outputs);
  }

  private Replicates replicates(Statistic statistic) {
    var plain = new double[columns.length];
    var bootstraps = new double[columns.length][samples.length];
    var shuffled = new double[columns.length][shuffles.length];
    for (int c = 0; c < columns.length; c++) {
      plain[c] = statistic.of(columns[c], all, all);
      for (int b = 0; b < samples.length; b++) {
        bootstraps[c][b] = statistic.of(columns[c], samples[b], samples[b]);
      }
      for (int p = 0; p < shuffles.length; p++) {
        shuffled[c][p] = statistic.of(columns[c], all, shuffles[p]);
      }
    }
    return new Replicates(plain, bootstraps, shuffled);
  }

  /// Chance alone makes distances; it adds to a real one nearly as independent errors do, in
  /// squares.
  private Index delta(int c, Replicates distances) {
    double idle = distances.idleMean(c);
    var around = resampling.around(distances.plain(c), distances.bootstraps(c));
    var interval =
        new Interval(beyond(around.low(), idle), beyond(around.high(), idle), resampling.level());
    return new Index(
        beyond(distances.plain(c), idle), interval, beyond(distances.threshold(c), idle));
  }

  private static double beyond(double distance, double idle) {
    return Math.min(1, Math.sqrt(Math.max(0, distance * Math.abs(distance) - idle * idle)));
  }

  private Index first(int c, Replicates shares) {
    var interval = resampling.around(shares.plain(c), shares.bootstraps(c)).within(0, 1);
    double threshold = Math.clamp(shares.threshold(c), 0, 1);
    return new Index(Math.clamp(shares.plain(c), 0, 1), interval, threshold);
  }

  private Estimate together(List<Driver> inOrder, Replicates shares) {
    var sums = new double[samples.length];
    double sum = 0;
    for (int c = 0; c < columns.length; c++) {
      if (inOrder.get(c).told()) {
        var bootstraps = shares.bootstraps(c);
        sum += shares.plain(c);
        for (int b = 0; b < sums.length; b++) {
          sums[b] += bootstraps[b];
        }
      }
    }
    return new Estimate(sum, resampling.around(sum, sums));
  }
}
