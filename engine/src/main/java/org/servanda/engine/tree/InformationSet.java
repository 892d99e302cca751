package org.servanda.engine.tree;

import java.util.List;

/// The nodes a mover cannot tell apart, and what it can do there.
///
/// @param name unique within a game, not empty
/// @param player who moves, 0 to players - 1
/// @param actions labels in the order of the successors of the nodes, at least one; two actions may
///   have the same label
public record InformationSet(String name, int player, List<String> actions) {
  /// Checks and copies.
  ///
  /// @throws IllegalArgumentException if the name is empty, the player negative or no action given
  public InformationSet {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "name of an information set of player %d is empty\nTry: a name of its own"
              .formatted(player));
    }
    if (player < 0) {
      throw new IllegalArgumentException(
          "player of information set %s is %d, must be 0 or more\nTry: the first player is 0"
              .formatted(name, player));
    }
    actions = List.copyOf(actions);
    if (actions.isEmpty()) {
      throw new IllegalArgumentException(
          "information set %s has no actions, at least one is needed\nTry: an end instead of a move"
              .formatted(name));
    }
  }
}
