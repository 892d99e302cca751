package org.servanda.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.study.proposition.PropositionReader;
import org.servanda.study.proposition.PropositionReading;
import org.servanda.study.proposition.Verdict;

class PropositionWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0.3, grows with it",
    "-0.3, falls with it",
    "0.09, 'moves with it, in no one direction'",
    "-0.09, 'moves with it, in no one direction'"
  })
  void anEffectThatHardlyGoesOneWayIsNotSaidToGrowOrFall(double direction, String way)
      throws IOException {
    var driver = new Verdict.Decider("war.cost", 0.14, 0.12, 0.17, direction);
    assertThat(new PropositionWords(verdict(List.of(driver))).drivers())
        .singleElement()
        .asString()
        .endsWith("(0.14): the effect " + way);
  }

  @Test
  void thatNothingDecidesIsSaid() throws IOException {
    var words = new PropositionWords(verdict(List.of()));
    assertThat(words.drivers()).singleElement().asString().startsWith("none that can be told");
    assertThat(words.flips()).isEmpty();
  }

  private static Verdict verdict(List<Verdict.Decider> drivers) throws IOException {
    var file =
        Path.of(
            System.getProperty("servanda.root"),
            "catalog",
            "propositions",
            "P07-hollow-guarantee.yaml");
    var claim = ((PropositionReading.Read) PropositionReader.read(file)).proposition();
    return new Verdict(
        claim,
        Verdict.Ruling.OPEN,
        Verdict.Spread.ALIKE,
        null,
        null,
        null,
        List.of(),
        drivers,
        null,
        List.of(),
        0);
  }
}
