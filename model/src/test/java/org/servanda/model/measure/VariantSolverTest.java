package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.Drafts;
import org.servanda.model.compile.StateOfTheWorld;

class VariantSolverTest {
  private static final Scenario SCENARIO =
      Drafts.guarded(
          """
          - non-aggression-pledge: {by: [north, south]}
          - disarmament: {by: south, of: nuclear}
          """,
          "");
  private static final StateOfTheWorld COSTLY = StateOfTheWorld.modes().with("war.cost", 0.3);

  private static VariantSolver solver(Grain grain) {
    return VariantSolver.of(SCENARIO, SCENARIO.agreement(), grain);
  }

  @Test
  void atTheGrainOfTheMainJobItSaysWhatTheMainJobSays() {
    var options = AssessOptions.standard().withMemoryLimit(1L << 30);
    var survival = Assessor.survival(SCENARIO, options, new Cancellation());
    var trial = solver(Grain.fine(1L << 30)).at(StateOfTheWorld.modes(), new Cancellation());
    for (int year = 1; year <= VariantSolver.wholeYears(SCENARIO.time()); year++) {
      assertThat(trial.measures().get(Trial.survival("clash", year)))
          .isEqualTo(survival.clash().at(year));
    }
  }

  @Test
  void worldsSolvedBeforeLeaveNoTrace() {
    var grain = Grain.coarse(1L << 30);
    var one = solver(grain);
    one.at(StateOfTheWorld.modes(), new Cancellation());
    one.at(StateOfTheWorld.modes().with("balance.now", 3), new Cancellation());
    assertThat(one.at(COSTLY, new Cancellation()))
        .isEqualTo(solver(grain).at(COSTLY, new Cancellation()));
  }

  @Test
  void countsAgreeWithTheClocks() {
    var trial = solver(Grain.coarse(1L << 30)).at(COSTLY, new Cancellation());
    var measures = trial.measures();
    assertThat(measures.keySet()).containsExactlyElementsOf(VariantSolver.measures(SCENARIO));
    double attacks =
        List.of("north", "south").stream()
            .mapToDouble(p -> measures.get(Trial.count(TrialCounts.Act.ATTACK, p)))
            .sum();
    int last = VariantSolver.wholeYears(SCENARIO.time());
    assertThat(1 - attacks).isCloseTo(measures.get(Trial.survival("clash", last)), within(1e-9));
    assertThat(attacks).isBetween(1e-6, 1.0);
  }

  @Test
  void estimatesAreThoseOfAllVariants() {
    var signed = VariantSolver.estimates(SCENARIO, List.of(SCENARIO.agreement()));
    assertThat(signed).containsKeys("war.cost", "balance.now");
  }
}
