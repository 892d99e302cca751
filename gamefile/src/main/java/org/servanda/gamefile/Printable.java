package org.servanda.gamefile;

/// Text from files in messages: on one line, short, and harmless to a terminal.
final class Printable {
  private static final int SHOWN = 60;

  private Printable() {}

  /// Text in quotation marks, cut after 60 characters.
  static String quoted(String text) {
    return '"' + shown(text) + '"';
  }

  /// Text cut after 60 characters.
  static String shown(String text) {
    String start = text.length() <= 4 * SHOWN ? text : text.substring(0, 4 * SHOWN);
    String line = line(start);
    int length = line.codePointCount(0, line.length());
    return length <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
  }

  /// Text with what may not stand on a line replaced by its name, such as `<U+001B>`.
  static String line(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\r' || c == '\t') {
            line.append(' ');
          } else if (isHarmless(c)) {
            line.appendCodePoint(c);
          } else {
            line.append("<U+%04X>".formatted(c));
          }
        });
    return line.toString();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }
}
