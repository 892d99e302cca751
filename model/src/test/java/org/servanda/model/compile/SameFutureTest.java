package org.servanda.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.model.Drafts;

/// A game has no two positions from which play is the same: a state remembers only what can still
/// matter.
class SameFutureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "libya/2003-renunciation.yaml", // nobody is obliged: who broke it does not matter
        "iran/2015-jcpoa.yaml", // close to nuclear arms counts for nothing in a war
        "belgium/1839-london.yaml", // membership replaces what was pledged
        "japan/1941-neutrality.yaml", // a review
        "armenia/2020-karabakh.yaml", // a transfer and a review
        "austria/1955-state-treaty.yaml", // pledges with an end
        "georgia/2008-six-points.yaml"
      })
  void noTwoPositionsHaveTheSameFuture(String accord) {
    var scenario = Drafts.accord(accord);
    var game =
        ScenarioCompiler.of(scenario, scenario.agreement(), 1)
            .compile(StateOfTheWorld.modes())
            .game();
    var alike = new HashMap<Integer, List<Integer>>();
    int[] future = futures(game);
    for (int x = 0; x < future.length; x++) {
      alike.computeIfAbsent(future[x], _ -> new ArrayList<>()).add(x);
    }
    assertThat(alike.values()).allSatisfy(positions -> assertThat(positions).hasSize(1));
  }

  /// Sorts positions by what is there and, until nothing changes, by where it leads.
  private static int[] futures(StochasticGame game) {
    int n = game.positions();
    int[] future = numbers(IntStream.range(0, n).mapToObj(x -> here(game, x)).toList());
    for (int before = 0, found = count(future); found > before; found = count(future)) {
      before = found;
      int[] last = future;
      future = numbers(IntStream.range(0, n).mapToObj(x -> next(game, x, last)).toList());
    }
    return future;
  }

  private static int count(int[] numbers) {
    return Math.toIntExact(Arrays.stream(numbers).distinct().count());
  }

  private static int[] numbers(List<?> keys) {
    Map<Object, Integer> seen = new HashMap<>();
    return keys.stream().mapToInt(k -> seen.computeIfAbsent(k, _ -> seen.size())).toArray();
  }

  private static Object here(StochasticGame game, int x) {
    var key = new ArrayList<Object>();
    key.add(String.valueOf(game.salvage(x)));
    switch (game.position(x)) {
      case Decision decision -> key.addAll(List.of(decision.mover(), decision.actions()));
      case Chance chance -> key.add(chance.byPeriod());
      case Simultaneous together -> key.addAll(List.of(together.movers(), together.joint()));
      case Terminal terminal -> key.add(terminal);
    }
    for (var outcome : outcomes(game.position(x))) {
      key.addAll(List.of(outcome.timing(), outcome.payoffs(), outcome.redraws()));
    }
    return key;
  }

  private static Object next(StochasticGame game, int x, int[] future) {
    var key = new ArrayList<Integer>();
    key.add(future[x]);
    outcomes(game.position(x)).forEach(outcome -> key.add(future[outcome.successor()]));
    return key;
  }

  private static List<Outcome> outcomes(Position position) {
    return switch (position) {
      case Decision decision -> decision.outcomes();
      case Chance chance -> chance.outcomes();
      case Simultaneous together -> together.outcomes();
      case Terminal _ -> List.of();
    };
  }
}
