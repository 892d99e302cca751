package org.servanda.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    assertThat(bench.err())
        .contains("--design is \"dice\"", "saltelli or morris", "Try: --design latin");
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

  /// The number to try is the one that works.
  private int worldsOfTwoWalks(Bench bench) {
    assertThat(bench.run("study", "border.yaml", "--design", "morris", "--worlds", "1"))
        .isEqualTo(ExitCode.BAD_INPUT);
    var instead =
        Pattern.compile("multiples of \\d+ from (\\d+) on\nTry: \\1").matcher(bench.err());
    assertThat(instead.find()).isTrue();
    return Integer.parseInt(instead.group(1));
  }

  @Test
  void walksShowElementaryEffectsOfTheSameBytesOnAnyThreads() throws IOException {
    var bench = bench();
    String worlds = String.valueOf(3 * worldsOfTwoWalks(bench));
    var screens = new ArrayList<String>();
    for (String threads : List.of("1", "2")) {
      var own = bench();
      assertThat(
              own.run(
                  "study",
                  "border.yaml",
                  "--design",
                  "morris",
                  "--worlds",
                  worlds,
                  "--threads",
                  threads,
                  "--store",
                  threads))
          .isZero();
      screens.add(
          own.out().lines().filter(l -> !l.contains(folder.toString())).collect(joining("\n")));
    }
    assertThat(screens.getFirst())
        .isEqualTo(screens.getLast())
        .contains("Elementary effects", "size", "mean", "spread", "6 walks, each of which moves")
        .contains(worlds + " worlds of a morris design")
        .containsIgnoringWhitespaces("they are no statement of how sure the answer is")
        .doesNotContain("plausible worlds from", "Sobol");
    assertThat(screens.getFirst().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    for (String file : List.of("worlds.csv", "experiments.csv", "report.html")) {
      assertThat(folder.resolve("1").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("2").resolve(file));
    }
    assertThat(folder.resolve("1").resolve("report.html")).content().contains("Elementary effects");
  }

  @Test
  void aStudyOnWalksIsGoneOnWith() throws IOException {
    var bench = bench();
    String worlds = String.valueOf(worldsOfTwoWalks(bench));
    String[] study = {"study", "border.yaml", "--design", "morris", "--worlds", worlds};
    assertThat(bench.run(study)).isZero();
    assertThat(Files.readString(folder.resolve("border-study").resolve("manifest.csv")))
        .contains("design,morris");
    var again = bench();
    assertThat(
            again.run("study", "border.yaml", "--design", "morris", "--worlds", worlds, "--resume"))
        .isZero();
    assertThat(again.out()).isEqualTo(bench.out());
    assertThat(again.run("study", "border.yaml", "--worlds", worlds, "--resume")).isEqualTo(2);
    assertThat(again.err()).contains("its design is morris, not latin");
  }

  @Test
  void walksNeedEstimatesThatMoveAlone() {
    var bench = bench();
    bench.write(
        "border.yaml",
        BORDER
            + """
            assumptions:
              war.cost: {low: 0.05, mode: 0.2, high: 0.5}
            plausibility:
              together: [{estimates: [war.cost, balance.now], correlation: 0.4}]
            """);
    assertThat(bench.run("study", "border.yaml", "--design", "morris")).isEqualTo(2);
    assertThat(bench.err())
        .contains("a morris design needs independent estimates; [war.cost, balance.now] move")
        .contains("Try: another design");
    assertThat(folder.resolve("border-study")).doesNotExist();
  }

  @Test
  void jsonTakesStandardOutputForItself() {
    var bench = bench();
    assertThat(bench.run("study", "border.yaml", "--worlds", "4", "--json", "-")).isZero();
    assertThat(bench.out()).startsWith("{").contains("\"worlds\" : {").endsWith("}\n");
  }
}
