package org.servanda.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.servanda.study.sensitivity.KnownFunctions.names;
import static org.servanda.study.sensitivity.KnownFunctions.values;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moeaframework.analysis.parameter.ParameterSet;
import org.moeaframework.analysis.parameter.SampledDouble;
import org.moeaframework.analysis.sensitivity.SobolSensitivityAnalysis;
import org.moeaframework.util.sequence.Saltelli;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

class SobolSearchOracleTest {

  private static final Resampling DRAWS = Resampling.of(11);

  private static final double[] FIRST = {0.3139, 0.4424, 0};
  private static final double[] TOTAL = {0.5576, 0.4424, 0.2437};

  /// The largest error over ten designs.
  @ParameterizedTest
  @CsvSource({"256, .08", "1024, .03", "4096, .005"})
  void ishigamiAndTheGFunctionAreMet(int pairs, double error) {
    for (int seed = 0; seed < 10; seed++) {
      var indices = indices(SaltelliDesign.of(names(3), pairs, seed), KnownFunctions::ishigami);
      for (int c = 0; c < 3; c++) {
        assertThat(indices.get(c).first().value()).isCloseTo(FIRST[c], within(error));
        assertThat(indices.get(c).total().value()).isCloseTo(TOTAL[c], within(error));
      }
      int d = KnownFunctions.G_FUNCTION.length;
      var others = indices(SaltelliDesign.of(names(d), pairs, seed), KnownFunctions::gFunction);
      for (int c = 0; c < d; c++) {
        assertThat(others.get(c).first().value())
            .isCloseTo(KnownFunctions.gFunctionFirst(c), within(error));
        assertThat(others.get(c).total().value())
            .isCloseTo(KnownFunctions.gFunctionTotal(c), within(error));
      }
    }
  }

  private static List<SobolIndices.SobolIndex> indices(
      SaltelliDesign design, KnownFunctions.Function function) {
    var few = new Resampling(1, 20, 20, 0.9);
    return SobolSearch.indices(design.rows(), values(design.points(), function), few).indices();
  }

  @Test
  void intervalsHoldIshigamisIndicesAndItsInteractionsAreTold() {
    var design = SaltelliDesign.of(names(3), 4096, 5);
    var result =
        SobolSearch.indices(
            design.rows(), values(design.points(), KnownFunctions::ishigami), DRAWS);
    for (int c = 0; c < 3; c++) {
      var index = result.indices().get(c);
      assertThat(index.first().interval().low()).isLessThan(FIRST[c]);
      assertThat(index.first().interval().high()).isGreaterThan(FIRST[c]);
      assertThat(index.total().interval().low()).isLessThan(TOTAL[c]);
      assertThat(index.total().interval().high()).isGreaterThan(TOTAL[c]);
    }
    assertThat(result.indices().get(0).interaction().aboveZero()).isTrue();
    assertThat(result.indices().get(1).interaction().aboveZero()).isFalse();
    assertThat(result.indices().get(2).first().aboveZero()).isFalse();
    assertThat(result.leftOut()).isZero();
  }

  /// The library's own estimators take parameters instead of columns and cannot leave out a world.
  @Test
  void agreesWithTheLibraryOnItsOwnDesign() {
    int pairs = 2048;
    var points = Table.of(names(3), new Saltelli().generate(pairs * 8, 3));
    var output = values(points, KnownFunctions::ishigami);
    var parameters =
        new ParameterSet(
            names(3).stream().map(n -> new SampledDouble(n, 0, 1)).toArray(SampledDouble[]::new));
    var library = new SobolSensitivityAnalysis(parameters, pairs, 10).evaluate(output);
    var rows = new SaltelliRows(names(3), pairs, SaltelliRows.Order.BOTH_WAYS);
    var ours = SobolSearch.indices(rows, output, DRAWS);
    for (int c = 0; c < 3; c++) {
      var parameter = parameters.get(c);
      var index = ours.indices().get(c);
      assertThat(index.first().value())
          .isCloseTo(library.getFirstOrder(parameter).getSensitivity(), within(0.01));
      assertThat(index.total().value())
          .isCloseTo(library.getTotalOrder(parameter).getSensitivity(), within(0.02));
    }
  }

  @Test
  void worldsWithoutSolutionAreCountedAndTheirPairsLeftOut() {
    var design = SaltelliDesign.of(names(3), 1024, 5);
    var output = values(design.points(), KnownFunctions::ishigami);
    output[design.rows().mixed(7, 1)] = Double.NaN;
    output[design.rows().first(9)] = Double.NaN;
    var result = SobolSearch.indices(design.rows(), output, DRAWS);
    assertThat(result.leftOut()).isEqualTo(2);
    assertThat(result.caveats()).contains(new Caveat.LeftOut(2, 1024 * 5));
    assertThat(result.indices())
        .extracting(SobolIndices.SobolIndex::pairs)
        .containsExactly(1023, 1022, 1023);
    assertThat(result.indices().get(0).total().value()).isCloseTo(0.5576, within(0.05));
  }

  @Test
  void constantOutputHasNoDrivers() {
    var design = SaltelliDesign.of(names(2), 64, 5);
    var output = new double[design.rows().rows()];
    Arrays.fill(output, 0.1);
    var result = SobolSearch.indices(design.rows(), output, DRAWS);
    assertThat(result.caveats()).containsExactly(new Caveat.ConstantOutput(0.1));
    assertThat(result.indices()).allMatch(i -> i.total().value() == 0 && i.first().value() == 0);
  }

  @Test
  void nothingSolvedIsSaid() {
    var design = SaltelliDesign.of(names(2), 64, 5);
    var output = new double[design.rows().rows()];
    Arrays.fill(output, Double.NaN);
    var result = SobolSearch.indices(design.rows(), output, DRAWS);
    assertThat(result.indices()).isEmpty();
    assertThat(result.caveats())
        .containsExactly(new Caveat.LeftOut(256, 256), new Caveat.TooFew(0, 16));
  }

  @Test
  void pairsMustBeAPowerOfTwo() {
    assertThatThrownBy(() -> SaltelliDesign.of(names(2), 1000, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pairs are 1000")
        .hasMessageContaining("Try: 1024");
  }

  @Test
  void pointsBetweenAPairDifferFromTheFirstInOneColumn() {
    var design = SaltelliDesign.of(names(3), 8, 5);
    for (int pair = 0; pair < 8; pair++) {
      var first = design.points().row(design.rows().first(pair));
      var second = design.points().row(design.rows().second(pair));
      for (int c = 0; c < 3; c++) {
        var expected = first.clone();
        expected[c] = second[c];
        assertThat(design.points().row(design.rows().mixed(pair, c))).isEqualTo(expected);
      }
    }
  }
}
