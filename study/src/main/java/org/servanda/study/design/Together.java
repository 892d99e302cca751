package org.servanda.study.design;

import java.util.List;

/// Uncertain numbers that tend to be high together and low together.
///
/// They share one factor of a Gaussian copula, so that any two of them have this rank correlation,
/// nearly: the copula's correlation is that of the normal scores.
///
/// @param keys of the uncertainties, at least two
/// @param correlation of their normal scores, in [0, 1]
public record Together(List<String> keys, double correlation) {
  /// @throws IllegalArgumentException if there are fewer than two keys, or the correlation is
  ///   outside [0, 1]
  public Together {
    keys = List.copyOf(keys);
    if (keys.size() < 2) {
      throw new IllegalArgumentException(
          "together has %d estimates, must have at least 2\nTry: leave it out"
              .formatted(keys.size()));
    }
    if (!(correlation >= 0 && correlation <= 1)) {
      throw new IllegalArgumentException(
          "correlation is %s, must be from 0 to 1\nTry: 0.5".formatted(correlation));
    }
  }
}
