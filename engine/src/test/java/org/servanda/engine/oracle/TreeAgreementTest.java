package org.servanda.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.BeliefGridSolver;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.SolverOptions;
import org.servanda.engine.tree.AgentLogitEquilibrium;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.AgentLogitOutcome;
import org.servanda.engine.tree.AgentLogitSearch;
import org.servanda.engine.tree.AgentLogitSolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two solvers of the engine against each other: belief grids, decision by decision, and the
/// full tree of histories, all at once.
class TreeAgreementTest {
  private static final double FLOOR = 1e-8;

  /// Finer of two resolutions, for two types and for more, and the precisions compared: other ones
  /// than those of the files.
  private record Plan(String id, int resolution, int simplex, double... lambdas) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("efg-02-beer-quiche", 40, 8, 0.7, 3, 15),
          new Plan("efg-03-crisis-audience", 40, 8, 0.7, 3, 15),
          new Plan("efg-04-deterrence-signal", 10, 24, 0.7, 3),
          new Plan("efg-05-trust-two-rounds", 12, 8, 0.7, 3),
          new Plan("efg-08-chain-store2", 40, 8, 0.7, 3, 15),
          new Plan("efg-09-tioli-4types", 10, 4, 0.7, 3),
          new Plan("efg-11-spoiler-guarantor", 10, 8, 0.7, 3, 15),
          new Plan("efg-12-screening-2rounds", 10, 24, 0.7, 3),
          new Plan("efg-24-probe-and-shock", 40, 8, 0.7, 3, 15));

  static Stream<Arguments> plans() {
    return PLANS.stream()
        .flatMap(plan ->
            Arrays.stream(plan.lambdas())
                .mapToObj(lambda -> Arguments.of(plan.id(), lambda, plan)));
  }

  @Test
  void everyTypedCaseIsCompared() {
    var typed = new ArrayList<String>();
    for (String id : OracleFile.list("efg-")) {
      if (OracleFile.read(id).get("typed").asBoolean()) {
        typed.add(id);
      }
    }
    assertThat(PLANS.stream().map(Plan::id)).containsExactlyInAnyOrderElementsOf(typed);
  }

  private static QuantalResponseEquilibrium grid(
      ExtensiveGame game, double lambda, int resolution, int simplex) {
    return BeliefGridSolver.solve(
            game.stochastic.withPrecision(lambda),
            SolverOptions.defaults().withResolution(resolution).withSimplexResolution(simplex))
        .orThrow();
  }

  private static AgentLogitOutcome.Traced trace(TreeFile tree, double lambda) {
    return AgentLogitSolver.solve(tree.game, AgentLogitOptions.at(lambda)).orThrow();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("plans")
  void gridAndTreeAgreeWithinTheReportedError(String id, double lambda, Plan plan) {
    var file = OracleFile.read(id);
    var tree = new TreeFile(file);
    var traced = trace(tree, lambda);
    // No fold couples stages in these cases, so that the selections are the same.
    assertThat(traced.turningPoints()).isEmpty();
    var exact = traced.equilibria().getFirst();
    var game = new ExtensiveGame(file.get("game"));
    var fine = new TreeWalk(game, grid(game, lambda, plan.resolution(), plan.simplex()));
    var coarse =
        new TreeWalk(
            game,
            grid(
                game, lambda, Math.max(2, plan.resolution() / 2), Math.max(1, plan.simplex() / 2)));
    double reported = fine.largestDifference(coarse);
    fine.forEachInformationSet((name, strategy, _) -> {
      for (int a = 0; a < strategy.length; a++) {
        assertThat(strategy[a])
            .as("%s action %d, reported %s", name, a, reported)
            .isCloseTo(exact.probability(tree.sets.get(name), a), offset(reported + FLOOR));
      }
    });
  }

  /// A sender of two types, two messages, two replies; payoffs uniform in [0, 1).
  private static JsonNode signalling(long seed) {
    var random = new SplittableRandom(seed);
    var nodes = new StringBuilder();
    nodes.append(
        """
        {"id":0,"kind":"chance","labels":["t0","t1"],"probs":[0.5,0.5],"to":[1,8]}\
        """);
    for (int t = 0; t < 2; t++) {
      int v = 1 + 7 * t;
      nodes.append(move(v, "S" + t, v + 1, v + 4));
      for (int m = 0; m < 2; m++) {
        int w = v + 1 + 3 * m;
        nodes.append(move(w, "R" + m, w + 1, w + 2));
        for (int r = 0; r < 2; r++) {
          nodes.append(
              String.format(
                  Locale.ROOT,
                  ",{\"id\":%d,\"kind\":\"end\",\"payoffs\":[%s,%s]}",
                  w + 1 + r,
                  random.nextDouble(),
                  random.nextDouble()));
        }
      }
    }
    String game =
        """
        {"typed":true,"game":{"players":["S","R"],"types":{"S":{"t0":0.5,"t1":0.5}},"infosets":{
        "S0":{"player":"S","actions":["m0","m1"],"type":"t0","public":""},
        "S1":{"player":"S","actions":["m0","m1"],"type":"t1","public":""},
        "R0":{"player":"R","actions":["r0","r1"],"public":"m0"},
        "R1":{"player":"R","actions":["r0","r1"],"public":"m1"}},"nodes":[%s]}}\
        """
            .formatted(nodes);
    return JsonMapper.builder().build().readTree(game);
  }

  private static String move(int id, String set, int first, int second) {
    return ",{\"id\":%d,\"kind\":\"move\",\"infoset\":\"%s\",\"to\":[%d,%d]}"
        .formatted(id, set, first, second);
  }

  private static double difference(TreeFile tree, TreeWalk walk, AgentLogitEquilibrium other) {
    var worst = new double[1];
    walk.forEachInformationSet((name, strategy, _) -> {
      for (int a = 0; a < strategy.length; a++) {
        worst[0] =
            Math.max(worst[0], Math.abs(strategy[a] - other.probability(tree.sets.get(name), a)));
      }
    });
    return worst[0];
  }

  /// Where several equilibria exist the branch of the whole tree and the branches of single
  /// decisions may lead to different ones. Each must then be among those that a search finds.
  @Test
  void whereSelectionsDifferBothAreEquilibriaOfTheTree() {
    double lambda = 60;
    int agree = 0;
    int differ = 0;
    for (long seed = 0; seed < 60; seed++) {
      var file = signalling(seed);
      var tree = new TreeFile(file);
      var game = new ExtensiveGame(file.get("game"));
      var walk = new TreeWalk(game, grid(game, lambda, 160, 8));
      var coarse = new TreeWalk(game, grid(game, lambda, 80, 8));
      double error = 10 * walk.largestDifference(coarse) + 1e-6;
      var traced = trace(tree, lambda);
      if (difference(tree, walk, traced.equilibria().getFirst()) <= error) {
        agree++;
        continue;
      }
      differ++;
      var all =
          AgentLogitSearch.search(tree.game, lambda, 30, seed, AgentLogitOptions.at()).orThrow();
      assertThat(all.equilibria()).as("seed %d", seed).hasSizeGreaterThan(1);
      assertThat(all.equilibria())
          .as("seed %d, turning points %s", seed, traced.turningPoints().size())
          .anySatisfy(e -> assertThat(difference(tree, walk, e)).isLessThan(error + 1e-3));
    }
    // Most agree; the others show that the difference is real.
    assertThat(agree).isGreaterThan(50);
    assertThat(differ).isPositive();
  }
}
