package org.servanda.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.BeliefGridSolver;
import org.servanda.engine.equilibrium.InterpolationError;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.SolverOptions;
import tools.jackson.databind.JsonNode;

/// Extensive games solved independently on the full tree: strategies at every information set,
/// values and beliefs.
///
/// The tolerance is the solution's own reported error, the change between two resolutions, plus a
/// floor: 1e-8, the tolerance of the cases themselves, for games the grid expresses exactly.
class TypedGameOracleTest {
  private static final double FLOOR = 1e-8;

  /// Cases, largest precision, and the finer of the two resolutions (two types; more types).
  private record Plan(String id, double most, int resolution, int simplex) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("efg-02-beer-quiche", 20, 40, 8),
          new Plan("efg-03-crisis-audience", 20, 40, 8),
          new Plan("efg-04-deterrence-signal", 20, 10, 24),
          new Plan("efg-05-trust-two-rounds", 20, 12, 8),
          new Plan("efg-08-chain-store2", 20, 40, 8),
          new Plan("efg-09-tioli-4types", 10, 10, 4),
          new Plan("efg-11-spoiler-guarantor", 20, 10, 8),
          new Plan("efg-12-screening-2rounds", 10, 10, 24),
          new Plan("efg-24-probe-and-shock", 20, 40, 8));

  /// Cases that are not typed but have public histories all the same: solved exactly.
  private static final List<Plan> UNTYPED =
      List.of(
          new Plan("efg-01-centipede4", 10, 2, 1),
          new Plan("efg-06-ultimatum11", 5, 2, 1),
          new Plan("efg-10-signorino4", 20, 2, 1),
          new Plan("efg-20-fold", 3, 2, 1),
          new Plan("efg-21-pitchfork", 1.9, 2, 1));

  static Stream<Arguments> cases() {
    var list = new ArrayList<Arguments>();
    for (var plan : Stream.concat(PLANS.stream(), UNTYPED.stream()).toList()) {
      for (JsonNode expected : OracleFile.read(plan.id()).get("expected")) {
        if (expected.get("concept").asString().equals("agent-logit-qre")
            && expected.get("lambda").asDouble() <= plan.most()) {
          list.add(Arguments.of(plan, expected.get("lambda").asDouble(), expected));
        }
      }
    }
    return list.stream();
  }

  private static QuantalResponseEquilibrium solve(
      ExtensiveGame game, double lambda, int resolution, int simplex) {
    return BeliefGridSolver.solve(
            game.stochastic.withPrecision(lambda),
            SolverOptions.defaults().withResolution(resolution).withSimplexResolution(simplex))
        .orThrow();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("cases")
  void agreesWithTheFullTreeWithinItsReportedError(Plan plan, double lambda, JsonNode expected) {
    var game = new ExtensiveGame(OracleFile.read(plan.id()).get("game"));
    var fine = solve(game, lambda, plan.resolution(), plan.simplex());
    assertThat(fine.run().residual()).isLessThan(1e-9);
    var coarse =
        solve(game, lambda, Math.max(2, plan.resolution() / 2), Math.max(1, plan.simplex() / 2));
    var walk = new TreeWalk(game, fine);
    double reported = walk.largestDifference(new TreeWalk(game, coarse));
    double values = InterpolationError.between(fine, coarse, List.of()).value();
    walk.forEachInformationSet((name, strategy, beliefs) -> {
      JsonNode probabilities = expected.get("strategies").get(name);
      for (int a = 0; a < probabilities.size(); a++) {
        assertThat(strategy[a])
            .as("%s action %d, reported %s", name, a, reported)
            .isCloseTo(probabilities.get(a).asDouble(), offset(reported + FLOOR));
      }
      for (Map.Entry<String, JsonNode> belief : expected.path("beliefs").path(name).properties()) {
        double ours = beliefs.getOrDefault(belief.getKey(), Double.NaN);
        if (!Double.isNaN(ours)) {
          assertThat(ours)
              .as("%s belief in %s, reported %s", name, belief.getKey(), reported)
              .isCloseTo(belief.getValue().asDouble(), offset(reported + FLOOR));
        }
      }
    });
    for (int i = 0; i < game.stochastic.types().players(); i++) {
      double value = 0;
      for (int k = 0; k < game.stochastic.types().types(i); k++) {
        value += game.stochastic.prior(i).at(k) * fine.value(i, k);
      }
      assertThat(value)
          .as("value of %s, reported %s", game.player(i), values)
          .isCloseTo(expected.get("values").get(game.player(i)).asDouble(), offset(values + FLOOR));
    }
  }

  @Test
  void everyCaseOfTheFolderIsSolvedOrListedWithAReason() {
    var covered = new ArrayList<String>();
    PLANS.forEach(plan -> covered.add(plan.id()));
    UNTYPED.forEach(plan -> covered.add(plan.id()));
    var reasons =
        Map.of(
            "efg-07-selten-horse",
            "typed: false; information set C spans several public histories");
    covered.addAll(reasons.keySet());
    assertThat(covered).containsExactlyInAnyOrderElementsOf(OracleFile.list("efg-"));
    for (String id : reasons.keySet()) {
      var game = OracleFile.read(id).get("game");
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> new ExtensiveGame(game))
          .isInstanceOf(ExtensiveGame.NotExpressible.class)
          .hasMessageContaining("spans several public histories");
    }
  }

  @Test
  void precisionsLeftOutAreTheLimitsAndThoseAboveTheBoundOnly() {
    for (var plan : PLANS) {
      for (JsonNode expected : OracleFile.read(plan.id()).get("expected")) {
        if (!expected.get("concept").asString().equals("agent-logit-qre")) {
          assertThat(expected.get("lambda").asString()).isEqualTo("inf");
        } else if (expected.get("lambda").asDouble() > plan.most()) {
          assertThat(expected.get("lambda").asDouble()).isGreaterThan(10);
        }
      }
    }
  }

  /// The error falls as documented: fourth order for two types, at least close to second for three.
  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "efg-03-crisis-audience, 5, 10, 8, 80, 8, 3.0",
    "efg-08-chain-store2, 5, 10, 8, 80, 8, 3.0",
    "efg-24-probe-and-shock, 5, 10, 8, 40, 8, 3.0",
    "efg-12-screening-2rounds, 5, 4, 4, 4, 32, 1.5",
  })
  void errorFallsAtTheDocumentedOrder(
      String id, double lambda, int low, int lowSimplex, int high, int highSimplex, double least) {
    var file = OracleFile.read(id);
    var game = new ExtensiveGame(file.get("game"));
    JsonNode expected = null;
    for (JsonNode entry : file.get("expected")) {
      if (entry.get("concept").asString().equals("agent-logit-qre")
          && entry.get("lambda").asDouble() == lambda) {
        expected = entry;
      }
    }
    double coarse = valueError(game, expected, lambda, low, lowSimplex);
    double fine = valueError(game, expected, lambda, high, highSimplex);
    double refinement = Math.max((double) high / low, (double) highSimplex / lowSimplex);
    double order = Math.log(coarse / fine) / Math.log(refinement);
    assertThat(order).as("errors %s and %s", coarse, fine).isGreaterThan(least);
  }

  private static double valueError(
      ExtensiveGame game, JsonNode expected, double lambda, int resolution, int simplex) {
    var equilibrium = solve(game, lambda, resolution, simplex);
    double worst = 0;
    for (int i = 0; i < game.stochastic.types().players(); i++) {
      double value = 0;
      for (int k = 0; k < game.stochastic.types().types(i); k++) {
        value += game.stochastic.prior(i).at(k) * equilibrium.value(i, k);
      }
      worst =
          Math.max(worst, Math.abs(value - expected.get("values").get(game.player(i)).asDouble()));
    }
    return worst;
  }
}
