package org.servanda.report.answer;

import java.util.List;

/// Several answers side by side on one screen, ending with what differs.
public final class TerminalComparison {
  private TerminalComparison() {}

  /// {@return the screen}
  ///
  /// @param first the one the others are measured against
  /// @param others at least one
  /// @param ink how to emphasize
  public static String of(Answer first, List<Answer> others, Ink ink) {
    var comparison = Comparison.of(first, others);
    var screen = new Screen(ink);
    int columns = Math.clamp((Screen.COLUMNS - 24) / comparison.names().size(), 8, 26);
    screen.heading("Side by side", "");
    screen.paragraph(2, comparison.finding());
    screen.blank();
    headings(screen, comparison.names(), columns);
    for (var row : comparison.rows()) {
      screen.row(row.isHeading() ? 0 : 2, row.label(), row.cells(), columns);
    }
    screen.blank();
    screen.heading("What differs", "");
    for (String difference : comparison.differences()) {
      screen.item(difference);
    }
    screen.blank();
    screen.note(0, Findings.of(first).caution());
    return screen.toString();
  }

  /// Names over their columns, on up to three lines.
  private static void headings(Screen screen, List<String> names, int columns) {
    var wrapped =
        names.stream().map(n -> PlainText.wrapped(PlainText.withoutMarks(n), columns - 2)).toList();
    int lines = Math.min(3, wrapped.stream().mapToInt(List::size).max().orElse(1));
    for (int i = 0; i < lines; i++) {
      int line = i;
      screen.row(
          0, "", wrapped.stream().map(w -> line < w.size() ? w.get(line) : "").toList(), columns);
    }
  }
}
