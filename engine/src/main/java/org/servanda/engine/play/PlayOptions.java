package org.servanda.engine.play;

import org.jspecify.annotations.Nullable;

/// How a distribution over histories is propagated.
///
/// @param cells particles at one position are merged when their beliefs lie in the same of `cells`
///   cells along each axis, from 0 to 10,000; 0 merges identical beliefs only
/// @param negligible particles at one position with less mass than this are all merged into one, at
///   least 0 and below 1; 0 merges none for lightness
/// @param least particles with less mass than this are followed no further, at least 0 and below 1
/// @param periods at which play is left, at least 1; more than the game has: all of them
/// @param given a type to condition on, or null
/// @param payoffs whether expected payoffs are added up
public record PlayOptions(
    int cells,
    double negligible,
    double least,
    int periods,
    @Nullable Given given,
    boolean payoffs) {
  /// A type of a player.
  ///
  /// @param player from 0
  /// @param type from 0
  public record Given(int player, int type) {}

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a number is out of bounds
  public PlayOptions {
    if (!(cells >= 0 && cells <= 10_000)) {
      throw new IllegalArgumentException(
          "cells is %d, must be from 0 to 10000\nTry: 32".formatted(cells));
    }
    if (!(negligible >= 0 && negligible < 1)) {
      throw new IllegalArgumentException(
          "negligible is %s, must be at least 0 and below 1\nTry: 1e-9".formatted(negligible));
    }
    if (!(least >= 0 && least < 1)) {
      throw new IllegalArgumentException(
          "least is %s, must be at least 0 and below 1\nTry: 0".formatted(least));
    }
    if (periods < 1) {
      throw new IllegalArgumentException(
          "periods is %d, must be at least 1\nTry: the horizon of the game".formatted(periods));
    }
  }

  /// Returns the options to start from: 32 cells, lighter than 1e-9 merged, all followed, no
  /// condition, payoffs added up.
  public static PlayOptions defaults() {
    return new PlayOptions(32, 1e-9, 0, Integer.MAX_VALUE, null, true);
  }

  /// Returns the same options with another number of cells.
  public PlayOptions withCells(int perAxis) {
    return new PlayOptions(perAxis, negligible, least, periods, given, payoffs);
  }

  /// Returns the same options with another mass below which particles are merged.
  public PlayOptions withNegligible(double mass) {
    return new PlayOptions(cells, mass, least, periods, given, payoffs);
  }

  /// Returns the same options with another mass below which particles are followed no further.
  public PlayOptions withLeast(double mass) {
    return new PlayOptions(cells, negligible, mass, periods, given, payoffs);
  }

  /// Returns the same options with a number of periods after which play is left.
  public PlayOptions withPeriods(int count) {
    return new PlayOptions(cells, negligible, least, count, given, payoffs);
  }

  /// Returns the same options, but payoffs are not added up: those of the summary are NaN.
  ///
  /// Saves about a quarter of the time; what listeners receive is the same.
  public PlayOptions withoutPayoffs() {
    return new PlayOptions(cells, negligible, least, periods, given, false);
  }

  /// Returns the same options with a type to condition on.
  public PlayOptions given(int player, int type) {
    return new PlayOptions(cells, negligible, least, periods, new Given(player, type), payoffs);
  }
}
