package org.servanda.cli.solve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.servanda.engine.markov.ZeroSumValues;

/// What is said of a guaranteed value that is not known exactly: bounds rounded outwards, with as
/// many digits as it takes to tell them apart.
///
/// @param least lower bound, negative infinity if there is none
/// @param most upper bound, positive infinity if there is none
record Bounds(double least, double most) {
  private static final int USUAL_DIGITS = 4;
  private static final int MOST_DIGITS = 15;
  private static final double LARGEST_FIXED = 1e6;

  /// The bounds of a state's value.
  static Bounds of(ZeroSumValues values, int state) {
    return new Bounds(values.atLeast(state), values.atMost(state));
  }

  /// Both bounds in words, such as `at least 0.2295, at most 1.0000`.
  String words() {
    if (least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
      return "an amount without a known bound";
    }
    if (most == Double.POSITIVE_INFINITY) {
      return "at least " + lower();
    }
    if (least == Double.NEGATIVE_INFINITY) {
      return "at most " + upper();
    }
    return "at least %s, at most %s".formatted(lower(), upper());
  }

  /// What is not known, in a sentence without a period; empty if both bounds are.
  String missing() {
    if (most == Double.POSITIVE_INFINITY) {
      return least == Double.NEGATIVE_INFINITY
          ? "No bound was found"
          : "No upper bound was found: the total may grow without bound";
    }
    return least == Double.NEGATIVE_INFINITY
        ? "No lower bound was found: the total may fall without bound"
        : "";
  }

  /// The lower bound, `none` if there is none.
  String lower() {
    return figure(least, RoundingMode.FLOOR);
  }

  /// The upper bound, `none` if there is none.
  String upper() {
    return figure(most, RoundingMode.CEILING);
  }

  private String figure(double bound, RoundingMode outwards) {
    if (!Double.isFinite(bound)) {
      return "none";
    }
    if (Math.abs(bound) >= LARGEST_FIXED) {
      return Figures.value(bound);
    }
    double apart = most - least;
    int digits =
        apart > 0 && apart < 1 ? (int) Math.ceil(-StrictMath.log10(apart)) + 1 : USUAL_DIGITS;
    return BigDecimal.valueOf(bound)
        .setScale(Math.clamp(digits, USUAL_DIGITS, MOST_DIGITS), outwards)
        .toPlainString();
  }
}
