package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.RandomGames.Features;
import org.servanda.engine.game.TypeSpace;
import org.servanda.engine.slow.SlowSolver;

class SlowSolverTest {
  static LongStream seeds() {
    return RandomGames.seeds(12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void engineAgreesWithTheSlowReferee(long seed) {
    var game = RandomGames.make(seed, TypeSpace.of(2, 2, 1), 3, 3, Features.REDRAWS);
    var options = SolverOptions.defaults().withResolution(8);
    var equilibrium = BeliefGridSolver.solve(game, options).orThrow();
    var slow = new SlowSolver(game, 8);
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < game.types().types(i); k++) {
        assertThat(equilibrium.value(i, k)).isCloseTo(slow.value(0, i, k), offset(1e-10));
      }
    }
    assertThat(slow.visits()).isPositive();
  }
}
