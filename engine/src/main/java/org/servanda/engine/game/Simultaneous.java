package org.servanda.engine.game;

import java.util.List;

/// A position where several players move at the same time.
///
/// A mover's action stays private; outcomes are public. Beliefs must stay independent across
/// players and the same for everybody, so for each informed mover the likelihood of every outcome
/// must be a product of a factor in that mover's action and a factor in the actions of the others;
/// [StochasticGame.Builder#build()] refuses other lotteries.
///
/// @param movers at least one, no player twice
/// @param outcomes what may be seen afterwards
/// @param joint a lottery over `outcomes` for each joint action, row-major, last mover fastest
public record Simultaneous(List<Mover> movers, List<Outcome> outcomes, List<Lottery> joint)
    implements Position {
  /// Copies the lists and checks the parts that need no game.
  ///
  /// @throws IllegalArgumentException if a list is empty, a player moves twice, there is not one
  ///   lottery per joint action, or a lottery has another number of outcomes
  public Simultaneous {
    movers = List.copyOf(movers);
    outcomes = List.copyOf(outcomes);
    joint = List.copyOf(joint);
    if (movers.isEmpty() || outcomes.isEmpty()) {
      throw new IllegalArgumentException(
          "simultaneous position has %d movers and %d outcomes, at least one of each is needed\nTry: a chance position, if nobody moves"
              .formatted(movers.size(), outcomes.size()));
    }
    long profiles = 1;
    for (int m = 0; m < movers.size(); m++) {
      profiles = Math.multiplyExact(profiles, movers.get(m).actions());
      for (int n = 0; n < m; n++) {
        if (movers.get(m).player() == movers.get(n).player()) {
          throw new IllegalArgumentException(
              "player %d moves twice in a simultaneous position, at most once is possible\nTry: one mover with the combined actions"
                  .formatted(movers.get(m).player()));
        }
      }
    }
    if (joint.size() != profiles) {
      throw new IllegalArgumentException(
          "simultaneous position has %d lotteries, must be %d, one per joint action\nTry: row-major order, last mover fastest"
              .formatted(joint.size(), profiles));
    }
    for (int a = 0; a < joint.size(); a++) {
      if (joint.get(a).outcomes() != outcomes.size()) {
        throw new IllegalArgumentException(
            "lottery of joint action %d has %d entries, must be %d, one per outcome\nTry: 0 for outcomes that the joint action never gives"
                .formatted(a, joint.get(a).outcomes(), outcomes.size()));
      }
    }
  }
}
