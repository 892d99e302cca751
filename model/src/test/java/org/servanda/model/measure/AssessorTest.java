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

class AssessorTest {
  private static final String PLEDGE = "- non-aggression-pledge: {by: [north, south]}\n";

  private static final AssessOptions COARSE =
      AssessOptions.standard().withDetail(Detail.HEADLINE).withResolution(4).withBalanceSteps(1);

  private static Assessment assess(Scenario scenario, AssessOptions options) {
    return (Assessment) Assessor.assess(scenario, options, Stages.none(), new Cancellation());
  }

  private static double clash(String clauses, String more) {
    return assess(Drafts.guarded(PLEDGE + clauses, more), COARSE).survival().clash().at(10);
  }

  @Test
  void survivalFallsFromOneAndCausesAddUpToWhatIsLost() {
    var assessment = assess(Drafts.guarded(PLEDGE, ""), COARSE);
    var breach = assessment.survival().breach();
    assertThat(breach).isNotNull();
    for (var curve : List.of(assessment.survival().clash(), breach)) {
      assertThat(curve.at(0)).isEqualTo(1);
      for (int p = 1; p < curve.points().size(); p++) {
        assertThat(curve.points().get(p).probability())
            .isBetween(0.0, curve.points().get(p - 1).probability());
      }
    }
    double lost =
        assessment.causes().stream()
            .filter(c -> c.clock().equals("clash"))
            .mapToDouble(Assessment.Cause::probability)
            .sum();
    assertThat(lost).isCloseTo(1 - assessment.survival().clash().at(10), within(1e-12));
  }

  @Test
  void anAttackOnAnAgreementInForceIsABreachAndAnExit() {
    var survival = assess(Drafts.guarded(PLEDGE, ""), COARSE).survival();
    assertThat(survival.breach()).isNotNull();
    assertThat(survival.exit()).isNotNull();
    assertThat(survival.exit().at(10)).isLessThanOrEqualTo(survival.breach().at(10) + 1e-12);
  }

  @Test
  void aRefusedAgreementHasNoBreachAndNoExit() {
    var scenario = Drafts.guarded(PLEDGE, "alternatives: {nothing: {refuse: true}}\n");
    var survival = assess(scenario, COARSE.withVariant("nothing")).survival();
    assertThat(survival.breach()).isNull();
    assertThat(survival.exit()).isNull();
  }

  /// The least a good model must do: signs that theory agrees on.
  @Test
  void aStrongerNeighborAttacksMore() {
    double even = assess(Drafts.guarded(PLEDGE, "", 1), COARSE).survival().clash().at(10);
    double strong = assess(Drafts.guarded(PLEDGE, "", 4), COARSE).survival().clash().at(10);
    assertThat(strong).isLessThan(even);
  }

  @Test
  void aDefensePactDetersAndATripwireMore() {
    double none = clash("", "");
    double pact =
        clash("- security-guarantee: {by: ally, to: south, level: defense-commitment}", "");
    double forces = clash("- security-guarantee: {by: ally, to: south, level: tripwire}", "");
    assertThat(pact).isGreaterThan(none);
    assertThat(forces).isGreaterThan(pact);
  }

  @Test
  void costlierWarIsRarer() {
    assertThat(clash("", "assumptions: {war.cost: 0.4}\n"))
        .isGreaterThan(clash("", "assumptions: {war.cost: 0.1}\n"));
  }

  @Test
  void theHazardFallsByItself() {
    var curve = assess(Drafts.guarded(PLEDGE, ""), COARSE).survival().clash();
    double first = -Math.log(curve.at(1));
    double ninth = -Math.log(curve.at(10) / curve.at(9));
    assertThat(ninth).isLessThan(first);
  }

  @Test
  void ledgerComponentsAddUpToTheDifferenceOfTheMoves() {
    var full = assess(Drafts.guarded(PLEDGE, ""), COARSE.withDetail(Detail.FULL));
    assertThat(full.ledgers()).isNotEmpty();
    for (var ledger : full.ledgers()) {
      double comply = ledger.moves().getFirst().value();
      double deviate =
          ledger.moves().stream()
              .filter(m -> m.name().equals(ledger.deviation()))
              .findFirst()
              .orElseThrow()
              .value();
      double sum = ledger.components().stream().mapToDouble(Assessment.Component::difference).sum();
      assertThat(sum).isCloseTo(comply - deviate, within(1e-9));
    }
  }

  @Test
  void thePathEndsInTheLikeliestBreach() {
    var full = assess(Drafts.guarded(PLEDGE, ""), COARSE.withDetail(Detail.FULL));
    assertThat(full.breakPath()).isNotNull();
    double product = full.breakPath().probability();
    assertThat(product).isGreaterThan(0).isLessThanOrEqualTo(1);
    var top =
        full.causes().stream().filter(c -> c.clock().equals("breach")).findFirst().orElseThrow();
    assertThat(full.breakPath().steps().getLast().actor()).isEqualTo(top.party());
  }

  @Test
  void sensitivityMovesEveryUncertainEstimateTheGameRestsOn() {
    var options = COARSE.withDetail(Detail.SENSITIVITY).withThreads(2);
    var full = assess(Drafts.guarded(PLEDGE, ""), options);
    long uncertain = full.assumptions().stream().filter(a -> a.estimate().isUncertain()).count();
    assertThat(full.sensitivity()).hasSize((int) uncertain);
    assertThat(full.sensitivity().getFirst().swing()).isGreaterThan(0.01);
  }

  @Test
  void anEstimateThatChangesNothingStaysAtTheHeadline() {
    assertThat(SensitivityMeasure.shifted(0.17, 0.128, 0.128)).isEqualTo(0.17);
    assertThat(SensitivityMeasure.shifted(0.17, 0.128, 0.2)).isGreaterThan(0.17);
    assertThat(SensitivityMeasure.shifted(0.17, 0.128, 0.01)).isBetween(0.0, 0.17);
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() {
    var scenario =
        Drafts.guarded(
            PLEDGE,
            "alternatives: {nothing: {refuse: true}, open: {drop: [non-aggression-pledge]}}\n");
    var one = assess(scenario, COARSE.withDetail(Detail.FULL));
    var two = assess(scenario, COARSE.withDetail(Detail.FULL).withThreads(2));
    assertThat(two.survival()).isEqualTo(one.survival());
    assertThat(two.causes()).isEqualTo(one.causes());
    assertThat(two.values()).isEqualTo(one.values());
    assertThat(two.warningSigns()).isEqualTo(one.warningSigns());
    assertThat(two.alternatives())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*seconds")
        .isEqualTo(one.alternatives());
  }

  @Test
  void anUnknownAlternativeIsNamed() {
    assertThatThrownBy(() -> assess(Drafts.guarded(PLEDGE, ""), COARSE.withVariant("dream")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dream")
        .hasMessageContaining("Try:");
  }

  @Test
  void aGameTooLargeForMemoryIsRefusedBeforeWork() {
    var refused =
        Assessor.assess(
            Drafts.guarded(PLEDGE, ""),
            COARSE.withMemoryLimit(1000),
            Stages.none(),
            new Cancellation());
    assertThat(refused).isInstanceOf(NotAssessed.class);
    assertThat(((NotAssessed) refused).reason()).isEqualTo(NotAssessed.Reason.TOO_LARGE);
    assertThat(((NotAssessed) refused).detail()).contains("Try:");
  }

  @Test
  void anEnormousGameIsRefusedUnwrittenWithItsCause() {
    var scenario =
        Drafts.read(
            """
            servanda: 1
            title: Enormous
            time: {start: 2000-01-01, step: P1M, horizon: P60Y}
            parties:
              north:
                role: principal
                nuclear: latent
                seeks: east
                dispositions: {security-seeker: 0.5, expansionist: 0.5}
              south:
                role: principal
                nuclear: latent
                seeks: west
                dispositions: {security-seeker: 0.5, expansionist: 0.5}
              one: {role: guarantor, of: north}
              two: {role: guarantor, of: north}
              three: {role: guarantor, of: south}
              four: {role: guarantor, of: south}
            balance: {now: 2}
            issue: {share: {north: 0.4, south: 0.6}, steps: 6}
            agreement:
              - non-aggression-pledge: {by: [north, south]}
            """);
    var refused =
        Assessor.assess(scenario, AssessOptions.standard(), Stages.none(), new Cancellation());
    assertThat(refused).isInstanceOf(NotAssessed.class);
    assertThat(Assessor.refusal(scenario, AssessOptions.standard())).isEqualTo(refused);
    assertThat(((NotAssessed) refused).place()).containsExactly("time", "horizon");
    assertThat(((NotAssessed) refused).detail())
        .contains("issue.steps")
        .contains("beliefs")
        .contains("Try:");
  }
}
