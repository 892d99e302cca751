package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.model.measure.Assessor;

class StudyCommandTest {
  /// Solves in milliseconds.
  private static final String BORDER =
      """
      servanda: 1
      title: A border settled
      time: {start: 2000-01-01, step: P1Y, horizon: P2Y}
      parties:
        north: {role: principal, dispositions: {security-seeker: 0.6, expansionist: 0.4}}
        south: {role: principal}
      balance: {now: {low: 1, mode: 1.5, high: 3}}
      issue: {share: {north: 0.5, south: 0.5}, steps: 1}
      agreement:
        - non-aggression-pledge: {by: [north, south]}
      alternatives:
        refusal: {refuse: true}
      """;

  @TempDir private Path folder;

  private Bench bench() {
    var bench = new Bench(folder);
    bench.write("border.yaml", BORDER);
    bench.solver =
        (scenario, options, progress, cancellation) ->
            Assessor.assess(scenario, options, progress::at, cancellation);
    return bench;
  }

  @Test
  void aStudyLeavesAFolderThatOtherProgramsRead() throws IOException {
    var bench = bench();
    assertThat(bench.run("study", "border.yaml", "--worlds", "40")).isZero();
    assertThat(bench.out())
        .startsWith("A border settled")
        .contains("40 plausible worlds", "How sure", "What decides it", "as drafted", "refusal")
        .contains("Study: " + folder.resolve("border-study"))
        .contains("Report: ");
    assertThat(bench.out().lines())
        .filteredOn(line -> !line.contains(folder.toString()))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    var study = folder.resolve("border-study");
    assertThat(Files.readAllLines(study.resolve("experiments.csv"))).hasSize(81);
    assertThat(Files.readAllLines(study.resolve("worlds.csv"))).hasSize(41);
    assertThat(study.resolve("experiments.parquet")).isNotEmptyFile();
    assertThat(study.resolve("scenario.yaml")).hasContent(BORDER);
    assertThat(study.resolve("report.html")).content().contains("Plausible worlds");
    assertThat(Files.readString(study.resolve("manifest.csv"))).contains("design,latin");
    try (var left = Files.list(study)) {
      assertThat(left.map(f -> f.getFileName().toString())).noneMatch(f -> f.endsWith(".part"));
    }
  }

  @Test
  void aSecondStudyDoesNotReplaceTheFirst() {
    var bench = bench();
    bench.run("study", "border.yaml", "--worlds", "4", "-q");
    assertThat(bench.run("study", "border.yaml", "--worlds", "4")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("holds a study already").contains("Try: --resume");
    assertThat(bench.run("study", "border.yaml", "--worlds", "4", "--resume")).isZero();
    assertThat(bench.run("study", "border.yaml", "--worlds", "8", "--resume"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("its worlds is 4, not 8");
  }

  @Test
  void anotherScenarioIsNotGoneOnWith() {
    var bench = bench();
    bench.run("study", "border.yaml", "--worlds", "4", "-q");
    bench.write("border.yaml", BORDER.replace("1.5", "1.6"));
    assertThat(bench.run("study", "border.yaml", "--worlds", "4", "--resume"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("is another study: its scenario is ");
  }

  @Test
  void badOptionsAreNamedBeforeAnyWork() {
    var bench = bench();
    assertThat(bench.run("study", "border.yaml", "--worlds", "0")).isEqualTo(2);
    assertThat(bench.err()).contains("--worlds is 0, bound: 1 to");
    assertThat(bench.run("study", "border.yaml", "--design", "dice")).isEqualTo(2);
    assertThat(bench.err()).contains("--design is \"dice\"", "Try: --design latin");
    assertThat(bench.run("study", "border.yaml", "--design", "saltelli", "--worlds", "5"))
        .isEqualTo(2);
    assertThat(bench.err()).contains("multiples of");
    assertThat(bench.run("study", "border.yaml", "--threads", "0")).isEqualTo(2);
    bench.write("not-a-folder", "text");
    assertThat(bench.run("study", "border.yaml", "--store", "not-a-folder")).isEqualTo(2);
    assertThat(bench.err()).contains("not-a-folder cannot be made a folder");
    assertThat(folder.resolve("border-study")).doesNotExist();
  }

  @Test
  void aDesignOfPairsShowsSobolIndices() throws IOException {
    var bench = bench();
    assertThat(bench.run("study", "border.yaml", "--design", "saltelli", "--worlds", "5"))
        .isEqualTo(2);
    var block = Pattern.compile("multiples of (\\d+)").matcher(bench.err());
    assertThat(block.find()).isTrue();
    int worlds = 16 * Integer.parseInt(block.group(1));
    assertThat(
            bench.run(
                "study", "border.yaml", "--design", "saltelli", "--worlds", String.valueOf(worlds)))
        .isZero();
    assertThat(bench.out())
        .contains("Sobol' indices", "first order", "total", "16 pairs of worlds");
    assertThat(folder.resolve("border-study").resolve("report.html"))
        .content()
        .contains("Shares of the variance", "First order");
  }

  @Test
  void jsonTakesStandardOutputForItself() {
    var bench = bench();
    assertThat(bench.run("study", "border.yaml", "--worlds", "4", "--json", "-")).isZero();
    assertThat(bench.out()).startsWith("{").contains("\"worlds\" : {").endsWith("}\n");
  }
}
