package org.servanda.literature;

import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.TypeSpace;

/// Entrants come one by one; the incumbent is weak (type 0: fighting costs 1, peace is worth 2 more
/// than entry) or tough (type 1: likes to fight). An entrant gets `b` if unopposed, `b - 1` if
/// fought.
final class ChainStore {
  private final QuantalResponseEquilibrium equilibrium;
  private final int entry;

  ChainStore(double b, int entrants, double lambda) {
    var game =
        StochasticGame.builder(TypeSpace.of(2, 1), entrants)
            .precision(0, lambda)
            .precision(1, lambda)
            .prior(0, Belief.of(0.9, 0.1));
    entry = game.reserve();
    game.salvage(entry, Payoffs.none());
    int answer =
        game.add(
            SmallGames.choice(
                0,
                Outcome.next(entry, Payoffs.of(0, -1, b)),
                Outcome.next(entry, Payoffs.of(-1, 1, b - 1))));
    game.define(
        entry, SmallGames.choice(1, Outcome.next(entry, Payoffs.of(2, 2, 0)), Outcome.to(answer)));
    equilibrium = SmallGames.solve(game.root(entry).build(), 40);
  }

  /// Probability that the first entrant enters, at a belief.
  double entry(double tough) {
    return SmallGames.strategy(equilibrium, 0, entry, new double[] {1 - tough, tough, 1})[1];
  }
}
