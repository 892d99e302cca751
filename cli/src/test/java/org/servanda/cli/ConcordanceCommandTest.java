package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.example.Example;
import org.servanda.model.measure.NotAssessed;
import org.servanda.model.measure.Unsolved;
import picocli.CommandLine;

class ConcordanceCommandTest {
  private static final String HISTORY =
      """
      history: {outcome: failed, years-held: %s}
      """;

  @TempDir private Path folder;

  @Test
  void whatIsNotSolvedIsListedAndLeftOutAndEndsWithThree() {
    var bench = new Bench(folder);
    accord(bench, "a.yaml", "Accord A", "1");
    accord(bench, "b.yaml", "Accord B", "2");
    accord(bench, "c.yaml", "Accord C", "3");
    var out = new StringWriter();
    var command =
        new ConcordanceCommand(
            bench.surroundings(new PrintWriter(out)),
            (scenario, _) -> {
              if (scenario.title().endsWith("B")) {
                throw new Unsolved(
                    new NotAssessed(
                        NotAssessed.Reason.NOT_CONVERGED, "residual 1, bound 1e-9", List.of()));
              }
              return Example.answer().assessment().survival();
            });
    int exit = new CommandLine(command).execute("a.yaml", "b.yaml", "c.yaml");
    assertThat(exit).isEqualTo(ExitCode.NOT_SOLVED);
    assertThat(out.toString())
        .contains("(0.5 of 1 pairs)")
        .endsWith("Not solved, and left out:%n  b.yaml: residual 1, bound 1e-9%n".formatted());
  }

  @Test
  void allSolvedEndsWithZero() {
    var bench = new Bench(folder);
    accord(bench, "a.yaml", "Accord A", "1");
    var out = new StringWriter();
    var command =
        new ConcordanceCommand(
            bench.surroundings(new PrintWriter(out)),
            (_, _) -> Example.answer().assessment().survival());
    assertThat(new CommandLine(command).execute("a.yaml")).isZero();
    assertThat(out.toString()).contains("Accord A", "no two accords").doesNotContain("Not solved");
  }

  private static void accord(Bench bench, String file, String title, String yearsHeld) {
    bench.write(
        file,
        Bench.SCENARIO.replace("Memorandum of Easthaven", title) + HISTORY.formatted(yearsHeld));
  }
}
