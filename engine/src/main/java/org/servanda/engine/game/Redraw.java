package org.servanda.engine.game;

/// A player's type is drawn anew, in public, and everybody's belief about it becomes
/// `distribution`.
///
/// The office goes on: the value of a type across its own redraw is `regard` times the expectation
/// over the types that may follow it.
///
/// @param player whose type is drawn, from 0
/// @param distribution from which the new type is drawn, over that player's types
/// @param regard weight that one who leaves puts on what comes after, in [0, 1]; 1 counts it in
///   full
public record Redraw(int player, Belief distribution, double regard) {
  /// Checks the parts that need no game.
  ///
  /// @throws IllegalArgumentException if `player` is negative or `regard` is outside [0, 1]
  public Redraw {
    if (player < 0) {
      throw new IllegalArgumentException(
          "redraw player is %d, must be at least 0\nTry: the index of a player".formatted(player));
    }
    if (!(regard >= 0 && regard <= 1)) {
      throw new IllegalArgumentException(
          "redraw regard is %s, must be from 0 to 1\nTry: 1, what comes after counts in full"
              .formatted(regard));
    }
  }

  /// Makes a redraw after which everything counts in full.
  public Redraw(int player, Belief distribution) {
    this(player, distribution, 1);
  }
}
