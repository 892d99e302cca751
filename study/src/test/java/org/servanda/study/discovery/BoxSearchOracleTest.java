package org.servanda.study.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

/// Boxes that are known because the cases were made from them, as Lempert, Bryant and Bankes (2008)
/// compare ways of scenario discovery: with published samples of cases the best box is not known.
class BoxSearchOracleTest {

  private static final Resampling DRAWS = Resampling.of(4);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void oneBoxAmongIdleColumnsIsMet(long seed) {
    var worlds = Samples.uniform(1000, 10, seed);
    var output = Samples.cases(worlds, x -> x[0] < 0.4 && x[1] > 0.5 && x[2] > 0.3);
    var boxes = boxes(worlds, output);
    var box = boxes.found().getFirst().box();
    assertThat(box.restrictions())
        .extracting(Boxes.Restriction::column)
        .containsExactlyInAnyOrder("x1", "x2", "x3");
    for (var restriction : box.restrictions()) {
      switch (restriction.column()) {
        case "x1" -> assertThat(restriction.high()).isCloseTo(0.4, within(0.03));
        case "x2" -> assertThat(restriction.low()).isCloseTo(0.5, within(0.03));
        default -> assertThat(restriction.low()).isCloseTo(0.3, within(0.05));
      }
      assertThat(restriction.chance()).isLessThan(1e-4);
      assertThat(restriction.reappears().value()).isGreaterThanOrEqualTo(0.7);
    }
    assertThat(box.density().value()).isGreaterThan(0.93);
    assertThat(box.coverage().value()).isGreaterThan(0.93);
  }

  @Test
  void secondBoxIsFoundBehindTheFirst() {
    var worlds = Samples.uniform(2000, 6, 7);
    var output =
        Samples.noisyCases(
            worlds, x -> x[0] < 0.4 && x[1] > 0.5 || x[2] > 0.85 && x[3] > 0.3, 0.05, 8);
    var boxes = boxes(worlds, output);
    assertThat(boxes.found()).hasSize(2);
    assertThat(boxes.found().get(0).box().restrictions())
        .extracting(Boxes.Restriction::column)
        .containsExactlyInAnyOrder("x1", "x2");
    assertThat(boxes.found().get(1).box().restrictions())
        .extracting(Boxes.Restriction::column)
        .containsExactlyInAnyOrder("x3", "x4");
    assertThat(boxes.found()).allMatch(f -> f.box().density().value() > 0.85);
    double covered = boxes.found().stream().mapToDouble(f -> f.box().coverage().value()).sum();
    assertThat(covered).isBetween(0.75, 1.0);
  }

  /// The binomial tail by hand: of 4 worlds without the bound 2 are cases, in the box 2 of 2, so
  /// that chance explains the bound with probability 1/4.
  @Test
  void chanceIsTheBinomialTail() {
    double[][] columns = {{1, 2, 3, 4}};
    boolean[] cases = {true, true, false, false};
    int[] all = {0, 1, 2, 3};
    var trimming = new BoxTrimming(columns, cases, all, 2, BoxOptions.usual());
    var bounds = new Bounds(1);
    bounds.high[0] = 2.5;
    assertThat(trimming.chance(bounds, 0)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void denseBoxesCoverAsMuchAsTheirDensityAllows() {
    var worlds = Samples.uniform(2000, 3, 9);
    var output = Samples.noisyCases(worlds, x -> x[0] + x[1] > 1.2, 0.02, 10);
    var dense = new BoxOptions(new BoxChoice.Dense(0.9), 0.05, 0.05, 1, 4, 0.05, 10);
    var box = BoxSearch.boxes(worlds, output, Samples.CASE, dense, DRAWS).found().getFirst().box();
    assertThat(box.density().value()).isGreaterThanOrEqualTo(0.9);
    var balanced = boxes(worlds, output).found().getFirst().box();
    assertThat(balanced.density().value()).isLessThan(box.density().value());
    assertThat(balanced.coverage().value()).isGreaterThan(box.coverage().value());
  }

  @Test
  void columnOfFewValuesIsBoundedBetweenThem() {
    var worlds = Samples.uniform(600, 3, 11);
    var rows = new double[600][3];
    for (int r = 0; r < 600; r++) {
      rows[r] = worlds.row(r);
      rows[r][0] = Math.floor(3 * rows[r][0]);
    }
    var discrete = Table.of(Samples.names(3), rows);
    var output = Samples.cases(discrete, x -> x[0] == 2 && x[1] < 0.6);
    var box = boxes(discrete, output).found().getFirst().box();
    var low =
        box.restrictions().stream()
            .filter(r -> r.column().equals("x1"))
            .map(Boxes.Restriction::low)
            .filter(Objects::nonNull)
            .findFirst();
    assertThat(low).hasValue(1.5);
  }

  private static Boxes boxes(Table worlds, double[] output) {
    return BoxSearch.boxes(worlds, output, Samples.CASE, BoxOptions.usual(), DRAWS);
  }
}
