package org.servanda.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every extensive game, on random ones.
class AgentLogitPropertyTest {
  static LongStream seeds() {
    long one = Long.getLong("servanda.seed", -1);
    return one >= 0 ? LongStream.of(one) : LongStream.range(0, 40);
  }

  private static AgentLogitEquilibrium solve(ExtensiveGame game, double lambda) {
    return AgentLogitSolver.solve(game, AgentLogitOptions.at(lambda))
        .orThrow()
        .equilibria()
        .getFirst();
  }

  @Test
  void theRandomGamesAreOfManyKinds() {
    int tied = 0;
    int direct = 0;
    for (long seed = 0; seed < 40; seed++) {
      var size =
          AgentLogitSolver.solve(RandomTrees.of(seed), AgentLogitOptions.at(1)).orThrow().size();
      tied += size.unknowns() > 0 ? 1 : 0;
      direct += size.unknowns() == 0 ? 1 : 0;
    }
    assertThat(tied).isGreaterThan(10);
    assertThat(direct).isGreaterThan(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSlowRefereeFindsTheSameChoicesBestReplies(long seed) {
    var game = RandomTrees.of(seed);
    for (double lambda : new double[] {0.5, 3, 20}) {
      var found = solve(game, lambda);
      assertThat(found.residual()).isLessThan(1e-9);
      assertThat(new TreeReferee(game, found).largestError(lambda)).isLessThan(1e-9);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void zeroPrecisionIsUniform(long seed) {
    var game = RandomTrees.of(seed);
    var found = solve(game, 0);
    for (int h = 0; h < game.informationSets().size(); h++) {
      int actions = game.informationSets().get(h).actions().size();
      for (int a = 0; a < actions; a++) {
        assertThat(found.probability(h, a)).isCloseTo(1.0 / actions, offset(1e-15));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shiftsAndScalesOfPayoffsChangeNothing(long seed) {
    var game = RandomTrees.of(seed);
    var shift = new SplittableRandom(seed).doubles(game.players().size(), -3, 3).toArray();
    var one = solve(game, 4);
    var other = solve(RandomTrees.withPayoffs(game, 2.5, shift), 4 / 2.5);
    for (int h = 0; h < game.informationSets().size(); h++) {
      for (int a = 0; a < game.informationSets().get(h).actions().size(); a++) {
        assertThat(other.logProbability(h, a)).isCloseTo(one.logProbability(h, a), offset(1e-9));
        assertThat(other.actionValue(h, a))
            .isCloseTo(
                shift[game.informationSets().get(h).player()] + 2.5 * one.actionValue(h, a),
                offset(1e-9));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void otherLabelsGiveTheSameAnswerUnderOtherLabels(long seed) {
    var game = RandomTrees.of(seed);
    var one = solve(game, 4);
    var other = solve(RandomTrees.reversed(game), 4);
    int sets = game.informationSets().size();
    for (int h = 0; h < sets; h++) {
      int actions = game.informationSets().get(h).actions().size();
      for (int a = 0; a < actions; a++) {
        assertThat(other.probability(sets - 1 - h, actions - 1 - a))
            .isCloseTo(one.probability(h, a), offset(1e-9));
      }
      List<Integer> members = game.members(h);
      List<Integer> others = RandomTrees.reversed(game).members(sets - 1 - h);
      for (int m = 0; m < members.size(); m++) {
        assertThat(other.belief(sets - 1 - h, others.indexOf(members.get(m))))
            .isCloseTo(one.belief(h, m), offset(1e-9));
      }
    }
    for (int i = 0; i < game.players().size(); i++) {
      assertThat(other.value(game.players().size() - 1 - i)).isCloseTo(one.value(i), offset(1e-9));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void derivativesAgreeWithDifferences(long seed) {
    var game = RandomTrees.of(seed);
    if (!(LogitSystem.prepare(game, 1L << 30)
        instanceof LogitSystem.Preparation.Ready(LogitSystem system))) {
      throw new AssertionError("refused");
    }
    var equations = system.equations();
    if (equations == null) {
      return;
    }
    int n = equations.size();
    var random = new SplittableRandom(seed);
    double[] y = random.doubles(n, -2, 2).toArray();
    double lambda = 1.7;
    var f = new double[n];
    equations.linearize(y, lambda, f);
    // A random last row; solving for a unit change along it and stepping there both ways.
    double[] row = random.doubles(n + 1, -1, 1).toArray();
    assertThat(equations.factor(1, row)).isNotZero();
    var x = new double[n + 1];
    x[n] = 1;
    equations.solve(x);
    double h = 1e-6;
    double along = 0;
    for (int i = 0; i <= n; i++) {
      along += row[i] * x[i];
    }
    assertThat(along).isCloseTo(1, offset(1e-9));
    double length = 0;
    for (double entry : x) {
      length = Math.max(length, Math.abs(entry));
    }
    var up = y.clone();
    var down = y.clone();
    for (int i = 0; i < n; i++) {
      up[i] += h * x[i] / length;
      down[i] -= h * x[i] / length;
    }
    var above = new double[n];
    var below = new double[n];
    equations.values(up, lambda + h * x[n] / length, above);
    equations.values(down, lambda - h * x[n] / length, below);
    for (int i = 0; i < n; i++) {
      // The tangent leaves every equation unchanged.
      assertThat((above[i] - below[i]) / (2 * h)).isCloseTo(0, offset(1e-7));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void limitsAreVerified(long seed) {
    var followed =
        AgentLogitLimitSolver.solve(RandomTrees.of(seed), AgentLogitOptions.at()).orThrow();
    var limit = followed.limit();
    assertThat(limit.verified()).isTrue();
    assertThat(limit.exact()).isTrue();
    assertThat(followed.status()).isEqualTo(BranchStatus.REACHED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void searchFindsThePrincipalSolutionFirst(long seed) {
    var game = RandomTrees.of(seed);
    var found = AgentLogitSearch.search(game, 5, 5, seed, AgentLogitOptions.at()).orThrow();
    var principal = solve(game, 5);
    assertThat(found.equilibria().getFirst().crossing()).isEqualTo(1);
    for (int h = 0; h < game.informationSets().size(); h++) {
      assertThat(found.equilibria().getFirst().probability(h, 0))
          .isCloseTo(principal.probability(h, 0), offset(1e-10));
    }
    for (var equilibrium : found.equilibria()) {
      assertThat(new TreeReferee(game, equilibrium).largestError(5)).isLessThan(1e-9);
    }
  }

  /// One number for the bits of all choices of forty games: whatever differs between machines, in
  /// functions, vector widths or the order of sums, shows here.
  @Test
  void theBitsAreTheSameOnEveryMachine() {
    long bits = 0;
    for (long seed = 0; seed < 40; seed++) {
      var game = RandomTrees.of(seed);
      var found = solve(game, 7);
      for (int h = 0; h < game.informationSets().size(); h++) {
        for (int a = 0; a < game.informationSets().get(h).actions().size(); a++) {
          bits = 31 * bits + Double.doubleToLongBits(found.logProbability(h, a));
        }
      }
    }
    assertThat(bits).isEqualTo(BITS);
  }

  private static final long BITS = -4216579020663069740L;
}
