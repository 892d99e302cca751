package org.servanda.study.statistic;

/// A number with its interval.
///
/// @param value finite
/// @param interval by bootstrap
public record Estimate(double value, Interval interval) {

  /// {@return whether the whole interval lies above zero}
  public boolean aboveZero() {
    return interval.low() > 0;
  }

  /// {@return the estimate of the opposite number}
  public Estimate negated() {
    return new Estimate(-value, new Interval(-interval.high(), -interval.low(), interval.level()));
  }
}
