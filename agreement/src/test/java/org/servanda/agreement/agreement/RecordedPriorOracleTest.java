package org.servanda.agreement.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.servanda.agreement.agreement.Disposition.EXPANSIONIST;
import static org.servanda.agreement.agreement.Disposition.SECURITY_SEEKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Beliefs after clean rounds, from Bayes' rule in the setting of Kydd (2005): an even prior,
/// seekers always comply, expansionists with probability 0.7. The numbers are `0.7^n / (1 +
/// 0.7^n)`.
class RecordedPriorOracleTest {
  private static final LocalDate SIGNATURE = LocalDate.of(2000, 1, 1);
  private static final Map<Disposition, Double> KEPT =
      Map.of(SECURITY_SEEKER, 1.0, EXPANSIONIST, 0.7);

  private static SequencedMap<Disposition, Double> even() {
    var even = new LinkedHashMap<Disposition, Double>();
    even.put(SECURITY_SEEKER, 0.5);
    even.put(EXPANSIONIST, 0.5);
    return even;
  }

  private static TrackRecord.Entry entry(Conduct conduct, LocalDate on, double weight) {
    return new TrackRecord.Entry("a", "pledge", null, conduct, on, weight, null);
  }

  private static RecordedPrior prior(double halfLife, TrackRecord.Entry... entries) {
    var record = new TrackRecord(java.util.List.of(entries));
    return RecordedPrior.of("a", record, SIGNATURE, even(), KEPT, halfLife);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.41176", "3, 0.25540", "5, 0.14388", "10, 0.02747"})
  void keptPledgesLowerTheFearOfExpansion(int rounds, double expansionist) {
    var entries =
        Collections.nCopies(rounds, entry(Conduct.KEPT, SIGNATURE, 1))
            .toArray(TrackRecord.Entry[]::new);
    var prior = prior(8, entries);
    assertThat(prior.after().get(EXPANSIONIST)).isCloseTo(expansionist, within(1e-5));
    assertThat(prior.steps()).hasSize(rounds);
    assertThat(prior.steps().getLast().posterior()).isEqualTo(prior.after());
  }

  @Test
  void onePledgeAHalfLifeAgoCountsHalf() {
    var old = prior(8, entry(Conduct.KEPT, SIGNATURE.minusYears(8), 1));
    double likelihood = old.steps().getFirst().likelihood().get(EXPANSIONIST);
    assertThat(old.steps().getFirst().weight()).isCloseTo(0.5, within(1e-3));
    assertThat(likelihood).isCloseTo(Math.sqrt(0.7), within(1e-3));
    var half = prior(1e9, entry(Conduct.KEPT, SIGNATURE, 0.5));
    assertThat(half.after().get(EXPANSIONIST))
        .isCloseTo(Math.sqrt(0.7) / (1 + Math.sqrt(0.7)), within(1e-12));
  }

  @Test
  void oneBrokenPledgeGivesAwayATypeThatNeverBreaks() {
    var prior = prior(8, entry(Conduct.BROKEN, SIGNATURE, 1));
    assertThat(prior.after().get(SECURITY_SEEKER)).isZero();
  }

  @Test
  void orderOfEntriesDoesNotMatter() {
    var kept = Map.of(SECURITY_SEEKER, 0.95, EXPANSIONIST, 0.7);
    var entries = new ArrayList<TrackRecord.Entry>();
    entries.add(entry(Conduct.KEPT, SIGNATURE.minusYears(3), 1));
    entries.add(entry(Conduct.BROKEN, SIGNATURE.minusYears(9), 0.7));
    entries.add(entry(Conduct.KEPT, SIGNATURE.minusYears(1), 0.2));
    var one = RecordedPrior.of("a", new TrackRecord(entries), SIGNATURE, even(), kept, 8);
    Collections.reverse(entries);
    var other = RecordedPrior.of("a", new TrackRecord(entries), SIGNATURE, even(), kept, 8);
    assertThat(one).isEqualTo(other);
    assertThat(one.steps()).extracting(s -> s.entry().on()).isSorted();
  }

  @Test
  void entriesOfOthersArePassedOver() {
    var record = new TrackRecord(java.util.List.of(entry(Conduct.KEPT, SIGNATURE, 1)));
    var prior = RecordedPrior.of("b", record, SIGNATURE, even(), KEPT, 8);
    assertThat(prior.after()).isEqualTo(prior.before());
    assertThat(prior.steps()).isEmpty();
  }

  @Test
  void whatNobodyCouldHaveDoneIsRefused() {
    var never = Map.of(SECURITY_SEEKER, 1.0, EXPANSIONIST, 1.0);
    var record = new TrackRecord(java.util.List.of(entry(Conduct.BROKEN, SIGNATURE, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedPrior.of("a", record, SIGNATURE, even(), never, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prior(8, entry(Conduct.KEPT, SIGNATURE.plusDays(1), 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> prior(0));
  }
}
