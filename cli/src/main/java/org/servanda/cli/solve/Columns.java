package org.servanda.cli.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.servanda.report.answer.PlainText;

/// A table: a label on the left, figures under headings on the right, at most eighty columns wide.
final class Columns {
  private static final int WIDTH = 80;
  private static final int GAP = 2;
  private static final int USUAL_LABEL = 24;
  private static final int LEAST_LABEL = 16;
  private static final int MOST_FIGURE = 16;
  private static final int LEAST_FIGURE = 8;

  private final List<String> heads;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String label, List<String> cells) {}

  Columns(List<String> heads) {
    this.heads = List.copyOf(heads);
  }

  /// {@return how many of the headings, at least one, go side by side beside a usual label}
  ///
  /// @param beside columns taken by something else
  static int fitting(List<String> heads, int beside) {
    int left = WIDTH - USUAL_LABEL - beside;
    int fitting = 0;
    while (fitting < heads.size() && left > 0) {
      int width = Math.clamp(PlainText.columns(heads.get(fitting)), LEAST_FIGURE, MOST_FIGURE);
      left -= width + GAP;
      fitting += left >= 0 || fitting == 0 ? 1 : 0;
    }
    return fitting;
  }

  /// Adds a row.
  ///
  /// @param cells as many as there are headings, or fewer
  void add(String label, List<String> cells) {
    rows.add(new Row(PlainText.withoutMarks(label), List.copyOf(cells)));
  }

  /// {@return whether there is no row}
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The table as lines.
  List<String> lines() {
    int[] widths = widths();
    int label = USUAL_LABEL;
    for (Row row : rows) {
      label = Math.max(label, PlainText.columns(row.label()));
    }
    int figures = Arrays.stream(widths).map(w -> w + GAP).sum();
    int room = Math.max(LEAST_LABEL, Math.min(label, WIDTH - figures));
    var lines = new ArrayList<String>();
    lines.add(line("", heads, widths, room));
    rows.forEach(row -> lines.add(line(row.label(), row.cells(), widths, room)));
    return lines;
  }

  /// What columns need; the last one at most what the others and a short label leave.
  private int[] widths() {
    var widths = new int[heads.size()];
    Arrays.setAll(widths, c -> PlainText.columns(heads.get(c)));
    for (Row row : rows) {
      for (int c = 0; c < row.cells().size(); c++) {
        widths[c] = Math.max(widths[c], PlainText.columns(row.cells().get(c)));
      }
    }
    int last = widths.length - 1;
    int left = WIDTH - LEAST_LABEL;
    for (int c = 0; c < last; c++) {
      widths[c] = Math.min(widths[c], MOST_FIGURE);
      left -= widths[c] + GAP;
    }
    widths[last] = Math.min(widths[last], Math.max(LEAST_FIGURE, left - GAP));
    return widths;
  }

  private static String line(String label, List<String> cells, int[] widths, int room) {
    String fitted = PlainText.fit(label, room);
    var line = new StringBuilder(fitted);
    line.repeat(' ', room - PlainText.columns(fitted));
    for (int c = 0; c < cells.size(); c++) {
      String cell = PlainText.fit(cells.get(c), widths[c]);
      line.repeat(' ', GAP + widths[c] - PlainText.columns(cell)).append(cell);
    }
    return line.toString().stripTrailing();
  }
}
