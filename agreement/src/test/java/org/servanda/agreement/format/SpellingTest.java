package org.servanda.agreement.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN =
      List.of("detection", "false-alarm", "security-guarantee", "mode", "low", "high", "by", "to");

  @ParameterizedTest
  @CsvSource({
    "detecton, detection",
    "detectoin, detection",
    "Detection, detection",
    "falseAlarm, false-alarm",
    "false_alarm, false-alarm",
    "guarantee, security-guarantee",
    "mod, mode",
    "hihg, high",
    "min, low"
  })
  void nearWordsAreFound(String written, String meant) {
    assertThat(Spelling.nearest(written, KNOWN)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"weather", "x", "bi", "z", "detectfoobar"})
  void farWordsAreNot(String written) {
    assertThat(Spelling.nearest(written, KNOWN)).isNull();
  }

  @Test
  void swappedNeighborsAreOneSlip() {
    assertThat(Spelling.slips("verification", "verificatoin", 9)).isEqualTo(1);
    assertThat(Spelling.slips("abc", "cba", 9)).isEqualTo(2);
    assertThat(Spelling.slips("", "abc", 9)).isEqualTo(3);
    assertThat(Spelling.slips("abcdef", "uvwxyz", 4)).isEqualTo(4);
  }
}
