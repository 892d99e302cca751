package org.servanda.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Labels at the right end of curves, moved apart so that none covers another.
final class EndLabels {
  private record Label(List<String> lines, double wanted, String classes) {
    double height() {
      return lines.size() * Canvas.LINE + 3;
    }
  }

  private final List<Label> labels = new ArrayList<>();
  private final double room;

  EndLabels(double room) {
    this.room = room;
  }

  /// Adds a label whose middle should be at `y`.
  void add(String name, String value, double y, String classes) {
    var lines = new ArrayList<>(Lettering.wrapped(name, room, Canvas.TEXT, 3));
    String last = lines.getLast() + " " + value;
    if (Lettering.width(last, Canvas.TEXT) <= room) {
      lines.set(lines.size() - 1, last);
    } else {
      lines.add(value);
    }
    labels.add(new Label(lines, y, classes));
  }

  /// Draws all labels at `x`, between `top` and `bottom`, each tied to its curve if it had to move.
  void draw(Canvas canvas, double x, double top, double bottom) {
    labels.sort(Comparator.comparingDouble(Label::wanted));
    double[] tops = new double[labels.size()];
    double free = top;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = Math.max(free, labels.get(i).wanted - labels.get(i).height() / 2);
      free = tops[i] + labels.get(i).height();
    }
    double limit = bottom;
    for (int i = tops.length - 1; i >= 0; i--) {
      tops[i] = Math.min(tops[i], limit - labels.get(i).height());
      limit = tops[i];
    }
    for (int i = 0; i < tops.length; i++) {
      var label = labels.get(i);
      double middle = tops[i] + label.height() / 2;
      canvas.line(x + 2, label.wanted, x + 14, middle, "tie");
      canvas.lines(x + 18, tops[i] + Canvas.LINE - 3, label.classes, label.lines);
    }
  }

  /// {@return the height all labels need}
  double height() {
    return labels.stream().mapToDouble(Label::height).sum();
  }
}
