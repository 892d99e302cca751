package org.servanda.study.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.table.Table;

/// Values of alternatives in the worlds in which all of them were solved.
final class Alternatives {
  final List<String> names;

  /// Places of the worlds in the table, ascending.
  final int[] places;

  /// Values turned so that higher is better, shape `[alternatives][worlds]`.
  final double[][] values;

  final List<Integer> unsolved;
  private final int rows;

  Alternatives(Table table, Better better) {
    this.names = table.columns();
    this.rows = table.rows();
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "there are 0 alternatives, must be at least 1\nTry: one column per alternative");
    }
    var unsolvedOf = new int[names.size()];
    var common = new ArrayList<Integer>();
    for (int r = 0; r < rows; r++) {
      boolean all = true;
      for (int a = 0; a < unsolvedOf.length; a++) {
        double value = table.at(r, a);
        if (Double.isInfinite(value)) {
          throw new IllegalArgumentException(
              "row %d of \"%s\" is %s, must be finite\nTry: NaN where a world did not solve"
                  .formatted(r, names.get(a), value));
        }
        all &= !Double.isNaN(value);
        unsolvedOf[a] += Double.isNaN(value) ? 1 : 0;
      }
      if (all) {
        common.add(r);
      }
    }
    this.places = common.stream().mapToInt(r -> r).toArray();
    this.values = new double[names.size()][places.length];
    for (int a = 0; a < values.length; a++) {
      for (int i = 0; i < places.length; i++) {
        values[a][i] = better.upward(table.at(places[i], a));
      }
    }
    this.unsolved = Arrays.stream(unsolvedOf).boxed().toList();
  }

  int size() {
    return places.length;
  }

  int leftOut() {
    return rows - places.length;
  }

  /// What was left out, and whether too little is left.
  List<Caveat> caveats(int least) {
    var caveats = new ArrayList<Caveat>();
    if (leftOut() > 0) {
      caveats.add(new Caveat.LeftOut(leftOut(), rows));
    }
    if (size() < least) {
      caveats.add(new Caveat.TooFew(size(), least));
    }
    return caveats;
  }

  double mean(int alternative) {
    double sum = 0;
    for (double value : values[alternative]) {
      sum += value;
    }
    return sum / size();
  }

  /// The alternative with the best mean; the first of equals.
  int best() {
    int best = 0;
    for (int a = 1; a < values.length; a++) {
      best = mean(a) > mean(best) ? a : best;
    }
    return best;
  }
}
