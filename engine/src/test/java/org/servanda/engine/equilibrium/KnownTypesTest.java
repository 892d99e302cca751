package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.RandomGames.Features;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;
import org.servanda.engine.play.PlayOptions;
import org.servanda.engine.play.Propagation;
import org.servanda.engine.slow.SlowSolver;

class KnownTypesTest {
  private static final TypeSpace TYPES = TypeSpace.of(2, 2, 1);
  private static final int HORIZON = 5;
  private static final int KNOWN = 2;
  private static final SolverOptions OPTIONS =
      SolverOptions.defaults().withResolution(4).withKnownFrom(KNOWN);

  static LongStream seeds() {
    return RandomGames.seeds(12);
  }

  private static StochasticGame game(long seed, TypeSpace types, double lambda, Features features) {
    return RandomGames.make(seed, types, HORIZON, lambda, features);
  }

  /// What is left of a game from period [#KNOWN] on, for players who know who is who.
  private static StochasticGame told(StochasticGame game, int[] profile) {
    var types = game.types();
    var told = new int[profile.length];
    Arrays.fill(told, 1);
    var builder = StochasticGame.builder(TypeSpace.of(told), HORIZON - KNOWN);
    for (int i = 0; i < told.length; i++) {
      builder.discount(i, game.discount(i));
      builder.precision(i, game.precision(i));
      builder.prior(i, Belief.of(1));
    }
    for (int x = 0; x < game.positions(); x++) {
      builder.add(told(game.position(x), types, profile));
    }
    for (int x = 0; x < game.positions(); x++) {
      var salvage = game.salvage(x);
      if (salvage != null) {
        builder.salvage(x, told(salvage, types, profile));
      }
    }
    return builder.root(game.root()).build();
  }

  private static Position told(Position position, TypeSpace types, int[] profile) {
    return switch (position) {
      case Terminal terminal -> {
        var values = new double[profile.length];
        for (int i = 0; i < values.length; i++) {
          values[i] =
              terminal.interdependent()
                  ? terminal.value(types, i, index(types, profile))
                  : terminal.own().at(types.valueFunction(i, profile[i]));
        }
        yield Terminal.of(Payoffs.of(values));
      }
      case Chance chance ->
          new Chance(
              told(chance.outcomes(), types, profile),
              chance.byPeriod().size() == 1
                  ? chance.byPeriod()
                  : chance.byPeriod().subList(KNOWN, HORIZON));
      case Decision decision ->
          new Decision(
              decision.mover(),
              told(decision.outcomes(), types, profile),
              decision.actions().stream()
                  .map(a -> new Action(a.lottery(), told(a.own(), types, profile)))
                  .toList());
      case Simultaneous simultaneous ->
          new Simultaneous(
              simultaneous.movers().stream()
                  .map(mover -> Mover.of(mover.player(), mover.actions()))
                  .toList(),
              told(simultaneous.outcomes(), types, profile),
              simultaneous.joint());
    };
  }

  private static List<Outcome> told(List<Outcome> outcomes, TypeSpace types, int[] profile) {
    return outcomes.stream()
        .map(o ->
            new Outcome(o.successor(), o.timing(), told(o.payoffs(), types, profile), List.of()))
        .toList();
  }

  private static Payoffs told(Payoffs payoffs, TypeSpace types, int[] profile) {
    if (payoffs.isNone()) {
      return payoffs;
    }
    var values = new double[profile.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = payoffs.at(types.valueFunction(i, profile[i]));
    }
    return Payoffs.of(values);
  }

  private static int index(TypeSpace types, int[] profile) {
    for (int w = 0; w < types.profiles(); w++) {
      boolean same = true;
      for (int i = 0; i < profile.length; i++) {
        same &= types.typeIn(w, i) == profile[i];
      }
      if (same) {
        return w;
      }
    }
    throw new AssertionError("no such profile");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theFuturePastThatPeriodIsTheAverageOverGamesWithoutSecrets(long seed) {
    var types = seed % 2 == 0 ? TYPES : TypeSpace.of(3, 2);
    var features = seed % 3 == 0 ? Features.SIMULTANEOUS : Features.PLAIN;
    var game = game(seed, types, 8, features);
    var equilibrium = BeliefGridSolver.solve(game, OPTIONS).orThrow();
    for (int i = 0; i < types.players(); i++) {
      for (int k = 0; k < types.types(i); k++) {
        // The player is taken for what it is; about the others beliefs are the priors.
        double[] beliefs = equilibrium.priors();
        for (int other = 0; other < types.types(i); other++) {
          beliefs[types.valueFunction(i, other)] = other == k ? 1 : 0;
        }
        double average = 0;
        for (int w = 0; w < types.profiles(); w++) {
          double weight = 1;
          var profile = new int[types.players()];
          for (int j = 0; j < profile.length; j++) {
            profile[j] = types.typeIn(w, j);
            weight *= beliefs[types.valueFunction(j, profile[j])];
          }
          average +=
              weight
                  * BeliefGridSolver.solve(told(game, profile), SolverOptions.defaults())
                      .orThrow()
                      .value(i, 0);
        }
        assertThat(equilibrium.valueAfter(game.root(), types.valueFunction(i, k), beliefs))
            .isCloseTo(average, offset(1e-12));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void typesDrawnAnewAreKnownAtOnceAsTheSlowRefereeSeesIt(long seed) {
    var game = game(seed, TYPES, 3, Features.REDRAWS);
    var equilibrium = BeliefGridSolver.solve(game, OPTIONS).orThrow();
    var slow = new SlowSolver(game, 1);
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < TYPES.types(i); k++) {
        int v = TYPES.valueFunction(i, k);
        assertThat(equilibrium.valueAfter(game.root(), v, equilibrium.priors()))
            .isCloseTo(slow.value(KNOWN, i, k), offset(1e-10));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thePeriodsBeforeForeseeIt(long seed) {
    var equilibrium =
        BeliefGridSolver.solve(game(seed, TYPES, 15, Features.REDRAWS), OPTIONS).orThrow();
    var referee = new Referee(equilibrium);
    for (int t = 0; t < KNOWN; t++) {
      assertThat(referee.largestResidual(t)).isLessThan(1e-10);
      assertThat(referee.largestValueGap(t)).isLessThan(1e-11);
    }
  }

  @Test
  void fromTheHorizonOnIsNever() {
    var game = game(3, TYPES, 15, Features.REDRAWS);
    var never = OPTIONS.withKnownFrom(SolverOptions.NEVER);
    var late = BeliefGridSolver.solve(game, OPTIONS.withKnownFrom(HORIZON)).orThrow();
    var hidden = BeliefGridSolver.solve(game, never).orThrow();
    assertThat(late.store).isDeepEqualTo(hidden.store);
    var early = BeliefGridSolver.solve(game, OPTIONS).orThrow();
    assertThat(early.value(0, 0)).isNotEqualTo(hidden.value(0, 0));
    assertThat(early.run().bytes()).isLessThan(hidden.run().bytes());
  }

  @Test
  void playIsFollowedUpToThatPeriodAndWorthWhatFollows() {
    var game = game(3, TYPES, 15, Features.REDRAWS);
    var equilibrium = BeliefGridSolver.solve(game, OPTIONS).orThrow();
    assertThat(equilibrium.periods()).isEqualTo(KNOWN);
    var seen = new ArrayList<Integer>();
    var summary =
        Propagation.run(
            equilibrium, PlayOptions.defaults(), (period, _, _, _, _, _) -> seen.add(period));
    assertThat(seen).contains(0, KNOWN - 1).doesNotContain(KNOWN);
    assertThat(summary.mass()).isCloseTo(1, offset(1e-12));
  }

  @Test
  void whatIsNotKeptIsRefused() {
    var game = game(3, TYPES, 15, Features.REDRAWS);
    var equilibrium = BeliefGridSolver.solve(game, OPTIONS).orThrow();
    assertThatThrownBy(() -> equilibrium.period(KNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period is 2, must be from 0 to 1\nTry: 0, the first period");
    assertThatThrownBy(() -> PolicyEvaluation.evaluate(equilibrium, game))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("types are known from period 2 on, before the horizon 5\nTry: ");
    assertThatThrownBy(() -> OPTIONS.withKnownFrom(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("knownFrom is 0");
  }

  @Test
  void footprintCountsTheCorners() {
    var game = game(3, TYPES, 15, Features.REDRAWS);
    var footprint = BeliefGridSolver.footprint(game, OPTIONS);
    long first = 25L * ((long) footprint.positions() * KNOWN + footprint.periodStarts());
    long known = 4L * (footprint.positions() + footprint.periodStarts() * (HORIZON - KNOWN + 1L));
    assertThat(footprint.bytes()).isEqualTo(8 * 5 * (first + known));
    assertThat(footprint.formula()).contains("4 beliefs");
  }
}
