package org.servanda.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.markov.ZeroSumGame;
import org.servanda.engine.markov.ZeroSumOptions;
import org.servanda.engine.markov.ZeroSumSolver;
import org.servanda.engine.markov.ZeroSumValues;
import tools.jackson.databind.JsonNode;

/// What a side can guarantee, against PRISM-games and exact value iteration.
final class ZeroSumOracleTest {
  static Stream<String> cases() {
    return Stream.concat(OracleFile.list("csg-").stream(), OracleFile.list("tsg-").stream())
        .filter(id -> OracleFile.read(id).get("kind").asString().equals("zero-sum"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyStateHasTheExpectedValue(String id) {
    var file = OracleFile.read(id);
    var game = MarkovFile.game(file.get("game"));
    double tolerance = file.get("tolerance").get("values").asDouble();
    double peerTolerance = file.get("tolerance").get("peer_values").asDouble();
    for (var expected : file.get("expected")) {
      int player = player(file, expected.get("player").asString());
      var values = solve(ZeroSumGame.of(game, List.of(player)), expected.get("horizon"));
      var all = expected.get("values_all_states");
      assertThat(all.size()).isEqualTo(game.states());
      for (int s = 0; s < game.states(); s++) {
        assertThat(values.value(s))
            .as("%s, state %d", id, s)
            .isCloseTo(all.get(s).asDouble(), offset(tolerance));
        assertThat(values.error(s)).isLessThan(tolerance);
      }
      assertThat(values.value(expected.get("initial_state").asInt()))
          .isCloseTo(expected.get("peer_value").asDouble(), offset(peerTolerance));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOthersAreHeldToTheNegativeOfTheValue(String id) {
    var file = OracleFile.read(id);
    var game = MarkovFile.game(file.get("game"));
    var horizon = file.get("expected").get(0).get("horizon");
    var one = solve(ZeroSumGame.of(game, List.of(0)), horizon);
    var other = solve(ZeroSumGame.of(game, List.of(1)), horizon);
    for (int s = 0; s < game.states(); s++) {
      assertThat(one.value(s) + other.value(s)).isCloseTo(0, offset(1e-11));
    }
  }

  private static ZeroSumValues solve(ZeroSumGame game, JsonNode horizon) {
    var options = ZeroSumOptions.defaults();
    var outcome =
        horizon.isString()
            ? ZeroSumSolver.solve(game, options, new Cancellation())
            : ZeroSumSolver.solve(game, horizon.asInt(), options, new Cancellation());
    return outcome.orThrow();
  }

  private static int player(JsonNode file, String name) {
    var players = file.get("game").get("players");
    return (int)
        StreamSupport.stream(players.spliterator(), false)
            .takeWhile(player -> !player.asString().equals(name))
            .count();
  }
}
