package org.servanda.study.repair;

import org.servanda.model.measure.Grain;

/// How hard a repair is looked for.
///
/// @param worlds in which single changes are tried, at least 1
/// @param fresh other worlds, in which repairs are verified, at least 1
/// @param combinations of several changes tried at most, at least 0
/// @param seed of the worlds and of the search
/// @param threads games solved side by side, at least 1; results do not depend on it
/// @param grain how finely each game is solved
public record RepairOptions(
    int worlds, int fresh, int combinations, long seed, int threads, Grain grain) {
  /// Worlds in which single changes are tried unless another number is asked for.
  public static final int WORLDS = 48;

  /// Combinations tried unless another number is asked for.
  public static final int COMBINATIONS = 40;

  /// @throws IllegalArgumentException if a bound is not kept
  public RepairOptions {
    check("worlds", worlds, 1);
    check("fresh", fresh, 1);
    check("combinations", combinations, 0);
    check("threads", threads, 1);
  }

  private static void check(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s is %d, must be at least %d\nTry: %d".formatted(name, value, least, least));
    }
  }
}
