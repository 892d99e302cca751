package org.servanda.study.sensitivity;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.servanda.study.table.Table;

/// Functions of the unit cube whose indices are known.
final class KnownFunctions {
  private KnownFunctions() {}

  /// A function of a point of the unit cube.
  interface Function {
    double at(double[] point);
  }

  static final double[] G_FUNCTION = {0, 1, 4.5, 9, 99, 99, 99, 99};

  /// Three columns from -pi to pi.
  ///
  /// @source Ishigami and Homma (1990), with a = 7 and b = 0.1
  static double ishigami(double[] point) {
    double x1 = Math.PI * (2 * point[0] - 1);
    double x2 = Math.PI * (2 * point[1] - 1);
    double x3 = Math.PI * (2 * point[2] - 1);
    double sine = Math.sin(x2);
    return Math.sin(x1) * (1 + 0.1 * x3 * x3 * x3 * x3) + 7 * sine * sine;
  }

  /// @source Saltelli and Sobol' (1995)
  static double gFunction(double[] point) {
    double product = 1;
    for (int c = 0; c < G_FUNCTION.length; c++) {
      product *= (Math.abs(4 * point[c] - 2) + G_FUNCTION[c]) / (1 + G_FUNCTION[c]);
    }
    return product;
  }

  static double gFunctionFirst(int column) {
    return partial(column) / (all() - 1);
  }

  static double gFunctionTotal(int column) {
    return partial(column) * all() / (1 + partial(column)) / (all() - 1);
  }

  private static double partial(int column) {
    return 1 / (3 * Math.pow(1 + G_FUNCTION[column], 2));
  }

  private static double all() {
    double product = 1;
    for (int c = 0; c < G_FUNCTION.length; c++) {
      product *= 1 + partial(c);
    }
    return product;
  }

  static Table random(int rows, int columns, long seed) {
    var random = generator(seed);
    var points = new double[rows][columns];
    for (var point : points) {
      for (int c = 0; c < columns; c++) {
        point[c] = random.nextDouble();
      }
    }
    return Table.of(names(columns), points);
  }

  static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static List<String> names(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(c -> "x" + c).toList();
  }

  static double[] values(Table points, Function function) {
    return IntStream.range(0, points.rows()).mapToDouble(r -> function.at(points.row(r))).toArray();
  }
}
