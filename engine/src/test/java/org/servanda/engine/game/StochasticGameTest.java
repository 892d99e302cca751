package org.servanda.engine.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StochasticGameTest {
  private static StochasticGame.Builder builder() {
    return StochasticGame.builder(TypeSpace.of(2, 1), 3)
        .precision(0, 1)
        .precision(1, 1)
        .prior(0, Belief.of(0.5, 0.5));
  }

  private static void refused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> {
          assertThat(e.getMessage()).contains(parts);
          assertThat(e.getMessage().lines().toList().getLast()).startsWith("Try: ");
        });
  }

  private static Decision choice(int mover, int... successors) {
    var outcomes = new ArrayList<Outcome>();
    var actions = new ArrayList<Action>();
    for (int a = 0; a < successors.length; a++) {
      outcomes.add(Outcome.to(successors[a]));
      actions.add(Action.sure(a, successors.length));
    }
    return new Decision(mover, outcomes, actions);
  }

  @Test
  void probabilitiesThatAreNoneAreRefused() {
    refused(() -> Belief.of(0.5, 0.6), "sums to 1.1");
    refused(() -> Belief.of(-0.1, 1.1), "belief[0] is -0.1");
    refused(() -> Lottery.of(Double.NaN, 1), "lottery[0] is NaN");
    refused(() -> Belief.of(), "no entries");
    refused(() -> Lottery.sure(2, 2), "outcome is 2, must be from 0 to 1");
    assertThat(Belief.of(0.1, 0.2, 0.7).at(2)).isEqualTo(0.7);
  }

  @Test
  void numbersOutOfBoundsAreRefusedByName() {
    refused(() -> builder().discount(0, 1.01), "discount of player 0 is 1.01");
    refused(() -> builder().precision(1, -1), "precision of player 1 is -1");
    refused(() -> builder().precision(1, Double.POSITIVE_INFINITY), "Infinity");
    refused(() -> builder().precision(2, 1), "player 2, must be from 0 to 1");
    refused(() -> Payoffs.of(1, Double.NaN), "payoffs[1] is NaN");
    refused(() -> StochasticGame.builder(TypeSpace.of(1), 0), "horizon is 0");
    refused(() -> TypeSpace.of(2, 0), "typesPerPlayer[1] is 0");
    refused(() -> new Redraw(0, Belief.of(1), 1.5), "regard is 1.5");
  }

  @Test
  void aCycleWithinThePeriodIsNamed() {
    var game = builder();
    int a = game.reserve();
    int b = game.add(choice(1, a));
    game.define(a, choice(0, b));
    refused(() -> game.root(a).build(), "cycle: 0 -> 1 -> 0", "NEXT_PERIOD");
  }

  @Test
  void aCycleThroughTheNextPeriodIsAllowedWithSalvage() {
    var game = builder();
    int a = game.reserve();
    game.define(
        a, new Decision(0, List.of(Outcome.next(a, Payoffs.none())), List.of(Action.sure(0, 1))));
    refused(() -> game.root(a).build(), "position 0 can open period 3", "no salvage value");
    assertThat(game.salvage(a, Payoffs.of(1, 2, 3)).build().salvage(a))
        .isEqualTo(Payoffs.of(1, 2, 3));
  }

  @Test
  void partsThatDoNotFitAreRefusedWithTheirPosition() {
    var game = builder();
    int end = game.add(Terminal.of(Payoffs.of(1, 2)));
    refused(() -> game.root(end).build(), "position 0 (terminal) does not fit");
    var second = builder();
    second.add(choice(0, 7));
    refused(() -> second.root(0).build(), "successor of outcome 0 at position 0 is 7");
    var third = builder();
    third.add(choice(5, 0));
    refused(() -> third.root(0).build(), "mover at position 0 is 5");
    var fourth = builder();
    int stop = fourth.add(Terminal.of(Payoffs.none()));
    fourth.add(new Chance(List.of(Outcome.to(stop)), List.of(Lottery.of(1), Lottery.of(1))));
    refused(() -> fourth.root(stop).build(), "has 2 lotteries, must be 1 or 3");
  }

  @Test
  void missingPartsAreNamed() {
    refused(() -> builder().build(), "no root");
    var noPrior = StochasticGame.builder(TypeSpace.of(2), 1).precision(0, 1);
    int end = noPrior.add(Terminal.of(Payoffs.none()));
    refused(() -> noPrior.root(end).build(), "prior of player 0 is missing");
    var reserved = builder();
    int hole = reserved.reserve();
    refused(() -> reserved.root(hole).build(), "position 0 is reserved but not defined");
    var noPrecision = StochasticGame.builder(TypeSpace.of(1), 1);
    int stop = noPrecision.add(Terminal.of(Payoffs.none()));
    int move = noPrecision.add(choice(0, stop));
    refused(() -> noPrecision.root(move).build(), "precision of player 0 is missing");
  }

  @Test
  void simultaneousMovesThatWouldMakeBeliefsPrivateAreRefused() {
    var game = builder();
    int end = game.add(Terminal.of(Payoffs.none()));
    var outcomes = List.of(Outcome.to(end), Outcome.to(end));
    var same = Lottery.sure(0, 2);
    var different = Lottery.sure(1, 2);
    int match =
        game.add(
            new Simultaneous(
                List.of(Mover.of(0, 2), Mover.of(1, 2)),
                outcomes,
                List.of(same, different, different, same)));
    refused(() -> game.root(match).build(), "no product", "player 0");
  }

  @Test
  void precisionsCanBeReplacedInABuiltGame() {
    var game = builder();
    int end = game.add(Terminal.of(Payoffs.none()));
    var built = game.root(end).build();
    assertThat(built.withPrecision(7).precision(1)).isEqualTo(7);
    assertThat(built.precision(1)).isEqualTo(1);
    refused(() -> built.withPrecisions(1), "must be 2");
  }

  @Test
  void profilesAreNumberedWithTheLastPlayerFastest() {
    var types = TypeSpace.of(2, 3, 2);
    assertThat(types.profiles()).isEqualTo(12);
    assertThat(types.typeIn(7, 0)).isEqualTo(1);
    assertThat(types.typeIn(7, 1)).isZero();
    assertThat(types.typeIn(7, 2)).isEqualTo(1);
    assertThat(types.valueFunction(2, 1)).isEqualTo(6);
  }
}
