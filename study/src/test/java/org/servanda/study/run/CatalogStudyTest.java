package org.servanda.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.agreement.scenario.ScenarioReader;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.StateOfTheWorld;
import org.servanda.model.measure.Grain;
import org.servanda.study.design.Sampling;
import org.servanda.study.finding.StudyFindings;

/// Every accord of the catalogue, in a few plausible worlds.
class CatalogStudyTest {
  private static final Path ACCORDS =
      Path.of(System.getProperty("servanda.root")).resolve("catalog/accords");

  /// Larger games are studied as drafted, in one world.
  private static final long LARGE = 20_000;

  static List<Path> accords() throws IOException {
    try (Stream<Path> files = Files.walk(ACCORDS)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("accords")
  void everyWorldSolvesAndSaysSomethingPlausible(Path accord) {
    var scenario = ScenarioReader.read(accord).orThrow();
    var grain = Grain.coarse(1L << 31);
    var variants = Plan.variants(scenario);
    var size =
        ScenarioCompiler.of(scenario, variants.getFirst().agreement(), grain.balanceSteps())
            .size(StateOfTheWorld.modes());
    boolean large = size.states() * size.beliefs(grain.resolution()) > LARGE;
    var plan =
        Plan.of(
            scenario,
            large ? variants.subList(0, 1) : variants,
            Sampling.LATIN,
            large ? 1 : 2,
            9,
            grain);
    var outcomes = new Outcomes(plan);
    StudyRunner.run(plan, _ -> false, outcomes::record, 2, new Cancellation());
    assertThat(outcomes.failures()).isEmpty();
    var findings = StudyFindings.of(outcomes, 9, null);
    for (var variant : findings.variants()) {
      for (var curve : variant.curves()) {
        assertThat(curve.years())
            .allSatisfy(y -> {
              assertThat(y.band().low()).isBetween(0.0, y.band().middle());
              assertThat(y.band().high()).isBetween(y.band().middle(), 1.0);
            });
      }
    }
  }
}
