package org.servanda.engine.markov;

/// How exactly a zero-sum game is solved, and how long it may take.
///
/// @param tolerance largest error of a value that counts as solved, relative to the larger of 1 and
///   the largest value, in (0, 1]
/// @param mostSweeps most passes over a set of states that can reach each other, at least 1
/// @param memoryLimit most bytes the solver may take beside the game, at least 1
public record ZeroSumOptions(double tolerance, int mostSweeps, long memoryLimit) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a number is out of bounds
  public ZeroSumOptions {
    if (!(tolerance > 0 && tolerance <= 1)) {
      throw new IllegalArgumentException(
          "tolerance is %s, must be above 0 and at most 1\nTry: 1e-10".formatted(tolerance));
    }
    if (mostSweeps < 1) {
      throw new IllegalArgumentException(
          "mostSweeps is %d, must be at least 1\nTry: 1000000".formatted(mostSweeps));
    }
    if (memoryLimit < 1) {
      throw new IllegalArgumentException(
          "memoryLimit is %d bytes, must be at least 1\nTry: 2000000000".formatted(memoryLimit));
    }
  }

  /// Returns the options to start from: error 1e-10, a million sweeps, 2 GiB.
  public static ZeroSumOptions defaults() {
    return new ZeroSumOptions(1e-10, 1_000_000, 2L << 30);
  }
}
