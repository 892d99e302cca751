package org.servanda.report.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.agreement.evidence.Unit;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"0,0%", "0.001,<1%", "0.005,1%", "0.356,36%", "0.9949,99%", "0.996,>99%", "1,100%"})
  void percentNeverRoundsIntoCertainty(double p, String shown) {
    assertThat(Numbers.percent(p)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.0042,'1 in 240'", "0.5,1 in 2", "0.000001234,'1 in 810,000'", "1,1 in 1"})
  void oneInKeepsTwoDigits(double p, String shown) {
    assertThat(Numbers.oneIn(p)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.2,0.2", "30,30", "0.001234,0.00123", "-0.02,\u22120.02", "1234.5,1235", "0,0"})
  void plainKeepsThreeDigits(double value, String shown) {
    assertThat(Numbers.plain(value)).isEqualTo(shown);
  }

  @Test
  void quantitiesCarryTheirUnit() {
    assertThat(Numbers.quantity(0.1, Unit.SHARE)).isEqualTo("10%");
    assertThat(Numbers.range(3, 8, Unit.RATIO)).isEqualTo("3 to 8 to 1");
    assertThat(Numbers.range(0.05, 0.5, Unit.STAKE)).isEqualTo("0.05 to 0.5 stakes");
  }

  @Test
  void roundedTermsAddUpToTheRoundedSum() {
    var random = new SplittableRandom(7);
    for (int round = 0; round < 1000; round++) {
      double[] terms = random.doubles(1 + random.nextInt(12), -1, 1).toArray();
      double[] shown = Numbers.addingUp(terms, 3);
      double sum = Math.round(1000 * Arrays.stream(terms).sum()) / 1000.0;
      assertThat(Arrays.stream(shown).sum()).isCloseTo(sum, within(1e-9));
      for (int i = 0; i < terms.length; i++) {
        assertThat(shown[i]).isCloseTo(terms[i], within(1e-3));
      }
    }
  }
}
