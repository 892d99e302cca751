package org.servanda.report.chart;

import java.util.List;
import java.util.Locale;

/// Writes SVG elements; the only place where markup is put together.
final class Canvas {
  /// Font size of labels, in pixels.
  static final double TEXT = 13;

  /// Distance between two lines of a label, in pixels.
  static final double LINE = 16;

  private final StringBuilder body = new StringBuilder();
  private final String id;
  private final double width;

  Canvas(String id, double width) {
    this.id = id;
    this.width = width;
  }

  String finished(double height, String title, String description) {
    return """
    <svg role="img" aria-labelledby="%1$s-t %1$s-d" viewBox="0 0 %2$s %3$s" width="%2$s" \
    height="%3$s" xmlns="http://www.w3.org/2000/svg"><title id="%1$s-t">%4$s</title>\
    <desc id="%1$s-d">%5$s</desc>%6$s</svg>\
    """
        .formatted(id, number(width), number(height), escaped(title), escaped(description), body);
  }

  void line(double x1, double y1, double x2, double y2, String classes) {
    body.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>"
            .formatted(number(x1), number(y1), number(x2), number(y2), classes));
  }

  void rectangle(double x, double y, double width, double height, String classes) {
    body.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(width), number(height), classes));
  }

  /// A rectangle or area filled with a hatch over its tone.
  void hatch(int hatch, String shape) {
    if (hatch > 0) {
      body.append(shape.replace("@", "url(#%s-h%d)".formatted(id, hatch)));
    }
  }

  void dot(double x, double y, double radius, String classes) {
    body.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(radius), classes));
  }

  void path(String d, String classes) {
    body.append("<path d=\"%s\" class=\"%s\"/>".formatted(d, classes));
  }

  void text(double x, double y, String classes, String text) {
    body.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>"
            .formatted(number(x), number(y), classes, escaped(text)));
  }

  /// Lines of text under each other, the first with its baseline at `y`.
  void lines(double x, double y, String classes, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      text(x, y + i * LINE, classes, lines.get(i));
    }
  }

  /// Text on a patch of the background, so that lines behind it do not cross it.
  void textOnPatch(double x, double y, String classes, String text) {
    text(x, y, classes + " halo", text);
  }

  /// Defines the hatches that areas may use.
  void defineHatches() {
    body.append("<defs>");
    hatch(1, 0, "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/>", 45);
    hatch(2, 0, "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/>", -45);
    hatch(3, 0, "<circle cx=\"3.5\" cy=\"3.5\" r=\"1.1\"/>", 0);
    hatch(4, 0, "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/>", 90);
    body.append("</defs>");
  }

  private void hatch(int number, double offset, String mark, double angle) {
    body.append(
        ("<pattern id=\"%s-h%d\" class=\"hatch\" width=\"7\" height=\"7\" x=\"%s\""
                + " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(%s)\">%s</pattern>")
            .formatted(id, number, number(offset), number(angle), mark));
  }

  /// {@return a coordinate with at most one decimal}
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /// {@return text safe between tags and in attributes}
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
