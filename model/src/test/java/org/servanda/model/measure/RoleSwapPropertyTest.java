package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.Drafts;
import org.servanda.model.measure.AssessOptions.Detail;

/// Exchanging the principals exchanges the results.
///
/// The arithmetic of a logarithm of a reciprocal and of sums in another order differs in the last
/// bits, so equality is to 1e-12 after eighty periods of backward induction.
class RoleSwapPropertyTest {
  private static final double ROUNDING = 1e-12;

  /// The twin's file rounds the inverse of a ratio to ten digits, and a history whose belief lies
  /// on the edge of a cell may then be merged with others: one that weighs a hundred thousandth at
  /// most, or with beliefs a cell apart.
  private static final double TWIN = 1e-5;

  private static Scenario scenario(String first, String second, String ratio, String drift) {
    return Drafts.read(
        """
        servanda: 1
        title: Swap
        time: {start: 2000-01-01, step: P6M, horizon: P10Y}
        parties:
          %s
          %s
          ally: {role: guarantor, of: south, leadership: democracy}
        balance: {now: %s, drift: %s}
        issue: {share: {north: 0.25, south: 0.75}, steps: 2}
        agreement:
          - non-aggression-pledge: {by: [north, south]}
          - force-limit: {by: south, cap: 1}
          - disarmament: {by: south, of: nuclear}
          - verification: {of: all}
          - snapback: {of: south, automatic: 0.5}
          - security-guarantee: {by: ally, to: south, level: defense-commitment}
          - aid: {by: ally, to: south, size: 0.05, balance: 0.02, years: P4Y}
        """
            .formatted(first, second, ratio, drift));
  }

  private static final String NORTH =
      "north: {role: principal, dispositions: {security-seeker: 0.6, expansionist: 0.4},"
          + " leadership: autocracy}";
  private static final String SOUTH =
      "south: {role: principal, dispositions: {security-seeker: 0.7, expansionist: 0.3}, nuclear:"
          + " latent}";

  private static Assessment assess(Scenario scenario) {
    var options =
        AssessOptions.standard().withDetail(Detail.HEADLINE).withResolution(4).withBalanceSteps(1);
    return (Assessment) Assessor.assess(scenario, options, Stages.none(), new Cancellation());
  }

  private static Map<String, Double> values(Assessment assessment) {
    return assessment.values().stream()
        .collect(Collectors.toMap(v -> v.party() + " " + v.type(), v -> v.value()));
  }

  private static Map<String, Double> causes(Assessment assessment) {
    return assessment.causes().stream()
        .collect(
            Collectors.toMap(
                c -> c.clock() + " " + c.party() + " " + c.mechanism(), c -> c.probability()));
  }

  private static void assertSame(Map<String, Double> one, Map<String, Double> other) {
    assertThat(other.keySet()).isEqualTo(one.keySet());
    one.forEach(
        (key, value) -> assertThat(other.get(key)).as(key).isCloseTo(value, within(ROUNDING)));
  }

  @Test
  void exchangingThePrincipalsExchangesTheResults() {
    var one = assess(scenario(NORTH, SOUTH, "3", "0.02"));
    var other = assess(scenario(SOUTH, NORTH, "0.3333333333333333", "-0.02"));
    assertSame(values(one), values(other));
    assertSame(causes(one), causes(other));
    for (var point : one.survival().clash().points()) {
      assertThat(other.survival().clash().at(point.years()))
          .isCloseTo(point.probability(), within(ROUNDING));
    }
  }

  @Test
  void equalPrincipalsFareEqually() {
    var scenario =
        Drafts.read(
            """
            servanda: 1
            title: Equal
            time: {start: 2000-01-01, step: P6M, horizon: P10Y}
            parties:
              east: {role: principal, dispositions: {security-seeker: 0.5, expansionist: 0.5}}
              west: {role: principal, dispositions: {security-seeker: 0.5, expansionist: 0.5}}
            balance: {now: 1}
            issue: {share: {east: 0.5, west: 0.5}, steps: 1}
            agreement:
              - non-aggression-pledge: {by: [east, west]}
            """);
    var values = values(assess(scenario));
    assertThat(values.get("east all")).isCloseTo(values.get("west all"), within(ROUNDING));
  }

  /// The founding question and its twin in the catalogue last equally long on every clock.
  @Test
  void theTwinOfTheFoundingQuestionLastsAsLong() {
    var one = survival("ukraine/2025-neutrality-for-peace.yaml");
    var twin = survival("ukraine/2025-neutrality-for-peace-swapped.yaml");
    assertAlike(one.clash(), twin.clash());
    assertAlike(Objects.requireNonNull(one.breach()), Objects.requireNonNull(twin.breach()));
    assertAlike(Objects.requireNonNull(one.exit()), Objects.requireNonNull(twin.exit()));
  }

  private static Survival survival(String accord) {
    var options = AssessOptions.standard().withResolution(4).withBalanceSteps(1);
    return Assessor.survival(Drafts.accord(accord), options, new Cancellation());
  }

  private static void assertAlike(Survival.Curve one, Survival.Curve twin) {
    assertThat(twin.points()).hasSameSizeAs(one.points());
    one.points()
        .forEach(p -> assertThat(twin.at(p.years())).isCloseTo(p.probability(), within(TWIN)));
  }
}
