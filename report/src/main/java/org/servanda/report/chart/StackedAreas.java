package org.servanda.report.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Competing ways to end, stacked over time: the height of all together is the probability of an
/// end.
///
/// @param title what it shows
/// @param description the same in a sentence with its main numbers
/// @param layers from the bottom up, all at the same times
/// @param years length of the time axis, above 0
/// @param startYear calendar year at 0
public record StackedAreas(
    String title, String description, List<Layer> layers, double years, double startYear)
    implements Chart {
  private static final double TOP = 14;

  public StackedAreas {
    layers = List.copyOf(layers);
  }

  /// One way to end.
  ///
  /// @param name at its right end
  /// @param tone color, 1 to 8
  /// @param hatch 0 for none, else 1 to 4
  /// @param points cumulative probability, years ascending
  public record Layer(String name, int tone, int hatch, List<LineChart.Point> points) {
    public Layer {
      points = List.copyOf(points);
    }
  }

  @Override
  public String svg(double width, String id) {
    var canvas = new Canvas(id, width);
    canvas.defineHatches();
    boolean narrow = width < 480;
    double right = narrow ? 28 : width < 800 ? 240 : 330;
    var x = new Scale(0, years, 44, width - right);
    var y = new Scale(0, 1, narrow ? 206 : 266, TOP);
    LineChart.axes(canvas, x, y, startYear, narrow ? 3 : 5);
    var labels = new EndLabels(right - 20);
    double[] base = new double[layers.getFirst().points.size()];
    for (Layer layer : layers) {
      double[] top =
          IntStream.range(0, base.length)
              .mapToDouble(i -> base[i] + layer.points.get(i).probability())
              .toArray();
      String area = area(layer, base, top, x, y);
      canvas.path(area, "area ft" + layer.tone);
      canvas.hatch(layer.hatch, "<path d=\"%s\" fill=\"@\"/>".formatted(area));
      double middle = (base[base.length - 1] + top[base.length - 1]) / 2;
      labels.add(
          layer.name, LineChart.percent(layer.points.getLast().probability()), y.at(middle), "lb");
      System.arraycopy(top, 0, base, 0, base.length);
    }
    canvas.line(x.start(), y.start(), x.end(), y.start(), "ax");
    double height = y.start() + 44;
    if (narrow) {
      height = key(canvas, height + 8, width);
    } else {
      labels.draw(canvas, x.end(), TOP - 6, height - 30);
    }
    return canvas.finished(height, title, description);
  }

  /// The names under the chart, the topmost layer first; returns where they end.
  private double key(Canvas canvas, double top, double width) {
    double y = top;
    for (Layer layer : layers.reversed()) {
      String value = LineChart.percent(layer.points.getLast().probability());
      var lines = Lettering.wrapped(layer.name + " " + value, width - 26, Canvas.TEXT, 2);
      canvas.rectangle(0, y, 16, 12, "ft" + layer.tone);
      canvas.hatch(
          layer.hatch,
          "<rect x=\"0\" y=\"%s\" width=\"16\" height=\"12\" fill=\"@\"/>"
              .formatted(Canvas.number(y)));
      canvas.lines(24, y + 11, "lb", lines);
      y += lines.size() * Canvas.LINE + 4;
    }
    return y;
  }

  private static String area(Layer layer, double[] base, double[] top, Scale x, Scale y) {
    return IntStream.range(0, base.length)
            .mapToObj(i -> LineChart.pair(x.at(layer.points.get(i).years()), y.at(top[i])))
            .collect(Collectors.joining("L", "M", "L"))
        + IntStream.iterate(base.length - 1, i -> i >= 0, i -> i - 1)
            .mapToObj(i -> LineChart.pair(x.at(layer.points.get(i).years()), y.at(base[i])))
            .collect(Collectors.joining("L", "", "Z"));
  }
}
