package org.servanda.engine.game;

import java.util.Collections;
import java.util.List;

/// One of those who move at the same time.
///
/// @param player who moves, from 0
/// @param own payoff of each action to the mover, by type, whatever the outcome; one entry per
///   action, so the size says how many actions there are; entries of other players are ignored
public record Mover(int player, List<Payoffs> own) {
  /// Copies the list and checks the parts that need no game.
  ///
  /// @throws IllegalArgumentException if `player` is negative or there is no action
  public Mover {
    own = List.copyOf(own);
    if (player < 0) {
      throw new IllegalArgumentException(
          "mover player is %d, must be at least 0\nTry: the index of a player".formatted(player));
    }
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          "mover %d has no action, at least one is needed\nTry: one entry per action"
              .formatted(player));
    }
  }

  /// Makes a mover with `actions` actions that have no payoff of their own.
  public static Mover of(int player, int actions) {
    return new Mover(player, Collections.nCopies(actions, Payoffs.none()));
  }

  /// Returns the number of actions.
  public int actions() {
    return own.size();
  }
}
