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
  void aMissingFileIsAProblem() {
    var bench = new Bench(folder);
    assertThat(bench.run("check", "nowhere.yaml")).isEqualTo(2);
    assertThat(bench.out()).contains("nowhere.yaml", "no such file");
  }
}
