package org.servanda.literature;

import java.util.ArrayList;
import java.util.TreeSet;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.play.PlayOptions;
import org.servanda.engine.play.Propagation;

/// A flow of one per period is shared; A wins a war with probability `p0` now and `p1` from the
/// next period on; a war ends the game at costs `costA` and `costB`.
record PowerShift(
    double discount, double p0, double p1, double costA, double costB, boolean laterProposerA) {
  private static final int HORIZON = 60;
  private static final double LAMBDA = 5000;

  /// Probability of war in period 0, when B proposes and either may fight.
  double warAtDateZero() {
    var game =
        SmallGames.uninformed(2, HORIZON, LAMBDA).discount(0, discount).discount(1, discount);
    int later = game.reserve();
    double aWar = p1 / (1 - discount) - costA;
    double bWar = (1 - p1) / (1 - discount) - costB;
    double pie = 1 / (1 - discount);
    game.salvage(
        later, laterProposerA ? Payoffs.of(pie - bWar, bWar) : Payoffs.of(aWar, pie - aWar));
    game.define(later, proposal(game, laterProposerA ? 0 : 1, p1, later));
    int first = game.add(proposal(game, 1, p0, later));
    var equilibrium = SmallGames.solve(game.root(first).build());
    double[] war = new double[1];
    Propagation.run(
        equilibrium,
        PlayOptions.defaults(),
        (t, x, _, mass, _, outcomes) -> {
          if (t == 0 && outcomes.length == 0) {
            war[0] += mass;
          }
        });
    return war[0];
  }

  private org.servanda.engine.game.Decision proposal(
      StochasticGame.Builder game, int proposer, double p, int next) {
    var shares = new TreeSet<Double>();
    for (int n = 0; n <= 20; n++) {
      shares.add(n / 20.0);
    }
    // Shares of A that hold A, or B, to its war value for ever, a hair on the accepted side.
    shares.add(Math.clamp(p1 - (1 - discount) * costA + 1e-3, 0, 1));
    shares.add(Math.clamp(p1 + (1 - discount) * costB - 1e-3, 0, 1));
    var war = SmallGames.end(game, p / (1 - discount) - costA, (1 - p) / (1 - discount) - costB);
    var offers = new ArrayList<Outcome>();
    for (double share : shares) {
      int answer =
          game.add(
              SmallGames.choice(
                  1 - proposer, Outcome.next(next, Payoffs.of(share, 1 - share)), war));
      offers.add(Outcome.to(answer));
    }
    offers.add(war);
    return SmallGames.choice(proposer, offers);
  }
}
