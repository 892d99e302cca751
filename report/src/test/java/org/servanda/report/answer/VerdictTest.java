package org.servanda.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void everyProbabilityHasWordsAndBetterOnesComeFirst() {
    for (int i = 0; i <= 1000; i++) {
      double p = i / 1000.0;
      assertThat(p).isGreaterThanOrEqualTo(Verdict.of(p).from());
      assertThat(Verdict.of(p).ordinal())
          .isGreaterThanOrEqualTo(Verdict.of(Math.min(1, p + 0.001)).ordinal());
    }
  }

  @Test
  void wordsMirrorEachOther() {
    assertThat(Verdict.of(0.95)).isEqualTo(Verdict.VERY_LIKELY_HOLDS);
    assertThat(Verdict.of(0.05)).isEqualTo(Verdict.VERY_LIKELY_FAILS);
    assertThat(Verdict.of(0.5)).isEqualTo(Verdict.EVEN);
  }
}
