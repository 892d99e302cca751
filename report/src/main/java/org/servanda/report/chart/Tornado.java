package org.servanda.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far one number moves when each of several others goes to either end of its range.
///
/// @param title what it shows
/// @param description the same in a sentence with its main numbers
/// @param rows largest swing first
/// @param base the number when none of them moves, in [0, 1]
/// @param baseName what `base` is called
public record Tornado(
    String title, String description, List<Row> rows, double base, String baseName)
    implements Chart {
  private static final double TOP = 40;
  private static final double GAP = 5;

  public Tornado {
    rows = List.copyOf(rows);
  }

  /// One of the others.
  ///
  /// @param name what moves
  /// @param note over which range
  /// @param low the number when it is at its low end, in [0, 1]
  /// @param high the number when it is at its high end, in [0, 1]
  /// @param lowSpread how sure `low` is; absent if it is exact
  /// @param highSpread how sure `high` is; absent if it is exact
  public record Row(
      String name,
      String note,
      double low,
      double high,
      @Nullable Spread lowSpread,
      @Nullable Spread highSpread) {

    /// Makes a row of exact numbers.
    public Row(String name, String note, double low, double high) {
      this(name, note, low, high, null, null);
    }

    private double least() {
      double least = Math.min(low, high);
      least = lowSpread == null ? least : Math.min(least, lowSpread.from);
      return highSpread == null ? least : Math.min(least, highSpread.from);
    }

    private double most() {
      double most = Math.max(low, high);
      most = lowSpread == null ? most : Math.max(most, lowSpread.to);
      return highSpread == null ? most : Math.max(most, highSpread.to);
    }
  }

  /// An interval, drawn as a whisker.
  ///
  /// @param from lower end, in [0, 1]
  /// @param to upper end, in [0, 1]
  public record Spread(double from, double to) {}

  @Override
  public String svg(double width, String id) {
    var canvas = new Canvas(id, width);
    canvas.defineHatches();
    var labels = RowLabels.in(width);
    double least = base;
    double most = base;
    for (Row row : rows) {
      least = Math.min(least, row.least());
      most = Math.max(most, row.most());
    }
    double room = GAP + 2 + rows.stream().mapToDouble(Tornado::widest).max().orElse(0);
    double[] frame = Scale.frame(least, most, 4);
    var x = new Scale(frame[0], frame[1], labels.barsFrom() + room, width - room);
    double height = TOP;
    key(canvas, x);
    for (Row row : rows) {
      labels.draw(canvas, height, row.name, row.note, "lb");
      double middle = labels.barMiddle(height, row.name, row.note);
      side(canvas, x, row.low, row.high, middle, "t7");
      side(canvas, x, row.high, row.low, middle, "t8");
      whisker(canvas, x, row.lowSpread, middle);
      whisker(canvas, x, row.highSpread, middle);
      if (labels.above()) {
        canvas.line(x.at(base), middle - 11, x.at(base), middle + 11, "ax");
      }
      ends(canvas, x, row, middle);
      height += labels.height(row.name, row.note);
    }
    if (!labels.above()) {
      canvas.line(x.at(base), TOP - 10, x.at(base), height, "ax");
    }
    return canvas.finished(height + 4, title, description);
  }

  /// {@return the width of the wider of a row's two numbers}
  private static double widest(Row row) {
    return Math.max(
        Lettering.width("hi " + LineChart.percent(row.low), Canvas.TEXT),
        Lettering.width("hi " + LineChart.percent(row.high), Canvas.TEXT));
  }

  private void key(Canvas canvas, Scale x) {
    canvas.textOnPatch(
        Math.clamp(x.at(base), x.start() + 20, x.end() - 20),
        24,
        "val m",
        baseName + " " + LineChart.percent(base));
  }

  private void side(
      Canvas canvas, Scale x, double value, double other, double middle, String tone) {
    double left = Math.min(x.at(base), x.at(value));
    double wide = Math.abs(x.at(value) - x.at(base));
    boolean shorter =
        (value > base) == (other > base) && Math.abs(value - base) < Math.abs(other - base);
    double half = shorter ? 4 : 8;
    canvas.rectangle(left, middle - half, wide, 2 * half, "area f" + tone);
    if (tone.equals("t8")) {
      canvas.hatch(
          1,
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"@\"/>"
              .formatted(
                  Canvas.number(left),
                  Canvas.number(middle - half),
                  Canvas.number(wide),
                  Canvas.number(2 * half)));
    }
  }

  private static void whisker(Canvas canvas, Scale x, @Nullable Spread spread, double middle) {
    if (spread != null) {
      canvas.line(x.at(spread.from), middle, x.at(spread.to), middle, "whisker");
      canvas.line(x.at(spread.from), middle - 4, x.at(spread.from), middle + 4, "whisker");
      canvas.line(x.at(spread.to), middle - 4, x.at(spread.to), middle + 4, "whisker");
    }
  }

  /// Numbers at the ends of the bar: the estimate's low end and its high end, told apart by name.
  private void ends(Canvas canvas, Scale x, Row row, double middle) {
    boolean lowIsLeft = row.low <= row.high;
    double left = Math.min(base, row.least());
    double right = Math.max(base, row.most());
    double leftValue = Math.min(row.low, row.high);
    double rightValue = Math.max(row.low, row.high);
    canvas.textOnPatch(
        x.at(left) - GAP,
        middle + 4.5,
        "val e",
        (lowIsLeft ? "lo " : "hi ") + LineChart.percent(leftValue));
    canvas.textOnPatch(
        x.at(right) + GAP,
        middle + 4.5,
        "val",
        LineChart.percent(rightValue) + (lowIsLeft ? " hi" : " lo"));
  }
}
