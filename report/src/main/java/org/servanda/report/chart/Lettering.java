package org.servanda.report.chart;

import java.util.ArrayList;
import java.util.List;

/// How much room text takes when nobody has drawn it yet.
///
/// Widths are those of common sans-serif faces, a little generous; exact widths are not known
/// because the reader's machine chooses the face.
final class Lettering {
  private static final double GENEROUS = 1.09;

  private Lettering() {}

  /// {@return the width of text in pixels}
  static double width(String text, double size) {
    return GENEROUS * size * text.codePoints().mapToDouble(Lettering::width).sum();
  }

  /// {@return the text on at most `lines` lines of at most `room` pixels, the last cut with an
  /// ellipsis if there is more}
  static List<String> wrapped(String text, double room, double size, int lines) {
    var wrapped = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && width(line + " " + word, size) > room) {
        wrapped.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    wrapped.add(line.toString());
    boolean more = wrapped.size() > lines;
    var kept = new ArrayList<>(more ? wrapped.subList(0, lines) : wrapped);
    if (more) {
      kept.set(lines - 1, kept.getLast() + "\u2026");
    }
    kept.replaceAll(l -> cut(l, room, size));
    return kept;
  }

  private static String cut(String line, double room, double size) {
    if (width(line, size) <= room) {
      return line;
    }
    int end = line.length();
    while (end > 1 && width(line.substring(0, end), size) > room - size) {
      end = line.offsetByCodePoints(end, -1);
    }
    return balanced(line.substring(0, end) + "\u2026");
  }

  /// Closes an isolated run that the cut left open.
  private static String balanced(String line) {
    long open = line.chars().filter(c -> c == '\u2068').count();
    long closed = line.chars().filter(c -> c == '\u2069').count();
    return open > closed ? line + "\u2069" : line;
  }

  private static double width(int c) {
    if (c == '\u2068' || c == '\u2069') {
      return 0;
    }
    if ("ijl.,:;'|!()[] ftI".indexOf(c) >= 0) {
      return 0.32;
    }
    if ("mwMW@%".indexOf(c) >= 0) {
      return 0.88;
    }
    if (c >= 0x2E80) {
      return 1;
    }
    return Character.isUpperCase(c) ? 0.7 : 0.56;
  }
}
