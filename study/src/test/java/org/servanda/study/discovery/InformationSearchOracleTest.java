package org.servanda.study.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

/// Two alternatives, one worth 0, the other `shift + sum of weight times column` over standard
/// normal columns: who knows a part with deviation `s` gains `s φ(m/s) + m Φ(m/s) - max(0, m)`.
class InformationSearchOracleTest {

  private static final double[] WEIGHTS = {1, 0.5, 0.25, 0};
  private static final double SHIFT = 0.2;

  /// The root mean square error over ten samples; the documented table of accuracy.
  @ParameterizedTest
  @CsvSource({"256, .05", "1024, .025", "4096, .012"})
  void closedFormIsMet(int rows, double error) {
    int samples = 10;
    var squares = new double[WEIGHTS.length + 1];
    for (int seed = 0; seed < samples; seed++) {
      var worlds = normal(rows, seed);
      var information = information(worlds, values(worlds), seed);
      assertThat(information.chosen()).isNotNull();
      assertThat(information.perfect()).isNotNull();
      for (int c = 0; c < WEIGHTS.length; c++) {
        double miss = gain(information, c) - exact(WEIGHTS[c]);
        squares[c] += miss * miss / samples;
      }
      double total =
          Math.sqrt(IntStream.range(0, 4).mapToDouble(c -> WEIGHTS[c] * WEIGHTS[c]).sum());
      double miss = information.perfect().value() - exact(total);
      squares[WEIGHTS.length] += miss * miss / samples;
    }
    for (double square : squares) {
      assertThat(Math.sqrt(square)).isLessThan(error);
    }
  }

  @Test
  void columnsWorthKnowingAreTold() {
    var worlds = normal(1024, 3);
    var information = information(worlds, values(worlds), 3);
    assertThat(information.columns()).extracting(Information.Column::column).startsWith("x1", "x2");
    assertThat(information.columns().get(0).told()).isTrue();
    assertThat(information.columns().get(1).told()).isTrue();
    assertThat(information.columns().stream().filter(c -> c.column().equals("x4")))
        .noneMatch(Information.Column::told);
    assertThat(information.columns().get(0).gain().interval().low()).isLessThan(exact(1));
    assertThat(information.columns().get(0).gain().interval().high()).isGreaterThan(exact(1));
  }

  /// By hand: knowing the coin, one takes 4 or 1 instead of always 2.
  @Test
  void coinIsWorthHalf() {
    var rows = new double[100][1];
    var values = new double[100][2];
    for (int r = 0; r < 100; r++) {
      rows[r][0] = r % 2;
      values[r] = new double[] {r % 2 == 0 ? 4 : 0, r % 2 == 0 ? 2 : 1};
    }
    var worlds = Table.of(List.of("coin"), rows);
    var information = information(worlds, Table.of(List.of("bold", "safe"), values), 1);
    assertThat(information.chosen()).isEqualTo("bold");
    assertThat(information.perfect()).isNotNull();
    assertThat(information.perfect().value()).isCloseTo(0.5, within(1e-12));
    assertThat(information.columns().getFirst().gain().value()).isCloseTo(0.5, within(1e-9));
    assertThat(information.columns().getFirst().told()).isTrue();
  }

  @Test
  void betterEverywhereLeavesNothingToLearn() {
    var worlds = normal(200, 3);
    var values = new double[200][2];
    for (int r = 0; r < 200; r++) {
      values[r] = new double[] {worlds.at(r, 0), worlds.at(r, 0) - 1};
    }
    var information = information(worlds, Table.of(List.of("one", "other"), values), 3);
    assertThat(information.chosen()).isEqualTo("one");
    assertThat(information.perfect()).isNotNull();
    assertThat(information.perfect().value()).isZero();
    assertThat(information.columns()).allMatch(c -> c.gain().value() == 0 && !c.told());
  }

  @Test
  void sameNumbersOnAnyThread() {
    var worlds = normal(200, 3);
    var values = values(worlds);
    var alone = information(worlds, values, 3);
    assertThat(IntStream.range(0, 8).parallel().mapToObj(_ -> information(worlds, values, 3)))
        .allMatch(alone::equals);
  }

  @Test
  void limitsAreSaid() {
    var worlds = normal(100, 3);
    var rows = new double[100][];
    for (int r = 0; r < 100; r++) {
      rows[r] = new double[] {0, r % 4 == 0 ? Double.NaN : worlds.at(r, 0)};
    }
    var information = information(worlds, Table.of(List.of("a", "b"), rows), 1);
    assertThat(information.worlds()).isEqualTo(75);
    assertThat(information.leftOut()).isEqualTo(25);
    assertThat(information.caveats()).contains(new Caveat.LeftOut(25, 100));
    var few = normal(2, 3);
    var none = information(few, values(few), 1);
    assertThat(none.columns()).isEmpty();
    assertThat(none.perfect()).isNull();
    assertThat(none.caveats()).contains(new Caveat.TooFew(2, 32));
    assertThat(information(worlds, Table.of(List.of("only"), new double[100][1]), 1).columns())
        .allMatch(c -> c.gain().value() == 0);
  }

  @Test
  void rowsMustAgree() {
    assertThatThrownBy(() -> information(normal(10, 1), values(normal(9, 1)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("values have 9 rows, must have 10")
        .hasMessageContaining("Try: ");
  }

  private static double gain(Information information, int column) {
    return information.columns().stream()
        .filter(c -> c.column().equals("x" + (column + 1)))
        .mapToDouble(c -> c.gain().value())
        .sum();
  }

  private static double exact(double deviation) {
    if (deviation == 0) {
      return 0;
    }
    var normal = NormalDistribution.of(0, 1);
    double ratio = SHIFT / deviation;
    return deviation * normal.density(ratio) + SHIFT * normal.cumulativeProbability(ratio) - SHIFT;
  }

  private static Table normal(int rows, long seed) {
    var random = Samples.generator(seed);
    var points = new double[rows][WEIGHTS.length];
    for (var point : points) {
      for (int c = 0; c < WEIGHTS.length; c++) {
        point[c] = random.nextGaussian();
      }
    }
    return Table.of(Samples.names(WEIGHTS.length), points);
  }

  private static Table values(Table worlds) {
    var rows = new double[worlds.rows()][2];
    for (int r = 0; r < rows.length; r++) {
      rows[r][1] = SHIFT;
      for (int c = 0; c < WEIGHTS.length; c++) {
        rows[r][1] += WEIGHTS[c] * worlds.at(r, c);
      }
    }
    return Table.of(List.of("stay", "move"), rows);
  }

  private static Information information(Table worlds, Table values, long seed) {
    return InformationSearch.information(worlds, values, Better.HIGHER, Resampling.of(seed));
  }
}
