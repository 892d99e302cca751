package org.servanda.study.discovery;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/// Smooth curves in one column, as sums of a few functions of it.
///
/// A column of few values has one function per value, so that any curve fits. Others have a natural
/// cubic spline with knots at five quantiles, straight beyond the outer ones: straight lines are
/// fitted exactly, and what bends more often than the knots allow is smoothed.
///
/// @source Harrell (2015), section 2.4.5 and table 2.3, for the spline and its knots
final class CurveBasis {
  private static final double[] KNOTS = {0.05, 0.275, 0.5, 0.725, 0.95};

  private static final double DEPENDENT = 1e-9;

  /// Shape `[worlds][functions]`; orthonormal, that is, with sums of products 0 and of squares 1.
  final double[][] functions;

  CurveBasis(double[] column) {
    var values = Arrays.stream(column).sorted().distinct().toArray();
    if (values.length <= KNOTS.length) {
      this.functions = orthonormal(indicators(column, values));
    } else {
      this.functions = orthonormal(spline(column));
    }
  }

  /// Gram and Schmidt, twice for the sake of rounding; what earlier functions make becomes zero.
  private static double[][] orthonormal(double[][] functions) {
    int count = functions[0].length;
    for (int f = 0; f < count; f++) {
      double before = product(functions, f, f);
      for (int round = 0; round < 2; round++) {
        for (int g = 0; g < f; g++) {
          double share = product(functions, f, g);
          for (var row : functions) {
            row[f] -= share * row[g];
          }
        }
      }
      double after = product(functions, f, f);
      double scale = after > DEPENDENT * before ? 1 / Math.sqrt(after) : 0;
      for (var row : functions) {
        row[f] *= scale;
      }
    }
    return functions;
  }

  private static double product(double[][] functions, int f, int g) {
    double sum = 0;
    for (var row : functions) {
      sum += row[f] * row[g];
    }
    return sum;
  }

  private static double[][] indicators(double[] column, double[] values) {
    var functions = new double[column.length][values.length];
    for (int i = 0; i < column.length; i++) {
      functions[i][Arrays.binarySearch(values, column[i])] = 1;
    }
    return functions;
  }

  private static double[][] spline(double[] column) {
    var knots = Quantile.withDefaults().withCopy(true).evaluate(column, KNOTS);
    double spread = knots[KNOTS.length - 1] - knots[0];
    if (!(spread > 0)) {
      var outer = Arrays.stream(column).summaryStatistics();
      spread = outer.getMax() - outer.getMin();
    }
    var functions = new double[column.length][];
    for (int i = 0; i < column.length; i++) {
      functions[i] = at((column[i] - knots[0]) / spread, scaled(knots, spread));
    }
    return functions;
  }

  private static double[] scaled(double[] knots, double spread) {
    return Arrays.stream(knots).map(k -> (k - knots[0]) / spread).toArray();
  }

  private static double[] at(double x, double[] knots) {
    int last = knots.length - 1;
    var values = new double[knots.length];
    values[0] = 1;
    values[1] = x;
    for (int k = 0; k < last - 1; k++) {
      values[k + 2] = bend(x, knots, k) - bend(x, knots, last - 1);
    }
    return values;
  }

  /// Zero up to a knot, a cubic beyond it, straight beyond the last knot once two are subtracted.
  private static double bend(double x, double[] knots, int k) {
    double end = knots[knots.length - 1];
    double width = end - knots[k];
    return width > 0 ? (cube(x - knots[k]) - cube(x - end)) / width : 0;
  }

  private static double cube(double x) {
    return x > 0 ? x * x * x : 0;
  }
}
