package org.servanda.report.answer;

/// The words for a probability that an agreement lasts, from the best case to the worst.
public enum Verdict {
  /// From .90.
  VERY_LIKELY_HOLDS(0.90, "Very likely to hold"),
  /// From .66.
  LIKELY_HOLDS(0.66, "Likely to hold"),
  /// From .55.
  RATHER_HOLDS(0.55, "More likely to hold than to fail"),
  /// From .45.
  EVEN(0.45, "As likely to fail as to hold"),
  /// From .34.
  RATHER_FAILS(0.34, "More likely to fail than to hold"),
  /// From .10.
  LIKELY_FAILS(0.10, "Likely to fail"),
  /// Below .10.
  VERY_LIKELY_FAILS(0, "Very likely to fail");

  private final double from;
  private final String words;

  Verdict(double from, String words) {
    this.from = from;
    this.words = words;
  }

  /// {@return the verdict in words, without a period}
  public String words() {
    return words;
  }

  /// {@return the smallest probability that earns these words}
  public double from() {
    return from;
  }

  /// {@return the time it speaks of, such as `for 10 years` or `within 10 years`}
  ///
  /// @param years the time
  public String during(double years) {
    return switch (this) {
      case LIKELY_FAILS, VERY_LIKELY_FAILS -> "within " + Numbers.years(years);
      case VERY_LIKELY_HOLDS, LIKELY_HOLDS, RATHER_HOLDS, EVEN, RATHER_FAILS ->
          "for " + Numbers.years(years);
    };
  }

  /// {@return the words for a probability}
  ///
  /// @param survival probability of lasting, in [0, 1]
  public static Verdict of(double survival) {
    for (Verdict verdict : values()) {
      if (survival >= verdict.from) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("survival is " + survival + ", bound: 0 to 1");
  }
}
