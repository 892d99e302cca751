package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.History.Outcome;

class ConcordanceTest {
  private static Concordance.Case of(double expected, double held, Outcome outcome) {
    return new Concordance.Case("case", expected, held, outcome);
  }

  /// Counted by hand: pairs (1,2), (1,3), (2,3) are known; the censored case 3 outlives both.
  @Test
  void countsPairsOfWhichItIsKnownWhichFailedFirst() {
    var cases = List.of(of(5, 1, Outcome.FAILED), of(3, 4, Outcome.FAILED), of(9, 6, Outcome.HELD));
    var concordance = Concordance.of(cases);
    assertThat(concordance.pairs()).isEqualTo(3);
    assertThat(concordance.index()).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void tiesCountHalfAndReversalNothing() {
    assertThat(Concordance.of(List.of(of(2, 1, Outcome.FAILED), of(2, 3, Outcome.FAILED))).index())
        .isEqualTo(0.5);
    assertThat(Concordance.of(List.of(of(4, 1, Outcome.FAILED), of(2, 3, Outcome.FAILED))).index())
        .isEqualTo(0);
  }

  @Test
  void withoutAFailureThereIsNothingToRank() {
    var held = Concordance.of(List.of(of(4, 1, Outcome.HELD), of(2, 3, Outcome.SUPERSEDED)));
    assertThatThrownBy(held::index).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void historyIsOtherwiseWhereTheOtherEndWasLikelier() {
    var curve = new Survival.Curve(List.of(new Survival.Point(0, 1), new Survival.Point(10, 0.2)));
    assertThat(Concordance.inForceThen(curve, 5)).isCloseTo(0.6, within(1e-15));
    assertThat(Concordance.inForceThen(curve, 50)).isCloseTo(0.2, within(1e-15));
    assertThat(Concordance.isOtherwise(curve, 2, Outcome.FAILED)).isTrue();
    assertThat(Concordance.isOtherwise(curve, 9, Outcome.FAILED)).isFalse();
    assertThat(Concordance.isOtherwise(curve, 5, Outcome.HELD)).isFalse();
    assertThat(Concordance.isOtherwise(curve, 30, Outcome.HELD)).isTrue();
    assertThat(Concordance.isOtherwise(curve, 30, Outcome.FAILED)).isTrue();
  }

  @Test
  void expectedYearsAreTheAreaUnderTheCurve() {
    var curve =
        new Survival.Curve(
            List.of(
                new Survival.Point(0, 1), new Survival.Point(1, 0.5), new Survival.Point(2, 0)));
    assertThat(Concordance.expectedYears(curve)).isCloseTo(1, within(1e-15));
    assertThat(curve.at(0.5)).isCloseTo(0.75, within(1e-15));
  }
}
