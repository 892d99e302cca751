package org.servanda.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.engine.branch.PathTracer;
import org.servanda.engine.branch.TraceLimits;
import org.servanda.engine.equilibrium.Cancellation;

class AgentLogitSolverTest {
  /// Both sides choose at once; payoffs by row and column.
  private static ExtensiveGame matrix(double[][] row, double[][] column) {
    var builder = ExtensiveGame.builder(List.of("Row", "Column"));
    int rows = row.length;
    int columns = row[0].length;
    int first = builder.informationSet(new InformationSet("Row", 0, names(rows)));
    int second = builder.informationSet(new InformationSet("Column", 1, names(columns)));
    var after = new ArrayList<Integer>();
    for (int r = 0; r < rows; r++) {
      after.add(1 + r * (columns + 1));
    }
    builder.add(new TreeNode.Move(first, after));
    for (int r = 0; r < rows; r++) {
      var ends = new ArrayList<Integer>();
      for (int c = 0; c < columns; c++) {
        ends.add(after.get(r) + 1 + c);
      }
      builder.add(new TreeNode.Move(second, ends));
      for (int c = 0; c < columns; c++) {
        builder.add(new TreeNode.End(List.of(row[r][c], column[r][c])));
      }
    }
    return builder.build();
  }

  private static List<String> names(int n) {
    var names = new ArrayList<String>();
    for (int a = 0; a < n; a++) {
      names.add("a" + a);
    }
    return names;
  }

  private static ExtensiveGame coordination(double factor) {
    double[][] payoff = {{factor, 0}, {0, factor}};
    return matrix(payoff, payoff);
  }

  @Test
  void asymmetricMatchingPenniesAreThoseOfThePaper() {
    // McKelvey and Palfrey (1995), Ochs' game 3, with the figures that follow from the equations.
    var game =
        matrix(
            new double[][] {{1.1141, 0}, {0, 0.2785}}, new double[][] {{0, 1.1141}, {1.1141, 0}});
    double[][] published = {
      {0.5, .549654, .486174},
      {1, .586784, .451807},
      {2, .617522, .371982},
      {3, .616897, .314016},
      {5, .595876, .255754},
      {10, .557689, .216630}
    };
    for (double[] line : published) {
      var found =
          AgentLogitSolver.solve(game, AgentLogitOptions.at(line[0]))
              .orThrow()
              .equilibria()
              .getFirst();
      assertThat(found.probability(0, 0)).isCloseTo(line[1], offset(1e-6));
      assertThat(found.probability(1, 0)).isCloseTo(line[2], offset(1e-6));
    }
  }

  @Test
  void allThreeEquilibriaBeyondThePitchforkAreFound() {
    var found =
        AgentLogitSearch.search(coordination(1), 2.5, 20, 1, AgentLogitOptions.at()).orThrow();
    assertThat(found.equilibria()).hasSize(3);
    assertThat(found.indices()).containsExactly(-1, 1, 1);
    assertThat(found.knowledge()).isEqualTo(AgentLogitSearchOutcome.Knowledge.INDICES_ADD_UP);
    assertThat(found.equilibria().get(0).probability(0, 0)).isCloseTo(0.5, offset(1e-12));
    assertThat(found.equilibria().get(1).probability(0, 0))
        .isCloseTo(0.855205891743935, offset(1e-12));
    assertThat(found.equilibria().get(2).probability(0, 0))
        .isCloseTo(1 - 0.855205891743935, offset(1e-12));
  }

  /// Three equilibria where the literature has three: .2511, .5947 and .8133; the even grid of
  /// types, .2 apart, moves them by a few hundredths and lets a pair more appear.
  @Test
  void threeEquilibriaOfCrisisSignallingAreFound() {
    var crisis = new CrisisSignalling(-1.9, -2.9, -1.2, 0.2);
    var found = AgentLogitSearch.search(crisis.game, 160, 8, 3, AgentLogitOptions.at()).orThrow();
    for (double published : new double[] {.251105, .594723, .813322}) {
      assertThat(found.equilibria())
          .anySatisfy(e -> assertThat(crisis.resisted(e)).isCloseTo(published, offset(0.06)));
    }
    assertThat(found.equilibria()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(found.equilibria()).allMatch(e -> e.residual() < 1e-9);
  }

  @Test
  void gamesWithoutTiesHaveOneEquilibrium() {
    var builder = ExtensiveGame.builder(List.of("A"));
    int h = builder.informationSet(new InformationSet("h", 0, List.of("l", "r")));
    builder.add(new TreeNode.Move(h, List.of(1, 2)));
    builder.add(new TreeNode.End(List.of(1.0)));
    builder.add(new TreeNode.End(List.of(3.0)));
    var game = builder.build();
    var found = AgentLogitSearch.search(game, 1, 10, 1, AgentLogitOptions.at()).orThrow();
    assertThat(found.knowledge()).isEqualTo(AgentLogitSearchOutcome.Knowledge.ONLY_ONE);
    assertThat(found.equilibria().getFirst().probability(0, 1))
        .isCloseTo(1 / (1 + Math.exp(-2)), offset(1e-15));
  }

  @Test
  void aMissedTargetIsSaidWithTheLastPoint() {
    var traced =
        AgentLogitSolver.solve(
                coordination(1), AgentLogitOptions.at(1, 100).within(10, 1L << 30, 60))
            .orThrow();
    assertThat(traced.status()).isEqualTo(BranchStatus.STEP_LIMIT);
    assertThat(traced.lambda()).isBetween(0.01, 99.0);
    assertThat(traced.last().lambda()).isEqualTo(traced.lambda());
    assertThat(traced.last().residual()).isLessThan(1e-9);
    assertThat(traced.equilibria()).noneMatch(e -> e.lambda() == 100);
  }

  @Test
  void cancellationAndTimeAreHeard() {
    var token = new Cancellation();
    token.cancel();
    var options = AgentLogitOptions.at(5);
    assertThat(
            AgentLogitSolver.solve(coordination(1), options.cancelledBy(token)).orThrow().status())
        .isEqualTo(BranchStatus.CANCELLED);
    assertThat(
            AgentLogitSolver.solve(coordination(1), options.within(1000, 1L << 30, 1e-12))
                .orThrow()
                .status())
        .isEqualTo(BranchStatus.TIME_LIMIT);
  }

  @Test
  void theSearchForALimitStopsWhenToldTo() {
    var token = new Cancellation();
    token.cancel();
    var options = AgentLogitOptions.at().cancelledBy(token);
    assertThat(AgentLogitLimitSolver.solve(coordination(1), options).orThrow().status())
        .isEqualTo(BranchStatus.CANCELLED);
    var builder = ExtensiveGame.builder(List.of("A"));
    int h = builder.informationSet(new InformationSet("h", 0, List.of("l", "r")));
    builder.add(new TreeNode.Move(h, List.of(1, 2)));
    builder.add(new TreeNode.End(List.of(1.0)));
    builder.add(new TreeNode.End(List.of(3.0)));
    var followed = AgentLogitLimitSolver.solve(builder.build(), options).orThrow();
    assertThat(followed.status()).isEqualTo(BranchStatus.CANCELLED);
    assertThat(followed.limit().verified()).isFalse();
  }

  @Test
  void tooLargeGamesAreRefusedWithSizeCauseAndWhatToTry() {
    var refused =
        AgentLogitSolver.solve(coordination(1), AgentLogitOptions.at(1).within(9, 700, 9));
    assertThat(refused).isInstanceOf(AgentLogitOutcome.TooLarge.class);
    var reason = (AgentLogitOutcome.TooLarge) refused;
    assertThat(reason.bytes()).isGreaterThan(reason.most());
    assertThat(reason.message())
        .contains("7 nodes, 2 information sets, 4 actions")
        .contains("\nTry: ");
    assertThatThrownBy(refused::orThrow).hasMessage(reason.message());
  }

  @Test
  void aLongPathThroughOneSetIsRefusedBeforeTheWork() {
    // A million nodes of one information set on one path: its beliefs alone have 5e11 terms.
    int n = 1_000_000;
    var builder = ExtensiveGame.builder(List.of("A"));
    int h = builder.informationSet(new InformationSet("again", 0, List.of("go", "stop")));
    for (int k = 0; k < n; k++) {
      builder.add(new TreeNode.Move(h, List.of(2 * k + 2, 2 * k + 1)));
      builder.add(new TreeNode.End(List.of((double) k)));
    }
    builder.add(new TreeNode.End(List.of(0.0)));
    var outcome = AgentLogitSolver.solve(builder.build(), AgentLogitOptions.at(1));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AgentLogitOutcome.TooLarge.class,
            reason -> assertThat(reason.message()).contains("paths to information sets"));
  }

  @Test
  void aMillionNodesOfPerfectInformationAreSolved() {
    int n = 500_000;
    var builder = ExtensiveGame.builder(List.of("A"));
    for (int k = 0; k < n; k++) {
      int h = builder.informationSet(new InformationSet("h" + k, 0, List.of("go", "stop")));
      builder.add(new TreeNode.Move(h, List.of(2 * k + 2, 2 * k + 1)));
      builder.add(new TreeNode.End(List.of(k % 2.0)));
    }
    builder.add(new TreeNode.End(List.of(0.0)));
    var game = builder.build();
    assertThat(PerfectRecall.loss(game)).isNull();
    var found =
        AgentLogitSolver.solve(game, AgentLogitOptions.at(3).within(9, 1L << 30, 60))
            .orThrow()
            .equilibria()
            .getFirst();
    assertThat(found.residual()).isLessThan(1e-12);
    assertThat(found.value(0)).isBetween(0.8, 1.0);
  }

  @Test
  void hugeAndTinyPayoffsAreTheSameGameInOtherUnits() {
    var plain = AgentLogitSolver.solve(coordination(1), AgentLogitOptions.at(1.5)).orThrow();
    for (double factor : new double[] {1e308, 1e-300}) {
      var scaled =
          AgentLogitSolver.solve(coordination(factor), AgentLogitOptions.at(1.5 / factor))
              .orThrow();
      assertThat(scaled.status()).isEqualTo(BranchStatus.REACHED);
      assertThat(scaled.equilibria().getFirst().probability(0, 0))
          .isCloseTo(plain.equilibria().getFirst().probability(0, 0), offset(1e-12));
      assertThat(scaled.equilibria().getFirst().value(0))
          .isCloseTo(factor / 2, offset(1e-9 * factor));
    }
    assertThatThrownBy(() -> AgentLogitSolver.solve(coordination(1e300), AgentLogitOptions.at(1e9)))
        .hasMessageContaining("times the payoff range")
        .hasMessageContaining("Try: ");
    double[][] wide = {{1e308, -1e308}, {-1e308, 1e308}};
    var widest = AgentLogitSolver.solve(matrix(wide, wide), AgentLogitOptions.at(1e-308)).orThrow();
    assertThat(widest.equilibria().getFirst().probability(0, 0)).isCloseTo(0.5, offset(1e-9));
  }

  @Test
  void wrongPrecisionsAreRefused() {
    for (double lambda : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> AgentLogitOptions.at(lambda))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lambda is " + lambda);
    }
    assertThatThrownBy(() -> AgentLogitOptions.at(3).followedTo(2)).hasMessageContaining("follow");
  }

  @Test
  void theListenerHearsTheBranchFromUniformPlayOn() {
    var lambdas = new ArrayList<Double>();
    var traced =
        AgentLogitSolver.solve(
                coordination(1), AgentLogitOptions.at(1), p -> lambdas.add(p.lambda()))
            .orThrow();
    assertThat(lambdas.getFirst()).isZero();
    assertThat(lambdas.getLast()).isEqualTo(1);
    assertThat(lambdas).isSorted().hasSize(traced.size().steps() + 1);
  }

  @Test
  void beliefsBehindAChanceOfZeroAreDefined() {
    var builder = ExtensiveGame.builder(List.of("A", "B"));
    int h = builder.informationSet(new InformationSet("h", 0, List.of("l", "r")));
    builder.add(
        new TreeNode.Chance(
            List.of("always", "never", "never too"), List.of(1.0, 0.0, 0.0), List.of(1, 2, 5)));
    builder.add(new TreeNode.End(List.of(0.0, 0.0)));
    builder.add(new TreeNode.Move(h, List.of(3, 4)));
    builder.add(new TreeNode.End(List.of(1.0, 0.0)));
    builder.add(new TreeNode.End(List.of(0.0, 0.0)));
    builder.add(new TreeNode.Move(h, List.of(6, 7)));
    builder.add(new TreeNode.End(List.of(1.0, 0.0)));
    builder.add(new TreeNode.End(List.of(0.0, 0.0)));
    var found =
        AgentLogitSolver.solve(builder.build(), AgentLogitOptions.at(1))
            .orThrow()
            .equilibria()
            .getFirst();
    assertThat(found.belief(0, 0)).isEqualTo(0.5);
    assertThat(found.probability(0, 0)).isCloseTo(1 / (1 + Math.exp(-1)), offset(1e-15));
    assertThat(found.value(0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-2, 1e-4, 1e-6, 1e-9, 1e-12})
  void anImperfectPitchforkIsFollowedAlongTheSideItLeansTo(double more) {
    // A little more for the first actions: the branch bends instead of crossing another.
    double[][] payoff = {{1 + more, 0}, {0, 1}};
    var traced =
        AgentLogitSolver.solve(matrix(payoff, payoff), AgentLogitOptions.at(1, 6)).orThrow();
    assertThat(traced.status()).isEqualTo(BranchStatus.REACHED);
    assertThat(traced.bifurcations()).isEmpty();
    assertThat(traced.equilibria().getLast().probability(0, 0)).isGreaterThan(0.99);
  }

  @Test
  void thePitchforkItselfIsSolvedWhereItForks() {
    var traced =
        AgentLogitSolver.solve(coordination(1), AgentLogitOptions.at(2).followedTo(3)).orThrow();
    assertThat(traced.equilibria()).hasSize(1);
    assertThat(traced.equilibria().getFirst().probability(0, 0)).isEqualTo(0.5);
  }

  /// Coordination games of five actions, whose branches turn often.
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
  void stepsAHundredTimesFinerLeadToTheSameSolution(long seed) {
    var random = new SplittableRandom(seed);
    var row = new double[5][5];
    var column = new double[5][5];
    for (int r = 0; r < 5; r++) {
      for (int c = 0; c < 5; c++) {
        row[r][c] = random.nextDouble() + (r == c ? 1 : 0);
        column[r][c] = random.nextDouble() + (r == c ? 1 : 0);
      }
    }
    if (!(LogitSystem.prepare(matrix(row, column), 1L << 30)
        instanceof LogitSystem.Preparation.Ready(LogitSystem system))) {
      throw new AssertionError("refused");
    }
    var equations = system.equations();
    assertThat(equations).isNotNull();
    var limits = TraceLimits.located(system.tree().range, 1e-12, 100_000);
    var usual = new double[equations.size()];
    var fine = new double[equations.size()];
    var one = PathTracer.trace(equations, usual, 0, 15, limits);
    var other = PathTracer.trace(equations, fine, 0, 15, limits.withSteps(0.002, 0.01));
    assertThat(one.reached()).isTrue();
    assertThat(other.reached()).isTrue();
    assertThat(one.turningPoints()).isEqualTo(other.turningPoints());
    assertThat(other.steps()).isGreaterThan(20 * one.steps());
    for (int k = 0; k < usual.length; k++) {
      assertThat(usual[k]).isCloseTo(fine[k], offset(1e-7));
    }
  }
}
