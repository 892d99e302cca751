package org.servanda.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The precisions of `--lambda`.
final class Lambdas {
  private static final int MOST = 1000;

  private Lambdas() {}

  /// {@return the numbers in order, none if the option was not given}
  ///
  /// @param written numbers with commas between
  /// @throws Complaint if one is no number, negative or not finite
  static List<Double> of(@Nullable String written) {
    if (written == null) {
      return List.of();
    }
    var lambdas = new ArrayList<Double>();
    for (String word : written.split(",", -1)) {
      lambdas.add(number(word.strip()));
    }
    if (lambdas.size() > MOST) {
      throw new Complaint(
          "--lambda has %,d entries, bound: %,d".formatted(lambdas.size(), MOST), "--branch");
    }
    return lambdas;
  }

  private static double number(String word) {
    if (!word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      boolean infinite = word.matches("(?i)[+-]?inf(inity)?");
      throw new Complaint(
          "--lambda is \"%s\", bound: a finite number from 0 on".formatted(word),
          infinite ? "--limit" : "--lambda 0.5,1,2");
    }
    double lambda = Double.parseDouble(word);
    if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new Complaint(
          "--lambda is %s, bound: a finite number from 0 on".formatted(word),
          lambda > 0 ? "--limit" : "--lambda 0.5,1,2");
    }
    return lambda + 0.0; // no negative zero
  }
}
