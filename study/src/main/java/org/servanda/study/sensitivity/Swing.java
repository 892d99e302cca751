package org.servanda.study.sensitivity;

import org.servanda.study.statistic.Estimate;

/// How an output moves with one column, all others moving as they do.
///
/// @param column its name
/// @param lowUpTo largest number of the worlds at the low end, in the column's unit
/// @param low mean output in them
/// @param highFrom smallest number of the worlds at the high end
/// @param high mean output in them
public record Swing(String column, double lowUpTo, Estimate low, double highFrom, Estimate high) {

  /// {@return how far apart the ends are}
  public double width() {
    return Math.abs(high.value() - low.value());
  }
}
