package org.servanda.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Published result R12: at a strength of two to one the ratio form gives 2/3, 4/5, 16/17, 256/257.
class ContestTest {
  @ParameterizedTest
  @CsvSource({"1, 2, 3", "2, 4, 5", "4, 16, 17", "8, 256, 257"})
  void ratioFormHoldsWithoutStalemate(double steepness, double wins, double of) {
    var war = new Terms.War(steepness, 0, 0, 0, 1);
    assertThat(Contest.of(war, Math.log(2)).prevails()).isCloseTo(wins / of, within(1e-15));
  }

  @Test
  void chancesAreSymmetricAndSumToOne() {
    var war = new Terms.War(1.3, 0, 0, 0.4, 1);
    var strong = Contest.of(war, 0.7);
    var weak = Contest.of(war, -0.7);
    assertThat(strong.prevails()).isCloseTo(weak.repelled(), within(1e-15));
    assertThat(strong.prevails() + strong.stalemate() + strong.repelled())
        .isCloseTo(1, within(1e-15));
  }
}
