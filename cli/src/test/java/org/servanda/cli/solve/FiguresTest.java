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
}
