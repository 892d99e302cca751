package org.servanda.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.servanda.study.sensitivity.KnownFunctions.random;
import static org.servanda.study.sensitivity.KnownFunctions.values;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

class DriverSearchOracleTest {

  private static final int SAMPLES = 10;
  private static final Resampling DRAWS = Resampling.of(1);

  /// Densities of the function on a lattice of 400 x 3000 x 3000 points, in 1600 classes; with half
  /// as many classes they differ by less than .0015.
  private static final double[] ISHIGAMI_DELTA = {0.265, 0.425, 0.210, 0};

  private static final double[] ISHIGAMI_FIRST = {0.3139, 0.4424, 0, 0};

  /// The root mean square error over ten samples, of the worst column; the last one is idle.
  @ParameterizedTest
  @CsvSource({"256, .14, .08", "1024, .07, .035", "4096, .04, .02", "16384, .025, .01"})
  void ishigamiIsMetTheBetterTheLargerTheSample(int rows, double ofDelta, double ofFirst) {
    var deltas = new double[4];
    var firsts = new double[4];
    for (int seed = 0; seed < SAMPLES; seed++) {
      var worlds = random(rows, 4, seed);
      var drivers = DriverSearch.drivers(worlds, values(worlds, KnownFunctions::ishigami), DRAWS);
      for (int c = 0; c < 4; c++) {
        var driver = drivers.of("x" + (c + 1));
        deltas[c] += Math.pow(driver.delta().value() - ISHIGAMI_DELTA[c], 2) / SAMPLES;
        firsts[c] += Math.pow(driver.first().value() - ISHIGAMI_FIRST[c], 2) / SAMPLES;
      }
    }
    for (int c = 0; c < 4; c++) {
      assertThat(Math.sqrt(deltas[c])).isLessThan(ofDelta);
      assertThat(Math.sqrt(firsts[c])).isLessThan(ofFirst);
    }
    if (rows == 1024) {
      assertThat(Math.sqrt(deltas[3])).isLessThan(0.06);
      assertThat(Math.sqrt(firsts[3])).isLessThan(0.01);
    }
  }

  @ParameterizedTest
  @CsvSource({"1024, .035", "4096, .02"})
  void firstIndicesOfTheGFunctionAreMet(int rows, double error) {
    var squares = new double[KnownFunctions.G_FUNCTION.length];
    for (int seed = 0; seed < SAMPLES; seed++) {
      var worlds = random(rows, squares.length, seed);
      var drivers = DriverSearch.drivers(worlds, values(worlds, KnownFunctions::gFunction), DRAWS);
      for (int c = 0; c < squares.length; c++) {
        double miss = drivers.of("x" + (c + 1)).first().value() - KnownFunctions.gFunctionFirst(c);
        squares[c] += miss * miss / SAMPLES;
      }
    }
    for (double square : squares) {
      assertThat(Math.sqrt(square)).isLessThan(error);
    }
  }

  @Test
  void driversOfIshigamiAreRankedAndToldFromTheIdleColumn() {
    var worlds = random(1024, 4, 1);
    var drivers =
        DriverSearch.drivers(worlds, values(worlds, KnownFunctions::ishigami), Resampling.of(1));
    assertThat(drivers.told()).extracting(Driver::column).containsExactly("x2", "x1", "x3");
    assertThat(drivers.size().enough()).isTrue();
    assertThat(drivers.together()).isNotNull();
    assertThat(drivers.together().value()).isCloseTo(0.756, within(0.07));
  }

  /// Each of two columns of a sum of normals leaves a normal; the delta of such a pair is an
  /// integral of the distance between normals, here by the midpoint rule over 20,000 x 4,000
  /// points.
  @Test
  void sumOfNormalsIsMet() {
    double[] weights = {2, 1, 0.5};
    var random = KnownFunctions.generator(3);
    var points = new double[4096][3];
    var output = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      for (int c = 0; c < 3; c++) {
        points[i][c] = random.nextGaussian();
        output[i] += weights[c] * points[i][c];
      }
    }
    var drivers =
        DriverSearch.drivers(Table.of(KnownFunctions.names(3), points), output, Resampling.of(1));
    double variance = Arrays.stream(weights).map(w -> w * w).sum();
    for (int c = 0; c < 3; c++) {
      double share = weights[c] * weights[c] / variance;
      var driver = drivers.of("x" + (c + 1));
      assertThat(driver.first().value()).isCloseTo(share, within(0.025));
      assertThat(driver.delta().value()).isCloseTo(normalDelta(Math.sqrt(share)), within(0.03));
    }
  }

  private static double normalDelta(double correlation) {
    double sum = 0;
    double rest = Math.sqrt(1 - correlation * correlation);
    int steps = 400;
    for (int i = 0; i < steps; i++) {
      double x = -6 + 12 * (i + 0.5) / steps;
      double area = 0;
      for (int k = 0; k < 4000; k++) {
        double y = -8 + 16 * (k + 0.5) / 4000;
        area += Math.abs(density(y) - density((y - correlation * x) / rest) / rest) * 16 / 4000;
      }
      sum += density(x) * area * 12 / steps;
    }
    return sum / 2;
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /// Of a coin that decides all, knowing it moves half of the distribution.
  @Test
  void discreteColumnThatDecidesAllIsMetExactly() {
    var random = KnownFunctions.generator(3);
    var points = new double[1000][2];
    var output = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      points[i][0] = i % 2;
      points[i][1] = random.nextDouble();
      output[i] = points[i][0] == 0 ? 0.3 : 0.9;
    }
    var drivers =
        DriverSearch.drivers(Table.of(KnownFunctions.names(2), points), output, Resampling.of(1));
    assertThat(drivers.of("x1").delta().value()).isCloseTo(0.5, within(0.002));
    assertThat(drivers.of("x1").first().value()).isCloseTo(1, within(1e-12));
    assertThat(drivers.of("x2").told()).isFalse();
  }

  /// The share of true indices inside their 90 % intervals, over samples.
  @Test
  void intervalsHoldFirstIndicesAboutAsOftenAsTheySay() {
    int held = 0;
    int samples = 60;
    for (int seed = 0; seed < samples; seed++) {
      var worlds = random(512, 3, 1000 + seed);
      var drivers =
          DriverSearch.drivers(
              worlds, values(worlds, KnownFunctions::ishigami), Resampling.of(seed));
      for (int c = 0; c < 2; c++) {
        var interval = drivers.of("x" + (c + 1)).first().interval();
        held += interval.low() <= ISHIGAMI_FIRST[c] && ISHIGAMI_FIRST[c] <= interval.high() ? 1 : 0;
      }
    }
    assertThat(held / (2.0 * samples)).isBetween(0.75, 0.98);
  }

  /// Where nothing drives the output, one sample in twenty may show a driver.
  @Test
  void idleColumnsAreSeldomTold() {
    int told = 0;
    for (int seed = 0; seed < 60; seed++) {
      var worlds = random(256, 20, seed);
      var random = KnownFunctions.generator(500 + seed);
      var output = new double[256];
      Arrays.setAll(output, i -> random.nextGaussian());
      var drivers = DriverSearch.drivers(worlds, output, Resampling.of(seed));
      told += drivers.drivers().stream().anyMatch(d -> d.delta().told()) ? 1 : 0;
    }
    assertThat(told).isLessThanOrEqualTo(8);
  }
}
