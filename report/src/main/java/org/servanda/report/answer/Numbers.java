package org.servanda.report.answer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.servanda.agreement.evidence.Unit;

/// Numbers as a reader wants them: rounded, with their unit, never rounded into a certainty.
public final class Numbers {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(:.*)");

  private Numbers() {}

  /// {@return a probability in whole percent; `<1%` and `>99%` where rounding would claim
  /// certainty}
  ///
  /// @param p in [0, 1]
  public static String percent(double p) {
    if (p <= 0) {
      return "0%";
    }
    if (p >= 1) {
      return "100%";
    }
    if (p < 0.005) {
      return "<1%";
    }
    return p >= 0.995 ? ">99%" : Math.round(100 * p) + "%";
  }

  /// {@return a probability as a count of histories, such as `38 of 100 histories`}
  ///
  /// @param p in [0, 1]
  public static String histories(double p) {
    if (p > 0 && p < 0.005) {
      return "fewer than 1 of 100 histories";
    }
    if (p >= 0.995 && p < 1) {
      return "more than 99 of 100 histories";
    }
    return Math.round(100 * p) + " of 100 histories";
  }

  /// {@return the odds of one exact history, such as `1 in 240`, to two significant digits}
  ///
  /// @param p in (0, 1]
  public static String oneIn(double p) {
    if (!(p > 0)) {
      return "never";
    }
    double odds = 1 / p;
    double scale = Math.pow(10, Math.max(0, Math.floor(Math.log10(odds)) - 1));
    return String.format(Locale.ROOT, "1 in %,d", Math.round(Math.round(odds / scale) * scale));
  }

  /// {@return a value in stakes with three decimals and the sign of a true minus}
  ///
  /// @param value in stakes
  public static String stakes(double value) {
    return minus(String.format(Locale.ROOT, "%.3f", value + 0.0));
  }

  /// {@return a difference in stakes with three decimals and its sign}
  ///
  /// @param value in stakes
  public static String signed(double value) {
    String text = String.format(Locale.ROOT, "%+.3f", value + 0.0);
    return text.equals("-0.000") || text.equals("+0.000") ? "0.000" : minus(text);
  }

  /// {@return a number to three significant digits without useless zeros}
  ///
  /// @param value finite
  public static String plain(double value) {
    if (value == 0) {
      return "0";
    }
    int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
    String text = String.format(Locale.ROOT, "%." + Math.min(digits, 9) + "f", value);
    if (text.contains(".")) {
      text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return minus(text);
  }

  /// {@return a small quantity such as a residual, in scientific notation}
  ///
  /// @param value finite
  public static String scientific(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value);
  }

  /// {@return a quantity with its unit in words}
  ///
  /// @param value in the unit
  /// @param unit the unit
  public static String quantity(double value, Unit unit) {
    return switch (unit) {
      case SHARE -> plain(100 * value) + "%";
      default -> plain(value) + unitWords(unit);
    };
  }

  /// {@return a range with its unit in words, the unit once}
  ///
  /// @param low in the unit
  /// @param high in the unit
  /// @param unit the unit
  public static String range(double low, double high, Unit unit) {
    return switch (unit) {
      case SHARE -> plain(100 * low) + " to " + plain(100 * high) + "%";
      default -> plain(low) + " to " + plain(high) + unitWords(unit);
    };
  }

  /// {@return a day such as `5 December 1994`}
  ///
  /// @param date any date
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /// {@return text that begins with an ISO date and a colon, that date made readable; other text as
  /// it is}
  ///
  /// @param text such as `1994-12-05: in force`
  public static String dated(String text) {
    var matcher = DATED.matcher(text);
    return matcher.matches() ? day(LocalDate.parse(matcher.group(1))) + matcher.group(2) : text;
  }

  /// {@return years since the signature, such as `10 years`}
  ///
  /// @param years 0 or more
  public static String years(double years) {
    return plain(years) + (years == 1 ? " year" : " years");
  }

  /// {@return the terms rounded so that what is shown adds up to the rounded total}
  ///
  /// Each term moves by less than one unit of its last decimal: those that lose most by being
  /// rounded down are rounded up.
  ///
  /// @param terms finite
  /// @param decimals decimals to keep, 0 to 9
  public static double[] addingUp(double[] terms, int decimals) {
    double scale = Math.pow(10, decimals);
    double[] floors = Arrays.stream(terms).map(t -> Math.floor(t * scale)).toArray();
    long missing =
        Math.round(Arrays.stream(terms).sum() * scale) - (long) Arrays.stream(floors).sum();
    IntStream.range(0, terms.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> floors[i] - terms[i] * scale))
        .limit(Math.max(0, missing))
        .forEach(i -> floors[i]++);
    return Arrays.stream(floors).map(f -> f / scale).toArray();
  }

  /// {@return the unit in words, with a space before, empty for pure numbers}
  ///
  /// @param unit the unit
  public static String unitWords(Unit unit) {
    return switch (unit) {
      case SHARE -> " %";
      case RATIO -> " to 1";
      case NUMBER -> "";
      case PER_YEAR -> " per year";
      case LOG_STRENGTH -> " log strength";
      case YEARS -> " years";
      case STAKE -> " stakes";
      case PER_STAKE -> " per stake";
    };
  }

  private static String minus(String text) {
    return text.replace('-', '\u2212');
  }
}
