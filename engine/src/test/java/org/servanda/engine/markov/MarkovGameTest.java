package org.servanda.engine.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkovGameTest {
  private static final List<List<String>> TWO_BY_TWO =
      List.of(List.of("up", "down"), List.of("left", "right"));

  private static MarkovGameBuilder builder() {
    return MarkovGame.builder(List.of("row", "column"), 0.5, 0.25);
  }

  @Test
  void keepsWhatItWasGiven() {
    var builder = builder();
    int stage = builder.state("stage", TWO_BY_TWO);
    for (int r = 0; r < 2; r++) {
      for (int c = 0; c < 2; c++) {
        builder.profile(
            stage,
            new int[] {r, c},
            new double[] {r + 10 * c, -r},
            new int[] {stage, 1, 1},
            new double[] {0.25, 0, 0.75});
      }
    }
    int end = builder.state("end", List.of(List.of("wait"), List.of("wait")));
    builder.profile(end, new int[] {0, 0}, new double[] {7, 8});
    var game = builder.build();

    assertThat(game.states()).isEqualTo(2);
    assertThat(game.discount(1)).isEqualTo(0.25);
    assertThat(game.profiles(stage)).isEqualTo(4);
    assertThat(game.payoff(stage, 2, 0)).isEqualTo(1);
    assertThat(game.payoff(stage, 1, 0)).isEqualTo(10);
    assertThat(game.payoff(end, 0, 1)).isEqualTo(8);
    assertThat(game.successors(stage, 3)).isEqualTo(2);
    assertThat(game.successor(stage, 3, 1)).isEqualTo(end);
    assertThat(game.probability(stage, 3, 1)).isEqualTo(0.75);
    assertThat(game.successors(end, 0)).isZero();
    assertThat(game.action(stage, 1, 1)).isEqualTo("right");
  }

  @Test
  void refusesAMissingProfileByName() {
    var builder = builder();
    int stage = builder.state("stage", TWO_BY_TWO);
    builder.profile(stage, new int[] {0, 0}, new double[2]);
    builder.profile(stage, new int[] {0, 1}, new double[2]);
    builder.profile(stage, new int[] {1, 1}, new double[2]);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("profile [1, 0] of state 0 (stage) is missing")
        .hasMessageContaining("Try: ");
  }

  @Test
  void refusesProbabilitiesThatDoNotSumToOne() {
    var builder = builder();
    int stage = builder.state("stage", TWO_BY_TWO);
    assertThatThrownBy(() ->
            builder.profile(
                stage, new int[] {0, 0}, new double[2], new int[] {0, 0}, new double[] {.5, .4}))
        .hasMessageContaining("sum to 0.9");
    assertThatThrownBy(() ->
            builder.profile(
                stage, new int[] {0, 0}, new double[2], new int[] {0, 0}, new double[] {1.5, -.5}))
        .hasMessageContaining("is 1.5, must be from 0 to 1");
    assertThatThrownBy(() ->
            builder.profile(
                stage, new int[] {0, 0}, new double[2], new int[] {0}, new double[] {Double.NaN}))
        .hasMessageContaining("is NaN");
  }

  @Test
  void refusesASuccessorThatDoesNotExist() {
    var builder = builder();
    int end = builder.state("end", List.of(List.of("wait"), List.of("wait")));
    builder.profile(end, new int[] {0, 0}, new double[2], new int[] {1}, new double[] {1});
    assertThatThrownBy(builder::build).hasMessageContaining("is state 1, must be from 0 to 0");
  }

  @Test
  void refusesPayoffsThatAreNotFiniteAndProfilesGivenTwice() {
    var builder = builder();
    int end = builder.state("end", List.of(List.of("wait"), List.of("wait")));
    assertThatThrownBy(() ->
            builder.profile(end, new int[] {0, 0}, new double[] {0, Double.POSITIVE_INFINITY}))
        .hasMessageContaining("payoff of player 1 (column)");
    builder.profile(end, new int[] {0, 0}, new double[2]);
    assertThatThrownBy(() -> builder.profile(end, new int[] {0, 0}, new double[2]))
        .hasMessageContaining("given twice");
    assertThatThrownBy(() -> builder.profile(end, new int[] {0, 1}, new double[2]))
        .hasMessageContaining("is 1, must be from 0 to 0");
  }

  @Test
  void refusesDiscountsOutOfRangeAndTooManyProfiles() {
    assertThatThrownBy(() -> MarkovGame.builder(List.of("row"), 1.5))
        .hasMessageContaining("is 1.5, must be from 0 to 1");
    assertThatThrownBy(() -> MarkovGame.builder(List.of("row", "column"), 0.5))
        .hasMessageContaining("1 entries, must have 2");
    var many = java.util.Collections.nCopies(100_000, "a");
    assertThatThrownBy(() -> builder().state("stage", List.of(many, many)))
        .hasMessageContaining("more than 134217728");
  }
}
