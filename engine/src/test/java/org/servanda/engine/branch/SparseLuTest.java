package org.servanda.engine.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseLuTest {
  /// A matrix with a diagonal, a few other entries and a full last row and column.
  private static double[][] random(int n, int perRow, long seed) {
    var random = new SplittableRandom(seed);
    var a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int e = 0; e < perRow; e++) {
        a[i][random.nextInt(n)] = random.nextDouble(-1, 1);
      }
      a[i][n - 1] = random.nextDouble(-1, 1);
      a[n - 1][i] = random.nextDouble(-1, 1);
      a[i][i] = random.nextBoolean() ? 2 : -2;
    }
    return a;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 60, 400})
  void agreesWithTheDenseFactors(int n) {
    double[][] a = random(n, 2, n);
    var start = new int[n + 1];
    var column = new int[n * n];
    var value = new double[n * n];
    int filled = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (a[i][j] != 0) {
          column[filled] = j;
          value[filled++] = a[i][j];
        }
      }
      start[i + 1] = filled;
    }
    var sparse = SparseLu.of(start, Arrays.copyOf(column, filled), 1L << 30);
    assertThat(sparse).isNotNull();
    if (n >= 60) {
      assertThat(sparse.denseRows()).isLessThan(n);
    }
    var dense = new DenseLu(n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(a[i], 0, dense.row(i), 0, n);
    }
    assertThat(sparse.factor(value)).isEqualTo(dense.factor());
    double[] x = new SplittableRandom(7).doubles(n, -1, 1).toArray();
    double[] y = x.clone();
    sparse.solve(x);
    dense.solve(y);
    for (int i = 0; i < n; i++) {
      assertThat(x[i]).isCloseTo(y[i], offset(1e-9));
    }
    assertThat(SparseLu.of(start, Arrays.copyOf(column, filled), 7)).isNull();
  }

  @Test
  void saysThatAMatrixIsSingular() {
    int[] start = {0, 2, 4};
    int[] column = {0, 1, 0, 1};
    var lu = SparseLu.of(start, column, 1000);
    assertThat(lu).isNotNull();
    assertThat(lu.factor(new double[] {1, 2, 2, 4})).isZero();
    assertThat(lu.factor(new double[] {1, 2, 3, 4})).isEqualTo(-1);
  }
}
