package org.servanda.report.html;

import java.util.Collection;
import org.servanda.report.answer.PlainText;

/// HTML that is safe to show: text gets in only escaped.
///
/// @param html well-formed markup
record Markup(String html) {
  static final Markup NONE = new Markup("");

  /// {@return the template with each `{}` replaced by the next argument}
  ///
  /// @param template markup written in this package, never text from outside
  /// @param arguments [Markup] goes in as it is, collections of it one after another, everything
  ///   else as escaped text
  /// @throws IllegalArgumentException if there are more or fewer arguments than places
  static Markup of(String template, Object... arguments) {
    String[] parts = template.split("\\{\\}", -1);
    if (parts.length != arguments.length + 1) {
      throw new IllegalArgumentException(
          arguments.length + " arguments for " + (parts.length - 1) + " places in: " + template);
    }
    var html = new StringBuilder(parts[0]);
    for (int i = 0; i < arguments.length; i++) {
      append(html, arguments[i]);
      html.append(parts[i + 1]);
    }
    return new Markup(html.toString());
  }

  private static void append(StringBuilder html, Object argument) {
    switch (argument) {
      case Markup markup -> html.append(markup.html);
      case Collection<?> all -> all.forEach(one -> append(html, one));
      default -> html.append(text(argument.toString()));
    }
  }

  /// {@return text between tags or in a quoted attribute, isolated runs as `<bdi>`}
  private static String text(String text) {
    var html = new StringBuilder(text.length() + 16);
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case PlainText.ISOLATE -> {
          html.append("<bdi>");
          open++;
        }
        case PlainText.END_ISOLATE -> {
          html.append(open > 0 ? "</bdi>" : "");
          open = Math.max(0, open - 1);
        }
        default -> html.append(c);
      }
    }
    return html.append("</bdi>".repeat(open)).toString();
  }
}
