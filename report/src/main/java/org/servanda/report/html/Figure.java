package org.servanda.report.html;

import org.servanda.report.chart.Chart;

/// A chart in the page: drawn for wide, middling and narrow places and for paper, with its table
/// behind it.
final class Figure {
  private static final double WIDE = 1080;
  private static final double PAPER = 960;
  private static final double MIDDLE = 640;
  private static final double NARROW = 356;

  private Figure() {}

  /// @param id unique in the page
  /// @param chart what to draw
  /// @param note what a reader must know to read it, under the chart
  /// @param table the same numbers
  static Markup of(String id, Chart chart, String note, Table table) {
    return Markup.of(
        """
        <figure id="{}"><div class="wide">{}</div><div class="paper">{}</div>
        <div class="middle">{}</div><div class="narrow">{}</div>
        <figcaption>{}</figcaption>
        <details><summary>The numbers behind this chart</summary>{}</details></figure>
        """,
        id,
        new Markup(chart.svg(WIDE, id + "-w")),
        new Markup(chart.svg(PAPER, id + "-p")),
        new Markup(chart.svg(MIDDLE, id + "-m")),
        new Markup(chart.svg(NARROW, id + "-n")),
        note,
        table.markup());
  }
}
