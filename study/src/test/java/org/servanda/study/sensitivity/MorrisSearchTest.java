package org.servanda.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.servanda.study.sensitivity.KnownFunctions.names;
import static org.servanda.study.sensitivity.KnownFunctions.values;

import org.junit.jupiter.api.Test;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;

class MorrisSearchTest {

  private static final Resampling DRAWS = Resampling.of(1);

  @Test
  void weightsOfASumAreMetExactly() {
    var design = MorrisDesign.of(names(4), 10, 4, 1);
    var output = values(design.points(), p -> 3 * p[0] - 2 * p[1] + 0.5 * p[2]);
    var effects = MorrisSearch.effects(design, output, DRAWS).effects();
    double[] weights = {3, -2, 0.5, 0};
    for (int c = 0; c < 4; c++) {
      assertThat(effects.get(c).mean()).isCloseTo(weights[c], within(1e-12));
      assertThat(effects.get(c).size().value()).isCloseTo(Math.abs(weights[c]), within(1e-12));
      assertThat(effects.get(c).spread()).isCloseTo(0, within(1e-12));
    }
  }

  /// With four levels the other factor is 0, 1/3, 2/3 or 1: mean 1/2, variance 5/36.
  @Test
  void productSpreadsAsItsOtherFactor() {
    var design = MorrisDesign.of(names(2), 4000, 4, 1);
    var output = values(design.points(), p -> p[0] * p[1]);
    for (var effect : MorrisSearch.effects(design, output, DRAWS).effects()) {
      assertThat(effect.size().value()).isCloseTo(0.5, within(0.02));
      assertThat(effect.spread()).isCloseTo(Math.sqrt(5.0 / 36), within(0.01));
      assertThat(effect.size().interval().low()).isLessThan(effect.size().value());
    }
  }

  /// With four levels the second column always moves the sine's square by 3/4: 7 * .75 / (2 / 3).
  /// The others as SALib's regression test has them, from 10,000 walks.
  @Test
  void ishigamiIsMet() {
    var design = MorrisDesign.of(names(3), 10_000, 4, 1);
    var output = values(design.points(), KnownFunctions::ishigami);
    var effects = MorrisSearch.effects(design, output, DRAWS).effects();
    assertThat(effects.get(1).size().value()).isCloseTo(7.875, within(1e-9));
    assertThat(effects.get(0).size().value()).isCloseTo(7.768, within(0.2));
    assertThat(effects.get(2).size().value()).isCloseTo(6.309, within(0.2));
  }

  @Test
  void ishigamiChangesDirectionWithItsSecondAndThirdColumn() {
    var design = MorrisDesign.of(names(3), 2000, 8, 1);
    var output = values(design.points(), KnownFunctions::ishigami);
    var effects = MorrisSearch.effects(design, output, DRAWS).effects();
    assertThat(Math.abs(effects.get(1).mean())).isLessThan(effects.get(1).size().value() / 5);
    assertThat(Math.abs(effects.get(2).mean())).isLessThan(effects.get(2).size().value() / 5);
    assertThat(effects).allMatch(e -> e.spread() > 1);
  }

  @Test
  void walksMoveEveryColumnOnceByTheStep() {
    var design = MorrisDesign.of(names(5), 20, 6, 9);
    assertThat(design.step()).isEqualTo(0.6);
    for (int w = 0; w < design.walks(); w++) {
      var moves = new int[5];
      for (int s = 0; s < 5; s++) {
        for (int c = 0; c < 5; c++) {
          double change = design.points().at(6 * w + s + 1, c) - design.points().at(6 * w + s, c);
          if (change != 0) {
            moves[c]++;
            assertThat(Math.abs(change)).isCloseTo(0.6, within(1e-12));
          }
          assertThat(design.points().at(6 * w + s, c)).isBetween(0.0, 1.0);
        }
      }
      assertThat(moves).containsOnly(1);
    }
  }

  @Test
  void effectsBesideWorldsWithoutSolutionAreLeftOut() {
    var design = MorrisDesign.of(names(2), 5, 4, 1);
    var output = values(design.points(), p -> p[0] + p[1]);
    output[1] = Double.NaN;
    var result = MorrisSearch.effects(design, output, DRAWS);
    assertThat(result.leftOut()).isEqualTo(1);
    assertThat(result.caveats()).contains(new Caveat.LeftOut(1, 15));
    assertThat(result.effects()).extracting(MorrisEffects.MorrisEffect::walks).containsOnly(4);
  }

  @Test
  void oddLevelsAreRefused() {
    assertThatThrownBy(() -> MorrisDesign.of(names(2), 5, 5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("levels are 5, must be even")
        .hasMessageContaining("Try: 6");
  }
}
