package org.servanda.study.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

class BoxSearchTest {

  private static final Resampling DRAWS = Resampling.of(4);

  @Test
  void sameBoxesOnAnyThread() {
    var worlds = Samples.uniform(300, 4, 1);
    var output = Samples.noisyCases(worlds, x -> x[0] < 0.4 && x[1] > 0.5, 0.05, 2);
    var alone = boxes(worlds, output);
    assertThat(alone.found()).isNotEmpty();
    assertThat(IntStream.range(0, 8).parallel().mapToObj(_ -> boxes(worlds, output)))
        .allMatch(alone::equals);
  }

  @Test
  void trajectoriesTradeCoverageForDensity() {
    var worlds = Samples.uniform(500, 3, 1);
    var trajectory =
        boxes(worlds, Samples.cases(worlds, x -> x[0] < 0.3)).found().getFirst().trajectory();
    assertThat(trajectory.getFirst().coverage()).isEqualTo(1);
    assertThat(trajectory.getFirst().restricted()).isZero();
    for (int i = 1; i < trajectory.size(); i++) {
      assertThat(trajectory.get(i).mass()).isLessThan(trajectory.get(i - 1).mass());
      assertThat(trajectory.get(i).coverage())
          .isLessThanOrEqualTo(trajectory.get(i - 1).coverage());
    }
    assertThat(trajectory.getLast().density()).isEqualTo(1);
  }

  @Test
  void worldsWithoutSolutionAreLeftOutAndCounted() {
    var worlds = Samples.uniform(300, 3, 1);
    var output = Samples.cases(worlds, x -> x[0] < 0.3);
    IntStream.range(0, 50).forEach(i -> output[6 * i] = Double.NaN);
    var boxes = boxes(worlds, output);
    assertThat(boxes.worlds()).isEqualTo(250);
    assertThat(boxes.leftOut()).isEqualTo(50);
    assertThat(boxes.caveats()).contains(new Caveat.LeftOut(50, 300));
  }

  @Test
  void nothingIsFoundWhereNothingOrEverythingIsACase() {
    var worlds = Samples.uniform(100, 3, 1);
    assertThat(boxes(worlds, new double[100]).found()).isEmpty();
    assertThat(boxes(worlds, new double[100]).caveats()).contains(new Caveat.OneSided(0, 100));
    var all = new double[100];
    Arrays.fill(all, 1);
    assertThat(boxes(worlds, all).caveats()).contains(new Caveat.OneSided(100, 100));
  }

  @Test
  void twoWorldsAreTooFew() {
    var boxes = boxes(Samples.uniform(2, 3, 1), new double[] {0, 1});
    assertThat(boxes.found()).isEmpty();
    assertThat(boxes.caveats()).contains(new Caveat.TooFew(2, 32));
  }

  @Test
  void ofTwoEqualColumnsOneIsBounded() {
    var one = Samples.uniform(300, 1, 1);
    var rows = new double[300][];
    Arrays.setAll(rows, r -> new double[] {one.at(r, 0), one.at(r, 0), 7});
    var worlds = Table.of(Samples.names(3), rows);
    var boxes = boxes(worlds, Samples.cases(worlds, x -> x[0] < 0.3));
    assertThat(boxes.caveats())
        .contains(new Caveat.SameOrder("x2", "x1"), new Caveat.ConstantColumn("x3"));
    assertThat(boxes.found().getFirst().box().restrictions()).hasSize(1);
  }

  @Test
  void peelMustLeaveSomething() {
    assertThatThrownBy(() -> new BoxOptions(new BoxChoice.Balanced(), 0.9, 0.05, 3, 4, 0.05, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("peel is 0.9, must be above 0 and at most 0.5")
        .hasMessageContaining("Try: 0.05");
  }

  private static Boxes boxes(Table worlds, double[] output) {
    return BoxSearch.boxes(worlds, output, Samples.CASE, BoxOptions.usual(), DRAWS);
  }
}
