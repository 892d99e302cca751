package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.RandomGames.Features;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.TypeSpace;

class BeliefGridSolverPropertyTest {
  private static final TypeSpace TYPES = TypeSpace.of(2, 2, 1);
  private static final int HORIZON = 3;

  static LongStream seeds() {
    return RandomGames.seeds(12);
  }

  private static StochasticGame game(long seed, double lambda) {
    return RandomGames.make(seed, TYPES, HORIZON, lambda, Features.REDRAWS);
  }

  private static QuantalResponseEquilibrium solve(StochasticGame game) {
    return BeliefGridSolver.solve(game, SolverOptions.defaults().withResolution(8)).orThrow();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyDecisionIsSolved(long seed) {
    var run = solve(game(seed, 15)).run();
    assertThat(run.unsolvedDecisions()).isZero();
    assertThat(run.residual()).isLessThan(1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void strategiesAnswerThemselvesAsTheRefereeSeesIt(long seed) {
    var equilibrium = solve(game(seed, 15));
    var referee = new Referee(equilibrium);
    for (int t = 0; t < HORIZON; t++) {
      assertThat(referee.largestResidual(t)).isLessThan(1e-10);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void valuesAtGridPointsAreThoseOfTheStrategies(long seed) {
    var equilibrium = solve(game(seed, 15));
    var referee = new Referee(equilibrium);
    for (int t = 0; t < HORIZON; t++) {
      assertThat(referee.largestValueGap(t)).isLessThan(1e-11);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void zeroPrecisionIsUniform(long seed) {
    var equilibrium = solve(game(seed, 0));
    var visit = new Visit(TYPES);
    for (int x = 0; x < equilibrium.game().positions(); x++) {
      if (equilibrium.compiled.reachable[x]
          && equilibrium.game().position(x) instanceof Decision decision) {
        equilibrium.period(0).visit(x, equilibrium.priors(), visit);
        for (int c = 0; c < visit.choices(); c++) {
          assertThat(visit.choice(c)).isCloseTo(1.0 / decision.actions().size(), offset(1e-15));
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scalingPayoffsAndPrecisionTogetherChangesNoChoice(long seed) {
    var game = game(seed, 15);
    // A power of two, so that the arithmetic is the same but for the exponent.
    var scaled = Transform.scaled(game, 4);
    var one = solve(game);
    var two = solve(scaled);
    for (int i = 0; i < TYPES.players(); i++) {
      for (int k = 0; k < TYPES.types(i); k++) {
        assertThat(two.value(i, k)).isCloseTo(4 * one.value(i, k), offset(4e-11));
      }
    }
    assertThat(Referee.strategyGap(one, two)).isLessThan(1e-11);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void addingAConstantToEveryOutcomeOfAPositionChangesNoChoice(long seed) {
    var game = game(seed, 15);
    var one = solve(game);
    var two = solve(Transform.shiftedAtRoot(game, 0, 0.75));
    assertThat(two.value(0, 0)).isCloseTo(one.value(0, 0) + 0.75, offset(1e-11));
    assertThat(two.value(1, 0)).isCloseTo(one.value(1, 0), offset(1e-11));
    assertThat(Referee.strategyGap(one, two)).isLessThan(1e-10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exchangingTwoPlayersExchangesTheirValues(long seed) {
    var game = game(seed, 15);
    var one = solve(game);
    var two = solve(Transform.exchanged(game));
    for (int k = 0; k < 2; k++) {
      assertThat(two.value(1, k)).isCloseTo(one.value(0, k), offset(1e-12));
      assertThat(two.value(0, k)).isCloseTo(one.value(1, k), offset(1e-12));
    }
    assertThat(two.value(2, 0)).isCloseTo(one.value(2, 0), offset(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void reversingTheOrderOfActionsAndOutcomesChangesNoValue(long seed) {
    var game = game(seed, 15);
    var one = solve(game);
    var two = solve(Transform.reversed(game));
    for (int i = 0; i < TYPES.players(); i++) {
      for (int k = 0; k < TYPES.types(i); k++) {
        assertThat(two.value(i, k)).isCloseTo(one.value(i, k), offset(1e-11));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void renamingTheTypesOfAPlayerRenamesItsValues(long seed) {
    var game = game(seed, 15);
    var one = solve(game);
    var two = solve(Transform.typesExchanged(game, 0));
    // The grid is the same but for rounding of 1 - p; steep choices amplify that.
    assertThat(two.value(0, 0)).isCloseTo(one.value(0, 1), offset(1e-9));
    assertThat(two.value(0, 1)).isCloseTo(one.value(0, 0), offset(1e-9));
    assertThat(two.value(1, 0)).isCloseTo(one.value(1, 0), offset(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void repeatedAndParallelSolvesGiveTheSameBytes(long seed) {
    var game = game(seed, 15);
    var runs =
        List.of(1, 2, 3).stream()
            .map(_ -> CompletableFuture.supplyAsync(() -> solve(game)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    var alone = solve(game);
    for (var other : runs) {
      for (int t = 0; t <= HORIZON; t++) {
        for (int s = 0; s < alone.store[t].length; s++) {
          assertThat(other.store[t][s]).isEqualTo(alone.store[t][s]);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void otherPayoffsAddUp(long seed) {
    var game = game(seed, 15);
    var equilibrium = solve(game);
    var half = Transform.scaled(game, 0.25);
    var rest = Transform.scaled(game, 0.75);
    var parts = PolicyEvaluation.evaluate(equilibrium, List.of(half, rest, game), Set.of(1));
    for (int i = 0; i < TYPES.players(); i++) {
      for (int k = 0; k < TYPES.types(i); k++) {
        double sum = parts.get(0).value(i, k) + parts.get(1).value(i, k);
        assertThat(sum).isCloseTo(equilibrium.value(i, k), offset(1e-12));
        assertThat(parts.get(2).value(i, k)).isEqualTo(equilibrium.value(i, k));
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.get(0).period(0))
        .withMessageContaining("not kept");
    var beliefs = equilibrium.priors();
    var whole = new double[16];
    var one = new double[16];
    var two = new double[16];
    for (int x = 0; x < game.positions(); x++) {
      if (equilibrium.compiled.reachable[x] && game.position(x) instanceof Decision) {
        equilibrium.period(1).actionValues(x, beliefs, whole);
        parts.get(0).period(1).actionValues(x, beliefs, one);
        parts.get(1).period(1).actionValues(x, beliefs, two);
        for (int c = 0; c < 16; c++) {
          assertThat(one[c] + two[c]).isCloseTo(whole[c], offset(1e-11));
        }
      }
    }
  }
}
