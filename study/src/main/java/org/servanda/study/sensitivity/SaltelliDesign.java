package org.servanda.study.sensitivity;

import java.util.List;
import org.moeaframework.util.sequence.Sobol;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.Resampling.Purpose;
import org.servanda.study.table.Table;

/// Points of the unit cube from which Sobol' indices are estimated.
///
/// Two independent points `A` and `B` of a Sobol' sequence, and for each column the point `A` with
/// that column taken from `B`. The sequence is shifted by exclusive-or with one number per
/// dimension, which keeps it as even as it is and moves its first point off the corner.
///
/// @source Saltelli et al. (2010); Sobol' sequence with directions by Joe and Kuo (2008)
public final class SaltelliDesign {

  private static final int LARGEST = 1 << 20;
  private static final double SCALE = 0x1p32;

  private final SaltelliRows rows;
  private final Table points;

  private SaltelliDesign(SaltelliRows rows, Table points) {
    this.rows = rows;
    this.points = points;
  }

  /// {@return a design of `pairs * (columns + 2)` points}
  ///
  /// @param columns names, different, at least one
  /// @param pairs a power of two from 4 to 1,048,576
  /// @param seed of the shift
  /// @throws IllegalArgumentException if a bound is not kept
  public static SaltelliDesign of(List<String> columns, int pairs, long seed) {
    if (pairs < 4 || pairs > LARGEST || Integer.bitCount(pairs) != 1) {
      throw new IllegalArgumentException(
          "pairs are %d, must be a power of two from 4 to %d\nTry: 1024".formatted(pairs, LARGEST));
    }
    var rows = new SaltelliRows(columns, pairs, SaltelliRows.Order.ONE_WAY);
    int d = columns.size();
    var both = shifted(new Sobol().generate(pairs, 2 * d), seed);
    var points = new double[rows.rows()][];
    for (int i = 0; i < pairs; i++) {
      for (int r = 0; r < d + 2; r++) {
        var point = new double[d];
        for (int c = 0; c < d; c++) {
          boolean other = r == 1 || r == c + 2;
          point[c] = both[i][other ? d + c : c];
        }
        points[rows.first(i) + r] = point;
      }
    }
    return new SaltelliDesign(rows, Table.of(columns, points));
  }

  private static double[][] shifted(double[][] points, long seed) {
    var stream = Resampling.of(seed).stream(Purpose.DESIGN);
    for (int c = 0; c < points[0].length; c++) {
      long shift = stream.nextInt() & 0xFFFF_FFFFL;
      for (var point : points) {
        long bits = (long) (point[c] * SCALE);
        point[c] = ((bits ^ shift) + 0.5) / SCALE;
      }
    }
    return points;
  }

  /// {@return the points, each number in (0, 1), shape `[rows][columns]`}
  public Table points() {
    return points;
  }

  /// {@return where which point stands}
  public SaltelliRows rows() {
    return rows;
  }
}
