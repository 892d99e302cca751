package org.servanda.engine.game;

/// Checks that numbers are a probability distribution.
final class Distribution {
  /// Largest distance of a sum of probabilities from one.
  static final double TOLERANCE = 1e-12;

  private Distribution() {}

  /// Returns a copy of `p` after checking it.
  ///
  /// @throws IllegalArgumentException if `p` is empty, has an entry outside [0, 1] (NaN included),
  ///   or does not sum to one within 1e-12
  static double[] checked(String name, double[] p) {
    if (p.length == 0) {
      throw new IllegalArgumentException(
          name + " has no entries, at least one is needed\nTry: a single probability 1");
    }
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      if (!(p[k] >= 0 && p[k] <= 1)) {
        throw new IllegalArgumentException(
            "%s[%d] is %s, must be from 0 to 1\nTry: a probability".formatted(name, k, p[k]));
      }
      sum += p[k];
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "%s sums to %s, must be 1 within %s\nTry: divide every entry by %s"
              .formatted(name, sum, TOLERANCE, sum));
    }
    return p.clone();
  }
}
