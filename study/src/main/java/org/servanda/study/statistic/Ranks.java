package org.servanda.study.statistic;

/// Orders and ranks of numbers.
public final class Ranks {
  private Ranks() {}

  /// {@return the places of the values from the smallest to the largest; equal ones by place}
  ///
  /// @param values finite
  public static int[] order(double[] values) {
    var order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    sort(order, new int[order.length], values, 0, order.length);
    return order;
  }

  /// Merge sort: stable, so that the order of equal values is their order of places.
  private static void sort(int[] order, int[] room, double[] values, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(order, room, values, from, middle);
    sort(order, room, values, middle, to);
    System.arraycopy(order, from, room, from, middle - from);
    int left = from;
    int right = middle;
    for (int at = from; left < middle; at++) {
      if (right < to && values[order[right]] < values[room[left]]) {
        order[at] = order[right++];
      } else {
        order[at] = room[left++];
      }
    }
  }

  /// {@return ranks less their mean; equal values share the mean of their ranks}
  static double[] centered(double[] values) {
    var order = order(values);
    var ranks = new double[values.length];
    double center = (values.length - 1) / 2.0;
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0 - center;
      }
    }
    return ranks;
  }

  static double squares(double[] ranks) {
    double sum = 0;
    for (double rank : ranks) {
      sum += rank * rank;
    }
    return sum;
  }

  /// {@return Spearman's correlation of centered ranks; 0 where one of them does not vary}
  static double correlation(double[] a, double[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    double scale = Math.sqrt(squares(a) * squares(b));
    return scale > 0 ? product / scale : 0;
  }
}
