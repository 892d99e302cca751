package org.servanda.agreement.format;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// How messages write lists, numbers and bounds.
public final class Words {
  private Words() {}

  /// {@return words as "a, b or c"}
  ///
  /// @param words the words
  public static String or(Collection<String> words) {
    return joined(List.copyOf(words), " or ");
  }

  /// {@return words as "one of a, b or c", a single word as it is}
  ///
  /// @param words the words, at least one
  public static String oneOf(Collection<String> words) {
    return (words.size() > 1 ? "one of " : "") + or(words);
  }

  /// {@return words as "a, b and c"}
  ///
  /// @param words the words
  public static String and(Collection<String> words) {
    return joined(List.copyOf(words), " and ");
  }

  private static String joined(List<String> words, String last) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + last + words.getLast();
  }

  /// {@return a whole number with commas between thousands}
  ///
  /// @param n any number
  public static String grouped(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /// {@return a number as one would write it: `0.25`, `3`, `1E+30`}
  ///
  /// @param x finite
  public static String number(double x) {
    if (x == 0) {
      return "0";
    }
    var decimal = new BigDecimal(Double.toString(x)).stripTrailingZeros();
    return Math.abs(x) < 1e-6 || Math.abs(x) >= 1e9 ? decimal.toString() : decimal.toPlainString();
  }

  /// {@return a range as "0 to 1", "at least 0" or "any"}
  ///
  /// @param min smallest value
  /// @param max largest value
  public static String range(double min, double max) {
    boolean below = max < Double.MAX_VALUE;
    if (min > -Double.MAX_VALUE) {
      return below ? number(min) + " to " + number(max) : "at least " + number(min);
    }
    return below ? "at most " + number(max) : "any";
  }
}
