package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir private Path folder;

  @Test
  void versionNamesServandaAndJava() {
    var bench = new Bench(folder);
    assertThat(bench.run("--version")).isZero();
    assertThat(bench.out()).contains("servanda ", "java " + Runtime.version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "assess --help", "check --help"})
  void helpFitsTheScreenAndSaysTheExitCodes(String words) {
    var bench = new Bench(folder);
    assertThat(bench.run(words.split(" "))).isZero();
    assertThat(bench.out()).contains("Usage:", "Exit codes:");
    assertThat(bench.out().lines()).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(80));
    assertThat(bench.err()).isEmpty();
  }

  @Test
  void unknownOptionEndsWithTwoAndTheNearestOne() {
    var bench = new Bench(folder);
    assertThat(bench.run("assess", "easthaven.yaml", "--reprot", "x")).isEqualTo(2);
    assertThat(bench.err()).contains("--reprot", "Try: servanda assess --report");
  }

  @Test
  void unknownCommandEndsWithTwoAndTheNearestOne() {
    var bench = new Bench(folder);
    assertThat(bench.run("asess")).isEqualTo(2);
    assertThat(bench.err()).contains("no command \"asess\"", "Try: servanda assess");
  }

  @Test
  void noCommandEndsWithTwoAndSaysWhatToTry() {
    var bench = new Bench(folder);
    assertThat(bench.run()).isEqualTo(2);
    assertThat(bench.err()).contains("no command", "Try: servanda --help");
  }

  @Test
  void aDefectEndsWithSeventyAndWithoutAStackTrace() {
    var bench = new Bench(folder);
    bench.solver =
        (_, _, _, _) -> {
          throw new IllegalStateException("planted");
        };
    assertThat(bench.run("assess", "easthaven.yaml")).isEqualTo(70);
    assertThat(bench.err()).contains("planted", "Try: ").doesNotContain("\tat ");
    assertThat(bench.names()).containsExactly("easthaven.yaml");
  }

  @Test
  void anErrorOfJavaIsADefectToo() {
    var bench = new Bench(folder);
    bench.solver =
        (_, _, _, _) -> {
          throw new StackOverflowError("planted");
        };
    assertThat(bench.run("assess", "easthaven.yaml")).isEqualTo(70);
    assertThat(bench.err()).contains("planted", "Try: ").doesNotContain("\tat ");
  }

  @Test
  void tooLittleMemoryIsNotSolved() {
    var bench = new Bench(folder);
    bench.solver =
        (_, _, _, _) -> {
          throw new OutOfMemoryError("planted");
        };
    assertThat(bench.run("assess", "easthaven.yaml")).isEqualTo(3);
    assertThat(bench.err()).contains("out of memory", "Try: ");
  }

  @Test
  void aDefectShowsItsStackTraceWhenAsked() {
    var bench = new Bench(folder);
    bench.solver =
        (_, _, _, _) -> {
          throw new IllegalStateException("planted");
        };
    assertThat(bench.run("assess", "easthaven.yaml", "--verbose")).isEqualTo(70);
    assertThat(bench.err()).contains("\tat ");
  }
}
