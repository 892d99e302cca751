package org.servanda.engine.game;

import java.util.List;

/// A position where chance moves.
///
/// @param outcomes what may happen
/// @param byPeriod a lottery over `outcomes` for each period, or a single one for all periods
public record Chance(List<Outcome> outcomes, List<Lottery> byPeriod) implements Position {
  /// Copies the lists and checks the parts that need no game.
  ///
  /// @throws IllegalArgumentException if a list is empty or a lottery has another number of
  ///   outcomes
  public Chance {
    outcomes = List.copyOf(outcomes);
    byPeriod = List.copyOf(byPeriod);
    if (outcomes.isEmpty() || byPeriod.isEmpty()) {
      throw new IllegalArgumentException(
          "chance position has %d outcomes and %d lotteries, at least one of each is needed\nTry: Lottery.sure(0, 1)"
              .formatted(outcomes.size(), byPeriod.size()));
    }
    for (int t = 0; t < byPeriod.size(); t++) {
      if (byPeriod.get(t).outcomes() != outcomes.size()) {
        throw new IllegalArgumentException(
            "chance lottery %d has %d entries, must be %d, one per outcome\nTry: 0 for outcomes that cannot happen"
                .formatted(t, byPeriod.get(t).outcomes(), outcomes.size()));
      }
    }
  }

  /// Makes a chance position with the same lottery in every period.
  public static Chance of(List<Outcome> outcomes, Lottery lottery) {
    return new Chance(outcomes, List.of(lottery));
  }

  /// Returns the lottery of a period.
  ///
  /// @param period from 0 to horizon - 1
  public Lottery lottery(int period) {
    return byPeriod.size() == 1 ? byPeriod.getFirst() : byPeriod.get(period);
  }
}
