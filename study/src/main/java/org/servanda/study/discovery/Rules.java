package org.servanda.study.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Interval;

/// Thresholds on one and on two columns that tell most about which worlds are cases.
///
/// @param one the best rule on one column; absent if there is nothing to discover
/// @param two the best rule on two columns; absent if there are fewer than two columns, or nothing
///   to discover
/// @param worlds that solved
/// @param cases how many of them are cases
/// @param leftOut worlds that did not solve
/// @param caveats what limits the result
public record Rules(
    @Nullable Rule one,
    @Nullable Rule two,
    int worlds,
    int cases,
    int leftOut,
    List<Caveat> caveats) {

  public Rules {
    caveats = List.copyOf(caveats);
  }

  /// Worlds on the given sides of all thresholds are cases more often than others.
  ///
  /// @param thresholds one or two, in the order of the columns
  /// @param density cases among the worlds the rule holds for
  /// @param coverage of all cases, those the rule holds for
  /// @param gain what the rule tells about a world being a case, in bits
  /// @param uncertainty what there is to tell, in bits, at least `gain`
  /// @param chance upper bound on the probability that any of the rules tried tells as much if none
  ///   means anything, in [0, 1]
  public record Rule(
      List<Threshold> thresholds,
      Estimate density,
      Estimate coverage,
      double gain,
      double uncertainty,
      double chance) {

    private static final double SURE = 0.05;

    public Rule {
      thresholds = List.copyOf(thresholds);
    }

    /// {@return whether chance explains the rule with less than one in twenty}
    public boolean told() {
      return chance < SURE;
    }
  }

  /// One threshold of a rule.
  ///
  /// @param column its name
  /// @param side on which the rule holds
  /// @param value of the threshold, in the column's unit
  /// @param interval of values that were best in samples drawn again
  public record Threshold(String column, Side side, double value, Interval interval) {}
}
