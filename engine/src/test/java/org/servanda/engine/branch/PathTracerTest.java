package org.servanda.engine.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathTracerTest {
  private static final TraceLimits LIMITS = TraceLimits.small(1, 0.01, 0.2, 1e-12, 5000);

  /// lambda = y^3 - 3 y + 3: rises to 5 at y = -1, falls to 1 at y = 1, rises again.
  private static final class Fold implements DenseEquations {
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
    var trace = PathTracer.trace(DenseBranch.of(new Fold()), y, 0, 3, LIMITS);
    assertThat(trace.reached()).isTrue();
    assertThat(trace.turningPoints()).isZero();
    assertThat(y[0]).isCloseTo(root(3), offset(1e-12));
  }

  @Test
  void goesAroundBothTurningPointsWhereSteppingInLambdaMustFail() {
    double[] y = {root(0)};
    var trace = PathTracer.trace(DenseBranch.of(new Fold()), y, 0, 10, LIMITS);
    assertThat(trace.reached()).isTrue();
    assertThat(trace.turningPoints()).isEqualTo(2);
    assertThat(y[0] * y[0] * y[0] - 3 * y[0] + 3).isCloseTo(10, offset(1e-10));
  }

  @Test
  void meetsATargetJustBelowTheTurningPointOnTheFirstArm() {
    double[] y = {root(0)};
    var trace = PathTracer.trace(DenseBranch.of(new Fold()), y, 0, 4.9999, LIMITS);
    assertThat(trace.reached()).isTrue();
    assertThat(y[0]).isCloseTo(root(4.9999), offset(1e-8));
  }

  /// What a trace tells.
  private static final class Told implements BranchListener {
    final List<String> crossings = new ArrayList<>();
    final List<Double> folds = new ArrayList<>();
    final List<Double> bifurcations = new ArrayList<>();
    double error;

    @Override
    public void crossing(int target, int number, double[] y) {
      crossings.add(target + "." + number);
      double lambda = y[0] * y[0] * y[0] - 3 * y[0] + 3;
      error = Math.max(error, Math.abs(lambda - TARGETS[target]));
    }

    @Override
    public void fold(double lambda, double[] y) {
      folds.add(lambda);
    }

    @Override
    public void bifurcation(double lambda, double[] y) {
      bifurcations.add(lambda);
    }
  }

  private static final double[] TARGETS = {4.999999, 3, 1.000001};

  @ParameterizedTest
  @EnumSource
  void tellsEveryMeetingAndBothTurningPointsInTheirOrder(TraceLimits.Corrector corrector) {
    var told = new Told();
    var limits =
        new TraceLimits(
            1, 0.01, 1e-10, 1, 1e-13, 0, 5000, corrector, TraceLimits.Detail.LOCATED, () -> false);
    double[] y = {root(0)};
    var trace = PathTracer.trace(DenseBranch.of(new Fold()), y, 0, TARGETS, 10, limits, told);
    assertThat(trace.reached()).isTrue();
    assertThat(told.crossings)
        .containsExactly("2.1", "1.1", "0.1", "0.2", "1.2", "2.2", "2.3", "1.3", "0.3");
    assertThat(told.error).isLessThan(1e-9);
    assertThat(told.folds).hasSize(2);
    assertThat(told.folds.get(0)).isCloseTo(5, offset(1e-11));
    assertThat(told.folds.get(1)).isCloseTo(1, offset(1e-11));
    assertThat(told.bifurcations).isEmpty();
  }

  @Test
  void findsWhereAnotherBranchCrosses() {
    // A pitchfork at lambda = 2 on the branch y = (0, lambda).
    var equations =
        new DenseEquations() {
          @Override
          public int size() {
            return 2;
          }

          @Override
          public void evaluate(double[] y, double lambda, double[] f, double[] jacobian) {
            f[0] = y[0] * (lambda - 2) - y[0] * y[0] * y[0];
            f[1] = y[1] - lambda;
            jacobian[0] = lambda - 2 - 3 * y[0] * y[0];
            jacobian[1] = 0;
            jacobian[2] = y[0];
            jacobian[3] = 0;
            jacobian[4] = 1;
            jacobian[5] = -1;
          }
        };
    var told = new Told();
    double[] y = {0, 0};
    var trace =
        PathTracer.trace(
            DenseBranch.of(equations),
            y,
            0,
            new double[0],
            5,
            TraceLimits.located(1, 1e-12, 5000),
            told);
    assertThat(trace.reached()).isTrue();
    assertThat(trace.bifurcations()).isEqualTo(1);
    assertThat(told.bifurcations).hasSize(1);
    assertThat(told.bifurcations.getFirst()).isCloseTo(2, offset(1e-9));
    assertThat(y).containsExactly(0, 5);
  }

  @Test
  void stopsWhenToldTo() {
    var asked = new int[1];
    double[] y = {root(0)};
    var trace =
        PathTracer.trace(
            DenseBranch.of(new Fold()), y, 0, 10, LIMITS.stoppedBy(() -> ++asked[0] > 5));
    assertThat(trace.status()).isEqualTo(Trace.Status.STOPPED);
    assertThat(trace.steps()).isEqualTo(5);
    assertThat(y[0] * y[0] * y[0] - 3 * y[0] + 3).isCloseTo(trace.lambda(), offset(1e-11));
  }

  @Test
  void saysWhereItStoppedWhenTheBranchEnds() {
    var equations =
        new DenseEquations() {
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
    var trace = PathTracer.trace(DenseBranch.of(equations), y, 0, 2, LIMITS);
    assertThat(trace.reached()).isFalse();
    assertThat(trace.turningPoints()).isEqualTo(1);
    assertThat(trace.lambda()).isLessThan(1);
  }
}
