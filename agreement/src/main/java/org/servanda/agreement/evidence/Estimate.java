package org.servanda.agreement.evidence;

import org.jspecify.annotations.Nullable;

/// A number with its range, unit and source.
///
/// A number known exactly has `low = mode = high`.
///
/// @param key its place, for example `war.cost.russia` or `agreement.2.verification.detection`
///   (clauses count from 1)
/// @param low lowest plausible value, finite
/// @param mode most plausible value, finite, `low <= mode`
/// @param high highest plausible value, finite, `mode <= high`
/// @param unit unit of the three values
/// @param source where it comes from, null if nobody said
/// @param confidence how far it can be relied on
public record Estimate(
    String key,
    double low,
    double mode,
    double high,
    Unit unit,
    @Nullable Source source,
    Confidence confidence) {

  /// @throws IllegalArgumentException unless `low <= mode <= high`, all finite and within the unit
  public Estimate {
    if (!(low <= mode && mode <= high)) {
      throw new IllegalArgumentException(
          "estimate " + key + " needs low <= mode <= high: " + low + ", " + mode + ", " + high);
    }
    if (!(low >= unit.min() && high <= unit.max())) {
      throw new IllegalArgumentException(
          "estimate %s of %s to %s leaves the range of a %s, %s to %s"
              .formatted(key, low, high, unit.word(), unit.min(), unit.max()));
    }
  }

  /// {@return an exact number nobody gave a source for}
  ///
  /// @param key its place
  /// @param value finite, within the unit
  /// @param unit its unit
  public static Estimate exactly(String key, double value, Unit unit) {
    return new Estimate(key, value, value, value, unit, null, Confidence.CHECK);
  }

  /// {@return whether low and high differ}
  public boolean isUncertain() {
    return low < high;
  }

  /// {@return the same numbers under another key}
  ///
  /// @param other the new key
  public Estimate at(String other) {
    return new Estimate(other, low, mode, high, unit, source, confidence);
  }
}
