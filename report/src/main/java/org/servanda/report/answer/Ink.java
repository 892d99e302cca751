package org.servanda.report.answer;

/// How the terminal answer is emphasized.
public enum Ink {
  /// Not at all: files, pipes, `NO_COLOR`.
  PLAIN,
  /// Bold headings and dim notes, by ANSI codes.
  ANSI;

  String strong(String text) {
    return this == ANSI ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  String faint(String text) {
    return this == ANSI ? "\u001B[2m" + text + "\u001B[0m" : text;
  }
}
