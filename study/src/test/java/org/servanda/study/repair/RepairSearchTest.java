package org.servanda.study.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.study.repair.Repair.Verdict;
import org.servanda.study.repair.Target.Clock;

class RepairSearchTest {
  private static final ScenarioText GUARANTEED =
      new ScenarioText("draft.yaml", RepairDrafts.GUARANTEED);

  private static RepairOptions options(int worlds, int fresh, int combinations, int threads) {
    return new RepairOptions(worlds, fresh, combinations, 1, threads, Grain.coarse(1L << 28));
  }

  private static RepairFindings findings(Target target, RepairOptions options) {
    return findings(GUARANTEED, target, options);
  }

  private static RepairFindings findings(ScenarioText text, Target target, RepairOptions options) {
    var outcome = RepairSearch.run(text, target, options, (_, _, _) -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(RepairOutcome.Done.class);
    return ((RepairOutcome.Done) outcome).findings();
  }

  @Test
  void findsTheSmallestChangeThatEverybodyAccepts() {
    var target = new Target(Clock.CLASH, 2, 0.6, 0.6);
    var found = findings(target, options(8, 16, 0, 2));

    assertThat(found.unneeded()).isFalse();
    assertThat(found.closest()).isNull();
    assertThat(found.binding()).isNull();
    assertThat(found.single()).isNotEmpty();
    for (var repair : found.single()) {
      assertThat(repair.changes()).hasSize(1);
      assertThat(repair.verdict()).isEqualTo(Verdict.HOLDS);
      assertThat(repair.found().reaches(target)).isTrue();
      assertThat(repair.found().reaching().total()).isEqualTo(8);
      assertThat(repair.fresh().reaching().total()).isEqualTo(16);
      assertThat(repair.found().parties())
          .allMatch(p -> p.againstRefusing() >= -1e-9 && p.better().value() >= 0.5);
    }
    assertThat(found.single()).extracting(Repair::steps).isSorted();
    assertThat(found.single())
        .extracting(r -> r.changes().getFirst().lever())
        .doesNotHaveDuplicates();
  }

  @Test
  void saysThatADraftNeedsNoRepair() {
    var text = RepairDrafts.GUARANTEED.replace("0.2, expansionist: 0.8", "0.9, expansionist: 0.1");
    var peaceful =
        new ScenarioText(
            "draft.yaml", text.replace("low: 2, mode: 5, high: 9", "low: 1, mode: 1.2, high: 2"));
    var target = new Target(Clock.CLASH, 1, 0.1, 0.1);
    var outcome =
        RepairSearch.run(
            peaceful, target, options(4, 4, 4, 1), (_, _, _) -> {}, new Cancellation());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RepairOutcome.Done.class,
            done -> {
              assertThat(done.findings().unneeded()).isTrue();
              assertThat(done.findings().effort().experiments()).isEqualTo(4 * 4);
              assertThat(done.findings().effort().dropped()).isZero();
            });
  }

  @Test
  void theFrontHoldsNothingThatAnotherBeats() {
    var target = new Target(Clock.CLASH, 2, 0.8, 0.5);
    var found = findings(target, options(8, 8, 8, 2));

    assertThat(found.front()).isNotEmpty();
    assertThat(found.effort().combinations()).isEqualTo(8);
    for (var one : found.front()) {
      assertThat(one.found().accepted()).isTrue();
      assertThat(one.changes()).hasSizeBetween(1, 3);
      assertThat(one.fresh()).isNotNull();
      assertThat(found.front()).noneMatch(other -> beats(other, one));
    }
  }

  private static boolean beats(Repair one, Repair other) {
    var a = one.found();
    var b = other.found();
    return a.durability() > b.durability()
        && one.cost() < other.cost()
        && a.party("north").againstDraft() > b.party("north").againstDraft()
        && a.party("south").againstDraft() > b.party("south").againstDraft();
  }

  @Test
  void findingsAreTheSameOnAnyNumberOfThreads() {
    var target = new Target(Clock.BREACH, 2, 0.7, 0.5);
    var one = findings(target, options(4, 4, 6, 1));
    var three = findings(target, options(4, 4, 6, 3));

    assertThat(three.front()).isEqualTo(one.front());
    assertThat(three.single()).isEqualTo(one.single());
    assertThat(three.unconfirmed()).isEqualTo(one.unconfirmed());
    assertThat(three.closest()).isEqualTo(one.closest());
    assertThat(three.effort()).isEqualTo(one.effort());
  }

  @Test
  void aRepairFittedToOneWorldIsCalledSo() {
    var target = new Target(Clock.CLASH, 2, 0.8, 0.95);
    var one = new RepairOptions(1, 24, 0, 3, 2, Grain.coarse(1L << 28));
    var found = findings(target, one);

    assertThat(found.single()).isEmpty();
    assertThat(found.unconfirmed()).isNotEmpty();
    for (var repair : found.unconfirmed()) {
      assertThat(repair.found().reaching().value()).isEqualTo(1);
      assertThat(repair.fresh().reaching().value()).isLessThan(0.95);
      assertThat(repair.verdict()).isNotEqualTo(Verdict.HOLDS);
    }
    assertThat(found.unconfirmed()).extracting(Repair::verdict).contains(Verdict.FAILS);
    assertThat(found.closest()).isNotNull();
  }

  @Test
  void namesWhoseConsentIsInTheWay() {
    String settled = "  - territorial-terms: {from: south, to: north, share: 0}\n  - security-";
    var text = RepairDrafts.GUARANTEED.replace("  - security-", settled);
    var target = new Target(Clock.CLASH, 2, 0.6, 0.5);
    var found = findings(new ScenarioText("draft.yaml", text), target, options(8, 8, 0, 2));

    assertThat(found.single()).isEmpty();
    assertThat(found.closest().found().endures(target)).isTrue();
    assertThat(found.binding())
        .isInstanceOfSatisfying(
            Binding.Participation.class,
            p -> {
              assertThat(p.account()).isEqualTo(found.closest().found().refusing());
              assertThat(p.account().accepts()).isFalse();
            });
  }

  @Test
  void saysThatNothingLastsLongEnough() {
    var target = new Target(Clock.CLASH, 2, 1, 1);
    var found = findings(target, options(4, 4, 0, 2));

    assertThat(found.binding())
        .isInstanceOfSatisfying(Binding.Durability.class, d -> assertThat(d.best()).isLessThan(1));
    assertThat(found.closest().verdict()).isEqualTo(Verdict.FAILS);
    assertThat(found.effort().dropped()).isZero();
  }

  @Test
  void changesAreDroppedWhenTheyCanNoLongerReachTheTarget() {
    var target = new Target(Clock.CLASH, 2, 1, 1);
    var found = findings(target, options(16, 1, 0, 2));

    assertThat(found.effort().dropped()).isEqualTo(found.effort().changes() - 3);
  }

  @Test
  void aGameThatIsTooLargeHasNoRepairs() {
    var options = new RepairOptions(2, 2, 0, 1, 1, Grain.coarse(1));
    var target = new Target(Clock.CLASH, 2, 0.5, 0.5);
    var outcome =
        RepairSearch.run(GUARANTEED, target, options, (_, _, _) -> {}, new Cancellation());

    assertThat(outcome).isInstanceOf(RepairOutcome.NotSolved.class);
  }

  @Test
  void anInterruptedSearchFindsNothing() {
    var cancellation = new Cancellation();
    var heard = new AtomicInteger();
    var outcome =
        RepairSearch.run(
            GUARANTEED,
            new Target(Clock.CLASH, 2, 0.9, 0.9),
            options(4, 4, 0, 1),
            (_, _, _) -> {
              if (heard.incrementAndGet() == 20) {
                cancellation.cancel();
              }
            },
            cancellation);

    assertThat(outcome).isEqualTo(new RepairOutcome.Interrupted());
  }

  @Test
  void refusesATargetBeyondTheHorizon() {
    var target = new Target(Clock.CLASH, 3, 0.5, 0.5);

    assertThatThrownBy(() -> findings(target, options(1, 1, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 years");
  }
}
