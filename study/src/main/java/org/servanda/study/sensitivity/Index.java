package org.servanda.study.sensitivity;

import org.servanda.study.statistic.Interval;

/// How much of an output a column decides.
///
/// @param value in [0, 1]; 0 for a column that does nothing, 1 for one that decides all
/// @param interval by bootstrap, within [0, 1]
/// @param threshold the value that the largest of all columns stays below in 95 of 100 samples if
///   none of them does anything, in [0, 1]
public record Index(double value, Interval interval, double threshold) {

  /// {@return whether the index can be told from that of a column that does nothing}
  public boolean told() {
    return value > threshold;
  }
}
