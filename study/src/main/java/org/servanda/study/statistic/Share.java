package org.servanda.study.statistic;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// How many of a number of worlds, with two intervals for the share.
///
/// Wilson's is the one to show: its mean coverage is close to its level. Clopper and Pearson's
/// never covers less than its level and is wider.
///
/// @param hits from 0 to `total`
/// @param total at least 1
/// @param wilson interval by Wilson's score
/// @param exact interval by Clopper and Pearson
/// @source Wilson (1927); Clopper and Pearson (1934)
public record Share(int hits, int total, Interval wilson, Interval exact) {

  /// {@return the share with its intervals}
  ///
  /// @param hits from 0 to `total`
  /// @param total at least 1
  /// @param level of the intervals, in (0, 1)
  /// @throws IllegalArgumentException if a bound is not kept
  public static Share of(int hits, int total, double level) {
    if (hits < 0 || total < 1 || hits > total) {
      throw new IllegalArgumentException(
          "share is %d of %d, must be 0 to %d of at least 1\nTry: count worlds that solved"
              .formatted(hits, total, Math.max(total, 1)));
    }
    return new Share(
        hits,
        total,
        interval(BinomialConfidenceInterval.WILSON_SCORE, hits, total, level),
        interval(BinomialConfidenceInterval.CLOPPER_PEARSON, hits, total, level));
  }

  /// {@return the share, in [0, 1]}
  public double value() {
    return (double) hits / total;
  }

  private static Interval interval(
      BinomialConfidenceInterval kind, int hits, int total, double level) {
    var found = kind.fromErrorRate(total, hits, 1 - level);
    return new Interval(found.getLowerBound(), found.getUpperBound(), level);
  }
}
