package org.servanda.engine.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.Cancellation;

/// What holds of every game, on random ones.
final class MarkovLogitPropertyTest {
  private static final MarkovOptions OPTIONS = MarkovOptions.defaults();

  static LongStream seeds() {
    var fixed = System.getProperty("servanda.seed");
    return fixed == null ? LongStream.rangeClosed(1, 6) : LongStream.of(Long.parseLong(fixed));
  }

  private static MarkovGame game(long seed) {
    var random = new SplittableRandom(seed);
    int players = 2 + random.nextInt(2);
    return RandomMarkovGames.of(random, 2 + random.nextInt(4), players, 2 + random.nextInt(2), 0.9);
  }

  private static MarkovProfile at(MarkovGame game, double lambda) {
    var branch = MarkovLogitSolver.trace(game, List.of(lambda), OPTIONS, new Cancellation());
    assertThat(branch.status()).isEqualTo(MarkovBranch.Status.REACHED);
    return branch.equilibria().getFirst().profile();
  }

  /// A game with other payoffs, and states and the players' actions in another order.
  private interface Payoff {
    double of(int player, double payoff);
  }

  private static MarkovGame copy(MarkovGame game, Payoff payoff, boolean reversed) {
    int n = game.players();
    int states = game.states();
    var players = new ArrayList<String>();
    var discount = new double[n];
    for (int i = 0; i < n; i++) {
      players.add(game.player(i));
      discount[i] = game.discount(i);
    }
    var builder = MarkovGame.builder(players, discount);
    for (int s = 0; s < states; s++) {
      var actions = new ArrayList<List<String>>();
      for (int i = 0; i < n; i++) {
        actions.add(Collections.nCopies(game.actions(0, i), "a"));
      }
      builder.state("s", actions);
    }
    for (int s = 0; s < states; s++) {
      for (int k = 0; k < game.profiles(s); k++) {
        var action = new int[n];
        var u = new double[n];
        for (int i = n - 1, rest = k; i >= 0; i--) {
          int count = game.actions(s, i);
          action[i] = reversed ? count - 1 - rest % count : rest % count;
          rest /= count;
          u[i] = payoff.of(i, game.payoff(s, k, i));
        }
        var to = new int[game.successors(s, k)];
        var p = new double[to.length];
        for (int e = 0; e < to.length; e++) {
          int next = game.successor(s, k, e);
          to[e] = reversed ? states - 1 - next : next;
          p[e] = game.probability(s, k, e);
        }
        builder.profile(reversed ? states - 1 - s : s, action, u, to, p);
      }
    }
    return builder.build();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void derivativesAgreeWithDifferencesAndSolvesWithProducts(long seed) {
    var form = new StationaryForm(game(seed));
    var equations = new LogitEquations(form);
    int size = equations.size();
    var random = new SplittableRandom(seed);
    var y = new double[size];
    for (int k = 0; k < size; k++) {
      y[k] = 2 * random.nextDouble() - 1;
    }
    var row = new double[size + 1];
    var x = new double[size + 1];
    for (int k = 0; k <= size; k++) {
      row[k] = random.nextDouble();
      x[k] = random.nextDouble();
    }
    double lambda = 1.3;
    double scale = 2;
    equations.linearize(y, lambda, new double[size]);
    assertThat(equations.factor(scale, row)).isNotZero();
    for (int c = 0; c <= size; c++) {
      var direction = new double[size + 1];
      direction[c] = 1;
      var column = new double[size + 1];
      equations.multiply(direction, column);
      double h = 1e-6;
      var up = new double[size];
      var down = new double[size];
      var moved = y.clone();
      if (c < size) {
        moved[c] = y[c] + h;
      }
      equations.values(moved, c < size ? lambda : lambda + h / scale, up);
      if (c < size) {
        moved[c] = y[c] - h;
      }
      equations.values(moved, c < size ? lambda : lambda - h / scale, down);
      for (int r = 0; r < size; r++) {
        assertThat(column[r]).isCloseTo((up[r] - down[r]) / (2 * h), offset(1e-7));
      }
    }
    var product = new double[size + 1];
    var solved = x.clone();
    equations.solve(solved);
    equations.multiply(solved, product);
    for (int k = 0; k <= size; k++) {
      assertThat(product[k]).isCloseTo(x[k], offset(1e-10));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void playIsUniformAtPrecisionZeroAndALogitResponseAbove(long seed) {
    var game = game(seed);
    var uniform = at(game, 0);
    var profile = at(game, 4);
    for (int s = 0; s < game.states(); s++) {
      for (int i = 0; i < game.players(); i++) {
        int count = game.actions(s, i);
        double sum = 0;
        double mean = 0;
        for (int a = 0; a < count; a++) {
          assertThat(uniform.probability(s, i, a)).isCloseTo(1.0 / count, offset(1e-15));
          sum += profile.probability(s, i, a);
          mean += profile.probability(s, i, a) * profile.actionValue(s, i, a);
          double odds = profile.logProbability(s, i, a) - profile.logProbability(s, i, 0);
          double gap = profile.actionValue(s, i, a) - profile.actionValue(s, i, 0);
          assertThat(odds).isCloseTo(4 * gap, offset(1e-9));
        }
        assertThat(sum).isCloseTo(1, offset(1e-14));
        assertThat(mean).isCloseTo(profile.value(s, i), offset(1e-11));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void unitsAndOffsetsOfPayoffsDoNotMatter(long seed) {
    var game = game(seed);
    var profile = at(game, 4);
    assertThat(at(copy(game, (_, u) -> 1000 * u, false), 0.004).distance(profile))
        .isLessThan(1e-11);
    assertThat(at(copy(game, (i, u) -> u + 3 * i - 5, false), 4).distance(profile))
        .isLessThan(1e-11);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void otherOrdersOfStatesAndActionsGiveTheSamePlay(long seed) {
    var game = game(seed);
    var profile = at(game, 4);
    var mirrored = at(copy(game, (_, u) -> u, true), 4);
    for (int s = 0; s < game.states(); s++) {
      int t = game.states() - 1 - s;
      for (int i = 0; i < game.players(); i++) {
        assertThat(mirrored.value(t, i)).isCloseTo(profile.value(s, i), offset(1e-10));
        for (int a = 0; a < game.actions(s, i); a++) {
          assertThat(mirrored.probability(t, i, game.actions(s, i) - 1 - a))
              .isCloseTo(profile.probability(s, i, a), offset(1e-11));
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void limitsAreEquilibriaThatTheBranchClosesInOn(long seed) {
    var game = game(seed);
    var limit = MarkovLogitSolver.limit(game, OPTIONS, new Cancellation());
    assertThat(limit).isInstanceOf(MarkovLimit.Verified.class);
    var verified = (MarkovLimit.Verified) limit;
    assertThat(verified.regret()).isBetween(0.0, 1e-9);
    assertThat(verified.regret()).isEqualTo(verified.equilibrium().regret());
    double near = at(game, 1000).distance(verified.equilibrium());
    double nearer = at(game, 4000).distance(verified.equilibrium());
    assertThat(nearer).isLessThan(Math.max(near / 2, 1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void plainIterationAgreesWhereResponsesContract(long seed) {
    var game = game(seed);
    double lambda = 0.02;
    var form = new StationaryForm(game);
    var sigma = new double[form.actions()];
    form.probabilities(new double[form.unknowns()], sigma);
    MarkovProfile profile = MarkovProfile.of(form, sigma, new double[sigma.length]);
    for (int k = 0; k < 60; k++) {
      var odds = new double[form.unknowns()];
      int u = 0;
      for (int s = 0; s < game.states(); s++) {
        for (int i = 0; i < game.players(); i++) {
          for (int a = 1; a < game.actions(s, i); a++) {
            odds[u++] = lambda * (profile.actionValue(s, i, a) - profile.actionValue(s, i, 0));
          }
        }
      }
      sigma = new double[form.actions()];
      form.probabilities(odds, sigma);
      profile = MarkovProfile.of(form, sigma, new double[sigma.length]);
    }
    assertThat(at(game, lambda).distance(profile)).isLessThan(1e-12);
  }
}
