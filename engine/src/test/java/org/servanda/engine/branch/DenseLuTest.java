package org.servanda.engine.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseLuTest {
  private static double[] random(int n, long seed) {
    var random = new SplittableRandom(seed);
    return random.doubles((long) n * n, -1, 1).toArray();
  }

  private static DenseLu filled(double[] a, int n) {
    var lu = new DenseLu(n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(a, i * n, lu.row(i), 0, n);
    }
    return lu;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 32, 33, 64, 65, 200, 301})
  void solvesWhatItFactored(int n) {
    double[] a = random(n, n);
    var lu = filled(a, n);
    int sign = lu.factor();
    double[] b = random(n, 1000 + n);
    double[] x = java.util.Arrays.copyOf(b, n);
    lu.solve(x);
    var several = new double[n][2];
    for (int i = 0; i < n; i++) {
      several[i][0] = b[i];
      several[i][1] = 2 * b[i];
    }
    lu.solve(several, 2);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += a[i * n + j] * x[j];
      }
      assertThat(sum).isCloseTo(b[i], offset(1e-9 * n));
      assertThat(several[i][0]).isCloseTo(x[i], offset(1e-9 * n));
      assertThat(several[i][1]).isCloseTo(2 * x[i], offset(1e-9 * n));
    }
    var plain = new double[n * (n + 1)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a, i * n, plain, i * (n + 1), n);
    }
    assertThat(sign).isEqualTo((int) Math.signum(DenseSolve.solve(plain, n, n + 1)));
  }

  @Test
  void saysThatAMatrixIsSingular() {
    double[] a = {1, 2, 3, 2, 4, 6, 1, 1, 1};
    assertThat(filled(a, 3).factor()).isZero();
    double[] hole = {1, Double.NaN, 0, Double.NaN};
    assertThat(filled(hole, 2).factor()).isZero();
  }

  @Test
  void exchangingRowsChangesTheSignOnly() {
    double[] a = {0, 1, 0, 1, 0, 0, 0, 0, 1};
    assertThat(filled(a, 3).factor()).isEqualTo(-1);
    double[] b = {1, 0, 0, 0, -1, 0, 0, 0, -1};
    assertThat(filled(b, 3).factor()).isEqualTo(1);
  }
}
