package org.servanda.study.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

class RuleSearchTest {

  private static final Resampling DRAWS = Resampling.of(4);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void thresholdsOfTwoColumnsAreMet(long seed) {
    var worlds = Samples.uniform(1000, 20, seed);
    var output = Samples.noisyCases(worlds, x -> x[3] < 0.37 && x[11] > 0.62, 0.05, seed + 50);
    var rule = rules(worlds, output).two();
    assertThat(rule).isNotNull();
    var first = rule.thresholds().get(0);
    var second = rule.thresholds().get(1);
    assertThat(first.column()).isEqualTo("x4");
    assertThat(first.side()).isEqualTo(Side.BELOW);
    assertThat(first.value()).isCloseTo(0.37, within(0.03));
    assertThat(second.column()).isEqualTo("x12");
    assertThat(second.side()).isEqualTo(Side.ABOVE);
    assertThat(second.value()).isCloseTo(0.62, within(0.03));
    assertThat(rule.told()).isTrue();
    assertThat(rule.density().value()).isCloseTo(0.95, within(0.05));
    assertThat(rule.gain()).isLessThanOrEqualTo(rule.uncertainty());
  }

  /// No column tells anything alone; a tree of single splits cannot see it.
  @Test
  void chessboardIsSeenByPairs() {
    var worlds = Samples.uniform(800, 6, 1);
    var output = Samples.cases(worlds, x -> x[0] < 0.5 != x[1] < 0.5);
    var rules = rules(worlds, output);
    assertThat(rules.one() == null || !rules.one().told()).isTrue();
    assertThat(rules.two()).isNotNull();
    assertThat(rules.two().told()).isTrue();
    assertThat(rules.two().thresholds())
        .extracting(Rules.Threshold::column)
        .containsExactly("x1", "x2");
    assertThat(rules.two().density().value()).isGreaterThan(0.97);
    assertThat(rules.two().coverage().value()).isCloseTo(0.5, within(0.06));
  }

  /// By hand: a column that decides all tells one bit about 20 cases of 40.
  @Test
  void decisiveThresholdTellsABit() {
    var rows = new double[40][1];
    var output = new double[40];
    for (int i = 0; i < 40; i++) {
      rows[i][0] = i;
      output[i] = i < 20 ? 1 : 0;
    }
    var rules = rules(Table.of(Samples.names(1), rows), output);
    assertThat(rules.one()).isNotNull();
    assertThat(rules.one().gain()).isCloseTo(1, within(1e-12));
    assertThat(rules.one().uncertainty()).isCloseTo(1, within(1e-12));
    assertThat(rules.one().thresholds().getFirst().value()).isEqualTo(19.5);
    assertThat(rules.one().density().value()).isEqualTo(1);
    assertThat(rules.one().coverage().value()).isEqualTo(1);
    assertThat(rules.two()).isNull();
  }

  @Test
  void noiseIsSeldomTold() {
    int told = 0;
    for (int seed = 0; seed < 40; seed++) {
      var worlds = Samples.uniform(200, 8, seed);
      var rules = rules(worlds, Samples.noisyCases(worlds, _ -> false, 0.4, 900 + seed));
      told += rules.one() != null && rules.one().told() ? 1 : 0;
      told += rules.two() != null && rules.two().told() ? 1 : 0;
    }
    assertThat(told).isLessThanOrEqualTo(4);
  }

  @Test
  void sameRulesOnAnyThread() {
    var worlds = Samples.uniform(300, 4, 1);
    var output = Samples.noisyCases(worlds, x -> x[0] < 0.4 && x[1] > 0.5, 0.05, 2);
    var alone = rules(worlds, output);
    assertThat(IntStream.range(0, 8).parallel().mapToObj(_ -> rules(worlds, output)))
        .allMatch(alone::equals);
  }

  @Test
  void limitsAreSaid() {
    var worlds = Samples.uniform(100, 2, 1);
    var output = Samples.cases(worlds, x -> x[0] < 0.5);
    output[3] = Double.NaN;
    assertThat(rules(worlds, output).leftOut()).isEqualTo(1);
    assertThat(rules(worlds, output).worlds()).isEqualTo(99);
    var none = rules(worlds, new double[100]);
    assertThat(none.one()).isNull();
    assertThat(none.caveats()).contains(new Caveat.OneSided(0, 100));
    var two = rules(Samples.uniform(2, 1, 1), new double[] {0, 1});
    assertThat(two.caveats()).contains(new Caveat.TooFew(2, 32));
  }

  private static Rules rules(Table worlds, double[] output) {
    return RuleSearch.rules(worlds, output, Samples.CASE, DRAWS);
  }
}
