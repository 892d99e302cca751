package org.servanda.engine.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.Cancellation;

final class MarkovLogitSolverTest {
  private static final MarkovOptions OPTIONS = MarkovOptions.defaults();

  private static MarkovGame bimatrix(double[][] row, double[][] column) {
    var builder = MarkovGame.builder(List.of("row", "column"), 0, 0);
    var rows = new ArrayList<String>();
    var columns = new ArrayList<String>();
    for (int r = 0; r < row.length; r++) {
      rows.add("r" + r);
    }
    for (int c = 0; c < row[0].length; c++) {
      columns.add("c" + c);
    }
    builder.state("stage", List.of(rows, columns));
    for (int r = 0; r < row.length; r++) {
      for (int c = 0; c < row[0].length; c++) {
        builder.profile(0, new int[] {r, c}, new double[] {row[r][c], column[r][c]});
      }
    }
    return builder.build();
  }

  private static MarkovGame coordination() {
    double[][] payoff = {{1, 0}, {0, 1}};
    return bimatrix(payoff, payoff);
  }

  @Test
  void aSymmetricBranchGoesOnThroughItsBifurcationAndReportsIt() {
    var branch =
        MarkovLogitSolver.trace(
            coordination(), List.of(1.0, 2.5, 5.0), OPTIONS, new Cancellation());
    assertThat(branch.status()).isEqualTo(MarkovBranch.Status.REACHED);
    assertThat(branch.bifurcations()).hasSize(1);
    assertThat(branch.bifurcations().getFirst()).isCloseTo(2, offset(1e-6));
    for (var met : branch.equilibria()) {
      assertThat(met.profile().probability(0, 0, 0)).isCloseTo(0.5, offset(1e-12));
    }
  }

  @Test
  void aSearchFindsTheBranchesThatLeaveAtTheBifurcation() {
    var found = EquilibriumSearch.at(coordination(), 2.5, 40, 7, OPTIONS, new Cancellation());
    assertThat(found.found()).hasSize(3);
    assertThat(found.indexSum()).isEqualTo(1);
    assertThat(found.provedUnique()).isFalse();
    assertThat(found.found().getFirst().equilibrium().crossing()).isEqualTo(1);
    assertThat(found.found().getFirst().index()).isEqualTo(-1);
    var first =
        found.found().stream()
            .map(one -> one.equilibrium().profile().probability(0, 0, 0))
            .sorted()
            .toList();
    // Expected number: efg-21-pitchfork of the oracle cases.
    assertThat(first.get(0)).isCloseTo(1 - 0.855205891743935, offset(1e-9));
    assertThat(first.get(1)).isCloseTo(0.5, offset(1e-9));
    assertThat(first.get(2)).isCloseTo(0.855205891743935, offset(1e-9));
    var below = EquilibriumSearch.at(coordination(), 1.99, 10, 7, OPTIONS, new Cancellation());
    assertThat(below.provedUnique()).isTrue();
    assertThat(below.found()).hasSize(1);
  }

  @Test
  void listenersHearPointsFromUniformPlayOn() {
    var lambdas = new ArrayList<Double>();
    var game = RandomMarkovGames.of(new SplittableRandom(3), 3, 2, 2, 0.9);
    MarkovLogitSolver.trace(
        game,
        List.of(3.0),
        OPTIONS,
        (lambda, profile) -> {
          lambdas.add(lambda);
          assertThat(profile.residual(lambda)).isLessThan(1e-6);
        },
        new Cancellation());
    assertThat(lambdas).hasSizeGreaterThan(3);
    assertThat(lambdas.getFirst()).isZero();
    assertThat(lambdas.getLast()).isEqualTo(3);
  }

  @Test
  void limitsOfStepsAndTimeAndMemoryEndHonestly() {
    var game = RandomMarkovGames.of(new SplittableRandom(3), 6, 2, 2, 0.9);
    var few =
        MarkovLogitSolver.trace(
            game, List.of(1.0, 50.0), OPTIONS.withMostSteps(4), new Cancellation());
    assertThat(few.status()).isEqualTo(MarkovBranch.Status.STEP_LIMIT);
    assertThat(few.detail()).contains("stopped at lambda = ").contains("Try: ");
    assertThat(few.first(50)).isNull();
    assertThat(few.last()).isNotNull();
    assertThat(few.last().lambda()).isEqualTo(few.lambda());
    var token = new Cancellation();
    token.cancel();
    assertThat(MarkovLogitSolver.trace(game, List.of(1.0), OPTIONS, token).status())
        .isEqualTo(MarkovBranch.Status.CANCELLED);
    var slow = MarkovLogitSolver.limit(game, OPTIONS.withMostSeconds(1e-9), new Cancellation());
    assertThat(slow.branch().status()).isEqualTo(MarkovBranch.Status.TIME_LIMIT);
    assertThatThrownBy(slow::orThrow).hasMessageContaining("no equilibrium was verified");
    var large =
        MarkovLogitSolver.trace(
            game, List.of(1.0), OPTIONS.withMemoryLimit(1000), new Cancellation());
    assertThat(large.status()).isEqualTo(MarkovBranch.Status.TOO_LARGE);
    assertThat(large.detail()).contains("bytes").contains("allowed are 1000");
    assertThat(large.run().steps()).isZero();
  }

  @Test
  void refusesPrecisionsAndGamesWithoutMeaning() {
    var game = coordination();
    for (double lambda : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(
              () -> MarkovLogitSolver.trace(game, List.of(lambda), OPTIONS, new Cancellation()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lambda is " + lambda);
    }
    double[][] huge = {{1e308, 0}, {0, -1e308}};
    var wide = bimatrix(huge, huge);
    assertThatThrownBy(
            () -> MarkovLogitSolver.trace(wide, List.of(1.0), OPTIONS, new Cancellation()))
        .hasMessageContaining("payoffs of a player span");
    var builder = MarkovGame.builder(List.of("one"), 1);
    builder.state("ring", List.of(List.of("a", "b")));
    builder.profile(0, new int[] {0}, new double[] {1}, new int[] {0}, new double[] {1});
    builder.profile(0, new int[] {1}, new double[] {0}, new int[] {0}, new double[] {1});
    var endless = builder.build();
    assertThatThrownBy(() -> MarkovLogitSolver.limit(endless, OPTIONS, new Cancellation()))
        .hasMessageContaining("play never ends from state 0 (ring)");
  }

  @Test
  void largePayoffsAreSolvedInTheirOwnUnit() {
    double[][] row = {{3e290, 0}, {5e290, 1e290}};
    double[][] column = {{3e290, 5e290}, {0, 1e290}};
    var branch =
        MarkovLogitSolver.trace(
            bimatrix(row, column), List.of(1e-290), OPTIONS, new Cancellation());
    double[][] small = {{3, 0}, {5, 1}};
    double[][] smallColumn = {{3, 5}, {0, 1}};
    var same =
        MarkovLogitSolver.trace(
            bimatrix(small, smallColumn), List.of(1.0), OPTIONS, new Cancellation());
    assertThat(
            branch
                .equilibria()
                .getFirst()
                .profile()
                .distance(same.equilibria().getFirst().profile()))
        .isLessThan(1e-12);
  }

  @Test
  void aPlayerAloneFindsItsBestReply() {
    var builder = MarkovGame.builder(List.of("one"), 0.5);
    builder.state("here", List.of(List.of("stay", "leave", "rest")));
    builder.state("there", List.of(List.of("stay")));
    builder.profile(0, new int[] {0}, new double[] {1}, new int[] {0}, new double[] {1});
    builder.profile(0, new int[] {1}, new double[] {0}, new int[] {1}, new double[] {1});
    builder.profile(0, new int[] {2}, new double[] {1.9});
    builder.profile(1, new int[] {0}, new double[] {2.5}, new int[] {1}, new double[] {1});
    var limit = MarkovLogitSolver.limit(builder.build(), OPTIONS, new Cancellation());
    var profile = limit.orThrow();
    assertThat(profile.pure()).isTrue();
    assertThat(profile.probability(0, 0, 1)).isEqualTo(1);
    assertThat(profile.value(0, 0)).isCloseTo(2.5, offset(1e-12));
  }

  @Test
  void gamesWhoseFactorsAreKeptMeetTheSameTolerance() {
    var game = RandomMarkovGames.of(new SplittableRandom(4), 130, 2, 2, 0.95);
    var branch = MarkovLogitSolver.trace(game, List.of(5.0), OPTIONS, new Cancellation());
    assertThat(branch.status()).isEqualTo(MarkovBranch.Status.REACHED);
    assertThat(branch.equilibria().getFirst().residual()).isLessThan(1e-12);
  }

  @Test
  void tiesThatMakeEquilibriaAContinuumDoNotKeepALimitFromBeingVerified() {
    // The last two columns are the same action twice; the row player does not care between rows.
    double[][] row = {{1, 2, 2}, {1, 2, 2}};
    double[][] column = {{0, 1, 1}, {0, 1, 1}};
    var limit = MarkovLogitSolver.limit(bimatrix(row, column), OPTIONS, new Cancellation());
    assertThat(limit.branch().status()).isEqualTo(MarkovBranch.Status.REACHED);
    var profile = limit.orThrow();
    assertThat(profile.probability(0, 0, 0)).isCloseTo(0.5, offset(1e-9));
    assertThat(profile.probability(0, 1, 0)).isZero();
    assertThat(profile.probability(0, 1, 1)).isCloseTo(0.5, offset(1e-9));
    assertThat(profile.regret()).isLessThan(1e-12);
  }

  @Test
  void anActionThatFadesLikeOneOverLambdaIsOutsideTheLimit() {
    // Weakly dominated: as good as the first while the others play left.
    double[][] row = {{1, 1}, {1, 0}};
    double[][] column = {{1, 0}, {1, 0}};
    var profile =
        MarkovLogitSolver.limit(bimatrix(row, column), OPTIONS, new Cancellation()).orThrow();
    assertThat(profile.probability(0, 1, 0)).isEqualTo(1);
    assertThat(profile.probability(0, 0, 0)).isCloseTo(0.5, offset(1e-4));
  }

  @Test
  void playThatIsNoPlayIsNotEvaluated() {
    var game = coordination();
    double[][][] missing = {{{1, 0}}};
    double[][][] wrong = {{{1, 0}, {0.5, 0.4}}};
    double[][][] negative = {{{1.5, -0.5}, {0.5, 0.5}}};
    assertThatThrownBy(() -> MarkovProfile.evaluate(game, missing))
        .hasMessageContaining("0 probabilities for player 0 in state 0, must have 2");
    assertThatThrownBy(() -> MarkovProfile.evaluate(game, wrong))
        .hasMessageContaining("sum to 0.9");
    assertThatThrownBy(() -> MarkovProfile.evaluate(game, negative))
        .hasMessageContaining("sum to NaN");
    double[][][] even = {{{0.5, 0.5}, {0.5, 0.5}}};
    assertThat(MarkovProfile.evaluate(game, even).regret()).isZero();
    assertThat(MarkovProfile.evaluate(game, even).residual(3)).isZero();
  }
}
