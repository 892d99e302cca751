package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    var footprint = BeliefGridSolver.footprint(game(), SolverOptions.defaults());
    assertThat(footprint.beliefs()).isEqualTo(121);
    long perPosition = 8L * 4 * 121;
    assertThat(footprint.bytes() % perPosition).isZero();
    assertThat(footprint.bytes() / perPosition)
        .isGreaterThanOrEqualTo(5L * footprint.periodStarts() + footprint.positions());
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
    var equilibrium = BeliefGridSolver.solve(game(), SolverOptions.defaults()).orThrow();
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

  @Test
  void optionsOutOfBoundsAreRefused() {
    assertThatThrownBy(() -> SolverOptions.defaults().withResolution(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("resolution is 1, must be from 2 to 10000\nTry: 2");
    assertThatThrownBy(() -> SolverOptions.defaults().withTolerance(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tolerance is NaN");
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
