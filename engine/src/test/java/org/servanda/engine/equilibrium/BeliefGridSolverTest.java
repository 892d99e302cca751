package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.engine.equilibrium.RandomGames.Features;
import org.servanda.engine.game.TypeSpace;

class BeliefGridSolverTest {
  private static org.servanda.engine.game.StochasticGame game() {
    return RandomGames.make(1, TypeSpace.of(2, 2), 4, 10, Features.REDRAWS);
  }

  @Test
  void aGameThatDoesNotFitIsRefusedBeforeWorkWithSizeCauseAndAdvice() {
    var options = SolverOptions.defaults().withResolution(10_000).withMemoryLimit(1 << 20);
    var outcome = BeliefGridSolver.solve(game(), options);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SolveOutcome.NotSolved.class,
            not -> {
              assertThat(not.reason()).isEqualTo(StopReason.TOO_LARGE);
              assertThat(not.detail()).contains("100,020,001 beliefs", "the limit is 1,048,576");
              assertThat(not.detail().lines().toList().getLast()).startsWith("Try: ");
              assertThat(not.run().visits()).isZero();
            });
    assertThatThrownBy(outcome::orThrow).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void footprintIsTheFormulaItStates() {
    long perPosition = 8L * 4 * 121;
    var every = BeliefGridSolver.footprint(game(), SolverOptions.defaults());
    assertThat(every.beliefs()).isEqualTo(121);
    assertThat(every.everyPeriod()).isTrue();
    assertThat(every.bytes())
        .isEqualTo(perPosition * (4L * every.positions() + every.periodStarts()));
    var few = BeliefGridSolver.footprint(game(), again(every.bytes() - 1));
    assertThat(few.everyPeriod()).isFalse();
    assertThat(few.bytes() % perPosition).isZero();
    assertThat(few.bytes() / perPosition)
        .isGreaterThanOrEqualTo(5L * few.periodStarts() + few.positions());
    var coarse = BeliefGridSolver.footprint(game(), again(0).withResolution(2));
    assertThat(coarse.bytes())
        .isEqualTo(8L * 4 * 9 * (5L * coarse.periodStarts() + 2L * coarse.positions()));
  }

  /// Options under which periods are computed again, if their values would take more.
  private static SolverOptions again(long most) {
    return SolverOptions.defaults().withKeepLimit(most);
  }

  @Test
  void aCancelledSolveSaysWhereItStopped() {
    var cancellation = new Cancellation();
    var outcome =
        BeliefGridSolver.solve(
            game(), SolverOptions.defaults(), _ -> cancellation.cancel(), cancellation);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SolveOutcome.NotSolved.class,
            not -> {
              assertThat(not.reason()).isEqualTo(StopReason.CANCELLED);
              assertThat(not.detail()).contains("cancelled in period 2 of 4");
            });
  }

  @Test
  void progressRisesToOne() {
    var seen = new ArrayList<Double>();
    BeliefGridSolver.solve(game(), SolverOptions.defaults(), seen::add, new Cancellation());
    assertThat(seen).containsExactly(0.25, 0.5, 0.75, 1.0);
  }

  @Test
  void recomputedPeriodsAreThoseOfTheSolve() {
    var equilibrium = BeliefGridSolver.solve(game(), again(0)).orThrow();
    for (int t = 3; t >= 0; t--) {
      for (int s = 0; s < equilibrium.compiled.starts.length; s++) {
        int position = equilibrium.compiled.positions[equilibrium.compiled.starts[s]].original;
        var beliefs = new double[4];
        for (int b = 0; b < equilibrium.grid.size(); b += 7) {
          equilibrium.grid.belief(b, beliefs);
          assertThat(equilibrium.period(t).value(position, 2, beliefs))
              .isEqualTo(equilibrium.store[t][s][2 * equilibrium.grid.size() + b]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 10})
  void keptPeriodsAreThoseComputedAgain(int resolution) {
    var options = SolverOptions.defaults().withResolution(resolution);
    var kept = BeliefGridSolver.solve(game(), options).orThrow();
    var computed = BeliefGridSolver.solve(game(), options.withKeepLimit(0)).orThrow();
    var beliefs = new double[4];
    for (int t = 0; t < 4; t++) {
      assertThat(kept.period(t).residual()).isEqualTo(computed.period(t).residual());
      for (int place = 0; place < kept.places(); place++) {
        int position = kept.positionAt(place);
        for (int b = 0; b < kept.grid.size(); b++) {
          kept.grid.belief(b, beliefs);
          for (int v = 0; v < 4; v++) {
            assertThat(kept.period(t).value(position, v, beliefs))
                .isEqualTo(computed.period(t).value(position, v, beliefs));
          }
        }
      }
    }
  }

  @Test
  void optionsOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> SolverOptions.defaults().withResolution(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("resolution is 1, must be from 2 to 10000\nTry: 2");
    assertThatThrownBy(() -> SolverOptions.defaults().withTolerance(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tolerance is NaN");
    assertThatThrownBy(() -> SolverOptions.defaults().withKeepLimit(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keepLimit is -1 bytes, must be at least 0\nTry: 100000000");
  }

  @Test
  void reportedErrorFallsWithResolution() {
    var coarse = BeliefGridSolver.solve(game(), SolverOptions.defaults()).orThrow();
    var fine =
        BeliefGridSolver.solve(game(), SolverOptions.defaults().withResolution(40)).orThrow();
    double first = InterpolationError.of(coarse, List.of()).value();
    double second = InterpolationError.of(fine, List.of()).value();
    assertThat(second).isLessThan(first / 16);
  }
}
