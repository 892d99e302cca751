package org.servanda.study.statistic;

import java.util.Arrays;

/// Worlds sorted into classes of nearly equal size by one number; equal numbers stay together.
///
/// A number with few different values, such as a rival set's, gets one class per value.
public final class Classes {
  private final int[] labels;
  private final double[] tops;
  private final double[] bottoms;

  private Classes(int[] labels, double[] bottoms, double[] tops) {
    this.labels = labels;
    this.bottoms = bottoms;
    this.tops = tops;
  }

  /// {@return at most `wanted` classes}
  ///
  /// @param values finite, at least one
  /// @param wanted at least 1
  public static Classes of(double[] values, int wanted) {
    var order = Ranks.order(values);
    int n = values.length;
    var starts = starts(values, order, wanted);
    int count = starts.length;
    var labels = new int[n];
    var bottoms = new double[count];
    var tops = new double[count];
    for (int m = 0; m < count; m++) {
      int end = m + 1 < count ? starts[m + 1] : n;
      bottoms[m] = values[order[starts[m]]];
      tops[m] = values[order[end - 1]];
      for (int i = starts[m]; i < end; i++) {
        labels[order[i]] = m;
      }
    }
    return new Classes(labels, bottoms, tops);
  }

  /// Where classes begin: at every new value if there are few, else at the first new value in a
  /// later part of `wanted` equal parts than the class before.
  private static int[] starts(double[] values, int[] order, int wanted) {
    int n = values.length;
    int different = 1;
    for (int i = 1; i < n; i++) {
      different += values[order[i]] > values[order[i - 1]] ? 1 : 0;
    }
    var starts = new int[Math.min(wanted, different)];
    int count = 1;
    for (int i = 1; i < n && count < starts.length; i++) {
      long parts = (long) i * wanted / n;
      boolean due = different <= wanted || parts > (long) starts[count - 1] * wanted / n;
      if (due && values[order[i]] > values[order[i - 1]]) {
        starts[count++] = i;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /// {@return the number of classes}
  public int count() {
    return tops.length;
  }

  /// {@return the class of a world, from 0, ascending}
  public int label(int world) {
    return labels[world];
  }

  /// {@return a copy of the classes of all worlds}
  public int[] labels() {
    return labels.clone();
  }

  /// {@return the cut between a class and the next: halfway from its largest to the next smallest}
  ///
  /// @param label from 0 to `count - 2`
  public double cutAfter(int label) {
    double cut = tops[label] + (bottoms[label + 1] - tops[label]) / 2;
    return cut > tops[label] ? cut : bottoms[label + 1];
  }
}
