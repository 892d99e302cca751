package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.Drafts;
import org.servanda.model.measure.AssessOptions.Detail;

class SecurityMeasureTest {
  private static final String PLEDGE = "- non-aggression-pledge: {by: [north, south]}\n";
  private static final AssessOptions COARSE =
      AssessOptions.standard().withDetail(Detail.HEADLINE).withResolution(4).withBalanceSteps(1);

  private static SecurityLevels of(Scenario scenario, String... coalition) {
    return SecurityMeasure.of(scenario, COARSE, List.of(coalition), new Cancellation());
  }

  private static double level(SecurityLevels levels, String party, String type) {
    return levels.levels().stream()
        .filter(l -> l.party().equals(party) && l.type().equals(type))
        .mapToDouble(SecurityLevels.Level::level)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPrincipalOutsideBreaksThePeaceAsSoonAsItMayMove() {
    var levels = of(Drafts.guarded(PLEDGE, ""), "south", "ally");
    assertThat(levels.coalition()).containsExactly("south", "ally");
    assertThat(levels.others()).containsExactly("north");
    // Chance gives the initiative to either side with probability one half in every half-year.
    var clash = levels.survival().clash();
    assertThat(clash.at(0)).isEqualTo(1);
    assertThat(clash.at(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(clash.at(2)).isCloseTo(1 / 16.0, within(1e-12));
  }

  @Test
  void guarantorsAloneCannotBreakWhatThePrincipalsKeep() {
    var levels = of(Drafts.guarded(PLEDGE, ""), "north", "south");
    assertThat(levels.others()).containsExactly("ally");
    assertThat(levels.survival().clash().at(10)).isEqualTo(1);
    var breach = levels.survival().breach();
    assertThat(breach).isNotNull();
    assertThat(breach.at(10)).isEqualTo(1);
  }

  @Test
  void aGuarantorOnOnesSideIsWorthSomethingInTheWorstCase() {
    var scenario =
        Drafts.guarded(PLEDGE + "- security-guarantee: {by: ally, to: south, level: tripwire}", "");
    double alone = level(of(scenario, "south"), "south", "security-seeker");
    double guarded = level(of(scenario, "south", "ally"), "south", "security-seeker");
    assertThat(guarded).isGreaterThan(alone);
  }

  @Test
  void nobodyExpectsLessInEquilibriumThanItsSideCanForceAlone() {
    // Precise play: a party that errs loses what it could be sure of.
    var scenario = Drafts.guarded(PLEDGE, "");
    var precise = COARSE.withPrecision(200);
    var assessment =
        (Assessment) Assessor.assess(scenario, precise, Stages.none(), new Cancellation());
    for (String party : List.of("north", "south", "ally")) {
      var levels = of(scenario, party);
      for (var value : assessment.values()) {
        if (value.party().equals(party)) {
          assertThat(value.value())
              .as(party + " " + value.type())
              .isGreaterThan(level(levels, party, value.type()) - 0.01);
        }
      }
    }
  }

  @Test
  void withoutAnAgreementThereIsNothingToBreach() {
    var scenario = Drafts.guarded(PLEDGE, "alternatives: {nothing: {refuse: true}}\n");
    var levels =
        SecurityMeasure.of(
            scenario, COARSE.withVariant("nothing"), List.of("south"), new Cancellation());
    assertThat(levels.survival().breach()).isNull();
    assertThat(levels.survival().exit()).isNull();
  }

  @Test
  void refusesPartiesThatDoNotExist() {
    assertThatThrownBy(() -> of(Drafts.guarded(PLEDGE, ""), "west"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "party \"west\" of the coalition must be one of [north, south, ally]");
  }
}
