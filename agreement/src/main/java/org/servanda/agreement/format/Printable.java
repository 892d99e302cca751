package org.servanda.agreement.format;

/// What may stand in text, and how to show what may not.
public final class Printable {
  private static final int SHOWN = 60;

  private Printable() {}

  /// {@return whether a character may not stand in a file: a control character other than tab and
  /// line break, a bidirectional override or isolate, an unpaired surrogate, or a non-character}
  ///
  /// @param c a Unicode code point
  public static boolean isForbidden(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        || (c >= 0x7f && c <= 0x9f)
        || isBidiControl(c)
        || (c >= 0xd800 && c <= 0xdfff)
        || c == 0xfeff
        || (c & 0xfffe) == 0xfffe;
  }

  /// {@return whether a character makes text run the other way on screen}
  ///
  /// @param c a Unicode code point
  public static boolean isBidiControl(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  /// {@return the name of a character, for example `U+202E`}
  ///
  /// @param c a Unicode code point
  public static String name(int c) {
    return "U+%04X".formatted(c);
  }

  /// {@return text that is safe on one line of a terminal: forbidden characters and line breaks
  /// named, long text cut after 60 characters}
  ///
  /// @param text any text
  public static String shown(String text) {
    String line = line(text);
    int length = line.codePointCount(0, line.length());
    return length <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "… (" + length + " characters)";
  }

  /// {@return text that is safe on one line of a terminal: forbidden characters and line breaks
  /// named}
  ///
  /// @param text any text
  public static String line(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c == '\n' || c == '\r' || c == '\t') {
            line.append(' ');
          } else if (isForbidden(c)) {
            line.append('<').append(name(c)).append('>');
          } else {
            line.appendCodePoint(c);
          }
        });
    return line.toString();
  }
}
