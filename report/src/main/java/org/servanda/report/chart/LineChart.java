package org.servanda.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Probabilities over time, each curve named at its end.
///
/// @param title what it shows
/// @param description the same in a sentence with its main numbers, for readers who cannot see it
/// @param lines the curves
/// @param years length of the time axis, above 0
/// @param startYear calendar year at 0
/// @param mark a moment to point out; absent if none
public record LineChart(
    String title,
    String description,
    List<Line> lines,
    double years,
    double startYear,
    @Nullable Mark mark)
    implements Chart {
  private static final double TOP = 14;

  public LineChart {
    lines = List.copyOf(lines);
  }

  /// One curve.
  ///
  /// @param name at its end
  /// @param tone color, 1 to 8; 0 for the text color
  /// @param dash 1 to 4, 1 is solid
  /// @param points years ascending
  /// @param spread the band around it; empty if none
  public record Line(String name, int tone, int dash, List<Point> points, List<Band> spread) {
    public Line {
      points = List.copyOf(points);
      spread = List.copyOf(spread);
    }
  }

  /// @param probability in [0, 1]
  public record Point(double years, double probability) {}

  /// @param low lower end in [0, 1]
  /// @param high upper end in [0, 1]
  public record Band(double years, double low, double high) {}

  /// @param years when
  /// @param text what happened then
  public record Mark(double years, String text) {}

  @Override
  public String svg(double width, String id) {
    var canvas = new Canvas(id, width);
    boolean narrow = width < 480;
    double right = narrow ? 108 : 170;
    double height = narrow ? 250 : 300;
    var x = new Scale(0, years, 44, width - right);
    var y = new Scale(0, 1, height - 44, TOP);
    axes(canvas, x, y, startYear, narrow ? 3 : 5);
    drawMark(canvas, x, y);
    lines.forEach(line -> spread(canvas, line, x, y));
    var labels = new EndLabels(right - 20);
    for (Line line : lines) {
      canvas.path(path(line.points, x, y), "ln t%d k%d".formatted(line.tone, line.dash));
      double last = line.points.getLast().probability;
      labels.add(line.name, percent(last), y.at(last), "lb ft%d".formatted(line.tone));
    }
    labels.draw(canvas, x.at(years), TOP - 6, height - 30);
    return canvas.finished(height, title, description);
  }

  static void axes(Canvas canvas, Scale x, Scale y, double startYear, int count) {
    for (double tick : y.ticks(4)) {
      canvas.line(x.start(), y.at(tick), x.end(), y.at(tick), tick == 0 ? "ax" : "gr");
      canvas.text(x.start() - 6, y.at(tick) + 4, "tk e", percent(tick));
    }
    for (double tick : x.ticks(count)) {
      if (tick != Math.rint(tick)) {
        continue;
      }
      String anchor = tick == 0 ? "" : " m";
      canvas.line(x.at(tick), y.start(), x.at(tick), y.start() + 5, "ax");
      canvas.text(
          x.at(tick), y.start() + 19, "tk" + anchor, String.valueOf((long) (startYear + tick)));
      canvas.text(
          x.at(tick),
          y.start() + 35,
          "tk2" + anchor,
          tick == 0 ? "signed" : (long) tick + (tick == 1 ? " year" : " years"));
    }
  }

  static String percent(double p) {
    if (p > 0 && p < 0.005) {
      return "<1%";
    }
    return p >= 0.995 && p < 1 ? ">99%" : String.format(Locale.ROOT, "%.0f%%", 100 * p);
  }

  private void drawMark(Canvas canvas, Scale x, Scale y) {
    if (mark == null || mark.years < 0 || mark.years > years) {
      return;
    }
    double at = x.at(mark.years);
    canvas.line(at, y.start(), at, y.end() - 2, "mark");
    boolean left = mark.years > years / 2;
    var lines = Lettering.wrapped(mark.text, 130, 12, 3);
    canvas.lines(left ? at - 6 : at + 6, y.end() + 8, left ? "nt e halo" : "nt halo", lines);
  }

  private static void spread(Canvas canvas, Line line, Scale x, Scale y) {
    if (line.spread.isEmpty()) {
      return;
    }
    String upper =
        line.spread.stream()
            .map(b -> pair(x.at(b.years), y.at(b.high)))
            .collect(Collectors.joining("L"));
    String lower =
        line.spread.reversed().stream()
            .map(b -> pair(x.at(b.years), y.at(b.low)))
            .collect(Collectors.joining("L"));
    canvas.path("M" + upper + "L" + lower + "Z", "band ft" + line.tone);
  }

  private static String path(List<Point> points, Scale x, Scale y) {
    return points.stream()
        .map(p -> pair(x.at(p.years), y.at(p.probability)))
        .collect(Collectors.joining("L", "M", ""));
  }

  static String pair(double x, double y) {
    return Canvas.number(x) + " " + Canvas.number(y);
  }
}
