package org.servanda.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.servanda.study.sensitivity.KnownFunctions.names;
import static org.servanda.study.sensitivity.KnownFunctions.random;
import static org.servanda.study.sensitivity.KnownFunctions.values;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moeaframework.util.sequence.Sobol;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

class DriverSearchTest {

  private static final Resampling DRAWS = Resampling.of(1);

  @Test
  void worldsWithoutSolutionAreLeftOutAndCounted() {
    var worlds = random(300, 3, 1);
    var output = values(worlds, KnownFunctions::ishigami);
    var places = IntStream.range(0, 300).filter(i -> i % 10 != 0).toArray();
    var kept = Arrays.stream(places).mapToDouble(i -> output[i]).toArray();
    IntStream.range(0, 30).forEach(i -> output[10 * i] = Double.NaN);
    var drivers = DriverSearch.drivers(worlds, output, DRAWS);
    assertThat(drivers.leftOut()).isEqualTo(30);
    assertThat(drivers.caveats()).contains(new Caveat.LeftOut(30, 300));
    assertThat(drivers.drivers())
        .isEqualTo(DriverSearch.drivers(worlds.select(places), kept, DRAWS).drivers());
  }

  @Test
  void sameNumbersOnAnyThread() {
    var worlds = random(200, 5, 1);
    var output = values(worlds, KnownFunctions::ishigami);
    var alone = DriverSearch.drivers(worlds, output, DRAWS);
    var together =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(_ -> DriverSearch.drivers(worlds, output, DRAWS))
            .toList();
    assertThat(together).allMatch(alone::equals);
  }

  @Test
  void seedsMoveIntervalsAndNotValues() {
    var worlds = random(200, 3, 1);
    var output = values(worlds, KnownFunctions::ishigami);
    var one = DriverSearch.drivers(worlds, output, Resampling.of(1)).of("x1").first();
    var two = DriverSearch.drivers(worlds, output, Resampling.of(2)).of("x1").first();
    assertThat(one.value()).isEqualTo(two.value());
    assertThat(one.interval()).isNotEqualTo(two.interval());
  }

  /// Distances between distributions do not know the output's scale.
  @Test
  void deltaStaysUnderAscendingFunctionsOfTheOutput() {
    var worlds = random(400, 3, 1);
    var output = values(worlds, KnownFunctions::ishigami);
    var bent = Arrays.stream(output).map(Math::exp).toArray();
    for (int c = 1; c <= 3; c++) {
      assertThat(DriverSearch.drivers(worlds, bent, DRAWS).of("x" + c).delta())
          .isEqualTo(DriverSearch.drivers(worlds, output, DRAWS).of("x" + c).delta());
    }
  }

  @Test
  void constantOutputHasNoDrivers() {
    var output = new double[100];
    Arrays.fill(output, 0.7);
    var drivers = DriverSearch.drivers(random(100, 3, 1), output, DRAWS);
    assertThat(drivers.caveats()).containsExactly(new Caveat.ConstantOutput(0.7));
    assertThat(drivers.told()).isEmpty();
    assertThat(drivers.drivers()).allMatch(d -> d.delta().value() == 0 && d.first().value() == 0);
  }

  @Test
  void columnsThatCannotBeToldApartAreNamed() {
    var random = random(100, 2, 1);
    var rows = new double[100][];
    for (int i = 0; i < 100; i++) {
      double x = random.at(i, 0);
      rows[i] = new double[] {x, random.at(i, 1), 2 * x + 1, 3, x + 0.2 * random.at(i, 1)};
    }
    var worlds = Table.of(List.of("a", "b", "twice", "three", "near"), rows);
    var drivers = DriverSearch.drivers(worlds, worlds.column("a"), DRAWS);
    assertThat(drivers.caveats())
        .contains(new Caveat.SameOrder("twice", "a"), new Caveat.ConstantColumn("three"))
        .anyMatch(c ->
            c instanceof Caveat.Correlated(var column, var with, var correlation)
                && column.equals("near")
                && with.equals("a")
                && correlation > 0.9);
    assertThat(drivers.of("a").delta()).isEqualTo(drivers.of("twice").delta());
    assertThat(drivers.of("three").told()).isFalse();
  }

  /// In forty dimensions the first points of a Sobol' sequence leave parts of some squares empty.
  @Test
  void samplesThatAreNotIndependentAreSaid() {
    var worlds = Table.of(names(40), new Sobol().generate(1024, 40));
    var output = values(worlds, KnownFunctions::ishigami);
    assertThat(DriverSearch.drivers(worlds, output, DRAWS).caveats())
        .anyMatch(c -> c instanceof Caveat.Entangled);
    var independent = random(1024, 40, 1);
    assertThat(DriverSearch.drivers(independent, output, DRAWS).caveats()).isEmpty();
  }

  @Test
  void oneColumnIsEnough() {
    var worlds = random(128, 1, 1);
    var drivers = DriverSearch.drivers(worlds, worlds.column("x1"), DRAWS);
    assertThat(drivers.told()).extracting(Driver::column).containsExactly("x1");
    assertThat(drivers.of("x1").first().value()).isGreaterThan(0.98);
  }

  @Test
  void twoWorldsAreTooFew() {
    var worlds = random(2, 3, 1);
    var drivers = DriverSearch.drivers(worlds, new double[] {1, 2}, DRAWS);
    assertThat(drivers.drivers()).isEmpty();
    assertThat(drivers.together()).isNull();
    assertThat(drivers.size()).isEqualTo(new SampleSize(2, 32));
    assertThat(drivers.caveats()).contains(new Caveat.TooFew(2, 32));
  }

  @Test
  void smallSamplesSayHowManyWorldsWouldDo() {
    var worlds = random(128, 3, 1);
    var drivers = DriverSearch.drivers(worlds, values(worlds, KnownFunctions::ishigami), DRAWS);
    assertThat(drivers.size().enough()).isFalse();
    var more = random(drivers.size().needed(), 3, 2);
    assertThat(
            DriverSearch.drivers(more, values(more, KnownFunctions::ishigami), DRAWS)
                .size()
                .enough())
        .isTrue();
  }

  @Test
  void lengthsMustAgree() {
    assertThatThrownBy(() -> DriverSearch.drivers(random(10, 2, 1), new double[9], DRAWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("output has 9 numbers, must have 10")
        .hasMessageContaining("Try: ");
  }

  @Test
  void infiniteNumbersAreRefused() {
    var output = new double[] {1, Double.POSITIVE_INFINITY};
    assertThatThrownBy(() -> DriverSearch.drivers(random(2, 2, 1), output, DRAWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 of \"output\" is Infinity")
        .hasMessageContaining("Try: NaN");
  }

  @Test
  void worldsNeedAColumn() {
    assertThatThrownBy(
            () -> DriverSearch.drivers(Table.of(names(0), new double[2][0]), new double[2], DRAWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("worlds have 0 columns");
  }
}
