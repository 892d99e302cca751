package org.servanda.study.finding;

import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.TimeFrame;
import org.servanda.model.measure.Trial;
import org.servanda.model.measure.VariantSolver;

/// What a study asks of every world: does an agreement last.
///
/// @param clock `breach`, `clash` or `exit`
/// @param years whole years since signature
/// @param fails an agreement fails in a world when its survival is below this, in (0, 1)
public record Question(String clock, int years, double fails) {
  private static final int USUAL_YEARS = 10;
  private static final double EVEN = 0.5;

  /// {@return the question of the headline: a material breach within ten years, likelier than not;
  /// an armed clash where nothing is signed}
  public static Question usual(TimeFrame time, @Nullable Agreement agreement) {
    int years = Math.min(USUAL_YEARS, VariantSolver.wholeYears(time));
    return new Question(agreement == null ? "clash" : "breach", years, EVEN);
  }

  /// {@return the name of the measure that answers it}
  public String measure() {
    return Trial.survival(clock, years);
  }
}
