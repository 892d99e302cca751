package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `servanda solve` on every oracle case with a game, from the command line to JSON: every
/// precision, limits, turning points and bifurcations, within the tolerance of the case.
class SolveOracleTest {
  private static final Path ORACLES =
      Path.of(System.getProperty("servanda.root"), "engine/src/test/resources/oracles");

  @TempDir private Path folder;

  static Stream<String> trees() {
    return cases("efg");
  }

  static Stream<String> stationary() {
    return cases("mkv");
  }

  static Stream<String> zeroSum() {
    return Stream.concat(cases("csg"), cases("tsg")).filter(id -> !id.startsWith("csg-11"));
  }

  private static Stream<String> cases(String prefix) {
    try (var files = Files.list(ORACLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix) && name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - 5))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode oracle(String id) {
    return read(ORACLES.resolve(id + ".json"));
  }

  private JsonNode solve(String id, String... options) {
    var bench = new Bench(folder);
    var words = new ArrayList<>(List.of("solve", ORACLES.resolve(id + ".json").toString()));
    words.addAll(List.of("--json", "-"));
    words.addAll(List.of(options));
    int exit = bench.run(words.toArray(String[]::new));
    assertThat(bench.err()).isEmpty();
    assertThat(exit).isZero();
    return JsonMapper.builder().build().readTree(bench.out());
  }

  private static List<JsonNode> finite(JsonNode oracle) {
    var finite = new ArrayList<JsonNode>();
    for (var expected : oracle.get("expected")) {
      if (expected.has("strategies") && !expected.get("lambda").asString().equals("inf")) {
        finite.add(expected);
      }
    }
    return finite;
  }

  private static String lambdas(List<JsonNode> finite) {
    return finite.stream().map(e -> e.get("lambda").asString()).collect(Collectors.joining(","));
  }

  /// Everything of the expected value is there and as near as it should be.
  private static void near(String what, JsonNode got, JsonNode expected, double tolerance) {
    assertThat(got).as(what).isNotNull();
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              e -> near(what + "." + e.getKey(), got.get(e.getKey()), e.getValue(), tolerance));
    } else if (expected.isArray()) {
      assertThat(got.size()).as(what).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        near(what + "." + i, got.get(i), expected.get(i), tolerance);
      }
    } else if (expected.isNumber()) {
      assertThat(got.isNumber()).as(what).isTrue();
      assertThat(got.asDouble()).as(what).isCloseTo(expected.asDouble(), within(tolerance));
    } else {
      assertThat(got).as(what).isEqualTo(expected);
    }
  }

  private static JsonNode entry(JsonNode oracle, String concept) {
    for (var expected : oracle.get("expected")) {
      if (expected.get("concept").asString().equals(concept)) {
        return expected;
      }
    }
    return oracle.path("nothing");
  }

  @ParameterizedTest
  @MethodSource("trees")
  void equilibriaOfTreesAreThoseOfTheCase(String id) {
    var oracle = oracle(id);
    var finite = finite(oracle);
    var tolerance = oracle.get("tolerance");
    var results = solve(id, "--lambda", lambdas(finite)).get("results");
    assertThat(results.size()).isEqualTo(finite.size());
    for (int k = 0; k < finite.size(); k++) {
      var expected = finite.get(k);
      var got = results.get(k);
      String what = id + " at " + expected.get("lambda");
      assertThat(got.get("status").asString()).as(what).isEqualTo("solved");
      assertThat(got.get("lambda").asDouble()).isEqualTo(expected.get("lambda").asDouble());
      double strategies = tolerance.get("strategies").asDouble();
      for (var key : List.of("strategies", "log_strategies", "beliefs", "action_values")) {
        if (expected.has(key)) {
          // Logarithms and derived figures are given with 13 digits.
          double scale = key.equals("log_strategies") ? largest(expected.get(key)) : 1;
          near(what + " " + key, got.get(key), expected.get(key), strategies * scale);
        }
      }
      near(
          what + " values",
          got.get("values"),
          expected.get("values"),
          tolerance.get("values").asDouble());
      assertThat(got.get("beliefs").size()).as(what).isEqualTo(beliefs(expected, got));
    }
  }

  @ParameterizedTest
  @MethodSource("trees")
  void limitsOfTreesAreThoseOfTheCase(String id) {
    var oracle = oracle(id);
    var limit = entry(oracle, "limit-of-principal-branch");
    if (limit.isMissingNode()) {
      return; // the pitchfork has bifurcations instead
    }
    var got = solve(id, "--limit").at("/results/0");
    double bound = oracle.at("/tolerance/limit_strategies").asDouble();
    near(id + " limit", got.get("strategies"), limit.get("strategies"), bound);
    if (limit.has("values")) {
      near(id + " limit", got.get("values"), limit.get("values"), bound);
      for (var set : limit.get("on_path").properties()) {
        boolean reached = got.get("on_path").get(set.getKey()).asBoolean();
        // What the case reaches by a choice within its tolerance of zero need not be reached.
        assertThat(reached || dust(limit.get("strategies"), bound))
            .as("%s reaches %s", id, set.getKey())
            .isEqualTo(set.getValue().asBoolean() || dust(limit.get("strategies"), bound));
      }
    }
    assertThat(got.get("status").asString()).isEqualTo("solved");
  }

  private static boolean dust(JsonNode node, double bound) {
    if (node.isNumber()) {
      return node.asDouble() > 0 && node.asDouble() <= bound;
    }
    boolean any = false;
    for (var child : node) {
      any |= dust(child, bound);
    }
    return any;
  }

  @Test
  void turningPointsOfTheFoldAreThoseOfTheCase() {
    var oracle = oracle("efg-20-fold");
    var expected = entry(oracle, "turning-points-of-principal-branch").get("points");
    double bound = oracle.at("/tolerance/turning_points").asDouble();
    var got = solve("efg-20-fold", "--lambda", "3").get("turning_points");
    assertThat(got.size()).isEqualTo(2);
    for (int k = 0; k < 2; k++) {
      near("fold " + k, got.get(k).get("lambda"), expected.get(k).get("lambda"), bound);
      // A point of the branch moves with the square root of the error of lambda.
      near("fold", got.get(k).get("strategies"), expected.get(k).get("strategies"), 1e-6);
    }
    for (var met : finite(oracle)) {
      if (met.get("later_crossings").size() > 0) {
        var lambda = met.get("lambda").asString();
        var result = solve("efg-20-fold", "--lambda", lambda + ",3").at("/results/0");
        assertThat(result.get("crossings")).isEqualTo(met.get("crossings"));
        near("fold", result.get("later_crossings"), met.get("later_crossings"), 1e-8);
      }
    }
  }

  @Test
  void theBifurcationOfThePitchforkIsThatOfTheCase() {
    var got = solve("efg-21-pitchfork", "--lambda", "5").get("bifurcations");
    assertThat(got.size()).isOne();
    assertThat(got.at("/0/lambda").asDouble()).isCloseTo(2, within(1e-8));
  }

  @Test
  void furtherEquilibriaOfThePitchforkAreThoseOfTheCase() {
    for (var expected : finite(oracle("efg-21-pitchfork"))) {
      var lambda = expected.get("lambda").asString();
      var got = solve("efg-21-pitchfork", "--lambda", lambda, "--all").at("/results/0");
      var others = new ArrayList<Double>();
      got.get("other_equilibria").forEach(e -> others.add(e.at("/strategies/Row/0").asDouble()));
      assertThat(got.at("/search/index_sum").asInt()).isOne();
      // The case gives one of each pair of mirror images.
      assertThat(others).hasSize(2 * expected.get("other_equilibria").size());
      for (var other : expected.get("other_equilibria")) {
        assertThat(others).anyMatch(p -> Math.abs(p - other.asDouble()) <= 1e-8);
        assertThat(others).anyMatch(p -> Math.abs(1 - p - other.asDouble()) <= 1e-8);
      }
    }
  }

  @Test
  void mediumAccessIsPlayedInAnEquilibrium() {
    var result = solve("csg-11-medium-access", "--limit").at("/results/0");
    assertThat(result.get("horizon").asInt()).isEqualTo(4);
    assertThat(result.get("initial_state").asInt()).isEqualTo(12);
    assertThat(result.get("max_regret").asDouble()).isLessThan(1e-9);
    // The case takes the best of several equilibria at every step; the branch need not.
    double best =
        entry(oracle("csg-11-medium-access"), "social-welfare-nash-by-backward-induction")
            .get("sum")
            .asDouble();
    assertThat(result.get("sum").asDouble()).isBetween(0.9 * best, best + 1e-9);
  }

  private static int beliefs(JsonNode expected, JsonNode got) {
    return expected.has("beliefs") ? expected.get("beliefs").size() : got.get("beliefs").size();
  }

  private static double largest(JsonNode node) {
    if (node.isNumber()) {
      return Math.max(1, Math.abs(node.asDouble()));
    }
    double largest = 1;
    for (var child : node) {
      largest = Math.max(largest, largest(child));
    }
    return largest;
  }

  @ParameterizedTest
  @MethodSource("stationary")
  void equilibriaOfStochasticGamesAreThoseOfTheCase(String id) {
    var oracle = oracle(id);
    var finite = finite(oracle);
    var limit = entry(oracle, "markov-perfect-limit-of-principal-branch");
    double strategies = oracle.at("/tolerance/strategies").asDouble();
    double values = oracle.at("/tolerance/values").asDouble();
    var results = solve(id, "--lambda", lambdas(finite), "--limit").get("results");
    assertThat(results.size()).isEqualTo(finite.size() + 1);
    for (int k = 0; k < finite.size(); k++) {
      String what = id + " at " + finite.get(k).get("lambda");
      assertThat(results.get(k).get("status").asString()).as(what).isEqualTo("solved");
      near(what, results.get(k).get("strategies"), finite.get(k).get("strategies"), strategies);
      near(what, results.get(k).get("values"), finite.get(k).get("values"), values);
    }
    var got = results.get(finite.size());
    double bound = oracle.at("/tolerance/limit_strategies").asDouble();
    near(id + " limit", got.get("strategies"), limit.get("strategies"), bound);
    near(id + " limit", got.get("values"), limit.get("values"), values);
    assertThat(got.get("pure")).isEqualTo(limit.get("pure"));
    assertThat(got.get("lambda").asString()).isEqualTo("inf");
    assertThat(got.get("max_regret").asDouble()).isLessThan(1e-9);
  }

  @ParameterizedTest
  @MethodSource("zeroSum")
  void guaranteedValuesAreThoseOfTheCase(String id) {
    var oracle = oracle(id);
    double tolerance = oracle.at("/tolerance/values").asDouble();
    for (var expected : oracle.get("expected")) {
      String player = expected.get("player").asString();
      String horizon = expected.get("horizon").asString();
      var results =
          solve(id, "--worst-case", "--player", player, "--horizon", horizon).get("results");
      assertThat(results.size()).isOne();
      var got = results.get(0);
      String what = id + " horizon " + horizon;
      for (var key : List.of("concept", "player", "initial_state", "horizon")) {
        assertThat(got.get(key)).as(what).isEqualTo(expected.get(key));
      }
      near(what, got.get("value"), expected.get("value"), tolerance);
      near(what, got.get("values_all_states"), expected.get("values_all_states"), tolerance);
      assertThat(got.get("status").asString()).isEqualTo("solved");
      assertThat(got.get("residual").asDouble()).isLessThanOrEqualTo(1e-9);
    }
  }
}
