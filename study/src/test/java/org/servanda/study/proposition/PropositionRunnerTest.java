package org.servanda.study.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.servanda.study.proposition.Verdict.Ruling;

class PropositionRunnerTest {
  private static final int WORLDS = 16;

  @Test
  void oneThreadAndTwoGiveTheSameBytes() {
    var staged = Bench.staged(Bench.PROPOSITION, Bench.river(Bench.ACCORD));
    var one = Bench.run(staged, WORLDS, 1).getFirst();
    var two = Bench.run(staged, WORLDS, 2).getFirst();
    assertThat(two.effects()).isEqualTo(one.effects());
    assertThat(one.effects()).hasSize(WORLDS).doesNotContainNull();
  }

  @Test
  void exchangedNamesExchangeNothing() {
    var plain = effects(Bench.ACCORD);
    String renamed =
        Bench.ACCORD
            .replace("upland", "third")
            .replace("lowland", "upland")
            .replace("third", "lowland");
    assertThat(effects(renamed)).isEqualTo(plain);
  }

  @Test
  void exchangedOrderExchangesNothing() {
    String turned =
        Bench.ACCORD
            .replaceFirst("(  upland: .*\n)(  lowland: .*\n)", "$2$1")
            .replace("now: {low: 1.5, mode: 2, high: 4}", "now: 0.5")
            .replace("{upland: 0.3, lowland: 0.7}", "{lowland: 0.7, upland: 0.3}");
    assertThat(turned).isNotEqualTo(Bench.ACCORD).contains("now: 0.5");
    var plain = effects(Bench.ACCORD.replace("now: {low: 1.5, mode: 2, high: 4}", "now: 2"));
    var swapped = effects(turned);
    for (int w = 0; w < WORLDS; w++) {
      assertThat(swapped.get(w)).isCloseTo(plain.get(w), within(1e-9));
    }
  }

  private static List<Double> effects(String accord) {
    return Bench.run(Bench.staged(Bench.PROPOSITION, Bench.river(accord)), WORLDS, 2)
        .getFirst()
        .effects();
  }

  @Test
  void sidesShareTheirDrawsAndKeepWhatTheyFix() {
    String fixed =
        Bench.PROPOSITION.replace("assurance: []", "assurance: [{assume: {war.cost: 0.2}}]");
    var stage = Bench.staged(fixed, Bench.river(Bench.ACCORD)).accords().getFirst();
    var worlds = SharedWorlds.of(stage, 8, 3);
    var tripwire = worlds.sides().getFirst();
    var assurance = worlds.sides().getLast();
    assertThat(tripwire.columns()).contains("war.cost", "guarantor.automatic.tripwire");
    assertThat(assurance.columns()).doesNotContain("war.cost", "guarantor.automatic.tripwire");
    var common = new ArrayList<>(assurance.columns());
    common.retainAll(tripwire.columns());
    assertThat(common).hasSizeGreaterThan(20);
    for (String key : common) {
      assertThat(assurance.column(key)).as(key).isEqualTo(tripwire.column(key));
    }
    assertThat(worlds.values().columns()).contains("war.cost").doesNotContain("upland");
  }

  @Test
  void aPropositionThatFailsIsReportedFailing() {
    String contrary =
        Bench.PROPOSITION
            .replace(
                "survival.clash.4y in tripwire - survival.clash.4y in assurance",
                "survival.clash.4y in assurance - survival.clash.4y in tripwire")
            .replace("accords: [river]", "accords: [river, brook]");
    var accords =
        Bench.accords(
            Map.of("river", Bench.ACCORD, "brook", Bench.ACCORD.replace("mode: 2", "mode: 3")));
    var evidence = Bench.run(Bench.staged(contrary, accords), 64, 2);
    var verdict = Judge.verdict(Bench.proposition(contrary), evidence, 1);
    assertThat(verdict.ruling()).isEqualTo(Ruling.FAILS);
    assertThat(verdict.solved()).isEqualTo(64);
    assertThat(verdict.unsolved()).isZero();
    assertThat(verdict.reversed()).isNotNull();
    assertThat(VerdictWords.sentence(verdict)).startsWith("The claim fails: it holds in only ");
  }
}
