package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.Progress;
import org.servanda.engine.play.PlayOptions;
import org.servanda.engine.play.Propagation;
import org.servanda.model.Drafts;
import org.servanda.model.compile.StateOfTheWorld;

/// What is approximate beside the grid of beliefs moves the answer by less than it is told to.
class ApproximationTest {
  /// A percentage point is the last digit that an answer prints.
  private static final double LAST_DIGIT = 0.01;

  private static Play play(Scenario scenario, int resolution, int balanceSteps) {
    return Play.of(
        scenario,
        scenario.agreement(),
        StateOfTheWorld.modes(),
        new Grain(resolution, balanceSteps, 1L << 30, null, 8, 1e-5, 0, false),
        Progress.none(),
        new Cancellation());
  }

  @Test
  void mergingHistoriesMovesSurvivalByLessThanTheLastDigit() {
    var play =
        play(
            Drafts.guarded(
                """
                - non-aggression-pledge: {by: [north, south]}
                - disarmament: {by: south, of: nuclear}
                - verification: {of: all}
                """,
                ""),
            4,
            1);
    var exact = new ClockMeasure(play.compiled().codebook(), play.periods(), play.yearsPerPeriod());
    Propagation.run(
        play.equilibrium(),
        PlayOptions.defaults().withCells(1000).withNegligible(0).withPeriods(play.periods()),
        exact);
    var merged = play.survival();
    for (var point : exact.survival(true).clash().points()) {
      assertThat(merged.clash().at(point.years()))
          .isCloseTo(point.probability(), within(LAST_DIGIT / 10));
    }
  }

  /// In worlds, dispositions are taken to be known once the years followed are over. That moves
  /// survival by less than half a point on average, and in eight accords of ten by less than a
  /// point whatever the clock and year.
  @Test
  void whatIsKnownAfterTheYearsFollowedHardlyMattersBefore() {
    var known = Grain.coarse(1L << 30);
    var hidden =
        new Grain(
            known.resolution(),
            known.balanceSteps(),
            known.memoryLimit(),
            null,
            known.cells(),
            known.negligible(),
            known.least(),
            false);
    var differences = new ArrayList<Double>();
    var worst = new ArrayList<Double>();
    for (String accord : Drafts.accords()) {
      var scenario = Drafts.accord(accord);
      var one = survivals(scenario, known);
      var other = survivals(scenario, hidden);
      double most = 0;
      for (int i = 0; i < one.size(); i++) {
        double difference = Math.abs(one.get(i) - other.get(i));
        differences.add(difference);
        most = Math.max(most, difference);
      }
      worst.add(most);
    }
    assertThat(differences.stream().mapToDouble(d -> d).average().orElseThrow())
        .isLessThan(LAST_DIGIT / 2);
    assertThat(worst.stream().filter(most -> most < LAST_DIGIT).count())
        .isGreaterThanOrEqualTo(worst.size() * 8 / 10);
    assertThat(Collections.max(worst)).isPositive();
  }

  private static List<Double> survivals(Scenario scenario, Grain grain) {
    var measures =
        VariantSolver.of(scenario, scenario.agreement(), grain)
            .at(StateOfTheWorld.modes(), new Cancellation())
            .measures();
    return measures.entrySet().stream()
        .filter(measure -> measure.getKey().startsWith("survival."))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// The population is solved with four intervals of belief; with twice as many the mean moves by
  /// less than a tenth of what a row may be off.
  @Test
  void theBeliefGridOfThePopulationIsFineEnoughForItsTolerance() {
    var members =
        ReferencePopulation.members(
            Calibration.SPREAD, 6, Calibration.YEARS, new LinkedHashMap<>());
    var coarse = members.stream().map(m -> play(m, 4, 3).survival().clash()).toList();
    var fine = members.stream().map(m -> play(m, 8, 3).survival().clash()).toList();
    for (double years : List.of(1.0, 5.0, 10.0, 20.0)) {
      assertThat(Calibration.mean(coarse).at(years))
          .as("after %s years", years)
          .isCloseTo(Calibration.mean(fine).at(years), within(Calibration.TOLERANCE / 10));
    }
  }
}
