package org.servanda.workbench.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.workbench.question.Json;
import org.servanda.workbench.question.Question;
import org.servanda.workbench.question.Refusal;
import tools.jackson.databind.JsonNode;

/// A value that a request puts in a place of a file.
///
/// @param place where it stands in the request
/// @param node the value
record TermValue(String place, @Nullable JsonNode node) {
  private static final int LONGEST = 4000;
  private static final int MOST = 20;

  /// A number with its range.
  ///
  /// @param low at most `mode`
  /// @param mode finite
  /// @param high at least `mode`
  record Range(double low, double mode, double high) {
    /// {@return a range with another mode, widened if it lies outside}
    static Range around(Estimate estimate, double mode) {
      return estimate.isUncertain()
          ? new Range(Math.min(estimate.low(), mode), mode, Math.max(estimate.high(), mode))
          : new Range(mode, mode, mode);
    }
  }

  /// {@return the value under a key}
  static TermValue of(Question asked, String key) {
    return new TermValue(asked.place() + "/" + key, asked.node().get(key));
  }

  /// {@return the range under a key}
  ///
  /// @param over what it takes the place of
  static Range range(Question asked, String key, Estimate over) {
    return of(asked, key).range(over);
  }

  /// {@return the value as a file has it on one line; null if there is none}
  ///
  /// @param current what it takes the place of
  @Nullable String over(@Nullable Object current) {
    if (node == null || node.isNull()) {
      return null;
    }
    return switch (node.getNodeType()) {
      case STRING -> text(node);
      case BOOLEAN -> node.toString();
      case ARRAY -> list();
      case NUMBER, OBJECT ->
          current instanceof Estimate estimate
              ? written(range(estimate))
              : node.isNumber() ? plain(finite(node, place)) : written(range(null));
      default -> throw wrong();
    };
  }

  private Range range(@Nullable Estimate over) {
    if (node != null && node.isNumber()) {
      double mode = finite(node, place);
      return over == null ? new Range(mode, mode, mode) : Range.around(over, mode);
    }
    if (node == null || !node.isObject()) {
      throw wrong();
    }
    Question.of(place, node, "low", "mode", "high");
    double mode = part("mode");
    var range = new Range(part("low"), mode, part("high"));
    if (!(range.low <= mode && mode <= range.high)) {
      throw Question.wrong(place, "is out of order", "low <= mode <= high", "another range");
    }
    return range;
  }

  private double part(String key) {
    JsonNode part = node == null ? null : node.get(key);
    if (part == null || !part.isNumber()) {
      throw Question.wrong(place + "/" + key, "is no number", "low, mode and high", "0.5");
    }
    return finite(part, place + "/" + key);
  }

  private static double finite(JsonNode number, String place) {
    double value = number.doubleValue();
    if (!Double.isFinite(value)) {
      throw Question.wrong(place, "is too large", "a finite number", "0.5");
    }
    return value;
  }

  private String text(JsonNode text) {
    if (text.stringValue().length() > LONGEST) {
      throw Question.wrong(place, "is too long", "%,d characters".formatted(LONGEST), "less");
    }
    return text.stringValue();
  }

  private String list() {
    var items = new ArrayList<String>();
    for (JsonNode item : node == null ? List.<JsonNode>of() : node) {
      if (!item.isString() || items.size() == MOST) {
        throw wrong();
      }
      items.add(Quoted.text(text(item)));
    }
    return "[" + String.join(", ", items) + "]";
  }

  private Refusal wrong() {
    return Question.wrong(
        place,
        "is " + Json.shown(node),
        "text, a number, {low, mode, high} or a list of texts",
        "0.5");
  }

  /// {@return a number put by hand as a file has it: with its range if it has one, and then as the
  /// judgment of whoever put it, not of the source of the old one}
  static String written(Range range) {
    if (range.low == range.high) {
      return plain(range.mode);
    }
    return "{low: %s, mode: %s, high: %s, source: analyst-judgment, confidence: check}"
        .formatted(plain(range.low), plain(range.mode), plain(range.high));
  }

  /// {@return a number without an exponent}
  static String plain(double number) {
    var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return exact.scale() <= 0 && exact.precision() - exact.scale() > 18
        ? Double.toString(number)
        : exact.toPlainString();
  }
}
