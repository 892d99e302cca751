package org.servanda.study.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.study.Drafts;
import org.servanda.study.design.Sampling;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.StudyRunner;

/// What is read off a Saltelli design of a small draft besides its indices.
class SaltelliFindingsTest {
  private static final long SEED = 3;
  private static final int PAIRS = 8;

  @Test
  void whatTakesIndependentWorldsIsReadOffTheEndsOfPairs() {
    var scenario = Drafts.read(Drafts.SMALL);
    var variants = Plan.variants(scenario);
    var grain = Grain.coarse(1L << 30);
    int columns =
        Plan.of(scenario, variants, Sampling.LATIN, 1, SEED, grain).worlds().columns().size();
    int block = 2 * columns + 2;
    var plan = Plan.of(scenario, variants, Sampling.SALTELLI, PAIRS * block, SEED, grain);
    var outcomes = new Outcomes(plan);
    StudyRunner.run(plan, _ -> false, outcomes, 2, new Cancellation());

    var ends = new int[2 * PAIRS];
    for (int j = 0; j < PAIRS; j++) {
      ends[2 * j] = j * block;
      ends[2 * j + 1] = (j + 1) * block - 1;
      // The ends of a pair have no number in common; the points between them have those of both.
      for (int c = 0; c < columns; c++) {
        assertThat(plan.worlds().at(ends[2 * j], c))
            .isNotEqualTo(plan.worlds().at(ends[2 * j + 1], c));
      }
    }
    var alone = new Outcomes(new Plan(scenario, variants, plan.worlds().select(ends), grain));
    for (int e = 0; e < ends.length; e++) {
      for (int v = 0; v < variants.size(); v++) {
        var outcome = outcomes.outcome(new Experiment(ends[e], v));
        assertThat(outcome).isNotNull();
        alone.record(new Experiment(e, v), outcome);
      }
    }

    var all = StudyFindings.of(outcomes, Sampling.SALTELLI, SEED, null);
    var few = StudyFindings.of(alone, Sampling.RANDOM, SEED, null);
    assertThat(all.drivers()).isEqualTo(few.drivers());
    assertThat(all.swings()).isEqualTo(few.swings());
    assertThat(all.boxes()).isEqualTo(few.boxes());
    assertThat(all.rules()).isEqualTo(few.rules());
    assertThat(all.tree()).isEqualTo(few.tree());
    assertThat(all.robustness()).isEqualTo(few.robustness());
    assertThat(all.information()).isEqualTo(few.information());
    assertThat(all.designed()).isNotNull();
    assertThat(all.worlds()).isEqualTo(PAIRS * block);
  }
}
