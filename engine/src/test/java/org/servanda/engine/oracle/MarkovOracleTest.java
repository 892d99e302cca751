package org.servanda.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.markov.MarkovBranch;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovLimit;
import org.servanda.engine.markov.MarkovLogitSolver;
import org.servanda.engine.markov.MarkovOptions;
import org.servanda.engine.markov.MarkovProfile;
import tools.jackson.databind.JsonNode;

/// Stationary logit equilibria and their limits, against sgamesolver and a separate tracer.
final class MarkovOracleTest {
  static List<String> cases() {
    return OracleFile.list("mkv-");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPrecisionAndTheLimitHaveTheExpectedPlay(String id) {
    var file = OracleFile.read(id);
    var game = MarkovFile.game(file.get("game"));
    var lambdas = new ArrayList<Double>();
    for (var expected : file.get("expected")) {
      if (!expected.get("lambda").isString()) {
        lambdas.add(expected.get("lambda").asDouble());
      }
    }
    var limit =
        MarkovLogitSolver.limit(game, lambdas, MarkovOptions.defaults(), null, new Cancellation());
    assertThat(limit).as(id).isInstanceOf(MarkovLimit.Verified.class);
    var verified = (MarkovLimit.Verified) limit;
    var tolerance = file.get("tolerance");
    for (var expected : file.get("expected")) {
      if (expected.get("lambda").isString()) {
        compare(id, expected, verified.equilibrium(), tolerance.get("limit_strategies"), tolerance);
        assertThat(verified.pure()).isEqualTo(expected.get("pure").asBoolean());
        assertThat(verified.regret()).isLessThan(1e-9);
      } else {
        var met = verified.branch().first(expected.get("lambda").asDouble());
        assertThat(met).isNotNull();
        assertThat(met.residual()).isLessThan(1e-10);
        compare(id, expected, met.profile(), tolerance.get("strategies"), tolerance);
      }
    }
  }

  private static void compare(
      String id, JsonNode expected, MarkovProfile profile, JsonNode strategies, JsonNode all) {
    var game = profile.game();
    for (int s = 0; s < game.states(); s++) {
      for (int i = 0; i < game.players(); i++) {
        String where = "%s at %s, state %d, player %d".formatted(id, expected.get("lambda"), s, i);
        var probabilities = expected.get("strategies").get(s).get(i);
        for (int a = 0; a < game.actions(s, i); a++) {
          assertThat(profile.probability(s, i, a))
              .as(where)
              .isCloseTo(probabilities.get(a).asDouble(), offset(strategies.asDouble()));
        }
        assertThat(profile.value(s, i))
            .as(where)
            .isCloseTo(
                expected.get("values").get(s).get(i).asDouble(),
                offset(all.get("values").asDouble()));
      }
    }
  }

  @Test
  void asymmetricMatchingPenniesHasItsUniqueLogitEquilibrium() {
    var file = OracleFile.read("ana-07-asymmetric-matching-pennies");
    for (var expected : file.get("expected")) {
      var parameters = expected.get("parameters");
      var game = matchingPennies(parameters.get("x").asDouble());
      var lambda = parameters.get("lambda");
      MarkovProfile profile;
      if (lambda.isString()) {
        profile =
            MarkovLogitSolver.limit(game, MarkovOptions.defaults(), new Cancellation()).orThrow();
      } else {
        var branch =
            MarkovLogitSolver.trace(
                game, List.of(lambda.asDouble()), MarkovOptions.defaults(), new Cancellation());
        assertThat(branch.status()).isEqualTo(MarkovBranch.Status.REACHED);
        profile = branch.equilibria().getFirst().profile();
      }
      assertThat(profile.probability(0, 0, 0))
          .isCloseTo(expected.get("p_up").asDouble(), offset(1e-10));
      assertThat(profile.probability(0, 1, 0))
          .isCloseTo(expected.get("q_left").asDouble(), offset(1e-10));
    }
  }

  private static MarkovGame matchingPennies(double x) {
    var builder = MarkovGame.builder(List.of("row", "column"), 0, 0);
    builder.state("stage", List.of(List.of("up", "down"), List.of("left", "right")));
    double[][] payoffs = {{x, 0}, {0, 1}, {0, 1}, {1, 0}};
    for (int k = 0; k < 4; k++) {
      builder.profile(0, new int[] {k >> 1, k & 1}, payoffs[k]);
    }
    return builder.build();
  }

  @Test
  void theThreatOfDefectionForEverHoldsFromTheExpectedDiscountOn() {
    var file = OracleFile.read("ana-08-grim-trigger");
    for (var expected : file.get("expected")) {
      double threshold = expected.get("delta_star").asDouble();
      var parameters = expected.get("parameters");
      assertThat(grimTrigger(parameters, threshold + 1e-6).regret()).isLessThan(1e-9);
      assertThat(grimTrigger(parameters, threshold - 1e-6).regret()).isGreaterThan(1e-7);
    }
  }

  /// Both cooperate until a defection is noticed, then nobody ever does.
  private static MarkovProfile grimTrigger(JsonNode parameters, double discount) {
    double reward = parameters.get("R").asDouble();
    double tempted = parameters.get("T").asDouble();
    double fooled = parameters.get("S").asDouble();
    double punished = parameters.get("P").asDouble();
    double noticed = parameters.get("m").asDouble();
    double[][] payoffs = {
      {reward, reward}, {fooled, tempted}, {tempted, fooled}, {punished, punished}
    };
    var builder = MarkovGame.builder(List.of("row", "column"), discount, discount);
    var moves = List.of("cooperate", "defect");
    builder.state("agreement", List.of(moves, moves));
    builder.state("broken", List.of(moves, moves));
    for (int k = 0; k < 4; k++) {
      double breaks = k == 0 ? 0 : noticed;
      int[] action = {k >> 1, k & 1};
      builder.profile(0, action, payoffs[k], new int[] {0, 1}, new double[] {1 - breaks, breaks});
      builder.profile(1, action, payoffs[k], new int[] {1}, new double[] {1});
    }
    double[][] cooperate = {{1, 0}, {1, 0}};
    double[][] defect = {{0, 1}, {0, 1}};
    return MarkovProfile.evaluate(builder.build(), new double[][][] {cooperate, defect});
  }

  /// Two players who move at once are a game of one state.
  private static MarkovGame oneState(JsonNode game) {
    var sets = game.get("infosets");
    var rows = sets.get("Row").get("actions");
    var columns = sets.get("Column").get("actions");
    var builder = MarkovGame.builder(List.of("Row", "Column"), 0, 0);
    builder.state("stage", List.of(strings(rows), strings(columns)));
    var nodes = game.get("nodes");
    for (int r = 0; r < rows.size(); r++) {
      var second = nodes.get(nodes.get(0).get("to").get(r).asInt());
      for (int c = 0; c < columns.size(); c++) {
        var end = nodes.get(second.get("to").get(c).asInt()).get("payoffs");
        double[] payoffs = {OracleFile.number(end.get(0)), OracleFile.number(end.get(1))};
        builder.profile(0, new int[] {r, c}, payoffs);
      }
    }
    return builder.build();
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(item -> strings.add(item.asString()));
    return strings;
  }

  @ParameterizedTest
  @ValueSource(strings = {"efg-20-fold", "efg-21-pitchfork"})
  void foldsAndForksOfOneStageGamesAreFoundWithAllTheirCrossings(String id) {
    var file = OracleFile.read(id);
    var lambdas = new ArrayList<Double>();
    for (var expected : file.get("expected")) {
      if (expected.get("concept").asString().equals("agent-logit-qre")) {
        lambdas.add(expected.get("lambda").asDouble());
      }
    }
    var limit =
        MarkovLogitSolver.limit(
            oneState(file.get("game")),
            lambdas,
            MarkovOptions.defaults(),
            null,
            new Cancellation());
    var branch = limit.branch();
    for (var expected : file.get("expected")) {
      switch (expected.get("concept").asString()) {
        case "agent-logit-qre" -> crossings(expected, branch);
        case "turning-points-of-principal-branch" -> {
          var points = expected.get("points");
          assertThat(branch.turningPoints()).hasSize(points.size());
          for (int k = 0; k < points.size(); k++) {
            assertThat(branch.turningPoints().get(k))
                .isCloseTo(points.get(k).get("lambda").asDouble(), offset(1e-8));
          }
        }
        case "bifurcation" ->
            assertThat(branch.bifurcations().getFirst())
                .isCloseTo(expected.get("lambda").asDouble(), offset(1e-6));
        default -> same(expected.get("strategies"), limit.orThrow());
      }
    }
  }

  private static void crossings(JsonNode expected, MarkovBranch branch) {
    double lambda = expected.get("lambda").asDouble();
    var met = branch.equilibria().stream().filter(one -> one.lambda() == lambda).toList();
    var later = expected.get("later_crossings");
    assertThat(met).hasSize(later == null ? 1 : 1 + later.size());
    same(expected.get("strategies"), met.getFirst().profile());
    for (int k = 1; k < met.size(); k++) {
      assertThat(met.get(k).crossing()).isEqualTo(k + 1);
      same(later.get(k - 1), met.get(k).profile());
    }
  }

  private static void same(JsonNode strategies, MarkovProfile profile) {
    for (int i = 0; i < 2; i++) {
      var expected = strategies.get(profile.game().player(i));
      for (int a = 0; a < expected.size(); a++) {
        assertThat(profile.probability(0, i, a))
            .isCloseTo(expected.get(a).asDouble(), offset(1e-8));
      }
    }
  }

  /// The file gives the best sum of an equilibrium chosen at every stage; the branch may lead to
  /// another one, which must then be an equilibrium of the game written out step by step.
  @Test
  void mediumAccessWrittenOutStepByStepEndsInAnEquilibrium() {
    var file = OracleFile.read("csg-11-medium-access");
    var expected = file.get("expected").get(0);
    var stage = MarkovFile.game(file.get("game"));
    int horizon = expected.get("horizon").asInt();
    int start = expected.get("initial_state").asInt();
    var limit =
        MarkovLogitSolver.limit(
            stepByStep(stage, horizon), MarkovOptions.defaults(), new Cancellation());
    assertThat(limit).isInstanceOf(MarkovLimit.Verified.class);
    var profile = limit.orThrow();
    assertThat(profile.regret()).isLessThan(1e-9);
    double sum = profile.value(start, 0) + profile.value(start, 1);
    assertThat(sum).isBetween(0.0, expected.get("sum").asDouble() + 1e-6);
  }

  private static MarkovGame stepByStep(MarkovGame stage, int horizon) {
    var builder = MarkovGame.builder(List.of(stage.player(0), stage.player(1)), 1, 1);
    int states = stage.states();
    for (int s = 0; s < states * horizon; s++) {
      int x = s % states;
      builder.state(stage.state(x), List.of(labels(stage, x, 0), labels(stage, x, 1)));
    }
    for (int s = 0; s < states * horizon; s++) {
      int x = s % states;
      boolean last = s / states == horizon - 1;
      for (int k = 0; k < stage.profiles(x); k++) {
        int count = last ? 0 : stage.successors(x, k);
        var to = new int[count];
        var p = new double[count];
        for (int e = 0; e < count; e++) {
          to[e] = (s / states + 1) * states + stage.successor(x, k, e);
          p[e] = stage.probability(x, k, e);
        }
        int columns = stage.actions(x, 1);
        builder.profile(
            s,
            new int[] {k / columns, k % columns},
            new double[] {stage.payoff(x, k, 0), stage.payoff(x, k, 1)},
            to,
            p);
      }
    }
    return builder.build();
  }

  private static List<String> labels(MarkovGame game, int state, int player) {
    var labels = new ArrayList<String>();
    for (int a = 0; a < game.actions(state, player); a++) {
      labels.add(game.action(state, player, a));
    }
    return labels;
  }
}
