package org.servanda.agreement.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.Conduct;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.Dispositions;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.Leadership;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.Regime;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Confidence;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.Unit;

class ScenarioReaderTest {
  private static final Scenario SMALL = ScenarioReader.read("small", Samples.SMALL).orThrow();
  private static final Scenario FULL =
      ScenarioReader.read("everything", Samples.resource("everything.yaml")).orThrow();

  @Test
  void whatIsLeftOutHasItsDefault() {
    assertThat(SMALL.summary()).isNull();
    assertThat(SMALL.time().step()).isEqualTo(Period.ofMonths(6));
    assertThat(SMALL.time().horizon()).isEqualTo(Period.ofYears(20));
    assertThat(SMALL.time().periods()).isEqualTo(40);
    assertThat(SMALL.first().name()).isEqualTo("a");
    assertThat(SMALL.first().leadership()).isEqualTo(new Leadership.Stable());
    assertThat(SMALL.first().nuclear()).isEqualTo(NuclearStatus.NONE);
    assertThat(SMALL.guarantors().getFirst().dispositions())
        .isEqualTo(new Dispositions.FromReliability());
    assertThat(SMALL.balance().drift()).isSameAs(SMALL.estimate("balance.drift"));
    assertThat(SMALL.issue().steps()).isEqualTo(2);
    assertThat(SMALL.record().entries()).isEmpty();
    assertThat(SMALL.alternatives()).isEmpty();
    assertThat(SMALL.history()).isNull();
  }

  @Test
  void partiesKeepTheOrderOfTheFile() {
    assertThat(FULL.parties())
        .extracting(Party::key)
        .containsExactly("northland", "southland", "far-patron", "near-patron");
    assertThat(FULL.first().key()).isEqualTo("northland");
    assertThat(FULL.second().key()).isEqualTo("southland");
    assertThat(FULL.second().seeks()).isEqualTo("NATO");
    assertThat(FULL.first().leadership()).isEqualTo(new Leadership.ByRegime(Regime.AUTOCRACY));
    assertThat(FULL.party("far-patron").leadership())
        .isEqualTo(new Leadership.Elections(Period.ofYears(4), LocalDate.of(1996, 11, 5)));
    assertThat(FULL.party("near-patron").protects()).containsExactly("southland");
    assertThat(FULL.party("near-patron").leadership())
        .isEqualTo(
            new Leadership.ExitHazard(
                Estimate.exactly(
                    "parties.near-patron.leadership.exit-hazard", 0.11, Unit.PER_YEAR)));
  }

  @Test
  void everyKindOfClauseIsRead() {
    assertThat(FULL.agreement().clauses().stream().map(Clause::kind).distinct())
        .containsExactlyInAnyOrder(ClauseKind.values());
    assertThat(FULL.agreement().all(Clause.SecurityGuarantee.class))
        .containsExactly(
            new Clause.SecurityGuarantee("far-patron", "southland", GuaranteeLevel.ASSURANCE),
            new Clause.SecurityGuarantee(
                "near-patron", "southland", GuaranteeLevel.DEFENSE_COMMITMENT));
    assertThat(FULL.agreement().all(Clause.NeutralityPledge.class))
        .containsExactly(new Clause.NeutralityPledge("southland", LocalDate.of(2014, 12, 5)));
    assertThat(FULL.agreement().all(Clause.Sunset.class))
        .containsExactly(new Clause.Sunset(new When.On(LocalDate.of(2024, 12, 5))));
    assertThat(FULL.agreement().all(Clause.ExitClause.class))
        .containsExactly(new Clause.ExitClause(Period.ofDays(90)));
    assertThat(FULL.agreement().all(Clause.Disarmament.class))
        .extracting(Clause.Disarmament::of)
        .containsExactly(Arms.NUCLEAR, Arms.FORCES);
  }

  @Test
  void numbersAreFoundUnderTheirPlace() {
    assertThat(FULL.estimate("balance.now").mode()).isEqualTo(5);
    assertThat(FULL.estimate("balance.now").confidence()).isEqualTo(Confidence.VERIFIED);
    assertThat(FULL.estimate("balance.drift").mode()).isEqualTo(-0.01);
    assertThat(FULL.estimate("issue.share.southland").mode()).isEqualTo(0.75);
    assertThat(FULL.estimate("agreement.11.verification.detection").mode()).isEqualTo(0.8);
    Estimate share = FULL.estimate("agreement.6.territorial-terms.share");
    assertThat(share.mode()).as("halfway").isCloseTo(0.2, within(1e-15));
    assertThat(FULL.estimate("parties.northland.dispositions.expansionist").source())
        .isEqualTo(FULL.sources().get("own-2001"));
  }

  @Test
  void assumptionsGoFromPartyToAllToDefault() {
    assertThat(FULL.estimate("war.cost", "northland").low()).isEqualTo(0.05);
    assertThat(FULL.estimate("war.cost", "southland").low()).isEqualTo(0.2);
    assertThat(FULL.estimate("war.cost").mode()).isEqualTo(0.2);
    assertThat(SMALL.estimate("war.cost", "a"))
        .isEqualTo(Parameters.standard().parameter("war.cost").standard());
    assertThatIllegalArgumentException().isThrownBy(() -> FULL.estimate("war.cots"));
    assertThatIllegalArgumentException().isThrownBy(() -> FULL.estimate("war.cost", "nobody"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FULL.estimate("war.stalemate", "northland"));
  }

  @Test
  void rivalSetsAreChosenByName() {
    var sets = Parameters.standard().sets("guarantor.reliability");
    assertThat(FULL.estimate("guarantor.reliability").mode())
        .isEqualTo(sets.get("leeds-2003").estimate().mode());
    assertThat(FULL.estimate("guarantor.reliability", "near-patron").high())
        .isEqualTo(sets.get("agnostic").estimate().high());
  }

  @Test
  void estimatesListEveryNumberOnce() {
    var keys = FULL.estimates().stream().map(Estimate::key).toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(keys).containsAll(Parameters.standard().all().keySet());
    assertThat(keys).startsWith("parties.northland.dispositions.security-seeker");
    assertThat(FULL.estimates()).isEqualTo(FULL.estimates());
  }

  @Test
  void alternativesAreTheAgreementChanged() {
    assertThat(FULL.alternatives().keySet())
        .containsExactly("refusal", "tripwire", "keep the arsenal", "bare", "more");
    assertThat(FULL.alternatives().get("refusal")).isEqualTo(new Alternative.Refusal("refusal"));
    assertThat(variant("tripwire").all(Clause.SecurityGuarantee.class))
        .containsExactly(
            new Clause.SecurityGuarantee("far-patron", "southland", GuaranteeLevel.TRIPWIRE),
            new Clause.SecurityGuarantee(
                "near-patron", "southland", GuaranteeLevel.DEFENSE_COMMITMENT));
    assertThat(variant("keep the arsenal").all(Clause.Disarmament.class))
        .extracting(Clause.Disarmament::of)
        .containsExactly(Arms.FORCES);
    assertThat(variant("bare").has(ClauseKind.SNAPBACK)).isFalse();
    assertThat(variant("more").clauses()).hasSameSizeAs(FULL.agreement().clauses());
    assertThat(variant("more").clauses().getLast().estimates().getFirst().key())
        .isEqualTo("alternatives.more.add.1.aid.size");
  }

  private static Agreement variant(String name) {
    return ((Alternative.Variant) FULL.alternatives().get(name)).agreement();
  }

  @Test
  void recordAndHistoryAreRead() {
    assertThat(FULL.record().of("northland"))
        .extracting(e -> e.conduct())
        .containsExactly(Conduct.KEPT, Conduct.BROKEN);
    assertThat(FULL.record().entries().getLast().weight()).isEqualTo(0.5);
    History history = FULL.history();
    assertThat(history.outcome()).isEqualTo(History.Outcome.FAILED);
    assertThat(history.yearsHeld()).isEqualTo(19.2);
  }

  @Test
  void beliefStartsFromTheStatedDispositionsAndFollowsTheRecord() {
    var prior = FULL.prior("northland", Estimate::mode);
    assertThat(prior.before().get(Disposition.EXPANSIONIST)).isCloseTo(0.4, within(1e-12));
    assertThat(prior.steps()).hasSize(2);
    double sum = prior.after().values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
    var patron = FULL.prior("far-patron", Estimate::mode);
    assertThat(patron.after().get(Disposition.RESOLUTE))
        .isEqualTo(FULL.estimate("guarantor.reliability", "far-patron").mode());
  }

  @Test
  void droppingAndReplacingNothingIsRefused() {
    Agreement agreement = SMALL.agreement();
    assertThatIllegalArgumentException().isThrownBy(() -> agreement.drop(ClauseKind.SUNSET));
    assertThat(agreement.drop(ClauseKind.DISARMAMENT).clauses()).hasSize(1);
    assertThat(agreement.add(new Clause.ImplementationCommission()).clauses()).hasSize(3);
    assertThat(agreement.replace(c -> c.kind() == ClauseKind.DISARMAMENT, c -> c))
        .isEqualTo(agreement);
  }

  @Test
  void timeFindsThePeriodOfADay() {
    TimeFrame time = SMALL.time();
    assertThat(time.periodOf(LocalDate.of(1994, 12, 5))).isZero();
    assertThat(time.periodOf(LocalDate.of(1995, 6, 4))).isZero();
    assertThat(time.periodOf(LocalDate.of(1995, 6, 5))).isEqualTo(1);
    assertThat(time.startOf(1)).isEqualTo(LocalDate.of(1995, 6, 5));
    var endOfMonth =
        new TimeFrame(LocalDate.of(2000, 8, 31), Period.ofMonths(6), Period.ofYears(2));
    for (int period : List.of(0, 1, 2, 3)) {
      assertThat(endOfMonth.periodOf(endOfMonth.startOf(period))).isEqualTo(period);
      assertThat(endOfMonth.periodOf(endOfMonth.startOf(period + 1).minusDays(1)))
          .isEqualTo(period);
    }
  }

  @Test
  void everyParameterOfTheTableIsUsable() {
    assertThat(Parameters.standard().all()).isNotEmpty();
    for (var parameter : Parameters.standard().all().values()) {
      assertThat(parameter.standard().source()).as(parameter.key()).isNotNull();
      assertThat(parameter.about()).as(parameter.key()).isNotBlank();
    }
    assertThat(Arrays.stream(Disposition.values()).map(d -> "record.kept." + d.word()))
        .allMatch(Parameters.standard()::has);
  }
}
