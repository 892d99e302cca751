package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarratorTest {
  @ParameterizedTest
  @CsvSource({
    "Russia, attacks, Russia attacks",
    "United States, stays out, United States stays out",
    "France and Britain, attacks, France and Britain attack",
    "France and Britain, supplies the attacked side, France and Britain supply the attacked side",
    "France and Britain, is thrown back, France and Britain are thrown back",
    "France and Britain, attacks after its demand was refused, France and Britain attack after"
        + " their demand was refused",
    "France and Britain, comes under a new leader, France and Britain come under a new leader",
  })
  void twoPartiesInOneNameActInThePlural(String name, String verb, String sentence) {
    assertThat(Narrator.says(name, verb)).isEqualTo(sentence);
  }
}
