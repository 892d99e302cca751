package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.servanda.model.compile.ScenarioCompiler;

/// The defaults against base rates counted from 115 dyads after wars between states.
class CalibrationTest {
  private static Survival.Curve mean;

  @BeforeAll
  static void solveThePopulation() {
    mean =
        Calibration.mean(
            Calibration.population(
                Calibration.MEMBERS,
                Calibration.YEARS,
                ScenarioCompiler.STANDARD_BALANCE_STEPS,
                new LinkedHashMap<>(),
                2,
                Stages.none()));
  }

  @Test
  void averageSurvivalMatchesTheBaseRates() {
    for (var row : Calibration.rows(mean)) {
      assertThat(row.survival())
          .as("survival after %s years", row.base().years())
          .isCloseTo(row.base().survival(), within(Calibration.TOLERANCE));
    }
  }

  @Test
  void theHazardFallsFromIntervalToInterval() {
    var hazards = Calibration.hazards(mean, List.of(0.0, 2.0, 5.0, 10.0, 20.0));
    for (int i = 1; i < hazards.size(); i++) {
      assertThat(hazards.get(i)).isLessThan(hazards.get(i - 1));
    }
  }
}
