package org.servanda.agreement.evidence;

import org.jspecify.annotations.Nullable;

/// The unit of an estimate, with the values that make sense in it.
public enum Unit {
  /// A share of a whole or a probability, 0 to 1; may be written in percent.
  SHARE("share", 0, 1),
  /// A share of the stake: 1 is the present value of the whole disputed issue held for ever.
  STAKE("stake", -Double.MAX_VALUE, Double.MAX_VALUE),
  /// One over the stake: the precision of choices.
  PER_STAKE("1/stake", 0, Double.MAX_VALUE),
  /// A pure number.
  NUMBER("number", -Double.MAX_VALUE, Double.MAX_VALUE),
  /// A ratio of two strengths, positive.
  RATIO("ratio", Double.MIN_VALUE, Double.MAX_VALUE),
  /// A difference of log strength.
  LOG_STRENGTH("log strength", -Double.MAX_VALUE, Double.MAX_VALUE),
  /// A rate, a hazard, a flow or a change per year.
  PER_YEAR("per year", -Double.MAX_VALUE, Double.MAX_VALUE),
  /// A length of time in years.
  YEARS("years", 0, Double.MAX_VALUE);

  private final String word;
  private final double min;
  private final double max;

  Unit(String word, double min, double max) {
    this.word = word;
    this.min = min;
    this.max = max;
  }

  /// {@return the word for this unit in files and reports}
  public String word() {
    return word;
  }

  /// {@return the smallest value that makes sense}
  public double min() {
    return min;
  }

  /// {@return the largest value that makes sense}
  public double max() {
    return max;
  }

  /// {@return the unit with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable Unit named(String word) {
    for (Unit unit : values()) {
      if (unit.word.equals(word)) {
        return unit;
      }
    }
    return null;
  }
}
