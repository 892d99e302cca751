package org.servanda.model.measure;

import java.util.SplittableRandom;
import org.servanda.engine.equilibrium.PeriodSolution;
import org.servanda.engine.equilibrium.SolutionSearch;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.play.Chooser;

/// Whether the answer depends on which of several equilibria is played.
///
/// At every decision on likely histories other solutions are searched for, with continuation values
/// held fixed; then the game is played once more, with the solution farthest from the equilibrium's
/// in its place wherever there is one. Who foresees such play would also play otherwise before it:
/// that is left out.
final class SelectionMeasure implements Chooser {
  /// Visits less likely than this are left as they are.
  private static final double LIKELY = 0.01;

  private static final int STARTS = 20;
  private static final long SEED = 1;

  private final SplittableRandom generator = new SplittableRandom(SEED);
  private int searched;
  private int several;

  private SelectionMeasure() {}

  /// {@return what was searched and found, and survival with the other solutions}
  static Assessment.Selection of(Play play) {
    var measure = new SelectionMeasure();
    var clocks =
        new ClockMeasure(play.compiled().codebook(), play.periods(), play.yearsPerPeriod());
    play.run(clocks, measure);
    return new Assessment.Selection(
        measure.searched, measure.several, clocks.survival(play.signed()));
  }

  @Override
  public void choose(
      PeriodSolution period, int position, double[] beliefs, double mass, Visit visit) {
    if (mass < LIKELY || visit.choices() == 0) {
      return;
    }
    searched++;
    if (SolutionSearch.farthest(period, position, beliefs, STARTS, generator, visit)) {
      several++;
    }
  }
}
