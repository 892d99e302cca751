package org.servanda.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void controlsAndReorderingMarksAreTakenOut() {
    assertThat(PlainText.clean("a\u001b[31mb\u202ec\u2067d\u0000\n e\u00a0\u00a0f"))
        .isEqualTo("a[31mbcd e f");
  }

  @Test
  void joinersThatShapeLettersStay() {
    assertThat(PlainText.clean("\u0645\u06cc\u200c\u0631")).isEqualTo("\u0645\u06cc\u200c\u0631");
  }

  @Test
  void columnsCountWideAndCombiningCharacters() {
    assertThat(PlainText.columns("ab")).isEqualTo(2);
    assertThat(PlainText.columns("\u65e5\u672c")).isEqualTo(4);
    assertThat(PlainText.columns("e\u0301")).isEqualTo(1);
  }

  @Test
  void fittedTextTakesNoMoreThanItsRoom() {
    assertThat(PlainText.fit("Northland", 9)).isEqualTo("Northland");
    assertThat(PlainText.fit("Northland", 8)).isEqualTo("North...");
    assertThat(PlainText.columns(PlainText.fit("\u65e5".repeat(50), 10))).isLessThanOrEqualTo(10);
  }

  @Test
  void wrappedLinesKeepEveryWordAndCutLongOnes() {
    assertThat(PlainText.wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(PlainText.wrapped("x".repeat(25), 10))
        .containsExactly("x".repeat(10), "x".repeat(10), "x".repeat(5));
  }
}
