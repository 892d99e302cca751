package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {
  private static final String TRUST =
      """
      result: R4
      title: The trust that cooperation needs
      source: ["Kydd (2000)"]
      claim: A threshold.
      reduction: trust-threshold
      game: Cooperate or defect.
      tolerance: {trust: 0.0002}
      because: Halvings.
      rows:
        - {R: 4, T: 3, P: 2, S: 1, expect: {trust: %s}}
      """;

  @TempDir private Path folder;

  private Bench bench(String expected) {
    var bench = new Bench(folder);
    bench.write("easthaven.scenario.yaml", "a scenario beside results is none of them");
    folder.resolve("easthaven.yaml").toFile().delete();
    bench.write("trust.yaml", TRUST.formatted(expected));
    return bench;
  }

  @Test
  void aFigureWithinItsToleranceIsReproduced() {
    var bench = bench("0.5");
    assertThat(bench.run("reproduce", "r4", "--catalog", ".")).isZero();
    assertThat(bench.out())
        .contains("R4  The trust that cooperation needs", "Kydd (2000)", "R 4, T 3, P 2, S 1")
        .containsPattern("trust +0\\.500000 +(0\\.499|0\\.500)\\d+ .* 2\\.0e-04 +reproduced")
        .endsWith("1 of 1 results reproduced.\n");
    assertThat(bench.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void aFigureThatIsOffFails() {
    var bench = bench("0.51");
    assertThat(bench.run("reproduce", "--catalog", ".")).isEqualTo(ExitCode.NOT_SOLVED);
    assertThat(bench.out()).contains("OFF").endsWith("0 of 1 results reproduced, 1 off.\n");
  }

  @Test
  void anUnknownResultIsNamedWithThoseThereAre() {
    var bench = bench("0.5");
    assertThat(bench.run("reproduce", "R77", "--catalog", ".")).isEqualTo(2);
    assertThat(bench.err()).contains("R77").contains("Try: one of R4");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    var bench = bench("0.5");
    assertThat(bench.run("reproduce", "--catalog", "nowhere")).isEqualTo(2);
    assertThat(bench.err()).contains("nowhere").contains("Try: --catalog");
  }

  @Test
  void aMalformedResultIsNamedWithWhatIsWrong() {
    var bench = bench("0.5");
    bench.write("bad.yaml", TRUST.formatted("0.5").replace("tolerance: {", "tolerence: {"));
    assertThat(bench.run("reproduce", "--catalog", ".")).isEqualTo(2);
    assertThat(bench.err()).contains("bad.yaml", "tolerence").contains("Try: ");
    bench.write("bad.yaml", TRUST.formatted("\"a half\""));
    assertThat(bench.run("reproduce", "--catalog", ".")).isEqualTo(2);
    assertThat(bench.err()).contains("expect.trust is a half");
    bench.write("bad.yaml", TRUST.formatted("0.5").replace("trust-threshold", "trust"));
    assertThat(bench.run("reproduce", "--catalog", ".")).isEqualTo(2);
    assertThat(bench.err()).contains("reduction is \"trust\"");
    bench.write("bad.yaml", "rows: [");
    assertThat(bench.run("reproduce", "--catalog", ".")).isEqualTo(2);
    assertThat(bench.err()).contains("not YAML");
  }
}
