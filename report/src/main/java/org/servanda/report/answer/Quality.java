package org.servanda.report.answer;

import java.util.Locale;
import org.servanda.model.measure.Assessment.Solution;

/// How well the game behind an answer was solved, in one sentence.
public final class Quality {
  private Quality() {}

  /// {@return the sentence, without the time it took, so that it is the same on every run}
  ///
  /// @param solution the solver's account
  public static String sentence(Solution solution) {
    return String.format(
        Locale.ROOT,
        "Solved: %,d positions, %,d belief points, %d periods; residual %s; grid"
            + " error %s points%s.",
        solution.positions(),
        solution.beliefs(),
        solution.periods(),
        Numbers.scientific(solution.residual()),
        String.format(Locale.ROOT, "%.1f", 100 * solution.interpolationError()),
        several(solution.severalSolutions()));
  }

  private static String several(long decisions) {
    return decisions == 0
        ? ""
        : String.format(
            Locale.ROOT, "; a second equilibrium met at %,d points of the grid", decisions);
  }
}
