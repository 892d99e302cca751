package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Timing;
import org.servanda.engine.game.TypeSpace;

class SweepOrderTest {
  private static final int STATES = 11;

  /// A walk along a line: chance says who pushes, the pushed may give way.
  private static StochasticGame game() {
    var builder = StochasticGame.builder(TypeSpace.of(2, 2, 1), 4);
    for (int i = 0; i < 3; i++) {
      builder.discount(i, 0.9 + 0.02 * i).precision(i, 12 + i);
    }
    builder.prior(0, Belief.of(0.4, 0.6)).prior(1, Belief.of(0.7, 0.3));
    var start = new int[STATES];
    for (int x = 0; x < STATES; x++) {
      start[x] = builder.reserve();
    }
    for (int x = 0; x < STATES; x++) {
      int down = start[Math.max(0, x - 1)];
      int up = start[Math.min(STATES - 1, x + 1)];
      int third = builder.add(decision(2, start[x], up, x, 0.9));
      var turns = List.of(push(builder, 0, down, third, x), push(builder, 1, up, third, x));
      var fresh = List.of(new Redraw(1, Belief.of(0.5, 0.5), 0.6));
      builder.define(
          start[x],
          new Chance(
              List.of(
                  new Outcome(turns.get(0), Timing.WITHIN_PERIOD, Payoffs.none(), List.of()),
                  new Outcome(turns.get(1), Timing.WITHIN_PERIOD, Payoffs.none(), List.of()),
                  new Outcome(third, Timing.WITHIN_PERIOD, Payoffs.none(), fresh)),
              List.of(Lottery.of(0.5, 0.4, 0.1))));
      builder.salvage(start[x], flow(x));
    }
    return builder.root(start[STATES / 2]).build();
  }

  private static int push(StochasticGame.Builder builder, int mover, int to, int otherwise, int x) {
    var outcomes =
        List.of(
            new Outcome(to, Timing.NEXT_PERIOD, flow(x), List.of()),
            new Outcome(otherwise, Timing.WITHIN_PERIOD, Payoffs.none(), List.of()));
    var own = new double[5];
    own[2 * mover] = -0.05;
    var actions =
        List.of(
            new Action(x % 3 == 0 ? Lottery.of(0.8, 0.2) : Lottery.of(1, 0), Payoffs.of(own)),
            new Action(Lottery.of(0, 1), Payoffs.none()));
    return builder.add(new Decision(mover, outcomes, actions));
  }

  private static Decision decision(int mover, int stay, int away, int x, double sure) {
    var outcomes =
        List.of(
            new Outcome(stay, Timing.NEXT_PERIOD, flow(x), List.of()),
            new Outcome(away, Timing.NEXT_PERIOD, Payoffs.none(), List.of()));
    return new Decision(
        mover,
        outcomes,
        List.of(
            new Action(Lottery.of(sure, 1 - sure), Payoffs.none()),
            new Action(Lottery.of(1 - sure, sure), Payoffs.none())));
  }

  private static Payoffs flow(int x) {
    double share = (double) x / STATES;
    return Payoffs.of(0.3 * share, share * share, 0.4 * (1 - share), 0.2 - 0.3 * share, 0.1 * x);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 10})
  void positionsComputedTogetherHaveTheBitsOfPositionsByThemselves(int resolution) {
    var options = SolverOptions.defaults().withResolution(resolution);
    var every = BeliefGridSolver.solve(game(), options).orThrow();
    var few = BeliefGridSolver.solve(game(), options.withKeepLimit(0)).orThrow();
    assertThat(every.kept.together).isGreaterThan(1);
    assertThat(few.kept.together > 1).isEqualTo(resolution < 8);
    // An evaluation goes depth first.
    var periods = Set.of(0, 1, 2, 3);
    var alone = PolicyEvaluation.evaluate(every, List.of(game()), periods).getFirst();
    assertThat(Arrays.deepEquals(every.store, alone.store)).isTrue();
    assertThat(Arrays.deepEquals(few.store, alone.store)).isTrue();
    assertThat(every.run().residual()).isEqualTo(few.run().residual());
    assertThat(every.run().visits()).isEqualTo(few.run().visits());
  }

  @Test
  void everyPositionIsTakenOnceAfterItsSuccessorsAndWithItsLikes() {
    var compiled = new CompiledGame(game());
    var grid = new BeliefGrid(compiled.game.types(), 2, 2);
    var layer = new PayoffLayer(compiled, compiled.game, grid);
    var order = SweepOrder.byLevel(compiled, layer, 5);
    var done = new HashSet<Integer>();
    int largest = 0;
    for (int[] group : order.groups) {
      for (int rank : group) {
        var position = compiled.positions[rank];
        for (int o = 0; o < position.outcomes(); o++) {
          assertThat(position.advances[o] || done.contains(position.successor[o])).isTrue();
        }
        assertThat(position.mover).isEqualTo(compiled.positions[group[0]].mover);
        assertThat(position.structure).isSameAs(compiled.positions[group[0]].structure);
      }
      Arrays.stream(group).forEach(done::add);
      largest = Math.max(largest, group.length);
    }
    assertThat(done).hasSize(compiled.positions.length);
    assertThat(largest).isEqualTo(5);
  }
}
