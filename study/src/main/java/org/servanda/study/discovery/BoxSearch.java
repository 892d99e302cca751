package org.servanda.study.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Ranks;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.Share;
import org.servanda.study.table.Table;

/// Finds boxes of the uncertain estimates in which cases are frequent.
///
/// Each box is peeled, chosen, trimmed and widened; then its worlds are taken out and the next one
/// is searched. Not guaranteed: that no better box exists; and densities are those of the worlds
/// that were searched, so that on fresh worlds they tend to be a little lower.
///
/// @source Friedman and Fisher (1999); Bryant and Lempert (2010)
public final class BoxSearch {
  private final CasedWorlds worlds;
  private final BoxOptions options;
  private final Resampling resampling;
  private final int[][] sorted;

  private BoxSearch(CasedWorlds worlds, BoxOptions options, Resampling resampling) {
    this.worlds = worlds;
    this.options = options;
    this.resampling = resampling;
    this.sorted = Arrays.stream(worlds.columns).map(Ranks::order).toArray(int[][]::new);
  }

  /// {@return the boxes, at least one restriction each}
  ///
  /// @param worlds one row per world, one column per uncertain estimate; finite or NaN
  /// @param output shape `[rows]`, finite, or NaN for a world that did not solve
  /// @param criterion which worlds are cases
  /// @param options how boxes are searched
  /// @param resampling seed of the samples drawn again, and level of the intervals
  /// @throws IllegalArgumentException if lengths differ, there is no column, or a number is
  ///   infinite
  public static Boxes boxes(
      Table worlds,
      double[] output,
      Criterion criterion,
      BoxOptions options,
      Resampling resampling) {
    var cased = new CasedWorlds(worlds, output, criterion);
    var found = new ArrayList<Boxes.Found>();
    if (cased.searchable()) {
      new BoxSearch(cased, options, resampling).search(found);
    }
    return new Boxes(found, cased.size, cased.caseCount, cased.leftOut, cased.caveats());
  }

  private void search(List<Boxes.Found> found) {
    var left = new boolean[worlds.size];
    Arrays.fill(left, true);
    while (found.size() < options.boxes()) {
      var places = places(left);
      if (places.length < CasedWorlds.LEAST) {
        return;
      }
      var trajectory = peel(places);
      var trimming =
          new BoxTrimming(worlds.columns, worlds.cases, places, worlds.caseCount, options);
      var bounds = trimming.choose(trajectory);
      if (!denserThanAll(trimming.count(bounds))) {
        return;
      }
      found.add(new Boxes.Found(box(bounds, trimming, again(places)), steps(trajectory)));
      for (int i = 0; i < worlds.size; i++) {
        left[i] &= !trimming.admits(bounds, bounds.restricted(), i);
      }
    }
  }

  /// A box with fewer cases than worlds drawn blindly says nothing about where cases are.
  private boolean denserThanAll(BoxTrimming.Count box) {
    return box.worlds() < worlds.size
        && (long) box.hits() * worlds.size > (long) worlds.caseCount * box.worlds();
  }

  private static int[] places(boolean[] left) {
    return IntStream.range(0, left.length).filter(i -> left[i]).toArray();
  }

  private List<Peeling.Peeled> peel(int[] places) {
    var among = new boolean[worlds.size];
    for (int place : places) {
      among[place] = true;
    }
    var orders = new int[sorted.length][places.length];
    for (int c = 0; c < sorted.length; c++) {
      int at = 0;
      for (int world : sorted[c]) {
        if (among[world]) {
          orders[c][at++] = world;
        }
      }
    }
    int leastWorlds = (int) Math.ceil(options.leastMass() * places.length);
    return new Peeling(worlds.columns, worlds.cases, orders, options.peel(), leastWorlds)
        .trajectory();
  }

  private Boxes.Box box(Bounds bounds, BoxTrimming trimming, List<Bounds> again) {
    var restrictions = new ArrayList<Boxes.Restriction>();
    for (int column : bounds.restricted()) {
      int reappears = (int) again.stream().filter(b -> sameSide(b, bounds, column)).count();
      restrictions.add(
          new Boxes.Restriction(
              worlds.names.get(column),
              bound(bounds.low[column]),
              bound(bounds.high[column]),
              trimming.chance(bounds, column),
              Share.of(reappears, again.size(), resampling.level())));
    }
    restrictions.sort(Comparator.comparingDouble(Boxes.Restriction::chance));
    var count = trimming.count(bounds);
    double level = resampling.level();
    return new Boxes.Box(
        restrictions,
        Share.of(count.hits(), count.worlds(), level),
        Share.of(count.hits(), worlds.caseCount, level),
        Share.of(count.worlds(), worlds.size, level));
  }

  private static @Nullable Double bound(double value) {
    return Double.isInfinite(value) ? null : Double.valueOf(value);
  }

  private static boolean sameSide(Bounds again, Bounds bounds, int column) {
    boolean low = bounds.low[column] > Double.NEGATIVE_INFINITY;
    boolean high = bounds.high[column] < Double.POSITIVE_INFINITY;
    return low && again.low[column] > Double.NEGATIVE_INFINITY
        || high && again.high[column] < Double.POSITIVE_INFINITY;
  }

  /// The boxes found among two thirds of the worlds, drawn again and again.
  ///
  /// Without replacement: of worlds that stand twice in a sample, peeling makes boxes of their own.
  private List<Bounds> again(int[] places) {
    var stream = resampling.stream(Resampling.Purpose.BOOTSTRAP);
    var found = new ArrayList<Bounds>();
    for (int a = 0; a < options.again(); a++) {
      var order = Resampling.shuffle(places.length, stream);
      var drawn = new int[Math.ceilDiv(2 * places.length, 3)];
      int cases = 0;
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = places[order[i]];
        cases += worlds.cases[drawn[i]] ? 1 : 0;
      }
      var trimming =
          new BoxTrimming(worlds.columns, worlds.cases, drawn, Math.max(1, cases), options);
      found.add(trimming.choose(peel(drawn)));
    }
    return found;
  }

  private List<Boxes.Step> steps(List<Peeling.Peeled> trajectory) {
    return trajectory.stream()
        .map(b ->
            new Boxes.Step(
                b.bounds().restricted().length,
                (double) b.hits() / worlds.caseCount,
                (double) b.hits() / b.worlds(),
                (double) b.worlds() / worlds.size))
        .toList();
  }
}
