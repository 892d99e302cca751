package org.servanda.engine.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplexAxisTest {
  private static double[] random(SplittableRandom random, int types) {
    var p = new double[types];
    double sum = 0;
    for (int k = 0; k < types; k++) {
      p[k] = -Math.log(1 - random.nextDouble());
      sum += p[k];
    }
    for (int k = 0; k < types; k++) {
      p[k] /= sum;
    }
    return p;
  }

  @ParameterizedTest
  @CsvSource({"3,1", "3,4", "4,5", "5,3"})
  void reproducesLinearFunctionsWithWeightsInTheSimplex(int types, int intervals) {
    var axis = new SimplexAxis(types, intervals);
    var random = new SplittableRandom(3);
    var node = new int[types];
    var weight = new double[types];
    var corner = new double[types];
    for (int n = 0; n < 500; n++) {
      double[] p = random(random, types);
      int count = axis.weights(p, 0, node, weight, 0);
      var mean = new double[types];
      for (int j = 0; j < count; j++) {
        assertThat(weight[j]).isBetween(-1e-13, 1 + 1e-13);
        axis.belief(node[j], corner, 0);
        for (int k = 0; k < types; k++) {
          mean[k] += weight[j] * corner[k];
        }
      }
      for (int k = 0; k < types; k++) {
        assertThat(mean[k]).isCloseTo(p[k], offset(1e-13));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3,4", "4,3"})
  void everyGridPointInterpolatesItself(int types, int intervals) {
    var axis = new SimplexAxis(types, intervals);
    assertThat((long) axis.nodes()).isEqualTo(SimplexAxis.nodes(types, intervals));
    var node = new int[types];
    var weight = new double[types];
    var p = new double[types];
    for (int c = 0; c < axis.nodes(); c++) {
      axis.belief(c, p, 0);
      int count = axis.weights(p, 0, node, weight, 0);
      double itself = 0;
      for (int j = 0; j < count; j++) {
        itself += node[j] == c ? weight[j] : 0;
      }
      assertThat(itself).isCloseTo(1, offset(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"3,4", "4,3"})
  void gradientAgreesWithCentralDifferencesInsideACell(int types, int intervals) {
    var axis = new SimplexAxis(types, intervals);
    var random = new SplittableRandom(9);
    var node = new int[types];
    var weight = new double[types];
    var gradient = new double[(types - 1) * types];
    double[] p = random(random, types);
    int count = axis.weightsAndGradient(p, 0, node, weight, gradient);
    for (int k = 1; k < types; k++) {
      double slope = 0;
      for (int j = 0; j < count; j++) {
        slope += gradient[(k - 1) * types + j] * bump(axis, node[j]);
      }
      double h = 1e-7;
      double difference = (value(axis, p, k, h) - value(axis, p, k, -h)) / (2 * h);
      assertThat(slope).isCloseTo(difference, offset(1e-6));
    }
  }

  private static double bump(SimplexAxis axis, int node) {
    var p = new double[axis.types()];
    axis.belief(node, p, 0);
    return Math.sin(3 * p[0]) + p[1] * p[1];
  }

  private static double value(SimplexAxis axis, double[] p, int k, double h) {
    double[] moved = p.clone();
    moved[k] += h;
    moved[0] -= h;
    var node = new int[axis.types()];
    var weight = new double[axis.types()];
    int count = axis.weights(moved, 0, node, weight, 0);
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += weight[j] * bump(axis, node[j]);
    }
    return sum;
  }
}
