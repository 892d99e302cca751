package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.RandomGames.Features;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.TypeSpace;

class PreparedGameTest {
  private static StochasticGame game() {
    return RandomGames.make(3, TypeSpace.of(2, 2, 1), 5, 20, Features.REDRAWS);
  }

  @Test
  void solvingAgainGivesTheSameBits() {
    var once = BeliefGridSolver.solve(game(), SolverOptions.defaults()).orThrow();
    var prepared = PreparedGame.of(game(), SolverOptions.defaults());
    prepared.solve().orThrow();
    var again = prepared.solve().orThrow();
    assertThat(Arrays.deepEquals(again.store, once.store)).isTrue();
    assertThat(again.run().residual()).isEqualTo(once.run().residual());
    assertThat(again.run().visits()).isEqualTo(once.run().visits());
  }

  @Test
  void anEquilibriumWhoseMemoryWasUsedAgainRefusesToAnswer() {
    var prepared = PreparedGame.of(game(), SolverOptions.defaults());
    var first = prepared.solve().orThrow();
    var period = first.period(2);
    double[] priors = first.priors();
    prepared.solve().orThrow();
    assertThatThrownBy(() -> first.value(0, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("solved or rewritten again")
        .hasMessageContaining("\nTry: ");
    int root = game().root();
    assertThatThrownBy(() -> period.value(root, 0, priors))
        .isInstanceOf(IllegalStateException.class);
    assertThat(first.run().visits()).isPositive();
  }

  @Test
  void aGameThatDoesNotFitIsPreparedButNotSolved() {
    var prepared = PreparedGame.of(game(), SolverOptions.defaults().withMemoryLimit(1000));
    assertThat(prepared.solve())
        .isInstanceOfSatisfying(
            SolveOutcome.NotSolved.class,
            not -> assertThat(not.reason()).isEqualTo(StopReason.TOO_LARGE));
  }
}
