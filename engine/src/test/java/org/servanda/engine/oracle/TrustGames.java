package org.servanda.engine.oracle;

import java.util.List;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;
import tools.jackson.databind.JsonNode;

/// Games of trust and reassurance.
final class TrustGames {
  private TrustGames() {}

  /// Probability that a trustworthy side cooperates when it trusts the other with probability
  /// `trust`.
  static double cooperation(JsonNode entry, double trust, double lambda) {
    JsonNode p = entry.get("parameters");
    return cooperation(
        p.get("R").asDouble(),
        p.get("T").asDouble(),
        p.get("P").asDouble(),
        p.get("S").asDouble(),
        trust,
        lambda);
  }

  static double cooperation(double r, double t, double p, double s, double trust, double lambda) {
    var game = SmallGames.uninformed(1, 1, lambda);
    var lottery = Lottery.of(trust, 1 - trust);
    int together =
        game.add(Chance.of(List.of(SmallGames.end(game, r), SmallGames.end(game, s)), lottery));
    int alone =
        game.add(Chance.of(List.of(SmallGames.end(game, t), SmallGames.end(game, p)), lottery));
    int root = game.add(SmallGames.choice(0, Outcome.to(together), Outcome.to(alone)));
    return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
  }

  /// How far the signal separates: the probability that the trustworthy send less that the others
  /// do. The receiver trusts when it believes the sender to be trustworthy with more than one half;
  /// the prior is .4.
  static double separation(JsonNode entry, double alpha, double lambda) {
    JsonNode p = entry.get("parameters");
    double punishment = p.get("P").asDouble();
    double trusted = (1 - alpha) * (p.get("R").asDouble() - punishment);
    double exploit = (1 - alpha) * (p.get("T_u").asDouble() - punishment);
    double costTrustworthy = alpha * p.get("a_t").asDouble();
    double costOther = alpha * p.get("a_u").asDouble();
    // Sender: type 0 trustworthy, type 1 not; receiver without a secret.
    var game =
        StochasticGame.builder(TypeSpace.of(2, 1), 1)
            .precision(0, lambda)
            .precision(1, lambda)
            .prior(0, Belief.of(0.4, 0.6));
    var after = new Outcome[2];
    for (int sent = 0; sent < 2; sent++) {
      double zero = -sent * costTrustworthy;
      double one = -sent * costOther;
      int trust =
          game.add(
              Terminal.byProfile(
                  List.of(new double[] {zero + trusted, one + exploit}, new double[] {1, -1})));
      int distrust =
          game.add(Terminal.byProfile(List.of(new double[] {zero, one}, new double[] {0, 0})));
      after[sent] =
          Outcome.to(game.add(SmallGames.choice(1, Outcome.to(trust), Outcome.to(distrust))));
    }
    int root = game.add(SmallGames.choice(0, after[0], after[1]));
    double[] sigma = SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build(), 60));
    return sigma[1] - sigma[3];
  }
}
