package org.servanda.model.measure;

import org.jspecify.annotations.Nullable;

/// What to assess and how carefully.
///
/// @param variant [#AS_DRAFTED] or the name of an alternative of the scenario
/// @param precision for every party, in 1/stake, instead of the scenario's; absent to keep it
/// @param detail how much to measure
/// @param resolution belief intervals per party with two dispositions, at least 4
/// @param balanceSteps steps of relative strength followed on either side, at least 1
/// @param threads solves at the same time, at least 1, fewer when memory would not do; results do
///   not depend on it
/// @param memoryLimit largest memory of one solve, in bytes; all together take up to three times it
public record AssessOptions(
    String variant,
    @Nullable Double precision,
    Detail detail,
    int resolution,
    int balanceSteps,
    int threads,
    long memoryLimit) {

  /// The agreement as the file has it.
  public static final String AS_DRAFTED = "as drafted";

  /// How much to measure.
  public enum Detail {
    /// Survival, causes, values, rates.
    HEADLINE,
    /// Also alternatives, break path, ledgers.
    FULL,
    /// Also what happens when each estimate moves to either end of its range.
    SENSITIVITY
  }

  /// @throws IllegalArgumentException if a number is outside its bounds
  public AssessOptions {
    atLeast("resolution", resolution, 4);
    atLeast("balanceSteps", balanceSteps, 1);
    atLeast("threads", threads, 1);
    if (precision != null && !(precision >= 0 && precision <= 1000)) {
      throw new IllegalArgumentException(
          "precision is %s, must be from 0 to 1000\nTry: 18".formatted(precision));
    }
  }

  private static void atLeast(String name, int value, int bound) {
    if (value < bound) {
      throw new IllegalArgumentException(
          "%s is %d, must be at least %d\nTry: %d".formatted(name, value, bound, bound));
    }
  }

  /// {@return the options of the main job}
  public static AssessOptions standard() {
    return new AssessOptions(AS_DRAFTED, null, Detail.SENSITIVITY, 4, 3, 1, 4L << 30);
  }

  public AssessOptions withVariant(String name) {
    return new AssessOptions(
        name, precision, detail, resolution, balanceSteps, threads, memoryLimit);
  }

  public AssessOptions withPrecision(double value) {
    return new AssessOptions(
        variant, value, detail, resolution, balanceSteps, threads, memoryLimit);
  }

  public AssessOptions withDetail(Detail other) {
    return new AssessOptions(
        variant, precision, other, resolution, balanceSteps, threads, memoryLimit);
  }

  public AssessOptions withResolution(int intervals) {
    return new AssessOptions(
        variant, precision, detail, intervals, balanceSteps, threads, memoryLimit);
  }

  public AssessOptions withBalanceSteps(int steps) {
    return new AssessOptions(variant, precision, detail, resolution, steps, threads, memoryLimit);
  }

  public AssessOptions withThreads(int count) {
    return new AssessOptions(
        variant, precision, detail, resolution, balanceSteps, count, memoryLimit);
  }

  public AssessOptions withMemoryLimit(long bytes) {
    return new AssessOptions(variant, precision, detail, resolution, balanceSteps, threads, bytes);
  }
}
