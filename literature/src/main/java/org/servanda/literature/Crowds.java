package org.servanda.literature;

import java.util.ArrayList;
import java.util.Map;
import java.util.SequencedMap;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Terminal;

/// Those who act when enough others do.
final class Crowds {
  static final Map<String, Reduction> REDUCTIONS = Map.of("cascade", Crowds::cascade);

  private Crowds() {}

  /// How many act in the end. Actors decide in the order of their thresholds; each gains by acting
  /// when at least its threshold act already. An onlooker is paid how many act.
  ///
  /// @source Granovetter (1978)
  private static SequencedMap<String, Double> cascade(Given given) {
    var thresholds = new ArrayList<Integer>();
    for (int i = 0; i < given.whole("actors"); i++) {
      thresholds.add(i == given.whole("changed") ? given.whole("to") : i);
    }
    thresholds.sort(null);
    int n = thresholds.size();
    // One player plays all actors and cares for nothing after its own move.
    var game = SmallGames.uninformed(2, n + 1, 200).discount(0, 0);
    var after = new ArrayList<Integer>();
    for (int acting = 0; acting <= n; acting++) {
      after.add(game.add(Terminal.of(Payoffs.of(0, acting))));
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int acting = 0; acting <= i; acting++) {
        double gain = acting - thresholds.get(i) + 0.5;
        int decision =
            game.add(
                SmallGames.choice(
                    0,
                    Outcome.next(after.get(acting), Payoffs.none()),
                    Outcome.next(after.get(acting + 1), Payoffs.of(gain, 0))));
        game.salvage(decision, Payoffs.none()); // never paid: play ends before
        after.set(acting, decision);
      }
    }
    var equilibrium = SmallGames.solve(game.root(after.getFirst()).build());
    return Reduction.one("acting", equilibrium.value(1, 0));
  }
}
