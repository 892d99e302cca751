package org.servanda.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.tree.AgentLogitLimit;
import org.servanda.engine.tree.AgentLogitLimitOutcome;
import org.servanda.engine.tree.AgentLogitLimitSolver;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.BranchStatus;
import tools.jackson.databind.JsonNode;

/// The limits of every extensive case.
///
/// The cases' own limits are extrapolations from precision times payoff range of 8,000; strategies
/// agree within their tolerance. Where beliefs and reached sets differ, ours are shown to be right:
/// beliefs by Bayes' rule from the limiting choices, reached sets by the gap in value.
class AgentLogitLimitOracleTest {
  private static final Map<String, AgentLogitLimitOutcome.Followed> LIMITS = new HashMap<>();

  private static AgentLogitLimitOutcome.Followed limit(String id) {
    return LIMITS.computeIfAbsent(
        id,
        _ ->
            AgentLogitLimitSolver.solve(
                    new TreeFile(OracleFile.read(id)).game, AgentLogitOptions.at())
                .orThrow());
  }

  private static JsonNode expected(String id) {
    return StreamSupport.stream(OracleFile.read(id).get("expected").spliterator(), false)
        .filter(entry -> entry.get("concept").asString().equals("limit-of-principal-branch"))
        .findFirst()
        .orElseThrow();
  }

  static Stream<String> cases() {
    // The pitchfork case has no limit entry; it has a test of its own.
    return OracleFile.list("efg-").stream().filter(id -> !id.equals("efg-21-pitchfork"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void strategiesAgreeAndNobodyRegretsAnything(String id) {
    var file = OracleFile.read(id);
    var tree = new TreeFile(file);
    var followed = limit(id);
    AgentLogitLimit limit = followed.limit();
    assertThat(followed.status()).isEqualTo(BranchStatus.REACHED);
    assertThat(limit.verified()).isTrue();
    assertThat(limit.exact()).isTrue();
    assertThat(limit.error()).isLessThan(1e-7);
    assertThat(limit.regretOnPath()).isLessThan(1e-13);
    assertThat(limit.regretOffPath()).isLessThan(1e-8);
    double tolerance = file.get("tolerance").get("limit_strategies").asDouble();
    for (var set : expected(id).get("strategies").properties()) {
      int h = tree.sets.get(set.getKey());
      for (int a = 0; a < set.getValue().size(); a++) {
        assertThat(limit.probability(h, a))
            .as("%s action %d", set.getKey(), a)
            .isCloseTo(set.getValue().get(a).asDouble(), offset(tolerance));
      }
    }
    for (var value : expected(id).path("values").properties()) {
      int i = tree.game.players().indexOf(value.getKey());
      assertThat(limit.value(i))
          .as("value of %s", value.getKey())
          .isCloseTo(value.getValue().asDouble(), offset(tolerance));
    }
  }

  /// Sets that the case calls reached although what leads to them vanishes: offers whose
  /// probability is still 1e-6 at the precision from which the case extrapolates.
  private static final Set<String> STILL_VANISHING =
      Set.of(
          "B|c05|offer3/10",
          "B|c05|offer2/5",
          "B|c15|offer3/10",
          "B|c15|offer2/5",
          "B|c25|offer3/10",
          "B|c25|offer2/5",
          "B|c35|offer3/10",
          "B|c35|offer2/5");

  @ParameterizedTest
  @MethodSource("cases")
  void theSameSetsAreReached(String id) {
    var tree = new TreeFile(OracleFile.read(id));
    for (var set : expected(id).path("on_path").properties()) {
      if (!(id.equals("efg-09-tioli-4types") && STILL_VANISHING.contains(set.getKey()))) {
        assertThat(limit(id).limit().reached(tree.sets.get(set.getKey())))
            .as(set.getKey())
            .isEqualTo(set.getValue().asBoolean());
      }
    }
  }

  @Test
  void offersThatTheCaseStillCountsAreWorseByAFixedAmount() {
    var tree = new TreeFile(OracleFile.read("efg-09-tioli-4types"));
    var limit = limit("efg-09-tioli-4types").limit();
    int offers = tree.sets.get("A|");
    double best = limit.actionValue(offers, 7);
    for (int a : new int[] {6, 8}) {
      assertThat(limit.probability(offers, a)).isZero();
      // Odds fall like exp(-gap lambda): 1.2e-6 at lambda 8000, and nothing in the limit.
      double gap = best - limit.actionValue(offers, a);
      assertThat(gap).isGreaterThan(1e-3);
      assertThat(Math.exp(-8_000 * gap)).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void beliefsFollowBayesRuleFromTheLimitingChoices(String id) {
    var tree = new TreeFile(OracleFile.read(id));
    var limit = limit(id).limit();
    var reach = new Reach(tree.game, limit);
    for (int h = 0; h < tree.game.informationSets().size(); h++) {
      var members = tree.game.members(h);
      double total = members.stream().mapToDouble(v -> reach.of(v)).sum();
      assertThat(limit.reached(h)).isEqualTo(total > 0);
      for (int m = 0; total > 0 && m < members.size(); m++) {
        assertThat(limit.belief(h, m))
            .as("node %d", members.get(m))
            .isCloseTo(reach.of(members.get(m)) / total, offset(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void beliefsAgreeAsFarAsTheCasesHaveConverged(String id) {
    var tree = new TreeFile(OracleFile.read(id));
    for (var set : expected(id).path("beliefs").properties()) {
      int h = tree.sets.get(set.getKey());
      var sums = new HashMap<String, Double>();
      var members = tree.game.members(h);
      for (int m = 0; m < members.size(); m++) {
        sums.merge(tree.label(members.get(m)), limit(id).limit().belief(h, m), Double::sum);
      }
      for (var belief : set.getValue().properties()) {
        // Not extrapolated there: off by terms of order one over 8,000, logarithms apart.
        assertThat(sums.get(belief.getKey()))
            .as("%s in %s", belief.getKey(), set.getKey())
            .isCloseTo(belief.getValue().asDouble(), offset(3e-3));
      }
    }
  }

  @Test
  void theSymmetricBranchOfThePitchforkEndsInTheMixedEquilibrium() {
    var followed = limit("efg-21-pitchfork");
    assertThat(followed.limit().verified()).isTrue();
    assertThat(followed.limit().probability(0, 0)).isEqualTo(0.5);
    assertThat(followed.bifurcations()).hasSize(1);
  }

  @Test
  void mixedLimitsAreTheFractionsThatIndifferenceGives() {
    var chain = new TreeFile(OracleFile.read("efg-08-chain-store2"));
    var limit = limit("efg-08-chain-store2").limit();
    // Kreps and Wilson: the weak incumbent fights so that the entrant believes 1/2.
    assertThat(limit.probability(chain.sets.get("Incumbent|weak|enter"), 0))
        .isCloseTo(0.25, offset(1e-14));
    assertThat(limit.probability(chain.sets.get("Entrant2|fight"), 0))
        .isCloseTo(0.5, offset(1e-14));
    var crisis = new TreeFile(OracleFile.read("efg-03-crisis-audience"));
    assertThat(
            limit("efg-03-crisis-audience")
                .limit()
                .probability(crisis.sets.get("Defender|weak|challenge"), 0))
        .isCloseTo(6.0 / 13, offset(1e-14));
  }
}
