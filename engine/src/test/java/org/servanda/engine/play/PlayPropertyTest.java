package org.servanda.engine.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.BeliefGridSolver;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.RandomGames;
import org.servanda.engine.equilibrium.RandomGames.Features;
import org.servanda.engine.equilibrium.SolverOptions;
import org.servanda.engine.game.TypeSpace;

class PlayPropertyTest {
  private static final int HORIZON = 3;

  static LongStream seeds() {
    return RandomGames.seeds(5);
  }

  private static QuantalResponseEquilibrium solve(
      long seed, TypeSpace types, double lambda, Features features, int resolution) {
    return BeliefGridSolver.solve(
            RandomGames.make(seed, types, HORIZON, lambda, features),
            SolverOptions.defaults().withResolution(resolution))
        .orThrow();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void valueIsTheExpectedPayoffExactlyWhereNobodyIsInformed(long seed) {
    var types = TypeSpace.of(1, 1);
    var equilibrium = solve(seed, types, 10, Features.REDRAWS_AND_SIMULTANEOUS, 2);
    var summary = Propagation.run(equilibrium, PlayOptions.defaults(), (_, _, _, _, _, _) -> {});
    assertThat(summary.mass()).isCloseTo(1, offset(1e-12));
    for (int i = 0; i < 2; i++) {
      assertThat(summary.payoff(i)).isCloseTo(equilibrium.value(i, 0), offset(1e-12));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void valueIsTheExpectedPayoffWithinInterpolationError(long seed) {
    var types = TypeSpace.of(2, 2, 1);
    var options = PlayOptions.defaults().withCells(0).withNegligible(0);
    double[] gap = new double[2];
    for (int n = 0; n < 2; n++) {
      var equilibrium = solve(seed, types, 3, Features.REDRAWS, n == 0 ? 10 : 30);
      var summary = Propagation.run(equilibrium, options, (_, _, _, _, _, _) -> {});
      assertThat(summary.mass()).isCloseTo(1, offset(1e-12));
      for (int v = 0; v < types.valueFunctions(); v++) {
        int i = v < 2 ? 0 : v < 4 ? 1 : 2;
        double value = equilibrium.value(i, v - types.valueFunction(i, 0));
        gap[n] = Math.max(gap[n], Math.abs(summary.payoff(v) - value));
      }
    }
    // Fourth order: three times finer is 81 times better; asked is a quarter of that.
    assertThat(gap[1]).isLessThan(Math.max(gap[0] / 20, 1e-10));
    assertThat(gap[0]).isLessThan(1e-4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void beliefsAreAMartingaleWithAndWithoutMerging(long seed) {
    var types = TypeSpace.of(2, 2);
    var equilibrium = solve(seed, types, 10, Features.PLAIN, 10);
    for (int cells : new int[] {0, 8}) {
      var mean = new double[types.valueFunctions()];
      var ends = new double[1];
      Propagation.run(
          equilibrium,
          PlayOptions.defaults().withCells(cells).withNegligible(cells == 0 ? 0 : 1e-4),
          new PlayListener() {
            @Override
            public void visit(
                int t, int x, double[] beliefs, double mass, double[] sigma, double[] outcomes) {
              if (outcomes.length == 0) {
                add(beliefs, mass);
              }
            }

            @Override
            public void survivor(int x, double[] beliefs, double mass) {
              add(beliefs, mass);
            }

            private void add(double[] beliefs, double mass) {
              ends[0] += mass;
              for (int v = 0; v < mean.length; v++) {
                mean[v] += mass * beliefs[v];
              }
            }
          });
      assertThat(ends[0]).isCloseTo(1, offset(1e-12));
      for (int v = 0; v < mean.length; v++) {
        assertThat(mean[v]).isCloseTo(equilibrium.priors()[v], offset(1e-11));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void conditionalMassesAverageToTheUnconditionalOnes(long seed) {
    var types = TypeSpace.of(2, 2);
    var equilibrium = solve(seed, types, 10, Features.REDRAWS, 10);
    var options = PlayOptions.defaults().withCells(0).withNegligible(0);
    var overall = reach(equilibrium, options);
    var zero = reach(equilibrium, options.given(0, 0));
    var one = reach(equilibrium, options.given(0, 1));
    double p = equilibrium.game().prior(0).at(1);
    overall.forEach((key, mass) ->
        assertThat((1 - p) * zero.getOrDefault(key, 0.0) + p * one.getOrDefault(key, 0.0))
            .isCloseTo(mass, offset(1e-12)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void historiesFollowedNoFurtherMoveNoProbabilityByMoreThanTheirMass(long seed) {
    var types = TypeSpace.of(2, 2);
    var equilibrium = solve(seed, types, 10, Features.REDRAWS, 30);
    var options = PlayOptions.defaults().withCells(0).withNegligible(0);
    var all = reach(equilibrium, options);
    var heavy = reach(equilibrium, options.withLeast(1e-2));
    var summary = Propagation.run(equilibrium, options.withLeast(1e-2), (_, _, _, _, _, _) -> {});
    assertThat(summary.mass()).isCloseTo(1, offset(1e-12));
    assertThat(summary.left()).isBetween(1e-6, 0.5);
    all.forEach((key, mass) ->
        assertThat(mass - heavy.getOrDefault(key, 0.0))
            .as("%s", key)
            .isBetween(-1e-12, summary.left() + 1e-12));
    for (int v = 0; v < types.valueFunctions(); v++) {
      int i = v / 2;
      // What is left is worth what the grid says: interpolation error, as above.
      assertThat(summary.payoff(v)).isCloseTo(equilibrium.value(i, v - 2 * i), offset(1e-4));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsReachedDoesNotDependOnAddingUpPayoffs(long seed) {
    var types = TypeSpace.of(2, 2);
    var equilibrium = solve(seed, types, 10, Features.REDRAWS, 10);
    var options = PlayOptions.defaults().withCells(8).withNegligible(1e-6).withLeast(1e-8);
    var unpaid = options.withoutPayoffs();
    assertThat(reach(equilibrium, unpaid)).isEqualTo(reach(equilibrium, options));
    assertThat(reach(equilibrium, unpaid.given(1, 1)))
        .isEqualTo(reach(equilibrium, options.given(1, 1)));
    assertThat(Propagation.run(equilibrium, unpaid, (_, _, _, _, _, _) -> {}).payoff(0)).isNaN();
  }

  /// Probability of reaching each position in each period.
  private static Map<List<Integer>, Double> reach(
      QuantalResponseEquilibrium equilibrium, PlayOptions options) {
    var reach = new HashMap<List<Integer>, Double>();
    Propagation.run(
        equilibrium,
        options,
        (t, x, _, mass, _, _) -> reach.merge(List.of(t, x), mass, Double::sum));
    return reach;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pathsLeftEarlyAreBeginningsOfWholeOnes(long seed) {
    var equilibrium = solve(seed, TypeSpace.of(2, 2), 10, Features.REDRAWS_AND_SIMULTANEOUS, 6);
    var whole = new ArrayList<Step>();
    var early = new ArrayList<Step>();
    Simulation.run(equilibrium, 20, new SplittableRandom(seed), (_, step) -> whole.add(step));
    Simulation.run(equilibrium, 20, 2, new SplittableRandom(seed), (_, step) -> early.add(step));
    assertThat(early).isEqualTo(whole.stream().filter(step -> step.period() < 2).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void simulationAgreesWithPropagationWithinFiveStandardErrors(long seed) {
    var types = TypeSpace.of(2, 2);
    var equilibrium = solve(seed, types, 10, Features.REDRAWS_AND_SIMULTANEOUS, 6);
    int paths = 2000;
    var counts = new HashMap<List<Integer>, Integer>();
    var payoffs = new double[types.players()];
    var squares = new double[types.players()];
    Simulation.run(
        equilibrium,
        paths,
        new SplittableRandom(seed),
        new PathListener() {
          @Override
          public void step(int path, Step step) {
            counts.merge(List.of(step.period(), step.position()), 1, Integer::sum);
          }

          @Override
          public void end(int path, int[] drawn, double[] payoff) {
            for (int i = 0; i < payoff.length; i++) {
              payoffs[i] += payoff[i] / paths;
              squares[i] += payoff[i] * payoff[i] / paths;
            }
          }
        });
    var exact = reach(equilibrium, PlayOptions.defaults().withCells(64).withNegligible(1e-7));
    counts.forEach((key, count) -> {
      double p = exact.getOrDefault(key, 0.0);
      // Five standard errors, and what merging in cells of 1/64 may move.
      double bound = 5 * Math.sqrt(Math.max(p * (1 - p), 1.0 / paths) / paths) + 2e-3;
      assertThat((double) count / paths).as("%s", key).isCloseTo(p, offset(bound));
    });
    for (int i = 0; i < payoffs.length; i++) {
      double value = 0;
      for (int k = 0; k < types.types(i); k++) {
        value += equilibrium.game().prior(i).at(k) * equilibrium.value(i, k);
      }
      double error = Math.sqrt((squares[i] - payoffs[i] * payoffs[i]) / paths);
      assertThat(payoffs[i]).isCloseTo(value, offset(5 * error + 5e-3));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void likelyPathIsTheBestOfAllHistories(long seed) {
    var equilibrium = solve(seed, TypeSpace.of(2, 1), 10, Features.PLAIN, 10);
    int last = HORIZON - 1;
    var found =
        LikelyPath.find(equilibrium, List.of((t, x, o) -> t == last && o == 1), 0).getFirst();
    double best = new AllHistories(equilibrium).best(last);
    if (found == null) {
      assertThat(best).isZero();
      return;
    }
    assertThat(found.probability()).isCloseTo(best, offset(1e-12));
    double product = 1;
    for (var step : found.steps()) {
      product *= step.probability();
    }
    assertThat(product).isCloseTo(found.probability(), offset(1e-12));
    assertThat(found.steps().getFirst().position()).isEqualTo(equilibrium.game().root());
    assertThat(found.steps().getLast().period()).isEqualTo(last);
  }

  /// Every history, one after the other.
  private static final class AllHistories {
    private final QuantalResponseEquilibrium equilibrium;

    AllHistories(QuantalResponseEquilibrium equilibrium) {
      this.equilibrium = equilibrium;
    }

    /// Largest probability of a history whose last step is outcome 1 in the last period. Histories
    /// are kept period by period, so that each period is computed once.
    double best(int last) {
      record Head(int position, double[] beliefs, double probability) {}
      double best = 0;
      var heads = new ArrayList<Head>();
      heads.add(new Head(equilibrium.game().root(), equilibrium.priors(), 1));
      for (int t = 0; t <= last; t++) {
        var next = new ArrayList<Head>();
        for (int n = 0; n < heads.size(); n++) {
          var head = heads.get(n);
          var visit = new org.servanda.engine.equilibrium.Visit(equilibrium.game().types());
          equilibrium.period(t).visit(head.position(), head.beliefs(), visit);
          var outcomes = Propagation.outcomes(equilibrium.game().position(head.position()));
          for (int o = 0; o < outcomes.size(); o++) {
            double p = head.probability() * visit.probability(o);
            if (!(p > 0)) {
              continue;
            }
            best = t == last && o == 1 ? Math.max(best, p) : best;
            var beliefs = new double[head.beliefs().length];
            visit.copyPosterior(o, beliefs);
            var child = new Head(outcomes.get(o).successor(), beliefs, p);
            boolean advances =
                outcomes.get(o).timing() == org.servanda.engine.game.Timing.NEXT_PERIOD;
            (advances ? next : heads).add(child);
          }
        }
        heads = next;
      }
      return best;
    }
  }
}
