package org.servanda.agreement.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Bibliography;
import org.servanda.agreement.evidence.Unit;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads single values: words, names, days, lengths of time, numbers.
///
/// Every method returns null after saying what is wrong.
final class ScalarReader {
  /// A day between 1500 and 2499.
  static final String DAY_PATTERN = "^(1[5-9]|2[0-4])[0-9]{2}-[0-9]{2}-[0-9]{2}$";

  private static final String MONTHS = "^P(?=[0-9])([0-9]{1,5}Y)?([0-9]{1,5}M)?";
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SPAN = Pattern.compile(spanPattern(Shape.Grain.DAYS));
  private static final Pattern LOOSE_SPAN =
      Pattern.compile("(\\d{1,4}) ?(years?|yrs?|y|months?|mo|weeks?|w|days?|d)");
  private static final int LONGEST_KEY = 200;
  private static final LocalDate EARLIEST = LocalDate.of(1500, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2499, 12, 31);

  private final Names names;
  private final Findings findings;

  ScalarReader(Names names, Findings findings) {
    this.names = names;
    this.findings = findings;
  }

  @Nullable String text(ScalarNode node, int longest, Place place, String label) {
    String value = node.getValue();
    if (value.isBlank()) {
      findings.add(place, label + " is blank", value, "some text, or leave the key out");
      return null;
    }
    if (!node.getTag().equals(Tag.STR)) {
      findings.add(
          place,
          "%s is %s, a %s; text is needed".formatted(label, shown(value), kind(node)),
          value,
          "\"" + Printable.shown(value) + "\", in quotes");
      return null;
    }
    if (!fit(value, place, label)) {
      return null;
    }
    int length = value.codePointCount(0, value.length());
    if (length > longest) {
      findings.add(
          place,
          "%s has %s characters, bound: %s"
              .formatted(label, Words.grouped(length), Words.grouped(longest)),
          Printable.shown(value),
          "a shorter text");
      return null;
    }
    return value;
  }

  /// Says which characters of a value or key may not stand there.
  boolean fit(String value, Place place, String label) {
    int bad =
        value.codePoints().filter(Printable::isForbidden).findFirst().orElse(Integer.MIN_VALUE);
    if (bad == Integer.MIN_VALUE) {
      return true;
    }
    findings.add(
        place,
        "%s holds the %s character %s"
            .formatted(
                label,
                Printable.isBidiControl(bad) ? "bidirectional control" : "control",
                Printable.name(bad)),
        Printable.shown(value),
        "delete it; text in any script, right to left too, needs none");
    return false;
  }

  @Nullable String word(ScalarNode node, List<String> words, Place place, String label) {
    String value = node.getValue();
    if (words.contains(value)) {
      return value;
    }
    String near = Spelling.nearest(value, words);
    findings.add(
        place,
        "%s is %s, not %s".formatted(label, shown(value), Words.oneOf(words)),
        value,
        near != null ? near : Words.oneOf(words));
    return null;
  }

  @Nullable String party(ScalarNode node, @Nullable Role role, Place place, String label) {
    String value = text(node, LONGEST_KEY, place, label);
    if (value == null) {
      return null;
    }
    var known = names.parties(role);
    if (known.contains(value) || names.parties().isEmpty()) { // then it is the parties that lack
      return value;
    }
    String near = Spelling.nearest(value, known);
    String them = role == null ? "a party" : "a " + role.word();
    String instead =
        near != null
            ? near
            : known.isEmpty() ? "add " + them + " under parties" : Words.oneOf(known);
    if (names.parties().containsKey(value)) {
      Role has = names.parties().get(value);
      String what = has == null ? "something else" : "a " + has.word();
      findings.add(
          place,
          "%s names %s, %s; %s is needed".formatted(label, shown(value), what, them),
          value,
          instead);
    } else {
      findings.add(
          place, "%s names %s, which is no party".formatted(label, shown(value)), value, instead);
    }
    return null;
  }

  @Nullable Object source(ScalarNode node, Place place) {
    String key = text(node, LONGEST_KEY, place, "source");
    if (key == null) {
      return null;
    }
    var source = names.source(key);
    if (source != null) {
      return source;
    }
    var own = names.sources();
    String near = own == null ? null : Spelling.nearest(key, own.keySet());
    if (near == null) {
      near = Spelling.nearest(key, Bibliography.standard().sources().keySet());
    }
    String add = "add the key and its citation under sources";
    findings.add(
        place,
        "source %s is neither under sources nor in the bibliography".formatted(shown(key)),
        key,
        near == null ? add : near + ", or " + add);
    return null;
  }

  @Nullable LocalDate day(ScalarNode node, Place place, String label) {
    String value = node.getValue();
    try {
      if (DAY.matcher(value).matches()) {
        LocalDate day = LocalDate.parse(value);
        if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
          return day;
        }
        findings.add(
            place,
            "%s is %s, bound: %s to %s".formatted(label, value, EARLIEST, LATEST),
            value,
            "a day between 1500 and 2499");
        return null;
      }
    } catch (DateTimeException e) {
      findings.add(
          place,
          "%s is %s, a day the calendar does not have".formatted(label, value),
          value,
          "year-month-day, such as 1994-12-05");
      return null;
    }
    findings.add(
        place,
        "%s is %s, not a day".formatted(label, shown(value)),
        value,
        "year-month-day, such as 1994-12-05");
    return null;
  }

  @Nullable Period span(ScalarNode node, Shape.Span span, Place place, String label) {
    String value = node.getValue();
    Period period = period(value);
    if (period == null) {
      findings.add(
          place,
          "%s is %s, not a length of time".formatted(label, shown(value)),
          value,
          spanMeant(value));
      return null;
    }
    if (!value.matches(spanPattern(span.grain()))) {
      findings.add(
          place,
          "%s is %s, bound: whole months or years".formatted(label, value),
          value,
          "P" + Math.max(1, Math.round(days(period) / 30.44)) + "M");
      return null;
    }
    if (days(period) < days(span.min()) || days(period) > days(span.max())) {
      findings.add(
          place,
          "%s is %s, bound: %s to %s".formatted(label, value, span.min(), span.max()),
          value,
          (days(period) < days(span.min()) ? span.min() : span.max()).toString());
      return null;
    }
    return period;
  }

  /// {@return a regular expression for lengths of time}
  ///
  /// @param grain what they are counted in
  static String spanPattern(Shape.Grain grain) {
    return switch (grain) {
      case MONTHS -> MONTHS + "$";
      case DAYS -> MONTHS + "([0-9]{1,5}W)?([0-9]{1,6}D)?$";
    };
  }

  @Nullable When moment(ScalarNode node, Place place, String label) {
    String value = node.getValue();
    if (value.startsWith("P")) {
      var any = new Shape.Span(Period.ZERO, Period.ofYears(200), Shape.Grain.DAYS);
      Period delay = span(node, any, place, label);
      return delay == null ? null : new When.After(delay);
    }
    if (DAY.matcher(value).matches()) {
      LocalDate day = day(node, place, label);
      return day == null ? null : new When.On(day);
    }
    findings.add(
        place,
        "%s is %s, neither a day nor a length of time".formatted(label, shown(value)),
        value,
        "2004-12-05, or P10Y for ten years after the signature");
    return null;
  }

  @Nullable Double amount(ScalarNode node, Shape.Amount asked, Place place, String label) {
    String value = node.getValue();
    String range = Words.range(asked.min(), asked.max());
    Double number = null;
    if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
      number = decimal(value);
    } else if (node.getTag().equals(Tag.STR)) {
      switch (NumberText.withUnit(value, asked.unit())) {
        case NumberText.Reading.Good(double good) -> number = good;
        case NumberText.Reading.WrongUnit(String unit, @Nullable String converted) -> {
          findings.add(
              place,
              "%s is %s: %s where %s is asked"
                  .formatted(label, Printable.shown(value), unit, NumberText.asked(asked.unit())),
              value,
              converted != null ? converted : numberMeant(asked, range));
          return null;
        }
        case NumberText.Reading.NoNumber() -> {}
      }
    }
    if (number == null) {
      boolean quoted = !node.isPlain() && value.matches(NumberText.NUMBER);
      findings.add(
          place,
          quoted
              ? "%s is \"%s\", a text; a number is needed".formatted(label, value)
              : "%s is %s, not a number".formatted(label, shown(value)),
          value,
          quoted ? value + ", without quotes" : numberMeant(asked, range));
      return null;
    }
    if (!Double.isFinite(number)) {
      findings.add(
          place,
          "%s is %s, not finite".formatted(label, Printable.shown(value)),
          value,
          numberMeant(asked, range));
      return null;
    }
    if (!(number >= asked.min() && number <= asked.max())) {
      findings.add(
          place,
          "%s is %s, bound: %s".formatted(label, Printable.shown(value), range),
          value,
          inside(number, value, asked, range));
      return null;
    }
    return number + 0.0; // turns -0.0 into 0.0
  }

  private static String inside(double number, String written, Shape.Amount asked, String range) {
    boolean percent =
        asked.unit() == Unit.SHARE && number > 1 && number <= 100 && !written.contains("%");
    return percent
        ? "%s, or %s %%".formatted(Words.number(number / 100), Words.number(number))
        : numberMeant(asked, range);
  }

  private static String numberMeant(Shape.Amount asked, String range) {
    boolean anything = asked.min() <= -Double.MAX_VALUE && asked.max() >= Double.MAX_VALUE;
    return "a number%s, such as %s"
        .formatted(
            anything ? "" : (asked.max() >= Double.MAX_VALUE ? " of " : " from ") + range,
            NumberText.examples(asked.unit()).getFirst());
  }

  @Nullable Double plain(ScalarNode node, Shape.Plain asked, Place place, String label) {
    Double number = node.isPlain() ? decimal(node.getValue()) : null;
    if (number == null || !(number > asked.above() && number <= asked.max())) {
      String bound =
          "above %s, at most %s".formatted(Words.number(asked.above()), Words.number(asked.max()));
      findings.add(
          place,
          "%s is %s, bound: %s".formatted(label, shown(node.getValue()), bound),
          node.getValue(),
          "a plain number " + bound);
      return null;
    }
    return number + 0.0;
  }

  @Nullable Integer count(ScalarNode node, int min, int max, Place place, String label) {
    String value = node.getValue();
    if (node.getTag().equals(Tag.INT) && value.matches("[-+]?[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    findings.add(
        place,
        "%s is %s, bound: a whole number, %s to %s".formatted(label, shown(value), min, max),
        value,
        "a whole number from %s to %s".formatted(min, max));
    return null;
  }

  /// {@return a number in YAML 1.2 notation, or null if it is none}
  private static @Nullable Double decimal(String value) {
    if (value.matches(NumberText.NUMBER)) {
      return Double.valueOf(value);
    }
    String plain = value.toLowerCase(Locale.ROOT);
    if (plain.matches("[-+]?\\.inf")) {
      return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return plain.equals(".nan") ? Double.valueOf(Double.NaN) : null;
  }

  private static @Nullable Period period(String value) {
    return SPAN.matcher(value).matches() ? Period.parse(value) : null;
  }

  private static String spanMeant(String value) {
    Matcher loose = LOOSE_SPAN.matcher(value.toLowerCase(Locale.ROOT).strip());
    if (loose.matches()) {
      return "P" + loose.group(1) + loose.group(2).substring(0, 1).toUpperCase(Locale.ROOT);
    }
    return value.matches("[1-9][0-9]{0,2}")
        ? "P%sY for years, P%sM for months".formatted(value, value)
        : "P20Y for years, P6M for months";
  }

  private static double days(Period period) {
    return period.toTotalMonths() * (365.2425 / 12) + period.getDays();
  }

  private static String kind(ScalarNode node) {
    return node.getTag().equals(Tag.BOOL) ? "truth value" : "number";
  }

  private static String shown(String value) {
    return value.isBlank() ? "blank" : "\"" + Printable.shown(value) + "\"";
  }
}
