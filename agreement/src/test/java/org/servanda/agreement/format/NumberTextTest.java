package org.servanda.agreement.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.agreement.evidence.Unit;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "30 %, SHARE, 0.3",
    "30%, SHARE, 0.3",
    "0.05 /yr, PER_YEAR, 0.05",
    "5 %/yr, PER_YEAR, 0.05",
    "5 % per year, PER_YEAR, 0.05",
    "-.5 /year, PER_YEAR, -0.5",
    "3 yr, YEARS, 3",
    "1 year, YEARS, 1",
    "1e1 /stake, PER_STAKE, 10"
  })
  void unitsAreRead(String text, Unit unit, double value) {
    assertThat(NumberText.withUnit(text, unit)).isEqualTo(new NumberText.Reading.Good(value));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "0.1 /month, PER_YEAR, per month, 1.2 /yr",
        "1 per decade, PER_YEAR, per decade, 0.1 /yr",
        "6 months, YEARS, months, 0.5 yr",
        "3 years, NUMBER, years, none",
        "3 yr, SHARE, years, none",
        "0.1 /yr, SHARE, per year, none",
        "20 %, NUMBER, percent, 0.2",
        "5 %/yr, SHARE, percent per year, none"
      })
  void wrongUnitsAreNamedAndConverted(String text, Unit unit, String named, String converted) {
    assertThat(NumberText.withUnit(text, unit))
        .isEqualTo(new NumberText.Reading.WrongUnit(named, converted));
  }

  @ParameterizedTest
  @CsvSource({"strong", "1.2.3", "12 parsecs", "'1,5'", "-"})
  void otherTextIsNoNumber(String text) {
    assertThat(NumberText.withUnit(text, Unit.NUMBER)).isEqualTo(new NumberText.Reading.NoNumber());
  }
}
