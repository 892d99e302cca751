package org.servanda.study.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.servanda.study.discovery.Robustness.Merit;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

class RobustnessSearchTest {

  private static final Resampling DRAWS = Resampling.of(4);

  /// Regrets by hand: safe 1, 5, 0, 1; bold 0, 0, 5, 0; dull 3, 7, 2, 2.
  private static final Table VALUES =
      Table.of(
          List.of("safe", "bold", "dull"),
          new double[][] {{5, 6, 3}, {4, 9, 2}, {5, 0, 3}, {4, 5, 3}, {Double.NaN, 100, 100}});

  @Test
  void tableByHand() {
    var robustness = RobustnessSearch.compare(VALUES, Better.HIGHER, 4, DRAWS);
    var safe = robustness.standings().get(0);
    var bold = robustness.standings().get(1);
    var dull = robustness.standings().get(2);
    assertThat(safe.satisfied().hits()).isEqualTo(4);
    assertThat(bold.satisfied().hits()).isEqualTo(3);
    assertThat(dull.satisfied().hits()).isZero();
    assertThat(safe.mean().value()).isEqualTo(4.5);
    assertThat(bold.mean().value()).isEqualTo(5);
    assertThat(safe.worst()).isEqualTo(4);
    assertThat(bold.worst()).isZero();
    assertThat(safe.largestRegret()).isEqualTo(5);
    assertThat(bold.largestRegret()).isEqualTo(5);
    assertThat(dull.largestRegret()).isEqualTo(7);
    assertThat(safe.best())
        .containsExactly(Merit.SATISFIED, Merit.WORST, Merit.LARGEST_REGRET, Merit.USUAL_REGRET);
    assertThat(bold.best()).containsExactly(Merit.MEAN, Merit.LARGEST_REGRET, Merit.USUAL_REGRET);
    assertThat(dull.best()).isEmpty();
    assertThat(robustness.leftOut()).isEqualTo(1);
    assertThat(safe.unsolved()).isEqualTo(1);
    assertThat(bold.unsolved()).isZero();
    assertThat(robustness.caveats()).containsExactly(new Caveat.LeftOut(1, 5));
  }

  @Test
  void pairsAreComparedWorldByWorld() {
    var differences = RobustnessSearch.compare(VALUES, Better.HIGHER, 4, DRAWS).differences();
    assertThat(differences).hasSize(3);
    var first = differences.getFirst();
    assertThat(first.one()).isEqualTo("safe");
    assertThat(first.other()).isEqualTo("bold");
    assertThat(first.mean().value()).isEqualTo(-0.5);
    assertThat(first.better().hits()).isEqualTo(1);
    assertThat(first.worse().hits()).isEqualTo(3);
  }

  /// Losses are values turned round: regret and shares stay, means and worst values change sign.
  @Test
  void lowerIsBetterForLosses() {
    var rows = new double[VALUES.rows()][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.stream(VALUES.row(r)).map(v -> -v).toArray();
    }
    var losses = Table.of(VALUES.columns(), rows);
    var up = RobustnessSearch.compare(VALUES, Better.HIGHER, 4, DRAWS).standings();
    var down = RobustnessSearch.compare(losses, Better.LOWER, -4, DRAWS).standings();
    for (int a = 0; a < 3; a++) {
      assertThat(down.get(a).satisfied()).isEqualTo(up.get(a).satisfied());
      assertThat(down.get(a).best()).isEqualTo(up.get(a).best());
      assertThat(down.get(a).usualRegret()).isEqualTo(up.get(a).usualRegret());
      assertThat(down.get(a).mean()).isEqualTo(up.get(a).mean().negated());
      assertThat(down.get(a).worst()).isCloseTo(-up.get(a).worst(), within(0.0));
    }
  }

  /// In nine worlds of ten a bold alternative loses nothing; the tenth costs it all.
  @Test
  void usualRegretForgetsOneWorldInTen() {
    var rows = new double[200][2];
    for (int r = 0; r < 200; r++) {
      rows[r] = r < 15 ? new double[] {1, -50} : new double[] {1, 2};
    }
    var standings =
        RobustnessSearch.compare(Table.of(List.of("safe", "bold"), rows), Better.HIGHER, 0, DRAWS)
            .standings();
    assertThat(standings.get(1).usualRegret().value()).isZero();
    assertThat(standings.get(1).largestRegret()).isEqualTo(51);
    assertThat(standings.get(0).usualRegret().value()).isEqualTo(1);
    assertThat(standings.get(1).satisfied().value()).isEqualTo(0.925);
  }

  /// The interval of the mean of 400 numbers with deviation 1 is 1.645 / 20 to either side.
  @Test
  void intervalsOfMeansAreAsWideAsTheyShould() {
    var random = Samples.generator(5);
    var rows = new double[400][1];
    for (var row : rows) {
      row[0] = random.nextGaussian();
    }
    var mean =
        RobustnessSearch.compare(
                Table.of(List.of("only"), rows), Better.HIGHER, 0, new Resampling(1, 2000, 20, 0.9))
            .standings()
            .getFirst()
            .mean();
    assertThat(mean.interval().halfWidth()).isCloseTo(1.645 / 20, within(0.01));
  }

  @Test
  void nothingSolvedIsSaid() {
    var values = Table.of(List.of("one"), new double[][] {{Double.NaN}, {Double.NaN}});
    var robustness = RobustnessSearch.compare(values, Better.HIGHER, 0, DRAWS);
    assertThat(robustness.standings()).isEmpty();
    assertThat(robustness.caveats())
        .containsExactly(new Caveat.LeftOut(2, 2), new Caveat.TooFew(0, 1));
  }

  @Test
  void infiniteValuesAreRefused() {
    var values = Table.of(List.of("one"), new double[][] {{Double.NEGATIVE_INFINITY}});
    assertThatThrownBy(() -> RobustnessSearch.compare(values, Better.HIGHER, 0, DRAWS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 0 of \"one\" is -Infinity")
        .hasMessageContaining("Try: NaN");
  }
}
