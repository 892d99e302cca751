package org.servanda.engine.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MatrixGameTest {
  @Test
  void rockPaperScissorsIsFairAndMixed() {
    double[] a = {0, -1, 1, 1, 0, -1, -1, 1, 0};
    var x = new double[3];
    var y = new double[3];
    var solver = new MatrixGame(3, 3);
    assertThat(solver.value(a, 3, 3, x, y)).isCloseTo(0, offset(1e-15));
    assertThat(solver.most()).isCloseTo(0, offset(1e-15));
    for (int k = 0; k < 3; k++) {
      assertThat(x[k]).isCloseTo(1.0 / 3, offset(1e-15));
      assertThat(y[k]).isCloseTo(1.0 / 3, offset(1e-15));
    }
  }

  @Test
  void aSaddlePointIsPlayedPure() {
    double[] a = {4, 5, 1, 3};
    var x = new double[2];
    var y = new double[2];
    assertThat(new MatrixGame(2, 2).value(a, 2, 2, x, y)).isEqualTo(4);
    assertThat(x).containsExactly(1, 0);
    assertThat(y).containsExactly(1, 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void bothStrategiesProveTheValue(long seed) {
    var random = new SplittableRandom(seed);
    var solver = new MatrixGame(12, 12);
    var x = new double[12];
    var y = new double[12];
    for (int game = 0; game < 500; game++) {
      int rows = 1 + random.nextInt(12);
      int columns = 1 + random.nextInt(12);
      var a = new double[rows * columns];
      // Few distinct entries make games degenerate.
      int distinct = 2 + random.nextInt(game % 2 == 0 ? 3 : 10_000);
      double scale = StrictMath.pow(10, random.nextInt(13) - 6);
      for (int k = 0; k < a.length; k++) {
        a[k] = scale * random.nextInt(distinct);
      }
      double value = solver.value(a, rows, columns, x, y);
      assertThat(Arrays.stream(x, 0, rows).sum()).isCloseTo(1, offset(1e-14));
      assertThat(Arrays.stream(y, 0, columns).sum()).isCloseTo(1, offset(1e-14));
      assertThat(Arrays.stream(x, 0, rows).min().orElseThrow()).isGreaterThanOrEqualTo(0);
      assertThat(Arrays.stream(y, 0, columns).min().orElseThrow()).isGreaterThanOrEqualTo(0);
      assertThat(solver.most() - value)
          .as("game %d, %d x %d", game, rows, columns)
          .isBetween(-1e-14 * scale * distinct, 1e-13 * scale * distinct);
    }
  }
}
