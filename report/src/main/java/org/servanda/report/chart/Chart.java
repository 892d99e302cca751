package org.servanda.report.chart;

/// A chart that can be drawn at any width.
public sealed interface Chart permits DotRows, LineChart, StackedAreas, Tornado, Waterfall {

  /// {@return the chart as an `<svg>` element}
  ///
  /// @param width of the place it stands in, in CSS pixels, at least 240
  /// @param id unique in the page: prefix of every identifier inside
  String svg(double width, String id);
}
