package org.servanda.study.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.GuaranteeLevel;

class StagerTest {
  private static final Path CATALOG =
      Path.of(System.getProperty("servanda.root")).resolve("catalog");

  @Test
  void everyPropositionOfTheCatalogMakesDifferentGamesOfAtLeastFourAccords() {
    var all = Propositions.in(CATALOG.resolve("propositions"));
    assertThat(all.problems()).isEmpty();
    assertThat(all.read())
        .extracting(Proposition::id)
        .containsExactly(
            "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P11", "P12", "P13", "P14", "P15",
            "P16", "P17", "P19", "P20");
    for (var proposition : all.read()) {
      assertThat(proposition.accords()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(Stager.stage(proposition, Accords.in(CATALOG.resolve("accords"))))
          .as(proposition.id())
          .isInstanceOf(Stager.Outcome.Ready.class);
    }
  }

  @Test
  void editsChangeWhatTheyNameAndNothingElse() {
    var stage = Bench.staged(Bench.PROPOSITION, Bench.river(Bench.ACCORD)).accords().getFirst();
    assertThat(stage.roles().party(Roles.PROTECTED)).isEqualTo("lowland");
    assertThat(stage.roles().party(Roles.GUARANTOR)).isEqualTo("patron");
    assertThat(stage.sides().getFirst().scenario().agreement().clauses())
        .hasSize(2)
        .contains(new Clause.SecurityGuarantee("patron", "lowland", GuaranteeLevel.TRIPWIRE));
    assertThat(stage.sides().getLast().scenario().agreement().clauses())
        .contains(new Clause.SecurityGuarantee("patron", "lowland", GuaranteeLevel.ASSURANCE));
  }

  @Test
  void everyKindOfEditIsMade() {
    String many =
        Bench.PROPOSITION.replace(
            "sides:",
            """
            setting:
              - follow: P5Y
              - drift: {toward: $protected, per-year: 0.1}
              - party: {$protected: {nuclear: latent, seeks: an alliance}}
              - assume: {war.cost.$challenger: 0.3}
              - record: {by: $challenger, broken: P2Y}
              - record: {by: $guarantor, kept-until: P1Y}
              - forget: $guarantor
              - join: {second: {role: guarantor, of: [$protected]}}
              - drop: non-aggression-pledge
            sides:\
            """);
    var scenario =
        Bench.staged(many, Bench.river(Bench.ACCORD))
            .accords()
            .getFirst()
            .sides()
            .getFirst()
            .scenario();
    assertThat(scenario.time().periods()).isEqualTo(5);
    assertThat(scenario.estimate("balance.drift").mode()).isEqualTo(-0.1);
    assertThat(scenario.party("lowland").seeks()).isEqualTo("an alliance");
    assertThat(scenario.estimate("war.cost", "upland").mode()).isEqualTo(0.3);
    assertThat(scenario.record().entries()).hasSize(1);
    assertThat(scenario.guarantors()).hasSize(2);
    assertThat(scenario.agreement().clauses()).hasSize(1);
    assertThat(scenario.alternatives()).isEmpty();
  }

  @Test
  void aSideThatChangesNothingIsAnError() {
    String idle = Bench.PROPOSITION.replace("level: tripwire", "level: assurance");
    assertRejected(idle, "side \"assurance\" is the same game as \"tripwire\" in river", "10:14");
  }

  @Test
  void anAccordThatIsNotThereOrLacksARoleIsNamed() {
    assertRejected(
        Bench.PROPOSITION.replace("[river]", "[brook]"), "there is no accord \"brook\"", "5:11");
    String alone =
        Bench.ACCORD
            .replaceAll("  patron: .*\n", "")
            .replaceAll("  - security-.*\n", "")
            .replaceAll("  tripwire: .*\n", "");
    var outcome = Stager.stage(Bench.proposition(Bench.PROPOSITION), Bench.river(alone));
    assertThat(((Stager.Outcome.Rejected) outcome).problems().getFirst().what())
        .contains("nobody is $guarantor");
  }

  @Test
  void aSideThatMakesNoScenarioIsLocated() {
    assertRejected(
        Bench.PROPOSITION.replace("level: tripwire", "level: tripwires"),
        "side \"tripwire\" makes no scenario of river",
        "8:5");
  }

  private static void assertRejected(String proposition, String what, String place) {
    var outcome = Stager.stage(Bench.proposition(proposition), Bench.river(Bench.ACCORD));
    assertThat(outcome).isInstanceOf(Stager.Outcome.Rejected.class);
    assertThat(((Stager.Outcome.Rejected) outcome).problems())
        .anySatisfy(p -> {
          assertThat(p.what()).contains(what);
          assertThat(p.line() + ":" + p.column()).isEqualTo(place);
        });
  }
}
