package org.servanda.literature;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.TypeSpace;

/// Trust and reassurance.
///
/// @source Kydd (2000, 2005)
final class Trust {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of(
          "trust-threshold", Trust::threshold,
          "reassurance-window", Trust::window,
          "record-of-compliance", Trust::record);

  private static final double LAMBDA = 2000;

  private Trust() {}

  /// The trust at which cooperation and defection are worth the same; the crossing of one half is
  /// that point whatever the precision.
  private static SequencedMap<String, Double> threshold(Given given) {
    double r = given.number("R");
    double t = given.number("T");
    double p = given.number("P");
    double s = given.number("S");
    return Reduction.one(
        "trust", SmallGames.crossing(0, 1, trust -> cooperation(r, t, p, s, trust)));
  }

  /// Probability that a side cooperates when it holds its partner to cooperate with probability
  /// `trust`.
  static double cooperation(double r, double t, double p, double s, double trust) {
    var game = SmallGames.uninformed(1, 1, LAMBDA);
    var lottery = Lottery.of(trust, 1 - trust);
    int together =
        game.add(Chance.of(List.of(SmallGames.end(game, r), SmallGames.end(game, s)), lottery));
    int alone =
        game.add(Chance.of(List.of(SmallGames.end(game, t), SmallGames.end(game, p)), lottery));
    int root = game.add(SmallGames.choice(0, Outcome.to(together), Outcome.to(alone)));
    return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
  }

  /// The first stakes for which a gesture separates: an expansionist no longer makes it above
  /// `lowest`, a security-seeker still makes it below `highest`.
  private static SequencedMap<String, Double> window(Given given) {
    double trust = given.number("trust");
    var found = new TreeMap<String, Double>();
    found.put(
        "lowest",
        SmallGames.crossing(0, 1, first -> 1 - gesture(new double[] {4, 5, 2, 1}, trust, first)));
    found.put(
        "highest",
        SmallGames.crossing(0, 1, first -> 1 - gesture(new double[] {4, 3, 2, 1}, trust, first)));
    return found;
  }

  /// Probability that a side cooperates over the first stakes when a seeker would and an
  /// expansionist would not, and a partner who has seen cooperation cooperates over the rest.
  ///
  /// @param stakes R, T, P, S of the side that moves; an expansionist's T is above its R
  private static double gesture(double[] stakes, double trust, double first) {
    var game = SmallGames.uninformed(1, 1, LAMBDA);
    var lottery = Lottery.of(trust, 1 - trust);
    double later = 1 - first;
    var met = new int[2];
    for (int defects = 0; defects < 2; defects++) {
      // A seeker answers what it has seen; an expansionist defects in both rounds.
      double now = stakes[defects];
      int trusted =
          game.add(
              defects == 0
                  ? SmallGames.choice(
                      0,
                      SmallGames.end(game, first * now + later * stakes[0]),
                      SmallGames.end(game, first * now + later * stakes[1]))
                  : SmallGames.choice(
                      0,
                      SmallGames.end(game, first * now + later * stakes[3]),
                      SmallGames.end(game, first * now + later * stakes[2])));
      double alone = stakes[defects == 0 ? 3 : 2];
      int exploited =
          game.add(
              SmallGames.choice(
                  0,
                  SmallGames.end(game, first * alone + later * stakes[3]),
                  SmallGames.end(game, first * alone + later * stakes[2])));
      met[defects] =
          game.add(Chance.of(List.of(Outcome.to(trusted), Outcome.to(exploited)), lottery));
    }
    int root = game.add(SmallGames.choice(0, Outcome.to(met[0]), Outcome.to(met[1])));
    return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
  }

  /// Belief that a party is an expansionist after it has kept its word so many times; a seeker
  /// always does.
  private static SequencedMap<String, Double> record(Given given) {
    int rounds = given.whole("rounds");
    double kept = given.number("kept");
    double prior = given.number("prior");
    var game =
        StochasticGame.builder(TypeSpace.of(2), rounds)
            .precision(0, 1)
            .prior(0, Belief.of(1 - prior, prior));
    int test = game.reserve();
    game.salvage(test, Payoffs.none());
    // At precision 1 a difference of 60 is certainty, and of the log odds is those odds.
    var comply = Payoffs.of(60, Math.log(kept / (1 - kept)));
    game.define(
        test,
        new Decision(
            0,
            List.of(Outcome.next(test, Payoffs.none()), Outcome.next(test, Payoffs.none())),
            List.of(new Action(Lottery.sure(0, 2), comply), Action.sure(1, 2))));
    var equilibrium = SmallGames.solve(game.root(test).build());
    double[] beliefs = equilibrium.priors();
    var visit = new Visit(equilibrium.game().types());
    for (int t = 0; t < rounds; t++) {
      equilibrium.period(t).visit(test, beliefs, visit);
      visit.copyPosterior(0, beliefs);
    }
    return Reduction.one("expansionist", beliefs[1]);
  }
}
