package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.List;

/// Text that comes from files: never markup, never a terminal command, never a reordered line.
///
/// A name inside a sentence is wrapped in the Unicode characters for an isolated run, so that a
/// right-to-left name does not reorder what stands around it. The report turns them into `<bdi>`;
/// the terminal drops them.
public final class PlainText {
  /// Begins an isolated run: U+2068.
  public static final char ISOLATE = '\u2068';

  /// Ends an isolated run: U+2069.
  public static final char END_ISOLATE = '\u2069';

  private PlainText() {}

  /// {@return the text on one line, without control characters and without characters that reorder
  /// other text}
  ///
  /// @param raw any text
  public static String clean(String raw) {
    var clean = new StringBuilder(raw.length());
    raw.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> !isUnwanted(c))
        .filter(c -> c != ' ' || (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' '))
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /// {@return the text, cleaned, as an isolated run}
  ///
  /// @param raw any text
  public static String isolated(String raw) {
    return ISOLATE + clean(raw) + END_ISOLATE;
  }

  /// {@return the text without the marks of isolated runs}
  ///
  /// @param text a sentence with isolated names
  public static String withoutMarks(String text) {
    return text.replace(String.valueOf(ISOLATE), "").replace(String.valueOf(END_ISOLATE), "");
  }

  /// {@return how many terminal columns the text takes}
  ///
  /// @param text one line
  public static int columns(String text) {
    return text.codePoints().map(PlainText::columns).sum();
  }

  /// {@return the text if it fits, else its beginning and three dots}
  ///
  /// @param text one line
  /// @param columns room, at least 4
  public static String fit(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    var fitted = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      used += columns(text.codePointAt(i));
      if (used > columns - 3) {
        break;
      }
      fitted.appendCodePoint(text.codePointAt(i));
    }
    return fitted.toString().stripTrailing() + "...";
  }

  /// {@return the text broken into lines at spaces; a word longer than a line is cut}
  ///
  /// @param text one line
  /// @param columns length of a line, at least 1
  public static List<String> wrapped(String text, int columns) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
      int width = columns(word);
      if (used > 0 && used + 1 + width > columns) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
        int c = word.codePointAt(i);
        if (used + columns(c) > columns) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.appendCodePoint(c);
        used += columns(c);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static boolean isUnwanted(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> c != 0x200C && c != 0x200D; // joiners shape letters, the rest hide
      default -> false;
    };
  }

  private static int columns(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
