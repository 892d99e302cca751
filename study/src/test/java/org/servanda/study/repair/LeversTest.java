package org.servanda.study.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.study.Drafts;

class LeversTest {

  @Test
  void aGuaranteeMovesToEveryOtherLevelAndAway() {
    var scenario = Drafts.read(RepairDrafts.GUARANTEED);
    var guarantee =
        Levers.of(scenario).stream().filter(c -> c.lever().startsWith("guarantee")).toList();

    assertThat(guarantee)
        .extracting(c -> c.to() instanceof Clause.SecurityGuarantee g ? g.level() : null)
        .containsExactly(
            GuaranteeLevel.CONSULTATION,
            GuaranteeLevel.DEFENSE_COMMITMENT,
            GuaranteeLevel.TRIPWIRE,
            GuaranteeLevel.MEMBERSHIP,
            null);
    assertThat(guarantee).extracting(Change::steps).containsExactly(1, 2, 3, 4, 1);
  }

  @Test
  void guarantorsPromiseNothingToThoseTheyDoNotProtect() {
    var changes = Levers.of(Drafts.read(RepairDrafts.GUARANTEED));

    assertThat(changes)
        .extracting(Change::lever)
        .noneMatch(
            l -> l.equals("guarantee west to north") || l.equals("military aid west to north"))
        .contains("military aid west to south", "aid west to north");
  }

  @Test
  void sanctionsAreLiftedOnlyWhereTheFileKnowsOfSome() {
    var without = Levers.of(Drafts.read(RepairDrafts.GUARANTEED));
    var with = Levers.of(Drafts.read(RepairDrafts.GUARANTEED + RepairDrafts.RELIEF));

    assertThat(without).noneMatch(c -> c.to() instanceof Clause.SanctionsRelief);
    assertThat(with)
        .filteredOn(c -> c.to() instanceof Clause.SanctionsRelief)
        .extracting(Change::lever)
        .containsOnly("relief west to north");
  }

  @Test
  void everyKindOfClauseCanBePutInOrTakenOut() {
    var touched =
        Stream.of(RepairDrafts.GUARANTEED + RepairDrafts.RELIEF, RepairDrafts.EVERYTHING)
            .flatMap(text -> Levers.of(Drafts.read(text)).stream())
            .flatMap(c -> Stream.of(c.from(), c.to()))
            .flatMap(c -> c == null ? Stream.of() : Stream.of(c.kind()))
            .collect(Collectors.toSet());

    assertThat(touched).isEqualTo(Set.of(ClauseKind.values()));
  }

  @ParameterizedTest
  @ValueSource(strings = {Drafts.SMALL, RepairDrafts.GUARANTEED, RepairDrafts.EVERYTHING})
  void everyChangeHasOneClauseAndPositiveSteps(String text) {
    var scenario = Drafts.read(text);

    for (var change : Levers.of(scenario)) {
      var changed = change.in(scenario.agreement()).clauses();
      int more = (change.to() == null ? 0 : 1) - (change.from() == null ? 0 : 1);
      assertThat(changed).hasSize(scenario.agreement().clauses().size() + more);
      assertThat(changed).isNotEqualTo(scenario.agreement().clauses());
      assertThat(change.steps()).as(change.words()).isPositive();
    }
  }

  @Test
  void whatAFileWouldNotBeReadWithIsRefused() {
    var text = new ScenarioText("draft.yaml", RepairDrafts.GUARANTEED);
    var scenario = text.read().orThrow();
    var check = new ClauseCheck(text);
    var all = Levers.of(scenario);
    var verification =
        all.stream()
            .filter(c -> c.lever().equals("verification of force-limit"))
            .findFirst()
            .orElseThrow();
    var limit =
        all.stream().filter(c -> c.lever().equals("force limit north")).findFirst().orElseThrow();

    assertThat(check.passes(scenario.agreement())).isTrue();
    assertThat(check.passes(verification.in(scenario.agreement()))).isFalse();
    assertThat(check.passes(Change.all(List.of(limit, verification), scenario.agreement())))
        .isTrue();
  }

  @Test
  void setsHoldOneChangeOfALeverAndFewChanges() {
    var text = new ScenarioText("draft.yaml", RepairDrafts.GUARANTEED);
    var scenario = text.read().orThrow();
    var all = Levers.of(scenario);
    var moves = new Moves(scenario, new ClauseCheck(text), all);
    var levels = all.stream().filter(c -> c.lever().startsWith("guarantee")).limit(2).toList();
    var four =
        all.stream().collect(Collectors.toMap(Change::lever, c -> c, (a, _) -> a)).values().stream()
            .limit(4)
            .collect(Collectors.toSet());

    assertThat(moves.ordered(Set.copyOf(levels))).isNull();
    assertThat(moves.ordered(four)).isNull();
    assertThat(moves.ordered(Set.of(levels.getFirst()))).containsExactly(levels.getFirst());
  }
}
