package org.servanda.engine.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.engine.equilibrium.Cancellation;

final class ZeroSumSolverTest {
  private static final ZeroSumOptions OPTIONS = ZeroSumOptions.defaults();

  private static ZeroSumOutcome solve(MarkovGame game, ZeroSumOptions options) {
    return ZeroSumSolver.solve(ZeroSumGame.of(game, List.of(0)), options, new Cancellation());
  }

  /// Somebody hides from somebody with one stone: running while the stone is kept loses, running
  /// after it is thrown wins. The value is 1, and no strategy guarantees it.
  private static MarkovGame hideOrRun() {
    var builder = MarkovGame.builder(List.of("runner", "thrower"), 1, 1);
    int hidden = builder.state("hidden", List.of(List.of("hide", "run"), List.of("wait", "throw")));
    builder.profile(hidden, new int[] {0, 0}, new double[2], new int[] {hidden}, new double[] {1});
    builder.profile(hidden, new int[] {0, 1}, new double[] {1, -1});
    builder.profile(hidden, new int[] {1, 0}, new double[] {1, -1});
    builder.profile(hidden, new int[] {1, 1}, new double[2]);
    return builder.build();
  }

  @Test
  void aValueApproachedTooSlowlyIsGivenWithTheErrorThatIsKnown() {
    var outcome = solve(hideOrRun(), new ZeroSumOptions(1e-10, 1000, 1L << 30));
    assertThat(outcome).isInstanceOf(ZeroSumOutcome.NotSolved.class);
    var failed = (ZeroSumOutcome.NotSolved) outcome;
    assertThat(failed.reason()).isEqualTo(ZeroSumOutcome.Reason.SWEEP_LIMIT);
    assertThat(failed.detail()).contains("state 0 (hidden)").contains("Try: ");
    var best = failed.best();
    assertThat(best).isNotNull();
    assertThat(best.value(0)).isBetween(0.99, 1.0);
    assertThat(best.value(0) + best.error(0)).isCloseTo(1, offset(1e-12));
  }

  /// Big Match with discount: value 1/2 from the start whatever the discount.
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9, 0.999})
  void theBigMatchIsWorthOneHalf(double discount) {
    var builder = MarkovGame.builder(List.of("one", "two"), discount, discount);
    double share = 1 - discount;
    int open = builder.state("open", List.of(List.of("go on", "stop"), List.of("a", "b")));
    int won = builder.state("won", List.of(List.of("w"), List.of("w")));
    int lost = builder.state("lost", List.of(List.of("w"), List.of("w")));
    payoff(builder, open, 0, 0, 0, open);
    payoff(builder, open, 0, 1, share, open);
    payoff(builder, open, 1, 0, share, won);
    payoff(builder, open, 1, 1, 0, lost);
    payoff(builder, won, 0, 0, share, won);
    payoff(builder, lost, 0, 0, 0, lost);
    var values = solve(builder.build(), OPTIONS).orThrow();
    assertThat(values.value(open)).isCloseTo(0.5, offset(1e-11));
    assertThat(values.value(won)).isCloseTo(1, offset(1e-11));
  }

  private static void payoff(MarkovGameBuilder builder, int s, int a, int b, double u, int to) {
    builder.profile(s, new int[] {a, b}, new double[] {u, -u}, new int[] {to}, new double[] {1});
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void strategiesOfDiscountedGamesGuaranteeTheValue(long seed) {
    var game = RandomMarkovGames.zeroSum(new SplittableRandom(seed), 12, 3, 0.9);
    var values = solve(game, OPTIONS).orThrow();
    assertThat(values.largestError()).isLessThan(1e-12);
    // The others' best reply to the coalition's strategy, by plain value iteration.
    var v = new double[game.states()];
    for (int sweep = 0; sweep < 400; sweep++) {
      for (int s = 0; s < v.length; s++) {
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < 3; c++) {
          double sum = 0;
          for (int r = 0; r < 3; r++) {
            double next = game.payoff(s, 3 * r + c, 0);
            for (int k = 0; k < game.successors(s, 3 * r + c); k++) {
              next += 0.9 * game.probability(s, 3 * r + c, k) * v[game.successor(s, 3 * r + c, k)];
            }
            sum += values.coalition(s, r) * next;
          }
          least = Math.min(least, sum);
        }
        v[s] = least;
      }
    }
    for (int s = 0; s < v.length; s++) {
      assertThat(v[s]).isCloseTo(values.value(s), offset(1e-11));
    }
  }

  @Test
  void aCycleWithPayoffsOfBothSignsIsRefusedWithoutDiscount() {
    var builder = MarkovGame.builder(List.of("one", "two"), 1, 1);
    int ring = builder.state("ring", List.of(List.of("a", "b"), List.of("w")));
    payoff(builder, ring, 0, 0, 1, ring);
    payoff(builder, ring, 1, 0, -1, ring);
    var outcome = solve(builder.build(), OPTIONS);
    assertThat(outcome).isInstanceOf(ZeroSumOutcome.NotSolved.class);
    var failed = (ZeroSumOutcome.NotSolved) outcome;
    assertThat(failed.reason()).isEqualTo(ZeroSumOutcome.Reason.BOTH_SIGNS);
    assertThatThrownBy(outcome::orThrow).hasMessageContaining("ring");
  }

  @Test
  void payoffsWithoutEndAreNotCalledSolved() {
    var builder = MarkovGame.builder(List.of("one", "two"), 1, 1);
    int ring = builder.state("ring", List.of(List.of("a"), List.of("w")));
    payoff(builder, ring, 0, 0, 1, ring);
    var outcome = solve(builder.build(), new ZeroSumOptions(1e-10, 100, 1L << 30));
    var failed = (ZeroSumOutcome.NotSolved) outcome;
    assertThat(failed.reason()).isEqualTo(ZeroSumOutcome.Reason.SWEEP_LIMIT);
    assertThat(failed.best()).isNotNull();
    assertThat(failed.best().error(0)).isInfinite();
  }

  @Test
  void waitingForEverIsWorthNothing() {
    // Both can wait for ever; the least fixed point is 0 although every value in [0, 1] is fixed.
    var builder = MarkovGame.builder(List.of("one", "two"), 1, 1);
    int wait = builder.state("wait", List.of(List.of("wait"), List.of("wait", "pay")));
    payoff(builder, wait, 0, 0, 0, wait);
    builder.profile(wait, new int[] {0, 1}, new double[] {1, -1});
    var values = solve(builder.build(), OPTIONS).orThrow();
    assertThat(values.value(0)).isZero();
    assertThat(values.error(0)).isZero();
  }

  @Test
  void aCoalitionOfAllMaximizesTheSum() {
    var builder = MarkovGame.builder(List.of("a", "b", "c"), 1, 1, 1);
    int stage =
        builder.state("stage", List.of(List.of("0", "1"), List.of("0", "1"), List.of("0", "1")));
    for (int k = 0; k < 8; k++) {
      int a = k >> 2;
      int b = k >> 1 & 1;
      int c = k & 1;
      builder.profile(stage, new int[] {a, b, c}, new double[] {a ^ b, b ^ c, 2 * c});
    }
    var game = builder.build();
    var all = ZeroSumGame.of(game, List.of(0, 1, 2));
    assertThat(value(all)).isCloseTo(4, offset(1e-15));
    // Alone, a matches pennies with the rest.
    assertThat(value(ZeroSumGame.of(game, List.of(0)))).isCloseTo(0.5, offset(1e-15));
    // Together with b, payoffs of b and a, c hostile: rows (0,0) (0,1) (1,0) (1,1).
    assertThat(value(ZeroSumGame.of(game, List.of(0, 1)))).isCloseTo(1.5, offset(1e-15));
    assertThat(value(ZeroSumGame.of(game, List.of(1, 0), 2))).isZero();
  }

  private static double value(ZeroSumGame game) {
    return ZeroSumSolver.solve(game, OPTIONS, new Cancellation()).orThrow().value(0);
  }

  @Test
  void refusesWhatDoesNotFitBeforeAnyWork() {
    var game = RandomMarkovGames.zeroSum(new SplittableRandom(1), 4, 2, 0.9);
    var outcome = solve(game, new ZeroSumOptions(1e-10, 10, 100));
    var failed = (ZeroSumOutcome.NotSolved) outcome;
    assertThat(failed.reason()).isEqualTo(ZeroSumOutcome.Reason.TOO_LARGE);
    assertThat(failed.detail()).contains("bytes").contains("Try: ");
    assertThat(failed.run().matrixGames()).isZero();
    assertThatThrownBy(() -> ZeroSumGame.of(game, List.of(2)))
        .hasMessageContaining("is player 2, must be from 0 to 1");
    assertThatThrownBy(() -> ZeroSumGame.of(game, List.of(0, 0)))
        .hasMessageContaining("named once");
  }

  @Test
  void cancellationStopsWithoutAValueOfKnownError() {
    var token = new Cancellation();
    token.cancel();
    var game = RandomMarkovGames.zeroSum(new SplittableRandom(1), 4, 2, 0.9);
    var outcome = ZeroSumSolver.solve(ZeroSumGame.of(game, List.of(0)), OPTIONS, token);
    assertThat(((ZeroSumOutcome.NotSolved) outcome).reason())
        .isEqualTo(ZeroSumOutcome.Reason.CANCELLED);
  }

  @Test
  void aDiscountNearOneTakesNoMoreSweepsThanAnother() {
    var random = new SplittableRandom(9);
    var game = RandomMarkovGames.zeroSum(random, 30, 3, 0.99999);
    var outcome = solve(game, OPTIONS);
    assertThat(outcome).isInstanceOf(ZeroSumOutcome.Solved.class);
    assertThat(outcome.run().sweeps()).isLessThan(200);
    var values = outcome.orThrow();
    assertThat(values.largestError()).isLessThan(1e-10 * values.value(0));
  }
}
