package org.servanda.report.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Small multiples: the same rows in several panels, a dot per row, the first row as the measure of
/// the others.
///
/// @param title what it shows
/// @param description the same in a sentence with its main numbers
/// @param rows names of the rows, the first is the one the others are measured against
/// @param panels side by side, under each other in a narrow place
public record DotRows(String title, String description, List<String> rows, List<Panel> panels)
    implements Chart {
  private static final double GAP = 20;
  private static final double LEAST = 138;
  private static final double AWAY = 10;
  private static final double BOLD = 1.08;

  public DotRows {
    rows = List.copyOf(rows);
    panels = List.copyOf(panels);
  }

  /// One panel.
  ///
  /// @param name over it
  /// @param tone color, 1 to 8; 0 for the text color
  /// @param cells one per row
  public record Panel(String name, int tone, List<Cell> cells) {
    public Panel {
      cells = List.copyOf(cells);
    }
  }

  /// @param value where the dot stands; absent for a row without one
  /// @param shown the value as text
  public record Cell(@Nullable Double value, String shown) {}

  @Override
  public String svg(double width, String id) {
    var canvas = new Canvas(id, width);
    double column = width < 480 ? width * 0.4 : Math.min(220, width * 0.26);
    int across = Math.clamp((int) ((width - column) / (LEAST + GAP)), 1, panels.size());
    double panelWidth = (width - column) / across - GAP;
    double top = 0;
    for (int from = 0; from < panels.size(); from += across) {
      top =
          band(
              canvas,
              top,
              column,
              panelWidth,
              panels.subList(from, Math.min(panels.size(), from + across)));
    }
    return canvas.finished(top, title, description);
  }

  /// Draws panels side by side with the names of the rows before them; returns where they end.
  private double band(
      Canvas canvas, double top, double column, double panelWidth, List<Panel> shown) {
    double width = column + shown.size() * (panelWidth + GAP);
    var labels = new RowLabels(width, column);
    var heads =
        shown.stream()
            .map(p -> Lettering.wrapped(p.name, panelWidth - 6, BOLD * Canvas.TEXT, 3))
            .toList();
    double begin = top + 12 + heads.stream().mapToInt(List::size).max().orElse(1) * Canvas.LINE;
    double bottom = begin;
    for (String row : rows) {
      labels.draw(canvas, bottom, row, "", bottom == begin ? "lb s" : "lb");
      bottom += labels.height(row, "");
      canvas.line(0, bottom, width, bottom, "gr");
    }
    for (int p = 0; p < shown.size(); p++) {
      var panel = shown.get(p);
      double from = column + GAP + p * (panelWidth + GAP);
      double room = room(panel);
      var x = scale(panel, from + room, from + panelWidth - room);
      canvas.lines(from, top + 16, "lb s ft" + panel.tone, heads.get(p));
      canvas.line(x.at(first(panel)), begin, x.at(first(panel)), bottom, "mark");
      double row = begin;
      for (int r = 0; r < rows.size(); r++) {
        dot(canvas, x, panel, r, labels.barMiddle(row, rows.get(r), ""));
        row += labels.height(rows.get(r), "");
      }
    }
    return bottom + 20;
  }

  private void dot(Canvas canvas, Scale x, Panel panel, int row, double middle) {
    Cell cell = panel.cells.get(row);
    Double value = cell.value;
    if (value == null) {
      canvas.text(x.at(first(panel)) + 10, middle + 4.5, "nt", cell.shown);
      return;
    }
    double at = x.at(value);
    canvas.line(x.at(first(panel)), middle, at, middle, "stem st" + panel.tone);
    canvas.dot(at, middle, row == 0 ? 6 : 5, (row == 0 ? "dot ft" : "dot o st") + panel.tone);
    boolean before = value < first(panel);
    canvas.textOnPatch(
        before ? at - AWAY : at + AWAY,
        middle + 4.5,
        (before ? "val e" : "val") + (row == 0 ? " s" : ""),
        cell.shown);
  }

  /// What the widest number of a panel takes beside its dot, with some room to spare.
  private static double room(Panel panel) {
    return 2 * AWAY
        + panel.cells.stream()
            .mapToDouble(c -> Lettering.width(c.shown, BOLD * Canvas.TEXT))
            .max()
            .orElse(0);
  }

  /// The value the others are measured against: that of the first row that has one.
  private static double first(Panel panel) {
    return values(panel).findFirst().orElse(0);
  }

  private static DoubleStream values(Panel panel) {
    return panel.cells.stream().map(Cell::value).filter(Objects::nonNull).mapToDouble(v -> v);
  }

  private static Scale scale(Panel panel, double start, double end) {
    double low = values(panel).min().orElse(0);
    double high = values(panel).max().orElse(0);
    double margin = high > low ? 0 : Math.max(0.01, Math.abs(high) / 10);
    return new Scale(low - margin, high + margin, start, end);
  }
}
