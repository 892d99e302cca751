package org.servanda.literature;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.ZeroSumGame;
import org.servanda.engine.markov.ZeroSumOptions;
import org.servanda.engine.markov.ZeroSumSolver;

/// Inspections that are fewer than the days on which one could cheat.
final class Inspection {
  static final Map<String, Reduction> REDUCTIONS = Map.of("inspection", Inspection::value);

  private Inspection() {}

  /// The inspector's value: one violation may be made in so many periods, so many inspections may
  /// be spent; -1 undetected, 1 caught, 0 if there is none.
  ///
  /// @source Dresher (1962)
  private static SequencedMap<String, Double> value(Given given) {
    int periods = given.whole("periods");
    int inspections = given.whole("inspections");
    var game = MarkovGame.builder(List.of("inspector", "violator"), 1, 1);
    var actions = List.of(List.of("wait", "inspect"), List.of("comply", "violate"));
    for (int n = 1; n <= periods; n++) {
      for (int m = 0; m <= inspections; m++) {
        int here = game.state("%d left, %d inspections".formatted(n, m), actions);
        boolean last = n == 1;
        int[] waits = last ? new int[0] : new int[] {here - inspections - 1};
        int[] inspects = last ? new int[0] : new int[] {waits[0] - Math.min(m, 1)};
        double[] sure = last ? new double[0] : new double[] {1};
        game.profile(here, new int[] {0, 0}, new double[] {0, 0}, waits, sure);
        game.profile(here, new int[] {0, 1}, new double[] {-1, 1});
        game.profile(here, new int[] {1, 0}, new double[] {0, 0}, inspects, sure);
        // An inspector with no inspection left only goes through the motions.
        double caught = m > 0 ? 1 : -1;
        game.profile(here, new int[] {1, 1}, new double[] {caught, -caught});
      }
    }
    var values =
        ZeroSumSolver.solve(
                ZeroSumGame.of(game.build(), List.of(0)),
                periods,
                ZeroSumOptions.defaults(),
                new Cancellation())
            .orThrow();
    return Reduction.one("value", values.value((periods - 1) * (inspections + 1) + inspections));
  }
}
