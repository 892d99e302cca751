package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder;

  @Test
  void aGoodFileHasNoProblem() {
    var bench = new Bench(folder);
    assertThat(bench.run("check", "easthaven.yaml")).isZero();
    assertThat(bench.out())
        .isEqualToNormalizingNewlines("easthaven.yaml: no problem (Memorandum of Easthaven)\n");
  }

  @Test
  void everyProblemOfEveryFileIsLocated() {
    var bench = new Bench(folder);
    bench.write("one.yaml", Bench.SCENARIO.replace("parties:", "partys:"));
    bench.write("two.yaml", Bench.SCENARIO.replace("by: provinces", "by: provnces"));
    assertThat(bench.run("check", "one.yaml", "easthaven.yaml", "two.yaml")).isEqualTo(2);
    assertThat(bench.out())
        .containsPattern("one\\.yaml:4:1: ")
        .containsPattern("two\\.yaml:12:\\d+: ")
        .contains("Try: ", "provinces", "easthaven.yaml: no problem");
  }

  @Test
  void aGameTooLargeForTheMemoryIsAProblemAtItsLine() {
    var bench = new Bench(folder);
    bench.write(
        "enormous.yaml",
        """
        servanda: 1
        title: Enormous
        time: {start: 2000-01-01, step: P1M, horizon: P60Y}
        parties:
          north:
            role: principal
            nuclear: latent
            seeks: east
            dispositions: {security-seeker: 0.5, expansionist: 0.5}
          south:
            role: principal
            nuclear: latent
            seeks: west
            dispositions: {security-seeker: 0.5, expansionist: 0.5}
          one: {role: guarantor, of: north}
          two: {role: guarantor, of: north}
          three: {role: guarantor, of: south}
          four: {role: guarantor, of: south}
        balance: {now: 2}
        issue: {share: {north: 0.4, south: 0.6}, steps: 6}
        agreement:
          - non-aggression-pledge: {by: [north, south]}
        """);
    assertThat(bench.run("check", "enormous.yaml")).isEqualTo(2);
    assertThat(bench.out())
        .containsPattern("enormous\\.yaml:3:38: not solved: the game needs at least .* GB")
        .contains("issue.steps", "  Try: ");
  }

  @Test
  void aMissingFileIsAProblem() {
    var bench = new Bench(folder);
    assertThat(bench.run("check", "nowhere.yaml")).isEqualTo(2);
    assertThat(bench.out()).contains("nowhere.yaml", "no such file");
  }
}
