package org.servanda.study.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.study.Drafts;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Seeds;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.StudyRunner;
import org.servanda.study.sensitivity.MorrisDesign;
import org.servanda.study.sensitivity.MorrisEffects;
import org.servanda.study.sensitivity.MorrisSearch;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

/// What only a sample made for it shows, of a study of a small draft.
class ElementaryEffectsTest {
  private static final long SEED = 5;
  private static final int WALKS = 6;

  private static Outcomes outcomes;
  private static Table worlds;
  private static double[] asked;

  @BeforeAll
  static void study() {
    var scenario = Drafts.read(Drafts.SMALL);
    var variants = Plan.variants(scenario);
    var grain = Grain.coarse(1L << 30);
    int columns =
        Plan.of(scenario, variants, Sampling.LATIN, 1, SEED, grain).worlds().columns().size();
    var plan = Plan.of(scenario, variants, Sampling.MORRIS, WALKS * (columns + 1), SEED, grain);
    outcomes = new Outcomes(plan);
    StudyRunner.run(plan, _ -> false, outcomes, 2, new Cancellation());
    worlds = plan.worlds();
    asked =
        outcomes
            .measures(0)
            .column(Question.usual(scenario.time(), scenario.agreement()).measure());
  }

  private static MorrisEffects effects() {
    return (MorrisEffects) StudyFindings.of(outcomes, Sampling.MORRIS, SEED, null).designed();
  }

  @Test
  void theyAreThoseOfTheDesignOnTheSameOutputs() {
    var design = MorrisDesign.of(worlds.columns(), WALKS, 4, Seeds.of(SEED, "worlds", 0));
    var draws = Resampling.of(Seeds.of(SEED, "morris", 0));
    assertThat(effects()).isEqualTo(MorrisSearch.effects(design, asked, draws));
    assertThat(effects().walks()).isEqualTo(WALKS);
    assertThat(effects().largestFirst().getFirst().size().value()).isPositive();
  }

  /// From the tables alone: the answers of worlds that differ in one column, two thirds apart.
  @Test
  void theirSizesFollowFromTheTables() {
    int columns = worlds.columns().size();
    var sizes = new double[columns];
    for (int row = 1; row < worlds.rows(); row++) {
      if (row % (columns + 1) != 0) {
        sizes[changed(row)] += Math.abs(asked[row] - asked[row - 1]) / (2 / 3.0) / WALKS;
      }
    }
    for (var effect : effects().effects()) {
      assertThat(effect.walks()).isEqualTo(WALKS);
      assertThat(effect.size().value())
          .isCloseTo(sizes[worlds.indexOf(effect.column())], within(1e-12));
    }
    assertThat(effects().effects()).hasSize(columns);
  }

  private static int changed(int row) {
    int changed = -1;
    for (int c = 0; c < worlds.columns().size(); c++) {
      if (worlds.at(row, c) != worlds.at(row - 1, c)) {
        assertThat(changed).isNegative();
        changed = c;
      }
    }
    return changed;
  }

  @Test
  void whatTakesIndependentWorldsIsNotReadOffWalks() {
    var onWalks = StudyFindings.of(outcomes, Sampling.MORRIS, SEED, null);
    var otherwise = StudyFindings.of(outcomes, Sampling.RANDOM, SEED, null);
    assertThat(onWalks.drivers().drivers()).isEmpty();
    assertThat(onWalks.swings().swings()).isEmpty();
    assertThat(onWalks.swings().mean()).isCloseTo(otherwise.swings().mean(), within(1e-12));
    assertThat(onWalks.boxes().found()).isEmpty();
    assertThat(onWalks.rules()).isNull();
    assertThat(onWalks.tree()).isNull();
    assertThat(onWalks.information()).isNull();
    assertThat(onWalks.boxes().cases()).isPositive().isEqualTo(otherwise.boxes().cases());
    assertThat(onWalks.boxes().worlds()).isEqualTo(otherwise.boxes().worlds());
    assertThat(onWalks.robustness()).isEqualTo(otherwise.robustness());
  }

  @Test
  void otherSamplesHaveNone() {
    assertThat(StudyFindings.of(outcomes, SEED, null).designed()).isNull();
    assertThat(StudyFindings.of(outcomes, Sampling.SOBOL, SEED, null).designed()).isNull();
  }

  @Test
  void worldsOfAnotherNumberAreRefused() {
    var plan = outcomes.plan();
    var fewer = new int[worlds.rows() - 1];
    for (int row = 0; row < fewer.length; row++) {
      fewer[row] = row;
    }
    var shorter =
        new Outcomes(
            new Plan(plan.scenario(), plan.variants(), worlds.select(fewer), plan.grain()));
    assertThatThrownBy(() -> StudyFindings.of(shorter, Sampling.MORRIS, SEED, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not make a morris design");
  }
}
