package org.servanda.engine.game;

import java.util.List;

/// A position where one player moves.
///
/// @param mover who moves, from 0
/// @param outcomes what may be seen afterwards
/// @param actions each a lottery over `outcomes`
public record Decision(int mover, List<Outcome> outcomes, List<Action> actions)
    implements Position {
  /// Copies the lists and checks the parts that need no game.
  ///
  /// @throws IllegalArgumentException if `mover` is negative, a list is empty, or the lottery of an
  ///   action has another number of outcomes
  public Decision {
    outcomes = List.copyOf(outcomes);
    actions = List.copyOf(actions);
    if (mover < 0) {
      throw new IllegalArgumentException(
          "decision mover is %d, must be at least 0\nTry: the index of a player".formatted(mover));
    }
    if (outcomes.isEmpty() || actions.isEmpty()) {
      throw new IllegalArgumentException(
          "decision of player %d has %d outcomes and %d actions, at least one of each is needed\nTry: a terminal, if nothing can be done"
              .formatted(mover, outcomes.size(), actions.size()));
    }
    for (int a = 0; a < actions.size(); a++) {
      if (actions.get(a).lottery().outcomes() != outcomes.size()) {
        throw new IllegalArgumentException(
            "lottery of action %d of player %d has %d entries, must be %d, one per outcome\nTry: 0 for outcomes that the action never gives"
                .formatted(a, mover, actions.get(a).lottery().outcomes(), outcomes.size()));
      }
    }
  }
}
