package org.servanda.engine.markov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptFactorsTest {
  /// The identity plus random entries, one diagonal entry given.
  private static double[][] matrix(int n, long seed, double drift, double corner) {
    var random = new SplittableRandom(seed);
    var change = new SplittableRandom(seed + 1);
    var a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double entry = random.nextDouble() - 0.5 + drift * (change.nextDouble() - 0.5);
        a[i][j] = (i == j ? 1 : 0) + entry / n;
      }
    }
    a[0][0] = corner;
    return a;
  }

  private static int factor(KeptFactors system, double[][] a) {
    for (int i = 0; i < a.length; i++) {
      System.arraycopy(a[i], 0, system.row(i), 0, a.length);
    }
    return system.factor();
  }

  private static double residual(double[][] a, double[] x, double[] b) {
    double largest = 0;
    for (int i = 0; i < b.length; i++) {
      double sum = -b[i];
      for (int j = 0; j < b.length; j++) {
        sum += a[i][j] * x[j];
      }
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest;
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 300})
  void systemsThatDriftAreSolvedWhetherFactorsAreKeptOrNot(int n) {
    var system = new KeptFactors(n);
    var random = new SplittableRandom(5);
    for (int k = 0; k < 6; k++) {
      var a = matrix(n, 1, 0.4 * k, 1);
      assertThat(factor(system, a)).isEqualTo(1);
      for (int right = 0; right < 3; right++) {
        var b = new double[n];
        for (int i = 0; i < n; i++) {
          b[i] = right == 0 ? 0 : random.nextDouble() - 0.5;
        }
        b[n - 1] = 1;
        var x = b.clone();
        system.solve(x);
        assertThat(residual(a, x, b)).isLessThan(1e-6);
      }
    }
  }

  @Test
  void aDeterminantThatChangesItsSignIsNoticed() {
    int n = 300;
    var system = new KeptFactors(n);
    assertThat(factor(system, matrix(n, 1, 0, 0.5))).isEqualTo(1);
    assertThat(factor(system, matrix(n, 1, 0, 0.2))).isEqualTo(1);
    assertThat(factor(system, matrix(n, 1, 0, -0.2))).isEqualTo(-1);
    assertThat(factor(system, matrix(n, 1, 0, -0.4))).isEqualTo(-1);
    assertThat(factor(system, matrix(n, 1, 0, 0.4))).isEqualTo(1);
  }

  @Test
  void aMatrixUnlikeTheLastIsFactoredAnew() {
    int n = 260;
    var system = new KeptFactors(n);
    factor(system, matrix(n, 1, 0, 1));
    var other = matrix(n, 99, 300, 1);
    assertThat(factor(system, other)).isNotZero();
    var b = new double[n];
    b[3] = 1;
    var x = b.clone();
    system.solve(x);
    assertThat(residual(other, x, b)).isLessThan(1e-9);
    assertThat(x[3]).isNotCloseTo(0, offset(1e-12));
  }

  @Test
  void aSingularMatrixIsSaidToBe() {
    int n = 250;
    var system = new KeptFactors(n);
    var a = matrix(n, 1, 0, 1);
    a[7] = new double[n];
    assertThat(factor(system, a)).isZero();
  }
}
