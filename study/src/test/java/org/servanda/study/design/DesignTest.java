package org.servanda.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.Unit;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.Drafts;

class DesignTest {
  private static Uncertainty share(String key) {
    return new Uncertainty(Estimate.exactly(key, 0.5, Unit.SHARE), new Distribution.Uniform(0, 1));
  }

  private static Design design(Sampling sampling, int worlds, long seed) {
    return new Design(List.of(share("a"), share("b")), List.of(), sampling, worlds, seed);
  }

  @ParameterizedTest
  @EnumSource
  void everySampleIsEvenAndDependsOnTheSeedAlone(Sampling sampling) {
    var one = design(sampling, 1200, 7).sample();
    var again = design(sampling, 1200, 7).sample();
    var other = design(sampling, 1200, 8).sample();
    assertThat(one.column("a")).containsExactly(again.column("a"));
    assertThat(one.column("a")).isNotEqualTo(other.column("a"));
    for (String column : one.columns()) {
      assertThat(Arrays.stream(one.column(column)).average().orElseThrow())
          .isCloseTo(0.5, within(5 * 0.2887 / Math.sqrt(1200)));
      assertThat(Arrays.stream(one.column(column)).allMatch(v -> v >= 0 && v <= 1)).isTrue();
    }
  }

  @Test
  void aLongerSobolSampleBeginsWithTheShorterOne() {
    var shorter = design(Sampling.SOBOL, 64, 3).sample();
    var longer = design(Sampling.SOBOL, 256, 3).sample();
    for (int w = 0; w < 64; w++) {
      assertThat(longer.row(w)).containsExactly(shorter.row(w));
    }
  }

  @Test
  void sobolPointsFillEverySixteenthOnce() {
    var column = design(Sampling.SOBOL, 16, 5).sample().column("b");
    var cells = new HashSet<Integer>();
    for (double value : column) {
      cells.add((int) (16 * value));
    }
    assertThat(cells).hasSize(16);
  }

  @Test
  void saltelliAsksForWholeBlocks() {
    assertThatThrownBy(() -> design(Sampling.SALTELLI, 1000, 1).sample())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("multiples of 6 from 6 on")
        .hasMessageContaining("Try: 1002");
  }

  @ParameterizedTest
  @CsvSource({"1000, 999", "1001, 1002", "1, 6", "3, 6", "4, 6"})
  void morrisAsksForTwoWholeWalks(int worlds, int instead) {
    assertThatThrownBy(() -> design(Sampling.MORRIS, worlds, 1).sample())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(worlds + " worlds do not make a morris design of 2 uncertain numbers")
        .hasMessageContaining("multiples of 3 from 6 on")
        .hasMessageEndingWith("Try: " + instead);
    assertThat(design(Sampling.MORRIS, instead, 1).sample().rows()).isEqualTo(instead);
  }

  @Test
  void morrisWorldsStandAtTheEndsAndThirds() {
    var sample = design(Sampling.MORRIS, 300, 1).sample();
    for (String column : sample.columns()) {
      assertThat(Arrays.stream(sample.column(column)).distinct().sorted())
          .containsExactly(0.0, 1 / 3.0, 2 / 3.0, 1.0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SALTELLI", "MORRIS"})
  void whatChangesOneByOneMustBeFreeTo(Sampling sampling) {
    var two = List.of(share("a"), share("b"));
    var group = List.of(new Together(List.of("a", "b"), 0.5));
    assertThatThrownBy(() -> new Design(two, group, sampling, 12, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a %s design needs independent", sampling.word())
        .hasMessageContaining("[a, b] move together\nTry: another design");
    assertThatThrownBy(() -> new Design(List.of(), List.of(), sampling, 12, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs uncertain estimates; there are none");
  }

  static Stream<Distribution> distributions() {
    return Stream.of(
        new Distribution.Uniform(-1, 2),
        new Distribution.Triangular(-1, 0, 2),
        new Distribution.Triangular(-1, -1, 2),
        new Distribution.Triangular(-1, 2, 2),
        new Distribution.Pert(-1, 0, 2),
        new Distribution.Pert(-1, -1, 2),
        new Distribution.Pert(-1, 2, 2),
        new Distribution.Rivals(
            List.of(
                new Distribution.Pert(-1, -0.5, 0),
                new Distribution.Uniform(0.3, 0.3),
                new Distribution.Triangular(1, 1.2, 2))));
  }

  /// A morris design stands there.
  @ParameterizedTest
  @MethodSource("distributions")
  void theEndsOfEveryDistributionAreThoseOfItsRange(Distribution distribution) {
    assertThat(distribution.quantile(0)).isEqualTo(-1);
    assertThat(distribution.quantile(1)).isEqualTo(2);
    assertThat(distribution.quantile(1 / 3.0)).isGreaterThan(-1);
    assertThat(distribution.quantile(2 / 3.0))
        .isGreaterThan(distribution.quantile(1 / 3.0))
        .isLessThan(2);
  }

  @Test
  void quantilesOfDistributionsAreThoseOfTheBooks() {
    // A PERT distribution is a beta distribution with mean (low + 4 mode + high) / 6.
    var pert = new Distribution.Pert(0, 0.2, 1);
    double mean =
        IntStream.range(0, 2000)
            .mapToDouble(i -> pert.quantile((i + 0.5) / 2000))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(1.8 / 6, within(1e-4));
    // A triangle's quantile below the mode is low + sqrt(u (high - low) (mode - low)).
    assertThat(new Distribution.Triangular(0, 0.5, 1).quantile(0.125))
        .isCloseTo(0.25, within(1e-12));
    assertThat(new Distribution.Pert(0.3, 0.3, 0.3).quantile(0.9)).isEqualTo(0.3);
  }

  @Test
  void rivalSchoolsAreDrawnEquallyOften() {
    var rivals =
        new Distribution.Rivals(
            List.of(new Distribution.Uniform(0, 0.1), new Distribution.Uniform(0.9, 1)));
    long low =
        IntStream.range(0, 1000).filter(i -> rivals.quantile((i + 0.5) / 1000) < 0.5).count();
    assertThat(low).isEqualTo(500);
    assertThat(rivals.quantile(1)).isEqualTo(1);
  }

  @Test
  void whatMovesTogetherHasTheCorrelationAskedFor() {
    var design =
        new Design(
            List.of(share("a"), share("b"), share("c")),
            List.of(new Together(List.of("a", "b"), 0.6)),
            Sampling.SOBOL,
            4096,
            1);
    var sample = design.sample();
    // Spearman's correlation of a Gaussian copula: (6 / pi) asin(r / 2), Pearson (1907).
    double expected = 6 / Math.PI * Math.asin(0.3);
    assertThat(correlation(sample.column("a"), sample.column("b")))
        .isCloseTo(expected, within(0.02));
    assertThat(correlation(sample.column("a"), sample.column("c"))).isCloseTo(0, within(0.05));
  }

  /// The columns are uniform: their correlation is that of their ranks.
  private static double correlation(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - 0.5) * (other[i] - 0.5);
    }
    return 12 * sum / one.length;
  }

  @Test
  void noTwoPurposesOrReplicationsShareASeed() {
    var seeds = new HashSet<Long>();
    for (String purpose : List.of("worlds", "verification", "drivers", "boxes")) {
      for (int replication = 0; replication < 1000; replication++) {
        for (long seed = 0; seed < 10; seed++) {
          seeds.add(Seeds.of(seed, purpose, replication));
        }
      }
    }
    assertThat(seeds).hasSize(40_000);
  }

  @Test
  void whatIsUncertainFollowsFromTheFile() {
    var scenario =
        Drafts.read(
            Drafts.SMALL
                + """
                plausibility:
                  shape: triangular
                  shapes: {war.cost: uniform}
                  together: [{estimates: [war.cost, balance.now], correlation: 0.4}]
                """);
    var estimates = VariantSolver.estimates(scenario, List.of(scenario.agreement())).values();
    var uncertainties = Uncertainties.of(scenario, estimates);
    assertThat(uncertainties)
        .contains(
            new Uncertainty(scenario.estimate("war.cost"), new Distribution.Uniform(0.05, 0.5)),
            new Uncertainty(scenario.balance().now(), new Distribution.Triangular(1, 1.5, 3)));
    assertThat(Uncertainties.together(scenario, uncertainties))
        .containsExactly(new Together(List.of("war.cost", "balance.now"), 0.4));
  }

  @Test
  void aParameterLeftToItsSchoolsIsDrawnFromAllOfThem() {
    var scenario = Drafts.read(Drafts.SMALL);
    var reliability = Parameters.standard().parameter("guarantor.reliability").standard();
    var drawn = Uncertainties.of(scenario, List.of(reliability)).getFirst();
    assertThat(drawn.distribution())
        .isInstanceOfSatisfying(Distribution.Rivals.class, r -> assertThat(r.schools()).hasSize(5));
  }
}
