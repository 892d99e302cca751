package org.servanda.agreement.format;

import java.util.Set;

/// Writes text as YAML.
public final class Plain {
  private static final Set<String> NOT_TEXT =
      Set.of("null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE");

  private Plain() {}

  /// {@return text as one YAML value on one line, in quotes only if it must be}
  ///
  /// @param text any text
  public static String text(String text) {
    boolean bare =
        text.matches("[A-Za-z](?:[A-Za-z0-9 ._/()-]*[A-Za-z0-9._/()-])?")
            && !NOT_TEXT.contains(text);
    boolean day = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    return bare || day ? text : quoted(text);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
              if (Printable.isForbidden(c)) {
                quoted.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
