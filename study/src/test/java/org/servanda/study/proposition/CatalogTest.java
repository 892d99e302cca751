package org.servanda.study.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A few propositions of the catalogue, in a few worlds.
class CatalogTest {
  private static final Path CATALOG =
      Path.of(System.getProperty("servanda.root")).resolve("catalog");

  @ParameterizedTest
  @ValueSource(strings = {"P04", "P07", "P11"})
  void everyWorldOfEveryAccordSolvesAndSomeEffectIsNotZero(String id) {
    var proposition =
        Propositions.in(CATALOG.resolve("propositions")).read().stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow();
    var outcome = Stager.stage(proposition, Accords.in(CATALOG.resolve("accords")));
    assertThat(outcome).isInstanceOf(Stager.Outcome.Ready.class);
    var evidence = Bench.run(((Stager.Outcome.Ready) outcome).staged(), 4, 2);
    assertThat(evidence).hasSameSizeAs(proposition.accords());
    for (var one : evidence) {
      assertThat(one.failures()).isEmpty();
      assertThat(one.effects()).hasSize(1).doesNotContain(0.0);
    }
  }
}
