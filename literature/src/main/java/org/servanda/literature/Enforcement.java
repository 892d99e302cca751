package org.servanda.literature;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;

/// Agreements that enforce themselves: detection, punishment, forgiveness, delay.
///
/// A state of compliance is worth `R` each period, a violation `T` until it is detected, punishment
/// `P`. Play lasts some hundred periods with the stationary values at the end. What is sought is
/// where complying and violating are worth the same: there the choice is even whatever the
/// precision.
final class Enforcement {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of(
          "detection-needed", Enforcement::detection,
          "penalty-needed", Enforcement::penalty,
          "longest-lag", Enforcement::lag,
          "patience-for-grim-trigger", Enforcement::grim,
          "patience-for-tit-for-tat", Enforcement::titForTat);

  private static final int PERIODS = 400;

  private Enforcement() {}

  private static SequencedMap<String, Double> detection(Given given) {
    double forgiven = given.number("forgiven");
    return Reduction.one(
        "detection",
        SmallGames.crossing(
            0,
            1,
            q ->
                complianceRate(
                    given.number("discount"),
                    given.number("R"),
                    given.number("T"),
                    q,
                    punish(given.number("P"), forgiven),
                    PERIODS,
                    5000)));
  }

  private static SequencedMap<String, Double> penalty(Given given) {
    return Reduction.one(
        "penalty",
        SmallGames.crossing(
            0,
            6,
            s ->
                complianceRate(
                    given.number("discount"),
                    given.number("R"),
                    given.number("T"),
                    given.number("detection"),
                    punish(given.number("P") - s, 0),
                    PERIODS,
                    5000)));
  }

  /// The longest lag before sure detection with which compliance is still chosen.
  private static SequencedMap<String, Double> lag(Given given) {
    int lag = 0;
    while (lag < 100 && isCompliedWith(given, lag)) {
      lag++;
    }
    return Reduction.one("lag", lag - 1.0);
  }

  private static boolean isCompliedWith(Given given, int lag) {
    double temptation = given.number("T");
    Punishment late =
        (game, _, d) -> {
          int last = punish(given.number("P"), 0).add(game, 0, d);
          for (int n = 0; n < lag; n++) {
            int before = game.reserve();
            game.salvage(before, Payoffs.of(given.number("P") / (1 - d)));
            game.define(
                before,
                Chance.of(List.of(Outcome.next(last, Payoffs.of(temptation))), Lottery.of(1)));
            last = before;
          }
          return last;
        };
    return complianceRate(
            given.number("discount"), given.number("R"), temptation, 1, late, PERIODS, 200)
        > 0.5;
  }

  private static SequencedMap<String, Double> grim(Given given) {
    return Reduction.one(
        "discount",
        SmallGames.crossing(
            0.1,
            0.95,
            discount ->
                complianceRate(
                    discount,
                    given.number("R"),
                    given.number("T"),
                    1,
                    punish(given.number("P"), 0),
                    PERIODS,
                    5000)));
  }

  /// Against tit for tat a defection is answered by one: the mover then takes `S` for one period to
  /// be forgiven, or goes on at `P`.
  private static SequencedMap<String, Double> titForTat(Given given) {
    double r = given.number("R");
    double t = given.number("T");
    double p = given.number("P");
    double s = given.number("S");
    return Reduction.one(
        "discount",
        SmallGames.crossing(
            0.1,
            0.95,
            discount -> {
              var game = SmallGames.uninformed(1, PERIODS, 5000).discount(0, discount);
              int friendly = game.reserve();
              int angry = game.reserve();
              game.salvage(friendly, Payoffs.of(r / (1 - discount)));
              game.salvage(angry, Payoffs.of(s + discount * r / (1 - discount)));
              game.define(
                  friendly,
                  SmallGames.choice(
                      0,
                      Outcome.next(friendly, Payoffs.of(r)),
                      Outcome.next(angry, Payoffs.of(t))));
              game.define(
                  angry,
                  SmallGames.choice(
                      0,
                      Outcome.next(friendly, Payoffs.of(s)),
                      Outcome.next(angry, Payoffs.of(p))));
              return SmallGames.strategyAtRoot(SmallGames.solve(game.root(friendly).build()))[0];
            }));
  }

  /// A state in which a player either complies for `reward` each period or violates for
  /// `temptation`, being detected with probability `detection`; what a detected violation leads to
  /// is given.
  static double complianceRate(
      double discount,
      double reward,
      double temptation,
      double detection,
      Punishment punishment,
      int horizon,
      double lambda) {
    var game = SmallGames.uninformed(1, horizon, lambda).discount(0, discount);
    int agreement = game.reserve();
    game.salvage(agreement, Payoffs.of(reward / (1 - discount)));
    int broken = punishment.add(game, agreement, discount);
    game.define(
        agreement,
        new Decision(
            0,
            List.of(
                Outcome.next(agreement, Payoffs.of(reward)),
                Outcome.next(agreement, Payoffs.of(temptation)),
                Outcome.next(broken, Payoffs.of(temptation))),
            List.of(Action.sure(0, 3), new Action(Lottery.of(0, 1 - detection, detection)))));
    return SmallGames.strategyAtRoot(SmallGames.solve(game.root(agreement).build()))[0];
  }

  /// Adds the positions of a punishment and returns the first.
  interface Punishment {
    int add(StochasticGame.Builder game, int agreement, double discount);
  }

  /// `payoff` every period, forgiven with probability `forgiven` at the end of each.
  static Punishment punish(double payoff, double forgiven) {
    return (game, agreement, discount) -> {
      int broken = game.reserve();
      game.salvage(broken, Payoffs.of(payoff / (1 - discount)));
      game.define(
          broken,
          Chance.of(
              List.of(
                  Outcome.next(broken, Payoffs.of(payoff)),
                  Outcome.next(agreement, Payoffs.of(payoff))),
              Lottery.of(1 - forgiven, forgiven)));
      return broken;
    };
  }
}
