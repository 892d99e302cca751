package org.servanda.cli.solve;

import java.util.Locale;

/// Numbers of a solved game as a reader wants them.
final class Figures {
  private static final double SMALLEST_FIXED = 5e-5;
  private static final double LARGEST_FIXED = 1e6;
  private static final double LEAST_ERROR = 1e-16;

  private Figures() {}

  /// A probability with four decimals; a smaller one as a power of ten, even where it underflows.
  ///
  /// @param log its natural logarithm
  static String probability(double p, double log) {
    if (p >= SMALLEST_FIXED || log == Double.NEGATIVE_INFINITY) {
      return String.format(Locale.ROOT, p == 0 ? "%.0f" : "%.4f", p);
    }
    return String.format(Locale.ROOT, "1e%d", Math.round(log / StrictMath.log(10)));
  }

  /// A payoff or a value with up to four decimals.
  static String value(double value) {
    if (value != 0 && (Math.abs(value) < SMALLEST_FIXED || Math.abs(value) >= LARGEST_FIXED)) {
      return String.format(Locale.ROOT, "%.4g", value);
    }
    return String.format(Locale.ROOT, "%.4f", value + 0.0);
  }

  /// A number without useless zeros.
  static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_FIXED) {
      return Long.toString((long) value);
    }
    String text = value(value);
    return text.contains("e") ? text : text.replaceAll("\\.?0+$", "");
  }

  /// A number of things, such as `1 state` or `2 states`.
  ///
  /// @param one the word for one of them
  static String count(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  /// An error, which double precision does not know below 1e-16.
  static String error(double value) {
    return value > 0 && value < LEAST_ERROR ? "below 1e-16" : small(value);
  }

  /// A small quantity such as a bound.
  static String small(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value);
  }

  /// Seconds, such as `0.03 s`.
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
  }

  /// A precision that came out, with six digits.
  static String about(double lambda) {
    String number = String.format(Locale.ROOT, "%.6g", lambda);
    return "lambda "
        + (number.contains("e") ? number : number.replaceFirst("(\\.\\d*?)0+$", "$1"))
            .replaceFirst("\\.$", "");
  }

  /// A heading such as `lambda 0.5`.
  static String lambda(double lambda) {
    String number = Double.toString(lambda);
    return "lambda " + (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
  }
}
