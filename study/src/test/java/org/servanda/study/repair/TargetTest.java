package org.servanda.study.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.study.Drafts;
import org.servanda.study.repair.Target.Clock;

class TargetTest {
  private static final String EXAMPLE = "survival(armed clash, 5y) >= 0.7 in 80% of worlds";

  @Test
  void readsWhatItWrites() {
    var target = Target.of(EXAMPLE);

    assertThat(target).isEqualTo(new Target(Clock.CLASH, 5, 0.7, 0.8));
    assertThat(target).hasToString(EXAMPLE);
    assertThat(Target.of(target.toString())).isEqualTo(target);
    assertThat(target.measure()).isEqualTo("survival.clash.5y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "survival(material breach, 5y) >= 0.7 in 80% of worlds|BREACH",
        "survival(breach,5 years)>=.7 in 80 % of worlds|BREACH",
        "Survival(Clash, 5) ≥ 70% IN 80% of worlds|CLASH",
        "survival(agreement in force, 5y) >= 0.7 in 80% of worlds|EXIT",
        "  survival ( exit , 5y ) >= 0.70 in 80.0% of worlds  |EXIT"
      })
  void acceptsShortWordsAndSpaces(String text, Clock clock) {
    assertThat(Target.of(text)).isEqualTo(new Target(clock, 5, 0.7, 0.8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "survivel(clash, 5y) >= 0.7 in 80% of worlds|\"survivel\" at character 1|\"survival\"",
        "survival(war, 5y) >= 0.7 in 80% of worlds|\"war\" at character 10|armed clash",
        "survival(clash, 0y) >= 0.7 in 80% of worlds|\"0y\" at character 17|at least 1",
        "survival(clash, 5y) > 0.7 in 80% of worlds|\">\" at character 21|\">=\"",
        "survival(clash, 5y) >= 1.7 in 80% of worlds|\"1.7\" at character 24|at most 1",
        "survival(clash, 5y) >= NaN in 80% of worlds|\"nan\" at character 24|probability",
        "survival(clash, 5y) >= 0.7 in 180% of worlds|\"180\" at character 31|at most 100%",
        "survival(clash, 5y) >= 0.7 in 80 of worlds|\"of\" at character 34|\"%\"",
        "survival(clash, 5y) >= 0.7 in 80% of|the end at character 37|\"worlds\"",
        "survival(clash, 5y) >= 0.7 in 80% of worlds ever|\"ever\" at character 45|the end"
      })
  void namesTheWordAndItsPlace(String text, String word, String bound) {
    assertThatThrownBy(() -> Target.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(word)
        .hasMessageContaining(bound)
        .hasMessageEndingWith("\nTry: " + EXAMPLE);
  }

  @Test
  void refusesMoreYearsThanTheScenarioIsFollowed() {
    var scenario = Drafts.read(Drafts.SMALL);

    assertThatThrownBy(() -> Target.of(EXAMPLE).check(scenario))
        .hasMessageContaining("5 years")
        .hasMessageEndingWith("Try: survival(armed clash, 2y)");
  }

  @Test
  void countsWorldsWithoutLosingOneToRounding() {
    var target = new Target(Clock.CLASH, 1, 0.5, 0.1 + 0.2);

    assertThat(target.needed(10)).isEqualTo(3);
    assertThat(target.needed(11)).isEqualTo(4);
  }
}
