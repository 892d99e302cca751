package org.servanda.study.discovery;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Bounds on columns, infinite where there is none.
final class Bounds {
  final double[] low;
  final double[] high;

  Bounds(int columns) {
    this.low = new double[columns];
    this.high = new double[columns];
    Arrays.fill(low, Double.NEGATIVE_INFINITY);
    Arrays.fill(high, Double.POSITIVE_INFINITY);
  }

  Bounds(Bounds other) {
    this.low = other.low.clone();
    this.high = other.high.clone();
  }

  boolean restricts(int column) {
    return low[column] > Double.NEGATIVE_INFINITY || high[column] < Double.POSITIVE_INFINITY;
  }

  int[] restricted() {
    return IntStream.range(0, low.length).filter(this::restricts).toArray();
  }

  Bounds without(int column) {
    var wider = new Bounds(this);
    wider.low[column] = Double.NEGATIVE_INFINITY;
    wider.high[column] = Double.POSITIVE_INFINITY;
    return wider;
  }

  boolean admits(int column, double value) {
    return low[column] <= value && value <= high[column];
  }
}
