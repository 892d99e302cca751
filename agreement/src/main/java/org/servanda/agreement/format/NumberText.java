package org.servanda.agreement.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Unit;

/// Numbers as people write them: `0.2`, `30 %`, `0.05 /yr`, `3 years`.
final class NumberText {
  /// A decimal number.
  static final String NUMBER = "[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?";

  private static final Pattern WITH_UNIT = Pattern.compile("(" + NUMBER + ")\\s*(\\S.*)");
  private static final double WEEKS = 365.2425 / 7;
  private static final double DAYS = 365.2425;

  private NumberText() {}

  /// What a text says.
  sealed interface Reading {
    /// A number in the unit asked for.
    ///
    /// @param value the number, percentages divided by 100; may be infinite
    record Good(double value) implements Reading {}

    /// A number in a unit not asked for.
    ///
    /// @param unit the unit in words
    /// @param converted what to write instead, null if the unit cannot be converted
    record WrongUnit(String unit, @Nullable String converted) implements Reading {}

    /// No number.
    record NoNumber() implements Reading {}
  }

  /// {@return a regular expression for a number with a unit, or null if the unit has no sign}
  ///
  /// @param unit the unit asked for
  static @Nullable String pattern(Unit unit) {
    String sign = sign(unit);
    return sign == null ? null : "^" + NUMBER + sign + "$";
  }

  private static @Nullable String sign(Unit unit) {
    return switch (unit) {
      case SHARE, STAKE -> " ?%";
      case PER_YEAR -> " ?%? ?(?:/ ?(?:yr|year)|per year)";
      case YEARS -> " ?(?:yr|years?)";
      case PER_STAKE -> " ?/ ?stake";
      case NUMBER, RATIO, LOG_STRENGTH -> null;
    };
  }

  /// {@return what a text with a unit says}
  ///
  /// @param text the text, a number and something behind it
  /// @param unit the unit asked for
  static Reading withUnit(String text, Unit unit) {
    Matcher parts = WITH_UNIT.matcher(text);
    if (!parts.matches()) {
      return new Reading.NoNumber();
    }
    double value = Double.parseDouble(parts.group(1));
    String pattern = pattern(unit);
    if (pattern != null && text.matches(pattern)) {
      return new Reading.Good(parts.group(2).startsWith("%") ? value / 100 : value);
    }
    return wrongUnit(value, parts.group(2), unit);
  }

  private static Reading wrongUnit(double value, String written, Unit asked) {
    String sign = written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    boolean percent = sign.startsWith("%");
    String rest = percent ? sign.substring(1).strip() : sign;
    double plain = percent ? value / 100 : value;
    boolean rate = rest.startsWith("/") || rest.startsWith("per ") || rest.startsWith("a ");
    String word = rest.replaceFirst("^(/ ?|per |a )", "");
    Double perYear = perYear(word);
    if (perYear == null) {
      return rest.isEmpty()
          ? new Reading.WrongUnit("percent", asked == Unit.YEARS ? null : Words.number(plain))
          : new Reading.NoNumber();
    }
    String one = word.replaceFirst("^(yr|y)s?$", "year").replaceFirst("s$", "");
    String unit = (percent ? "percent " : "") + (rate ? "per " + one : one + "s");
    if (rate && asked == Unit.PER_YEAR) {
      return new Reading.WrongUnit(unit, Words.number(round(plain * perYear)) + " /yr");
    }
    if (!rate && !percent && asked == Unit.YEARS) {
      return new Reading.WrongUnit(unit, Words.number(round(plain / perYear)) + " yr");
    }
    return new Reading.WrongUnit(unit, null);
  }

  private static @Nullable Double perYear(String word) {
    return switch (word) {
      case "yr", "yrs", "year", "years", "y" -> 1.0;
      case "month", "months", "mo" -> 12.0;
      case "week", "weeks", "wk" -> WEEKS;
      case "day", "days", "d" -> DAYS;
      case "decade", "decades" -> 0.1;
      default -> null;
    };
  }

  private static double round(double x) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.4g", x));
  }

  /// {@return the units a text may carry, in words, for a message}
  ///
  /// @param unit the unit asked for
  static String asked(Unit unit) {
    return switch (unit) {
      case SHARE -> "a share";
      case STAKE -> "a share of the stake";
      case PER_YEAR -> "per year";
      case YEARS -> "years";
      case PER_STAKE -> "per stake";
      case NUMBER -> "a plain number";
      case RATIO -> "a plain ratio";
      case LOG_STRENGTH -> "a plain log strength";
    };
  }

  /// {@return examples of how a number in a unit is written}
  ///
  /// @param unit the unit
  static List<String> examples(Unit unit) {
    return switch (unit) {
      case SHARE, STAKE -> List.of("0.3", "30 %");
      case PER_YEAR -> List.of("0.05", "0.05 /yr", "5 %/yr");
      case YEARS -> List.of("3", "3 yr");
      case PER_STAKE -> List.of("30", "30 /stake");
      case NUMBER, LOG_STRENGTH -> List.of("0.5");
      case RATIO -> List.of("2.5");
    };
  }
}
