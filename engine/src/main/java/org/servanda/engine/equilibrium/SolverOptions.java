package org.servanda.engine.equilibrium;

/// How finely and how exactly a game is solved.
///
/// @param resolution intervals of the belief grid for each informed player with two types, from 2
///   to 10,000
/// @param simplexResolution intervals along each edge of the belief simplex for each player with
///   three types or more, from 1 to 1,000
/// @param tolerance largest residual of a decision that counts as solved: the largest difference
///   between a probability and its logit response, in (0, 1e-3]
/// @param memoryLimit most bytes that the values may take, at least 1
/// @param keepLimit most bytes up to which the values of all positions in all periods are kept, at
///   least 0; of a larger game, a period is computed again when it is asked for
/// @param knownFrom period, at least 1, from which on everybody knows all types, also those drawn
///   anew; what is solved before foresees it. Never, if that is the horizon or later
public record SolverOptions(
    int resolution,
    int simplexResolution,
    double tolerance,
    long memoryLimit,
    long keepLimit,
    int knownFrom) {
  /// What [#knownFrom()] is if types stay as they are known.
  public static final int NEVER = Integer.MAX_VALUE;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a number is out of bounds
  public SolverOptions {
    check("resolution", resolution, 2, 10_000);
    check("simplexResolution", simplexResolution, 1, 1_000);
    if (!(tolerance > 0 && tolerance <= 1e-3)) {
      throw new IllegalArgumentException(
          "tolerance is %s, must be above 0 and at most 0.001\nTry: 1e-9".formatted(tolerance));
    }
    if (!(memoryLimit >= 1)) {
      throw new IllegalArgumentException(
          "memoryLimit is %d bytes, must be at least 1\nTry: 2000000000".formatted(memoryLimit));
    }
    if (!(keepLimit >= 0)) {
      throw new IllegalArgumentException(
          "keepLimit is %d bytes, must be at least 0\nTry: 100000000".formatted(keepLimit));
    }
    check("knownFrom", knownFrom, 1, NEVER);
  }

  /// Returns the options to start from: 10 intervals, 8 per simplex edge, residual 1e-9, 2 GiB,
  /// values of all periods kept up to 128 MiB, types never known for certain.
  public static SolverOptions defaults() {
    return new SolverOptions(10, 8, 1e-9, 2L << 30, 128L << 20, NEVER);
  }

  /// Returns the same options with another number of intervals for two types.
  public SolverOptions withResolution(int intervals) {
    return new SolverOptions(
        intervals, simplexResolution, tolerance, memoryLimit, keepLimit, knownFrom);
  }

  /// Returns the same options with another number of intervals for three types or more.
  public SolverOptions withSimplexResolution(int intervals) {
    return new SolverOptions(resolution, intervals, tolerance, memoryLimit, keepLimit, knownFrom);
  }

  /// Returns the same options with another largest residual.
  public SolverOptions withTolerance(double largestResidual) {
    return new SolverOptions(
        resolution, simplexResolution, largestResidual, memoryLimit, keepLimit, knownFrom);
  }

  /// Returns the same options with another limit on memory.
  public SolverOptions withMemoryLimit(long bytes) {
    return new SolverOptions(resolution, simplexResolution, tolerance, bytes, keepLimit, knownFrom);
  }

  /// Returns the same options with another limit on keeping the values of all periods.
  public SolverOptions withKeepLimit(long bytes) {
    return new SolverOptions(
        resolution, simplexResolution, tolerance, memoryLimit, bytes, knownFrom);
  }

  /// Returns the same options with another period from which on types are known.
  public SolverOptions withKnownFrom(int period) {
    return new SolverOptions(
        resolution, simplexResolution, tolerance, memoryLimit, keepLimit, period);
  }

  private static void check(String name, int value, int low, int high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s is %d, must be from %d to %d\nTry: %d"
              .formatted(name, value, low, high, value < low ? low : high));
    }
  }
}
