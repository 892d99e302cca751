package org.servanda.engine.equilibrium;

import java.util.List;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;

/// Checks that two games differ in payoffs only.
final class SamePlay {
  private SamePlay() {}

  static void check(StochasticGame game, StochasticGame other) {
    boolean same =
        game.types().equals(other.types())
            && game.horizon() == other.horizon()
            && game.positions() == other.positions()
            && game.root() == other.root();
    for (int i = 0; same && i < game.types().players(); i++) {
      same = game.discount(i) == other.discount(i);
    }
    if (!same) {
      throw new IllegalArgumentException(
          "the other game has other types, horizon, number of positions, root or discounts\n"
              + "Try: the same game with other payoffs");
    }
    for (int x = 0; x < game.positions(); x++) {
      if (!play(game.position(x)).equals(play(other.position(x)))) {
        throw new IllegalArgumentException(
            "position %d differs in more than payoffs\nTry: the same movers, outcomes, lotteries and redraws"
                .formatted(x));
      }
    }
  }

  /// What is left of a position without its payoffs.
  private static List<?> play(Position position) {
    return switch (position) {
      case Decision decision ->
          List.of(
              decision.mover(),
              decision.outcomes().stream().map(SamePlay::play).toList(),
              decision.actions().stream().map(Action::lottery).toList());
      case Simultaneous simultaneous ->
          List.of(
              simultaneous.movers().stream()
                  .map(mover -> List.of(mover.player(), mover.actions()))
                  .toList(),
              simultaneous.outcomes().stream().map(SamePlay::play).toList(),
              simultaneous.joint());
      case Chance chance ->
          List.of(chance.outcomes().stream().map(SamePlay::play).toList(), chance.byPeriod());
      case Terminal _ -> List.of("terminal");
    };
  }

  private static Outcome play(Outcome outcome) {
    return new Outcome(outcome.successor(), outcome.timing(), Payoffs.none(), outcome.redraws());
  }
}
