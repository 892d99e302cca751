package org.servanda.study.discovery;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.servanda.study.table.Table;

/// Tables to search in.
final class Samples {
  private Samples() {}

  static final Criterion CASE = new Criterion(Side.ABOVE, 0.5);

  static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static List<String> names(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(c -> "x" + c).toList();
  }

  /// Independent numbers from 0 to 1.
  static Table uniform(int rows, int columns, long seed) {
    var random = generator(seed);
    var points = new double[rows][columns];
    for (var point : points) {
      for (int c = 0; c < columns; c++) {
        point[c] = random.nextDouble();
      }
    }
    return Table.of(names(columns), points);
  }

  /// Whether a row is a case.
  interface Rule {
    boolean at(double[] row);
  }

  /// 1 for cases, 0 for others.
  static double[] cases(Table worlds, Rule rule) {
    return IntStream.range(0, worlds.rows())
        .mapToDouble(r -> rule.at(worlds.row(r)) ? 1 : 0)
        .toArray();
  }

  /// Cases of which a share is turned round by lot.
  static double[] noisyCases(Table worlds, Rule rule, double turned, long seed) {
    var random = generator(seed);
    var cases = cases(worlds, rule);
    for (int r = 0; r < cases.length; r++) {
      cases[r] = random.nextDouble() < turned ? 1 - cases[r] : cases[r];
    }
    return cases;
  }
}
