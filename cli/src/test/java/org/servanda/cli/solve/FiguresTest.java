package org.servanda.cli.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void probabilitiesKeepTheirOrderOfMagnitude() {
    assertThat(Figures.probability(0.25, Math.log(0.25))).isEqualTo("0.2500");
    assertThat(Figures.probability(1, 0)).isEqualTo("1.0000");
    assertThat(Figures.probability(0, Double.NEGATIVE_INFINITY)).isEqualTo("0");
    assertThat(Figures.probability(4e-8, Math.log(4e-8))).isEqualTo("1e-7");
    assertThat(Figures.probability(0, -3000)).isEqualTo("1e-1303");
  }

  @Test
  void numbersLoseUselessZerosAndNothingElse() {
    assertThat(List.of(0.0, -0.0, 3.0, -0.5, 0.25, 100.0, 0.99999999, 1e-7, 1e9))
        .extracting(Figures::plain)
        .containsExactly("0", "0", "3", "-0.5", "0.25", "100", "1", "1.000e-07", "1.000e+09");
  }

  @Test
  void precisionsThatWereAskedForKeepAllDigits() {
    assertThat(Figures.lambda(1.23456789)).isEqualTo("lambda 1.23456789");
    assertThat(Figures.lambda(20)).isEqualTo("lambda 20");
    assertThat(Figures.about(1.428002060696)).isEqualTo("lambda 1.428");
    assertThat(Figures.about(0.3532315674688)).isEqualTo("lambda 0.353232");
    assertThat(Figures.about(4.4e153)).isEqualTo("lambda 4.40000e+153");
  }

  @Test
  void errorsBelowWhatDoublePrecisionKnowsAreCalledSo() {
    assertThat(Figures.error(3e-17)).isEqualTo("below 1e-16");
    assertThat(Figures.error(2e-16)).isEqualTo("2e-16");
    assertThat(Figures.error(0)).isEqualTo("0");
  }

  @Test
  void oneThingIsSingular() {
    assertThat(Figures.count(1, "information set")).isEqualTo("1 information set");
    assertThat(Figures.count(0, "node")).isEqualTo("0 nodes");
    assertThat(Figures.count(12345, "state")).isEqualTo("12,345 states");
  }

  @Test
  void boundsAreRoundedOutwardsUntilTheyDiffer() {
    assertThat(new Bounds(0.22957, 1).words()).isEqualTo("at least 0.2295, at most 1.0000");
    assertThat(new Bounds(0.9999994, 1).words())
        .isEqualTo("at least 0.99999940, at most 1.00000000");
    assertThat(new Bounds(-0.50001, -0.25).words()).isEqualTo("at least -0.5001, at most -0.2500");
    assertThat(new Bounds(2, Double.POSITIVE_INFINITY).words()).isEqualTo("at least 2.0000");
  }
}
