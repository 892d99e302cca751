package org.servanda.engine.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalAxisTest {
  private static double interpolate(int intervals, DoubleUnaryOperator f, double x) {
    var axis = new IntervalAxis(intervals);
    var node = new int[axis.reach()];
    var weight = new double[axis.reach()];
    int n = axis.weights(new double[] {1 - x, x}, 0, node, weight, 0);
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += weight[j] * f.applyAsDouble(axis.at(node[j]));
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 10, 33})
  void reproducesCubics(int intervals) {
    DoubleUnaryOperator cubic = x -> 1 - 2 * x + 3 * x * x - 4 * x * x * x;
    for (double x = 0; x <= 1; x += 0.01) {
      assertThat(interpolate(intervals, cubic, x)).isCloseTo(cubic.applyAsDouble(x), offset(1e-13));
    }
  }

  @Test
  void reproducesParabolasOnThreePoints() {
    DoubleUnaryOperator parabola = x -> 1 - 2 * x + 3 * x * x;
    for (double x = 0; x <= 1; x += 0.01) {
      assertThat(interpolate(2, parabola, x)).isCloseTo(parabola.applyAsDouble(x), offset(1e-13));
    }
  }

  @Test
  void errorFallsWithTheFourthPowerOfTheStep() {
    double coarse = worst(160);
    double fine = worst(320);
    double order = Math.log(coarse / fine) / Math.log(2);
    assertThat(order).isBetween(3.7, 4.4);
  }

  private static double worst(int intervals) {
    DoubleUnaryOperator f = x -> Math.sin(5 * x) + Math.exp(-2 * x);
    double worst = 0;
    for (double x = 0; x <= 1; x += 1.0 / 9973) {
      worst = Math.max(worst, Math.abs(interpolate(intervals, f, x) - f.applyAsDouble(x)));
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 10})
  void allWaysToFindDerivativesAgree(int intervals) {
    var axis = new IntervalAxis(intervals);
    int n = axis.nodes();
    int rows = 3;
    var inRows = new double[rows * n];
    var across = new double[rows * n];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < n; c++) {
        double value = Math.sin(r + 3.0 * c / n);
        inRows[r * n + c] = value;
        across[c * rows + r] = value;
      }
    }
    var one = new double[rows * n];
    var two = new double[rows * n];
    var three = new double[rows * n];
    axis.derivativesInRows(inRows, one, 0, rows);
    axis.derivativesOfRows(across, two, 0, rows);
    var four = new double[rows * n];
    var five = new double[rows * n];
    axis.derivativesOfGrid(inRows, four, 1, rows);
    axis.derivativesOfGrid(across, five, rows, rows);
    for (int r = 0; r < rows; r++) {
      axis.derivatives(inRows, three, r * n, 1);
      for (int c = 0; c < n; c++) {
        assertThat(two[c * rows + r]).isCloseTo(one[r * n + c], offset(1e-14));
        assertThat(three[r * n + c]).isCloseTo(one[r * n + c], offset(1e-14));
        assertThat(four[r * n + c]).isCloseTo(one[r * n + c], offset(1e-14));
        assertThat(five[c * rows + r]).isCloseTo(one[r * n + c], offset(1e-14));
      }
    }
  }

  @Test
  void derivativesOfAConstantAreExactlyZero() {
    var axis = new IntervalAxis(10);
    var f = new double[11];
    Arrays.fill(f, 0.1 + 0.2);
    var d = new double[11];
    axis.derivatives(f, d, 0, 1);
    assertThat(d).containsOnly(0);
    axis.derivativesInRows(f, d, 0, 1);
    assertThat(d).containsOnly(0);
  }

  @Test
  void gradientAgreesWithCentralDifferences() {
    var axis = new IntervalAxis(10);
    var node = new int[6];
    var weight = new double[6];
    var gradient = new double[6];
    for (double x : new double[] {0.03, 0.27, 0.5001, 0.96}) {
      int n = axis.weightsAndGradient(new double[] {1 - x, x}, 0, node, weight, gradient);
      double slope = 0;
      for (int j = 0; j < n; j++) {
        slope += gradient[j] * Math.sin(4 * axis.at(node[j]));
      }
      double h = 1e-6;
      DoubleUnaryOperator f = y -> Math.sin(4 * y);
      double difference = (interpolate(10, f, x + h) - interpolate(10, f, x - h)) / (2 * h);
      assertThat(slope).isCloseTo(difference, offset(1e-8));
    }
  }
}
