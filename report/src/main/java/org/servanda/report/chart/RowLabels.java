package org.servanda.report.chart;

import java.util.List;

/// Where the labels of rows stand: beside the bars, or above them in a narrow place.
///
/// @param width of the whole chart
/// @param column of the labels when they stand beside; 0 when they stand above
record RowLabels(double width, double column) {

  static RowLabels in(double width) {
    return new RowLabels(width, width < 480 ? 0 : Math.min(430, width * 0.42));
  }

  boolean above() {
    return column == 0;
  }

  /// {@return pixel where the bars may begin}
  double barsFrom() {
    return above() ? 4 : column + 12;
  }

  List<String> wrapped(String label) {
    return Lettering.wrapped(label, above() ? width - 8 : column - 6, Canvas.TEXT, 3);
  }

  /// {@return the height of a row with this label and note}
  double height(String label, String note) {
    double lines = (wrapped(label).size() + (note.isEmpty() ? 0 : 1)) * Canvas.LINE;
    return above() ? lines + 24 : Math.max(28, lines + 8);
  }

  /// {@return the middle of the bar in a row that begins at `top`}
  double barMiddle(double top, String label, String note) {
    return above() ? top + height(label, note) - 15 : top + height(label, note) / 2;
  }

  void draw(Canvas canvas, double top, String label, String note, String classes) {
    var lines = wrapped(label);
    double block = (lines.size() + (note.isEmpty() ? 0 : 1)) * Canvas.LINE;
    double first = above() ? top + 13 : top + (height(label, note) - block) / 2 + 12;
    canvas.lines(2, first, above() ? classes + " halo" : classes, lines);
    if (!note.isEmpty()) {
      double room = above() ? width - 8 : column - 6;
      String fitted = Lettering.wrapped(note, room, 12, 1).getFirst();
      canvas.text(2, first + lines.size() * Canvas.LINE, "nt", fitted);
    }
  }
}
