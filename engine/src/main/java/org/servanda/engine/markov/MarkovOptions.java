package org.servanda.engine.markov;

/// How exactly the logit equilibria of a stochastic game are followed, and how long it may take.
///
/// @param tolerance largest difference between a probability and its logit response that counts as
///   an equilibrium, in (0, 1e-3]; about a thousandth of it is usually reached
/// @param regret largest gain from a deviation, as a share of the range of payoffs, that counts as
///   none in the limit of infinite precision, in (0, 1e-3]
/// @param mostSteps most steps along the branch, taken or refused, at least 1
/// @param mostSeconds wall time after which to stop, above 0, may be infinite
/// @param memoryLimit most bytes that the solver may take beside the game, at least 1
public record MarkovOptions(
    double tolerance, double regret, int mostSteps, double mostSeconds, long memoryLimit) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a number is out of bounds
  public MarkovOptions {
    check("tolerance", tolerance);
    check("regret", regret);
    if (mostSteps < 1) {
      throw new IllegalArgumentException(
          "mostSteps is %d, must be at least 1\nTry: 20000".formatted(mostSteps));
    }
    if (!(mostSeconds > 0)) {
      throw new IllegalArgumentException(
          "mostSeconds is %s, must be above 0\nTry: 60".formatted(mostSeconds));
    }
    if (memoryLimit < 1) {
      throw new IllegalArgumentException(
          "memoryLimit is %d bytes, must be at least 1\nTry: 2000000000".formatted(memoryLimit));
    }
  }

  /// Returns the options to start from: residual and regret 1e-9, 20,000 steps, no limit of time, 2
  /// GiB.
  public static MarkovOptions defaults() {
    return new MarkovOptions(1e-9, 1e-9, 20_000, Double.POSITIVE_INFINITY, 2L << 30);
  }

  /// Returns the same options with another limit of steps.
  public MarkovOptions withMostSteps(int steps) {
    return new MarkovOptions(tolerance, regret, steps, mostSeconds, memoryLimit);
  }

  /// Returns the same options with another limit of wall time.
  public MarkovOptions withMostSeconds(double seconds) {
    return new MarkovOptions(tolerance, regret, mostSteps, seconds, memoryLimit);
  }

  /// Returns the same options with another limit of memory.
  public MarkovOptions withMemoryLimit(long bytes) {
    return new MarkovOptions(tolerance, regret, mostSteps, mostSeconds, bytes);
  }

  private static void check(String name, double value) {
    if (!(value > 0 && value <= 1e-3)) {
      throw new IllegalArgumentException(
          "%s is %s, must be above 0 and at most 0.001\nTry: 1e-9".formatted(name, value));
    }
  }
}
