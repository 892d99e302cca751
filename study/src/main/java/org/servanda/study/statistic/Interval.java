package org.servanda.study.statistic;

/// An interval around an estimate.
///
/// @param low lower end, in the estimate's unit, finite
/// @param high upper end, at least `low`
/// @param level share of repetitions in which such an interval should hold what is estimated, in
///   (0, 1)
public record Interval(double low, double high, double level) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval is [%s, %s], low must not exceed high\nTry: exchange them"
              .formatted(low, high));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level is %s, must be between 0 and 1\nTry: 0.9".formatted(level));
    }
  }

  /// {@return half the distance between the ends}
  public double halfWidth() {
    return (high - low) / 2;
  }

  /// {@return the part of this interval inside bounds; a bound where nothing is inside}
  ///
  /// @param from lowest possible value
  /// @param to highest possible value, at least `from`
  public Interval within(double from, double to) {
    return new Interval(Math.clamp(low, from, to), Math.clamp(high, from, to), level);
  }
}
