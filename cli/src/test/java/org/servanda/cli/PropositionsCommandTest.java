package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropositionsCommandTest {
  private static final String ACCORD =
      """
      servanda: 1
      title: Treaty of the river
      time: {start: 2000-01-01, step: P1Y, horizon: P3Y}
      parties:
        upland: {role: principal}
        lowland: {role: principal}
        patron: {role: guarantor, of: [lowland]}
      balance: {now: {low: 1.5, mode: 2, high: 4}}
      issue: {share: {upland: 0.3, lowland: 0.7}}
      agreement:
        - security-guarantee: {by: patron, to: lowland, level: assurance}
      """;

  private static final String PROPOSITION =
      """
      proposition: P07
      name: hollow guarantee
      claim: Assurances fail where tripwires hold.
      counter-claim: Tripwires provoke.
      accords: [river]
      sides:
        tripwire:
          - drop: security-guarantee
          - add: {security-guarantee: {by: $guarantor, to: $protected, level: tripwire}}
        assurance: []
      effect: survival.clash.3y in tripwire - survival.clash.3y in assurance
      is: what a tripwire adds to three years without a clash
      unit: probability
      holds: {above: 0.0001}
      because: An example.
      """;

  @TempDir private Path folder;

  @BeforeEach
  void catalog() throws IOException {
    Files.createDirectories(folder.resolve("propositions"));
    Files.createDirectories(folder.resolve("accords"));
    Files.writeString(folder.resolve("accords/river.yaml"), ACCORD);
    proposition(PROPOSITION);
  }

  private void proposition(String text) throws IOException {
    Files.writeString(folder.resolve("propositions/P07.yaml"), text);
  }

  private static final String[] FEW = {"--catalog", ".", "--worlds", "12", "--threads", "1"};

  private static String[] words(String... more) {
    var all = new String[1 + FEW.length + more.length];
    all[0] = "propositions";
    System.arraycopy(FEW, 0, all, 1, FEW.length);
    System.arraycopy(more, 0, all, 1 + FEW.length, more.length);
    return all;
  }

  @Test
  void theCardFitsTheScreenAndSaysHowTheClaimFared() {
    var bench = new Bench(folder);
    assertThat(bench.run(words("p07"))).isZero();
    assertThat(bench.out())
        .containsPattern("(?m)^P07  hollow guarantee +(HOLDS|OPEN|FAILS)$")
        .contains("  Claim     Assurances fail where tripwires hold.")
        .contains("  Counter   Tripwires provoke.")
        .containsPattern("  Holds in  \\d+ % of 12 worlds \\(\\d+ % to \\d+ %\\), the opposite in ")
        .containsPattern("            river +\\d+ % +[+-]0\\.\\d{3}  \\(")
        .containsPattern("  Effect    [+-]0\\.\\d{3} probability in the middle")
        .contains("  Drivers   none that can be told")
        .contains("  In short  ");
    assertThat(bench.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(80));
  }

  @Test
  void theReportHasACardOfEveryClaim() {
    var bench = new Bench(folder);
    assertThat(bench.run(words("--report", "claims.html", "--quiet"))).isZero();
    assertThat(bench.out()).isEmpty();
    assertThat(folder.resolve("claims.html"))
        .content()
        .contains("Which claims survive", "P07 hollow guarantee", "Tripwires provoke.")
        .contains("river", "What decides:", "How to repeat it");
  }

  @Test
  void jsonIsTheSameOnAnyNumberOfThreads() {
    var one = new Bench(folder);
    assertThat(one.run(words("--json", "-"))).isZero();
    var two = new Bench(folder);
    assertThat(
            two.run(
                "propositions",
                "--catalog",
                ".",
                "--worlds",
                "12",
                "--threads",
                "2",
                "--json",
                "verdicts.json"))
        .isZero();
    assertThat(one.out()).startsWith("{").contains("\"ruling\" : ", "\"seed\" : 1");
    assertThat(folder.resolve("verdicts.json")).content().isEqualTo(one.out());
  }

  @Test
  void anUnknownPropositionIsNamedWithThoseThereAre() {
    var bench = new Bench(folder);
    assertThat(bench.run(words("P99"))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("no proposition P99").contains("Try: one of P07");
  }

  @Test
  void aBadFileIsLocatedAndNothingIsRun() throws IOException {
    proposition(PROPOSITION.replace("counter-claim", "counterclaim"));
    var bench = new Bench(folder);
    assertThat(bench.run(words())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("P07.yaml:4:1: unknown key \"counterclaim\"", "Try: ");
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void aSideThatChangesNothingIsLocated() throws IOException {
    proposition(PROPOSITION.replace("level: tripwire", "level: assurance"));
    var bench = new Bench(folder);
    assertThat(bench.run(words())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("P07.yaml:10:14: side \"assurance\" is the same game");
  }

  @Test
  void optionsOutOfBoundsAndMissingFoldersAreNamed() {
    var bench = new Bench(folder);
    assertThat(bench.run("propositions", "--catalog", ".", "--worlds", "0"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("--worlds is 0, bound: 1 to ");
    assertThat(bench.run("propositions", "--catalog", "nowhere")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("nowhere").contains("Try: --catalog");
  }
}
