package org.servanda.study.discovery;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Chooses a box of a trajectory, drops bounds that chance explains and widens the others where
/// that helps.
final class BoxTrimming {

  /// Worlds and cases of a box.
  record Count(int hits, int worlds) {}

  /// More than any score: a bound that chance explains goes first.
  private static final double WORTHLESS = 10;

  private final double[][] columns;
  private final boolean[] cases;
  private final int[] worlds;
  private final int allCases;
  private final BoxOptions options;

  /// @param worlds among which the box is found; the same world may stand there more than once
  /// @param allCases cases that coverage is a share of
  BoxTrimming(double[][] columns, boolean[] cases, int[] worlds, int allCases, BoxOptions options) {
    this.columns = columns;
    this.cases = cases;
    this.worlds = worlds;
    this.allCases = allCases;
    this.options = options;
  }

  Bounds choose(List<Peeling.Peeled> trajectory) {
    var best = trajectory.getFirst();
    for (var box : trajectory) {
      if (score(box.hits(), box.worlds()) > score(best.hits(), best.worlds())) {
        best = box;
      }
    }
    var bounds = drop(best.bounds());
    return drop(paste(bounds));
  }

  private double score(int hits, int size) {
    return options.choice().score(hits, size, allCases);
  }

  private double score(Bounds bounds) {
    var count = count(bounds);
    return count.worlds() > 0 ? score(count.hits(), count.worlds()) : 0;
  }

  /// Drops the bound whose loss costs least as long as there are too many, or the box becomes no
  /// worse, or chance explains it.
  private Bounds drop(Bounds bounds) {
    var kept = bounds;
    while (true) {
      var restricted = kept.restricted();
      if (restricted.length == 0) {
        return kept;
      }
      var wider = wider(kept, restricted);
      var inside = wider[restricted.length];
      double best = Double.NEGATIVE_INFINITY;
      int dropped = 0;
      for (int r = 0; r < restricted.length; r++) {
        double score = score(wider[r].hits(), wider[r].worlds());
        score += chance(inside, wider[r]) >= options.sure() ? WORTHLESS : 0;
        if (score > best) {
          best = score;
          dropped = restricted[r];
        }
      }
      boolean tooMany = restricted.length > options.restrictions();
      if (!tooMany && best < score(inside.hits(), inside.worlds())) {
        return kept;
      }
      kept = kept.without(dropped);
    }
  }

  /// The probability of as many cases or more, if the worlds were drawn from those in the box
  /// without the bound.
  double chance(Bounds bounds, int column) {
    return chance(count(bounds), count(bounds.without(column)));
  }

  private static double chance(Count inside, Count wider) {
    if (inside.hits() == 0) {
      return 1;
    }
    double share = (double) wider.hits() / wider.worlds();
    return BinomialDistribution.of(inside.worlds(), share).survivalProbability(inside.hits() - 1);
  }

  /// The box without each bound, and at the end the box itself.
  ///
  /// A world is in the box without a bound if it breaks that bound or none.
  private Count[] wider(Bounds bounds, int[] restricted) {
    int last = restricted.length;
    var hits = new int[last + 1];
    var sizes = new int[last + 1];
    for (int world : worlds) {
      int broken = last;
      int count = 0;
      for (int r = 0; r < last && count < 2; r++) {
        if (!bounds.admits(restricted[r], columns[restricted[r]][world])) {
          broken = r;
          count++;
        }
      }
      if (count < 2) {
        sizes[broken]++;
        hits[broken] += cases[world] ? 1 : 0;
      }
    }
    var counts = new Count[last + 1];
    counts[last] = new Count(hits[last], sizes[last]);
    for (int r = 0; r < last; r++) {
      counts[r] = new Count(hits[r] + hits[last], sizes[r] + sizes[last]);
    }
    return counts;
  }

  Count count(Bounds bounds) {
    int hits = 0;
    int size = 0;
    var restricted = bounds.restricted();
    for (int world : worlds) {
      if (admits(bounds, restricted, world)) {
        size++;
        hits += cases[world] ? 1 : 0;
      }
    }
    return new Count(hits, size);
  }

  boolean admits(Bounds bounds, int[] restricted, int world) {
    for (int column : restricted) {
      if (!bounds.admits(column, columns[column][world])) {
        return false;
      }
    }
    return true;
  }

  /// Widens one side at a time by the share that was peeled, as long as the box becomes better.
  private Bounds paste(Bounds bounds) {
    var best = bounds;
    double bestScore = score(bounds);
    boolean better = true;
    while (better) {
      better = false;
      var from = best;
      for (int column : from.restricted()) {
        for (var side : Side.values()) {
          var wider = widened(from, column, side);
          double score = wider == from ? bestScore : score(wider);
          if (score > bestScore) {
            best = wider;
            bestScore = score;
            better = true;
          }
        }
      }
    }
    return best;
  }

  private Bounds widened(Bounds bounds, int column, Side side) {
    double bound = side == Side.BELOW ? bounds.low[column] : bounds.high[column];
    if (Double.isInfinite(bound)) {
      return bounds;
    }
    var free = bounds.without(column);
    var restricted = free.restricted();
    var outside = new double[worlds.length];
    int count = 0;
    for (int world : worlds) {
      double beyond =
          side == Side.BELOW ? bound - columns[column][world] : columns[column][world] - bound;
      if (beyond > 0 && admits(free, restricted, world)) {
        outside[count++] = beyond;
      }
    }
    int added = Math.max(1, (int) (options.peel() * count(bounds).worlds()));
    var wider = new Bounds(bounds);
    double moved = side == Side.BELOW ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    if (count > added) {
      Arrays.sort(outside, 0, count);
      double last = outside[added - 1];
      int next = added;
      while (next < count && outside[next] == last) {
        next++;
      }
      if (next < count) {
        double step = Cuts.between(last, outside[next], last);
        moved = side == Side.BELOW ? bound - step : bound + step;
      }
    }
    if (side == Side.BELOW) {
      wider.low[column] = moved;
    } else {
      wider.high[column] = moved;
    }
    return wider;
  }
}
