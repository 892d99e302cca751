package org.servanda.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.tree.AgentLogitEquilibrium;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.AgentLogitOutcome;
import org.servanda.engine.tree.AgentLogitSolver;
import org.servanda.engine.tree.BranchStatus;
import tools.jackson.databind.JsonNode;

/// Every extensive case at every precision: strategies, their logarithms, action values, values and
/// beliefs on the full tree; later meetings, turning points and bifurcations.
///
/// Probabilities in the files have 15 digits, logarithms 13, beliefs 12.
class AgentLogitOracleTest {
  private static Stream<JsonNode> entries(JsonNode file, String concept) {
    return StreamSupport.stream(file.get("expected").spliterator(), false)
        .filter(entry -> entry.get("concept").asString().equals(concept));
  }

  private static final Map<String, AgentLogitOutcome.Traced> TRACES = new HashMap<>();

  private static AgentLogitOutcome.Traced trace(String id) {
    return TRACES.computeIfAbsent(
        id,
        _ -> {
          var file = OracleFile.read(id);
          double[] lambdas =
              entries(file, "agent-logit-qre")
                  .mapToDouble(e -> e.get("lambda").asDouble())
                  .toArray();
          // Beyond the largest precision, so that later meetings are found.
          double follow = 1.5 * Arrays.stream(lambdas).max().orElseThrow();
          return AgentLogitSolver.solve(
                  new TreeFile(file).game, AgentLogitOptions.at(lambdas).followedTo(follow))
              .orThrow();
        });
  }

  static Stream<Arguments> cases() {
    var list = new ArrayList<Arguments>();
    for (String id : OracleFile.list("efg-")) {
      entries(OracleFile.read(id), "agent-logit-qre")
          .forEach(entry -> list.add(Arguments.of(id, entry.get("lambda").asDouble(), entry)));
    }
    assertThat(list).hasSizeGreaterThan(70);
    return list.stream();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("cases")
  void agreesAtEveryPrecision(String id, double lambda, JsonNode expected) {
    var file = OracleFile.read(id);
    var tree = new TreeFile(file);
    var trace = trace(id);
    assertThat(trace.status()).isEqualTo(BranchStatus.REACHED);
    double tolerance = file.get("tolerance").get("strategies").asDouble();
    List<AgentLogitEquilibrium> met =
        trace.equilibria().stream().filter(e -> e.lambda() == lambda).toList();
    var first = met.getFirst();
    assertThat(first.crossing()).isEqualTo(1);
    assertThat(first.residual()).isLessThan(1e-9);
    compare(tree, first, expected.get("strategies"), tolerance);
    JsonNode later = expected.path("later_crossings");
    assertThat(met).hasSize(1 + later.size());
    for (int k = 0; k < later.size(); k++) {
      assertThat(met.get(k + 1).crossing()).isEqualTo(k + 2);
      assertThat(met.get(k + 1).residual()).isLessThan(1e-9);
      compare(tree, met.get(k + 1), later.get(k), tolerance);
    }
    for (int i = 0; i < tree.game.players().size(); i++) {
      assertThat(first.value(i))
          .isCloseTo(
              expected.get("values").get(tree.game.players().get(i)).asDouble(),
              offset(file.get("tolerance").get("values").asDouble()));
    }
    actionValues(tree, first, expected);
    logarithms(tree, first, expected);
    beliefs(tree, first, expected.path("beliefs"), tolerance);
  }

  private static void compare(
      TreeFile tree, AgentLogitEquilibrium ours, JsonNode strategies, double tolerance) {
    assertThat(strategies.size()).isEqualTo(tree.sets.size());
    for (var set : strategies.properties()) {
      int h = tree.sets.get(set.getKey());
      for (int a = 0; a < set.getValue().size(); a++) {
        assertThat(ours.probability(h, a))
            .as("%s action %d", set.getKey(), a)
            .isCloseTo(set.getValue().get(a).asDouble(), offset(tolerance));
      }
    }
  }

  private static void actionValues(TreeFile tree, AgentLogitEquilibrium ours, JsonNode expected) {
    for (var set : expected.path("action_values").properties()) {
      int h = tree.sets.get(set.getKey());
      for (int a = 0; a < set.getValue().size(); a++) {
        assertThat(ours.actionValue(h, a))
            .as("value of %s action %d", set.getKey(), a)
            .isCloseTo(set.getValue().get(a).asDouble(), offset(1e-8));
      }
    }
  }

  private static void logarithms(TreeFile tree, AgentLogitEquilibrium ours, JsonNode expected) {
    for (var set : expected.path("log_strategies").properties()) {
      int h = tree.sets.get(set.getKey());
      for (int a = 0; a < set.getValue().size(); a++) {
        double theirs = set.getValue().get(a).asDouble();
        assertThat(ours.logProbability(h, a))
            .as("logarithm of %s action %d", set.getKey(), a)
            .isCloseTo(theirs, offset(1e-8 * (1 + Math.abs(theirs))));
      }
    }
  }

  private static void beliefs(
      TreeFile tree, AgentLogitEquilibrium ours, JsonNode expected, double tolerance) {
    for (var set : expected.properties()) {
      int h = tree.sets.get(set.getKey());
      var sums = new HashMap<String, Double>();
      List<Integer> members = tree.game.members(h);
      for (int m = 0; m < members.size(); m++) {
        sums.merge(tree.label(members.get(m)), ours.belief(h, m), Double::sum);
      }
      for (var belief : set.getValue().properties()) {
        assertThat(sums.get(belief.getKey()))
            .as("belief in %s at %s", belief.getKey(), set.getKey())
            .isCloseTo(belief.getValue().asDouble(), offset(tolerance));
      }
    }
  }

  @Test
  void turningPointsAreThoseOfTheCase() {
    var file = OracleFile.read("efg-20-fold");
    var tree = new TreeFile(file);
    JsonNode points =
        entries(file, "turning-points-of-principal-branch").findFirst().orElseThrow().get("points");
    var found = trace("efg-20-fold").turningPoints();
    assertThat(found).hasSize(points.size());
    for (int k = 0; k < points.size(); k++) {
      assertThat(found.get(k).lambda())
          .isCloseTo(points.get(k).get("lambda").asDouble(), offset(1e-8));
      compare(tree, found.get(k), points.get(k).get("strategies"), 1e-6);
    }
    assertThat(trace("efg-20-fold").bifurcations()).isEmpty();
  }

  @Test
  void theBifurcationIsReportedAndTheSymmetricBranchFollowedBeyondIt() {
    var found = trace("efg-21-pitchfork");
    assertThat(found.bifurcations()).hasSize(1);
    assertThat(found.bifurcations().getFirst().lambda()).isCloseTo(2, offset(1e-8));
    assertThat(found.turningPoints()).isEmpty();
    assertThat(found.lambda()).isEqualTo(7.5);
  }

  @Test
  void noOtherCaseTurnsOrBranches() {
    for (String id : OracleFile.list("efg-")) {
      if (!id.equals("efg-20-fold") && !id.equals("efg-21-pitchfork")) {
        assertThat(trace(id).turningPoints()).as(id).isEmpty();
        assertThat(trace(id).bifurcations()).as(id).isEmpty();
      }
    }
  }
}
