package org.servanda.model.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.model.Drafts;

class ClauseEffectsTest {
  private static List<Effect> effects(String clauses) {
    var scenario =
        Drafts.read(
            """
            servanda: 1
            title: Effects
            time: {start: 2000-01-01, step: P6M, horizon: P10Y}
            parties:
              north: {role: principal}
              south: {role: principal, nuclear: threshold}
              ally: {role: guarantor, of: south}
            balance: {now: 2}
            issue: {share: {north: 0.4, south: 0.6}, steps: 1}
            agreement:
            %s
            """
                .formatted(clauses.indent(2)));
    return ClauseEffects.of(scenario, scenario.agreement());
  }

  static Stream<Arguments> clauses() {
    return Stream.of(
        Arguments.of("- neutrality-pledge: {by: south}", List.of("MakeBreach")),
        Arguments.of(
            "- non-aggression-pledge: {by: [north, south]}", List.of("MakeBreach", "MakeBreach")),
        Arguments.of("- force-limit: {by: south}", List.of("MakeBreach", "Hide")),
        Arguments.of(
            "- disarmament: {by: south, of: nuclear}", List.of("StartArms", "MakeBreach", "Hide")),
        Arguments.of(
            "- disarmament: {by: south, of: forces, size: 0.2}",
            List.of("StartWeaker", "MakeBreach", "Hide")),
        Arguments.of(
            "- territorial-terms: {from: south, to: north, share: 0.1}", List.of("Transfer")),
        Arguments.of("- demilitarized-zone: {}", List.of("SlowAttack", "Observe")),
        Arguments.of("- peacekeepers: {}", List.of("Charge", "Charge", "Observe")),
        Arguments.of(
            "- security-guarantee: {by: ally, to: south, level: tripwire}", List.of("Oblige")),
        Arguments.of("- sanctions-relief: {by: ally, to: north, size: 0.1}", List.of("Flow")),
        Arguments.of(
            "- aid: {by: ally, to: south, size: 0.1, balance: 0.05, years: P5Y}",
            List.of("Flow", "Strengthen")),
        Arguments.of("- sunset: {when: P5Y}", List.of("Lapse")),
        Arguments.of("- exit-clause: {notice: P1Y}", List.of("LawfulExit")),
        Arguments.of("- review: {when: P5Y}", List.of("Review")),
        Arguments.of("- implementation-commission: {}", List.of("SortOut")),
        Arguments.of(
            """
            - force-limit: {by: south}
            - verification: {of: force-limit, detection: 0.8}
            - snapback: {of: south}
            """,
            List.of("MakeBreach", "Hide", "Monitor", "Automatic")));
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void eachClauseHasItsEffects(String clauses, List<String> kinds) {
    assertThat(effects(clauses)).extracting(e -> e.getClass().getSimpleName()).isEqualTo(kinds);
  }

  @Test
  void everyKindOfClauseIsCovered() {
    var written =
        clauses()
            .map(a -> (String) a.get()[0])
            .flatMap(String::lines)
            .map(line -> line.replaceFirst("- ([a-z-]+):.*", "$1"))
            .distinct();
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ClauseKind.values()).map(ClauseKind::word).toList());
  }

  @Test
  void disarmamentLeavesTheKnowledge() {
    var arms =
        effects("- disarmament: {by: south, of: nuclear}").stream()
            .filter(Effect.StartArms.class::isInstance)
            .map(Effect.StartArms.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(arms.status().word()).isEqualTo("latent");
  }
}
