package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.model.measure.Assessor;

class RepairCommandTest {
  private static final String SMALL =
      """
      servanda: 1
      title: A border settled
      time: {start: 2000-01-01, step: P1Y, horizon: P2Y}
      parties:
        north: {name: Northland, role: principal, dispositions: {security-seeker: 0.2, expansionist: 0.8}}
        south: {name: Southmark, role: principal}
      balance: {now: {low: 2, mode: 5, high: 9}}
      issue: {share: {north: 0.5, south: 0.5}, steps: 1}
      agreement:
        - non-aggression-pledge: {by: [north, south]}
      assumptions:
        war.cost: {low: 0.0, mode: 0.05, high: 0.3}
      """;
  private static final String TARGET = "survival(clash, 2y) >= 0.5 in 50% of worlds";

  @TempDir private Path folder;

  private Bench bench() {
    var bench = new Bench(folder);
    bench.write("small.yaml", SMALL);
    return bench;
  }

  private static int repair(Bench bench, String target, String... more) {
    var args = new String[more.length + 8];
    var first =
        new String[] {
          "repair", "small.yaml", "--target", target, "--worlds", "4", "--combinations", "4"
        };
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return bench.run(args);
  }

  @Test
  void saysWhatReachesTheTargetAndWhoMustAccept() {
    var bench = bench();

    assertThat(repair(bench, TARGET)).as(bench.err()).isEqualTo(ExitCode.DONE);
    assertThat(bench.out())
        .contains("A border settled")
        .contains("Target: survival(armed clash, 2y) >= 0.5 in 50% of worlds.")
        .contains("As drafted: long enough in")
        .contains("vs refusing")
        .containsPattern("Northland, (accepts|would refuse)");
    assertThat(bench.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theReportHoldsTheTableOfRepairs() {
    var bench = bench();
    bench.solver =
        (scenario, options, progress, cancellation) ->
            Assessor.assess(scenario, options, progress::at, cancellation);

    assertThat(repair(bench, TARGET, "--report", "repairs.html")).isEqualTo(ExitCode.DONE);
    assertThat(bench.out()).contains("Report: repairs.html");
    assertThat(folder.resolve("repairs.html"))
        .content()
        .contains("What would make it hold", "As drafted", "Cost to guarantors", "beside refusing");
  }

  @Test
  void thatNothingReachesTheTargetIsAnAnswer() {
    var bench = bench();

    assertThat(repair(bench, "survival(clash, 2y) >= 1 in 100% of worlds"))
        .isEqualTo(ExitCode.DONE);
    assertThat(bench.out())
        .contains("Nothing that was tried reaches the target.")
        .contains("What comes closest")
        .contains("What is in the way is");
  }

  @Test
  void jsonIsTheSameOnAnyNumberOfThreads() throws Exception {
    var bench = bench();

    assertThat(repair(bench, TARGET, "--json", "-", "--threads", "1")).isEqualTo(ExitCode.DONE);
    assertThat(repair(bench, TARGET, "--json", "two.json", "--threads", "2", "--quiet"))
        .isEqualTo(ExitCode.DONE);

    String written = Files.readString(folder.resolve("two.json"), StandardCharsets.UTF_8);
    assertThat(bench.out()).isEqualTo(written);
    assertThat(written)
        .startsWith("{\n  \"format\" : 1,\n  \"title\" : \"A border settled\"")
        .contains("\"clock\" : \"clash\"", "\"front\" : ", "\"sha256\" : ", "\"seed\" : 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "survival(war, 2y) >= 0.5 in 50% of worlds|\"war\" at character 10",
        "survival(clash, 9y) >= 0.5 in 50% of worlds|9 years"
      })
  void aWrongTargetIsNamedWithItsPlace(String target, String named) {
    var bench = bench();

    assertThat(repair(bench, target)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains(named).contains("\nTry: survival(");
  }

  @Test
  void refusesWhatItCannotUse() {
    var bench = bench();

    assertThat(repair(bench, TARGET, "--threads", "0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("--threads is 0").contains("Try: --threads 1");
    assertThat(bench.run("repair", "small.yaml")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("--target");
    assertThat(bench.run("repair", "none.yaml", "--target", TARGET)).isEqualTo(ExitCode.BAD_INPUT);
  }
}
