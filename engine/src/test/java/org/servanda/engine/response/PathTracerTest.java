package org.servanda.engine.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class PathTracerTest {
  private static final PathTracer.Limits LIMITS =
      new PathTracer.Limits(1, 0.01, 1e-10, 0.2, 1e-12, 5000);

  /// lambda = y^3 - 3 y + 3: rises to 5 at y = -1, falls to 1 at y = 1, rises again.
  private static final class Fold implements PathTracer.BranchEquations {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public void evaluate(double[] y, double lambda, double[] f, double[] jacobian) {
      f[0] = y[0] * y[0] * y[0] - 3 * y[0] + 3 - lambda;
      jacobian[0] = 3 * y[0] * y[0] - 3;
      jacobian[1] = -1;
    }
  }

  private static double root(double lambda) {
    // The real root below -1 of y^3 - 3 y + 3 = lambda, by bisection.
    double low = -3;
    double high = -1;
    for (int n = 0; n < 100; n++) {
      double middle = (low + high) / 2;
      double value = middle * middle * middle - 3 * middle + 3;
      if (value < lambda) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Test
  void returnsTheFirstOfThreeMeetings() {
    double[] y = {root(0)};
    var trace = PathTracer.trace(new Fold(), y, 0, 3, LIMITS);
    assertThat(trace.reached()).isTrue();
    assertThat(trace.turningPoints()).isZero();
    assertThat(y[0]).isCloseTo(root(3), offset(1e-12));
  }

  @Test
  void goesAroundBothTurningPointsWhereSteppingInLambdaMustFail() {
    double[] y = {root(0)};
    var trace = PathTracer.trace(new Fold(), y, 0, 10, LIMITS);
    assertThat(trace.reached()).isTrue();
    assertThat(trace.turningPoints()).isEqualTo(2);
    assertThat(y[0] * y[0] * y[0] - 3 * y[0] + 3).isCloseTo(10, offset(1e-10));
  }

  @Test
  void meetsATargetJustBelowTheTurningPointOnTheFirstArm() {
    double[] y = {root(0)};
    var trace = PathTracer.trace(new Fold(), y, 0, 4.9999, LIMITS);
    assertThat(trace.reached()).isTrue();
    assertThat(y[0]).isCloseTo(root(4.9999), offset(1e-8));
  }

  @Test
  void saysWhereItStoppedWhenTheBranchEnds() {
    var equations =
        new PathTracer.BranchEquations() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public void evaluate(double[] y, double lambda, double[] f, double[] jacobian) {
            // A parabola that turns back at lambda = 1 and never comes again.
            f[0] = y[0] * y[0] + lambda - 1;
            jacobian[0] = 2 * y[0];
            jacobian[1] = 1;
          }
        };
    double[] y = {1};
    var trace = PathTracer.trace(equations, y, 0, 2, LIMITS);
    assertThat(trace.reached()).isFalse();
    assertThat(trace.turningPoints()).isEqualTo(1);
    assertThat(trace.lambda()).isLessThan(1);
  }
}
