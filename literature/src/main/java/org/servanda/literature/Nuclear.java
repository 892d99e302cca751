package org.servanda.literature;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Payoffs;

/// Arms acquired in secret.
///
/// @source after Debs and Monteiro (2014, 2017), Bas and Coe (2016)
final class Nuclear {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of("covert-investment", Nuclear::investment, "reacquisition", Nuclear::reacquisition);

  private Nuclear() {}

  /// The detection below which a target invests in secret: a hidden action that shares the quiet
  /// outcome.
  private static SequencedMap<String, Double> investment(Given given) {
    double d = given.number("discount");
    double cost = given.number("cost");
    double forever = d * given.number("gain") / (1 - d);
    return Reduction.one(
        "detection",
        SmallGames.crossing(
            0,
            1,
            q -> {
              var game = SmallGames.uninformed(1, 1, 500);
              var quiet = SmallGames.end(game, 0);
              var exposed = SmallGames.end(game, -given.number("strike"));
              var secret = new Action(Lottery.of(1 - q, q), Payoffs.of(-cost + (1 - q) * forever));
              int root =
                  game.add(
                      new Decision(0, List.of(quiet, exposed), List.of(Action.sure(0, 2), secret)));
              return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
            }));
  }

  /// The trust in a guarantee below which a state that is promised protection reacquires arms.
  private static SequencedMap<String, Double> reacquisition(Given given) {
    double d = given.number("discount");
    double q = given.number("detection");
    double cost = given.number("cost");
    return Reduction.one(
        "trust",
        SmallGames.crossing(
            0,
            1,
            trust -> {
              var game = SmallGames.uninformed(1, 1, 200);
              double danger =
                  (1 - trust) * given.number("hazard") * given.number("loss") * d / (1 - d);
              var exposed = SmallGames.end(game, -cost - given.number("strike") - danger);
              var armed = SmallGames.end(game, -cost);
              var bare = SmallGames.end(game, -danger);
              int root =
                  game.add(
                      new Decision(
                          0,
                          List.of(bare, armed, exposed),
                          List.of(Action.sure(0, 3), new Action(Lottery.of(0, 1 - q, q)))));
              return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
            }));
  }
}
