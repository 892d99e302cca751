package org.servanda.report.chart;

import java.util.ArrayList;
import java.util.List;

/// A straight map from values to pixels.
///
/// @param from lowest value shown
/// @param to highest value shown, above `from`
/// @param start pixel of `from`
/// @param end pixel of `to`
record Scale(double from, double to, double start, double end) {

  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  /// {@return round values within the scale, about `count` of them}
  List<Double> ticks(int count) {
    double step = step((to - from) / count);
    var ticks = new ArrayList<Double>();
    for (long k = (long) Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /// {@return the values that frame all of `values`, on round numbers}
  static double[] frame(double low, double high, int count) {
    double span = high > low ? high - low : Math.max(Math.abs(high), 1e-3);
    double step = step(span / count);
    return new double[] {Math.floor(low / step) * step, Math.ceil(high / step) * step};
  }

  private static double step(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }
}
