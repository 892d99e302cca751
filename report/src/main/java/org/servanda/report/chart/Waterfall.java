package org.servanda.report.chart;

import java.util.List;

/// Terms that add up, each beginning where the one before it ended, and their sum.
///
/// @param title what it shows
/// @param description the same in a sentence with its main numbers
/// @param terms in the order drawn
/// @param total name and sum of all terms
public record Waterfall(String title, String description, List<Term> terms, Term total)
    implements Chart {

  public Waterfall {
    terms = List.copyOf(terms);
  }

  /// @param value what it adds
  /// @param shown the value as text
  public record Term(String name, double value, String shown) {}

  @Override
  public String svg(double width, String id) {
    var canvas = new Canvas(id, width);
    canvas.defineHatches();
    var labels = RowLabels.in(width);
    double low = Math.min(0, total.value);
    double high = Math.max(0, total.value);
    double sum = 0;
    for (Term term : terms) {
      sum += term.value;
      low = Math.min(low, sum);
      high = Math.max(high, sum);
    }
    var x = new Scale(low, high > low ? high : low + 1, labels.barsFrom() + 52, width - 56);
    if (!labels.above()) {
      canvas.line(x.at(0), 2, x.at(0), height(labels) - 4, "ax");
    }
    double height = 2;
    sum = 0;
    double before = 0;
    for (Term term : terms) {
      double middle = labels.barMiddle(height, term.name, "");
      if (before > 0) {
        canvas.line(x.at(sum), before + 8, x.at(sum), middle - 8, "tie");
      }
      zero(canvas, labels, x, middle);
      labels.draw(canvas, height, term.name, "", "lb");
      bar(canvas, x, sum, sum + term.value, middle, term, "");
      sum += term.value;
      before = middle;
      height += labels.height(term.name, "");
    }
    canvas.line(0, height + 2, width, height + 2, "ax");
    height += 4;
    double middle = labels.barMiddle(height, total.name, "");
    canvas.line(x.at(sum), before + 8, x.at(sum), middle - 8, "tie");
    zero(canvas, labels, x, middle);
    labels.draw(canvas, height, total.name, "", "lb s");
    bar(canvas, x, 0, total.value, middle, total, " s");
    height += labels.height(total.name, "");
    return canvas.finished(height, title, description);
  }

  /// Marks zero beside one bar, where a line through all rows would cross the names above the bars.
  private static void zero(Canvas canvas, RowLabels labels, Scale x, double middle) {
    if (labels.above()) {
      canvas.line(x.at(0), middle - 11, x.at(0), middle + 11, "ax");
    }
  }

  private double height(RowLabels labels) {
    return 6
        + labels.height(total.name, "")
        + terms.stream().mapToDouble(t -> labels.height(t.name, "")).sum();
  }

  private void bar(
      Canvas canvas, Scale x, double from, double to, double middle, Term term, String strong) {
    double left = Math.min(x.at(from), x.at(to));
    double wide = Math.max(1, Math.abs(x.at(to) - x.at(from)));
    boolean positive = term.value >= 0;
    canvas.rectangle(left, middle - 8, wide, 16, positive ? "area ft7" : "area ft8");
    if (!positive) {
      canvas.hatch(
          1,
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"16\" fill=\"@\"/>"
              .formatted(Canvas.number(left), Canvas.number(middle - 8), Canvas.number(wide)));
    }
    canvas.textOnPatch(
        positive ? left + wide + 6 : left - 6,
        middle + 4.5,
        (positive ? "val" : "val e") + strong,
        term.shown);
  }
}
