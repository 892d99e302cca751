package org.servanda.report.answer;

import java.util.List;

/// Lines of a terminal screen, 80 columns wide.
final class Screen {
  static final int COLUMNS = 80;

  private final StringBuilder text = new StringBuilder();
  private final Ink ink;

  Screen(Ink ink) {
    this.ink = ink;
  }

  /// Adds a heading, with text at the right end of the line.
  void heading(String left, String right) {
    String end = line(right);
    String plain = PlainText.fit(line(left), COLUMNS - PlainText.columns(end) - 2);
    int gap = Math.max(1, COLUMNS - PlainText.columns(plain) - PlainText.columns(end));
    add(ink.strong(plain) + (end.isEmpty() ? "" : " ".repeat(gap) + ink.faint(end)));
  }

  /// Adds text wrapped to the width, each line behind `indent` spaces.
  void paragraph(int indent, String words) {
    for (String wrapped : PlainText.wrapped(line(words), COLUMNS - indent)) {
      add(" ".repeat(indent) + wrapped);
    }
  }

  /// Adds an item of a list.
  void item(String words) {
    var lines = PlainText.wrapped(line(words), COLUMNS - 4);
    for (int i = 0; i < lines.size(); i++) {
      add((i == 0 ? "  - " : "    ") + lines.get(i));
    }
  }

  /// Adds text wrapped to the width, less prominent.
  void note(int indent, String words) {
    for (String wrapped : PlainText.wrapped(line(words), COLUMNS - indent)) {
      add(ink.faint(" ".repeat(indent) + wrapped));
    }
  }

  /// Adds a line: a label on the left, cut if needed, and right-aligned cells.
  ///
  /// @param columns width of each cell; the last also holds for the cells after it
  void row(int indent, String label, List<String> cells, int... columns) {
    int room = COLUMNS - indent;
    for (int i = 0; i < cells.size(); i++) {
      room -= columns[Math.min(i, columns.length - 1)];
    }
    String fitted = PlainText.fit(line(label), room);
    var row = new StringBuilder(" ".repeat(indent)).append(fitted);
    row.repeat(' ', room - PlainText.columns(fitted));
    for (int i = 0; i < cells.size(); i++) {
      int width = columns[Math.min(i, columns.length - 1)];
      String shown = PlainText.fit(line(cells.get(i)), width - 1);
      row.repeat(' ', width - PlainText.columns(shown)).append(shown);
    }
    add(row.toString().stripTrailing());
  }

  /// Adds a row whose label and cells are a heading.
  void headingRow(String label, List<String> cells, int cellColumns) {
    var plain = new Screen(Ink.PLAIN);
    plain.row(0, label, cells, cellColumns);
    String line = plain.text.toString().stripTrailing();
    String left = PlainText.fit(line(label), COLUMNS - cells.size() * cellColumns);
    add(ink.strong(left) + ink.faint(line.substring(left.length())));
  }

  void blank() {
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void add(String line) {
    text.append(line).append('\n');
  }

  private static String line(String words) {
    return PlainText.withoutMarks(words).replace('\u2212', '-');
  }
}
