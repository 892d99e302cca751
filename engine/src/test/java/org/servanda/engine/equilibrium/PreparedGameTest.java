package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest(name = "resolution {0}")
  @ValueSource(ints = {2, 10})
  void memoryGivenBackChangesNoBitOfTheNextGame(int resolution) {
    var options = SolverOptions.defaults().withResolution(resolution);
    var memory = new SolverMemory();
    var other = RandomGames.make(4, TypeSpace.of(2, 2, 1), 5, 20, Features.REDRAWS);
    var first = PreparedGame.of(other, options, memory);
    var before = first.solve().orThrow();
    first.release();
    assertThatThrownBy(() -> before.value(0, 0)).isInstanceOf(IllegalStateException.class);
    var second = PreparedGame.of(game(), options, memory);
    var solved = second.solve().orThrow();
    var anew = BeliefGridSolver.solve(game(), options).orThrow();
    assertThat(Arrays.deepEquals(solved.store, anew.store)).isTrue();
    int root = game().root();
    var priors = anew.priors();
    assertThat(solved.period(2).value(root, 0, priors))
        .isEqualTo(anew.period(2).value(root, 0, priors));
  }

  @Test
  void aGameThatDoesNotFitIsPreparedButNotSolved() {
    var prepared = PreparedGame.of(game(), SolverOptions.defaults().withMemoryLimit(1000));
    assertThat(prepared.solve())
        .isInstanceOfSatisfying(
            SolveOutcome.NotSolved.class,
            not -> assertThat(not.reason()).isEqualTo(StopReason.TOO_LARGE));
  }

  static LongStream seeds() {
    return RandomGames.seeds(25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rewritingGivesTheBitsOfCompilingAnew(long seed) {
    var features = seed % 3 == 0 ? Features.REDRAWS_AND_SIMULTANEOUS : Features.REDRAWS;
    var types = seed % 2 == 0 ? TypeSpace.of(2, 2, 1) : TypeSpace.of(2, 1);
    var game = RandomGames.make(seed, types, 3, 10, features);
    int known = seed % 5 == 0 ? 1 : SolverOptions.NEVER;
    var options = SolverOptions.defaults().withResolution(5).withKnownFrom(known);
    var prepared = PreparedGame.of(game, options);
    prepared.solve();
    for (long draw = 1; draw <= 3; draw++) {
      var drawn = Draws.of(game, 100 * seed + draw);
      prepared.rewrite(drawn);
      var rewritten = prepared.solve().orThrow();
      var anew = BeliefGridSolver.solve(drawn, options).orThrow();
      assertThat(Arrays.deepEquals(rewritten.store, anew.store)).isTrue();
      assertThat(rewritten.value(0, 1)).isEqualTo(anew.value(0, 1));
      assertThat(rewritten.run().residual()).isEqualTo(anew.run().residual());
    }
    prepared.rewrite(game);
    assertThat(
            Arrays.deepEquals(
                prepared.solve().orThrow().store,
                BeliefGridSolver.solve(game, options).orThrow().store))
        .isTrue();
  }

  @Test
  void aDrawOfAnotherGameIsRefusedAndChangesNothing() {
    var prepared = PreparedGame.of(game(), SolverOptions.defaults());
    var equilibrium = prepared.solve().orThrow();
    var other = RandomGames.make(4, TypeSpace.of(2, 2, 1), 5, 20, Features.REDRAWS);
    var longer = RandomGames.make(3, TypeSpace.of(2, 2, 1), 6, 20, Features.REDRAWS);
    for (var draw : List.of(other, longer)) {
      assertThatThrownBy(() -> prepared.rewrite(draw))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Try: prepare");
    }
    double value = equilibrium.value(0, 0);
    assertThat(prepared.solve().orThrow().value(0, 0)).isEqualTo(value);
  }
}
