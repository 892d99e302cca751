package org.servanda.engine.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.RandomGames;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;
import org.servanda.engine.game.TypeSpace;

final class SecurityLevelTest {
  private static final Cancellation NEVER = new Cancellation();

  /// Each period chance gives the move to either of two; each may hold or break. Breaking ends play
  /// with 1 for the first player's first type, 3 for its second.
  private static StochasticGame pledge() {
    var builder = StochasticGame.builder(TypeSpace.of(2, 1), 3);
    builder.discount(0, 0.5).discount(1, 0.5).precision(0, 1).precision(1, 1);
    builder.prior(0, Belief.of(0.25, 0.75)).prior(1, Belief.sure(1, 0));
    int opening = builder.reserve();
    int over = builder.add(Terminal.of(Payoffs.of(1, 3, 0)));
    var moves = new int[2];
    for (int i = 0; i < 2; i++) {
      moves[i] =
          builder.add(
              new Decision(
                  i,
                  List.of(Outcome.next(opening, Payoffs.of(1, 1, 1)), Outcome.to(over)),
                  List.of(Action.sure(0, 2), Action.sure(1, 2))));
    }
    builder.define(
        opening,
        new Chance(
            List.of(Outcome.to(moves[0]), Outcome.to(moves[1])),
            List.of(Lottery.of(0.5, 0.5), Lottery.of(0.5, 0.5), Lottery.of(1, 0))));
    builder.salvage(opening, Payoffs.of(2, 2, 2));
    return builder.root(opening).build();
  }

  @Test
  void whoCannotKeepTheOtherFromMovingCanOnlyHopeNotToBeReached() {
    SecurityLevel.Stops broken = (position, outcome) -> position >= 2 && outcome == 1;
    // In the third period the first player has the move for sure.
    assertThat(SecurityLevel.survival(pledge(), List.of(0), broken, 3, NEVER))
        .containsExactly(1, 0.5, 0.25, 0.25);
    assertThat(SecurityLevel.survival(pledge(), List.of(0, 1), broken, 3, NEVER))
        .containsExactly(1, 1, 1, 1);
    assertThat(SecurityLevel.survival(pledge(), List.of(1), broken, 3, NEVER))
        .containsExactly(1, 0.5, 0.25, 0);
  }

  @Test
  void eachTypeIsSureOfItsOwnPayoff() {
    // Backwards: from 2 at the end; third period: the first player moves. Type 0: max(1 + 1, 1) =
    // 2;
    // type 1: max(1 + 1, 3) = 3. Second: half max, half min of hold 1 + v/2 and break.
    double[] values = SecurityLevel.payoff(pledge(), List.of(0), 0, NEVER);
    double type0 = step(step(2, 1), 1);
    double type1 = step(step(3, 3), 3);
    assertThat(values[0]).isCloseTo(type0, offset(1e-15));
    assertThat(values[1]).isCloseTo(type1, offset(1e-15));
    // Whom others want to please, the same moves can all be good for.
    assertThat(SecurityLevel.payoff(pledge(), List.of(0, 1), 0, NEVER)[1]).isEqualTo(3);
  }

  private static double step(double later, double broken) {
    double hold = 1 + later / 2;
    return 0.5 * Math.max(hold, broken) + 0.5 * Math.min(hold, broken);
  }

  @Test
  void aRedrawnTypeExpectsWhatItsSuccessorsAreSureOf() {
    var builder = StochasticGame.builder(TypeSpace.of(2), 1);
    builder.discount(0, 1).precision(0, 1).prior(0, Belief.of(0.5, 0.5));
    int over = builder.add(Terminal.of(Payoffs.of(10, 20)));
    int handover =
        builder.add(
            Chance.of(
                List.of(
                    new Outcome(
                        over,
                        Timing.WITHIN_PERIOD,
                        Payoffs.of(1, 2),
                        List.of(new Redraw(0, Belief.of(0.25, 0.75), 0.5)))),
                Lottery.sure(0, 1)));
    var game = builder.root(handover).build();
    assertThat(SecurityLevel.payoff(game, List.of(0), 0, NEVER))
        .containsExactly(1 + 0.5 * 17.5, 2 + 0.5 * 17.5);
  }

  static LongStream seeds() {
    return RandomGames.seeds(8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreMembersGuaranteeMore(long seed) {
    var game =
        RandomGames.make(
            seed, TypeSpace.of(2, 1, 2), 3, 5, RandomGames.Features.REDRAWS_AND_SIMULTANEOUS);
    for (int k = 0; k < 2; k++) {
      double alone = SecurityLevel.payoff(game, List.of(0), 0, NEVER)[k];
      double two = SecurityLevel.payoff(game, List.of(0, 2), 0, NEVER)[k];
      double all = SecurityLevel.payoff(game, List.of(0, 1, 2), 0, NEVER)[k];
      double against = SecurityLevel.payoff(game, List.of(1), 0, NEVER)[k];
      assertThat(alone).isLessThanOrEqualTo(two + 1e-12);
      assertThat(two).isLessThanOrEqualTo(all + 1e-12);
      assertThat(against).isLessThanOrEqualTo(all + 1e-12);
    }
  }

  @Test
  void refusesPlayersAndPeriodsThatDoNotExist() {
    assertThatThrownBy(() -> SecurityLevel.payoff(pledge(), List.of(2), 0, NEVER))
        .hasMessageContaining("is player 2, must be from 0 to 1");
    assertThatThrownBy(() -> SecurityLevel.payoff(pledge(), List.of(), 0, NEVER))
        .hasMessageContaining("no member");
    assertThatThrownBy(
            () -> SecurityLevel.survival(pledge(), List.of(0), (_, _) -> false, 4, NEVER))
        .hasMessageContaining("periods is 4, must be from 1 to 3");
  }
}
