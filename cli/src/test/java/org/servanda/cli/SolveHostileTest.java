package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `servanda solve` on files and questions that are meant to break it.
class SolveHostileTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int MANY = 5_000_000;

  @TempDir private Path folder;

  private static Map<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    files.put("empty", "");
    files.put("prose", "Once upon a time there was a game.");
    files.put(
        "truncated tree", "EFG 2 R \"\" { \"A\" } p \"\" 1 1 \"\" { \"l\" \"r\" } 0 t \"\" 0");
    files.put("truncated table", "NFG 1 R \"\" { \"A\" \"B\" } { 9 9 } 1 2 3");
    files.put("truncated JSON", "{\"players\": [\"A\"], \"nodes\": [{\"kind\": \"mo");
    files.put("payoff NaN", "EFG 2 R \"\" { \"A\" } t \"\" 1 \"\" { NaN }");
    files.put("payoff 1e308", "NFG 1 R \"\" { \"A\" } { 2 } 1e308 -1e308");
    files.put("payoff 1e999", "NFG 1 R \"\" { \"A\" } { 2 } 1e999 0");
    files.put("payoff 1e-320", "NFG 1 R \"\" { \"A\" } { 2 } 1e-320 0");
    files.put(
        "no chance",
        "EFG 2 R \"\" { \"A\" } c \"\" 1 \"\" { \"a\" .4 \"b\" .4 } 0 t \"\" 0 t \"\" 0");
    files.put(
        "cycle",
        """
        {"players": ["A"], "infosets": {"a": {"player": "A", "actions": ["l"]}},
         "nodes": [{"kind": "move", "infoset": "a", "to": [1]},
                   {"kind": "move", "infoset": "a", "to": [0]}]}
        """);
    files.put(
        "contradiction",
        "EFG 2 R \"\" { \"A\" } p \"\" 1 1 \"\" { \"l\" } 0 p \"\" 1 1 \"\" { \"l\" \"r\" } 0 t"
            + " \"\" 0");
    files.put("many profiles", "NFG 1 R \"\" { \"A\" \"B\" \"C\" } { 2000000 2000000 2000000 } 1");
    files.put("deep JSON", "{\"game\":".repeat(MANY / 8));
    files.put("deep braces", "EFG 2 R \"\" " + "{".repeat(MANY));
    files.put("long name", "EFG 2 R \"" + "x".repeat(MANY));
    files.put("many spaces", " ".repeat(MANY) + "x");
    files.put(
        "escape sequences", "EFG 2 R \"\" { \"\u001b[2J\u202e\" \"\u001b[2J\u202e\" } t \"\" 0");
    return files;
  }

  /// Processor time of this process: what others do on the machine does not count.
  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private int timed(Bench bench, String... words) {
    var start = worked();
    int exit = bench.run(words);
    assertThat(worked().minus(start)).isLessThan(SOON);
    assertThat(bench.err()).doesNotContain("\tat ", "Exception", "defect", "\u001b", "\u202e");
    return exit;
  }

  @TestFactory
  Stream<DynamicTest> filesAreRefusedInAMoment() {
    return files().entrySet().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getKey(),
                () -> {
                  var bench = new Bench(folder);
                  bench.write("game", file.getValue());
                  assertThat(timed(bench, "solve", "game", "--limit"))
                      .isEqualTo(ExitCode.BAD_INPUT);
                  assertThat(bench.out()).isEmpty();
                  assertThat(bench.err().lines().findFirst().orElse(""))
                      .matches(".*game:\\d+:\\d+: \\S.*");
                  assertThat(bench.err()).contains("  Try: ");
                }));
  }

  @Test
  void aBinaryFileIsRefused() throws IOException {
    var bench = new Bench(folder);
    Files.write(folder.resolve("game"), new byte[] {'E', 'F', 'G', 0, 1, 2});
    assertThat(timed(bench, "solve", "game")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("this is a binary file");
  }

  @Test
  void namesNeverCommandTheTerminal() {
    var bench = new Bench(folder);
    bench.write(
        "game",
        "EFG 2 R \"\u001b[2J\" { \"\u202eA\" } p \"\" 1 1 \"\u001b]0;x\" { \"\u0007l\" } 0 t \"\""
            + " 0");
    assertThat(timed(bench, "solve", "game", "--lambda", "1")).isZero();
    assertThat(bench.out()).doesNotContain("\u001b", "\u202e", "\u0007");
  }

  @Test
  void gamesWithNothingAtStakeAreSolved() {
    var bench = new Bench(folder);
    bench.write("end", "EFG 2 R \"\" { \"A\" } t \"\" 1 \"\" { 5 }");
    bench.write("chance", "EFG 2 R \"\" { \"A\" } c \"\" 1 \"\" { \"x\" 1 } 0 t \"\" 0");
    bench.write("flat", "NFG 1 R \"\" { \"A\" \"B\" } { 2 2 } 1 1 1 1 1 1 1 1");
    bench.write("one", "NFG 1 R \"\" { \"A\" } { 1 } 7");
    bench.write(
        "never",
        """
        EFG 2 R "" { "A" "B" }
        c "" 1 "" { "x" 0 "y" 1 } 0
        p "" 1 1 "" { "l" "r" } 0
        t "" 1 "" { 5 1 }
        t "" 2 "" { 1 2 }
        p "" 2 1 "" { "l" "r" } 0
        t "" 1
        t "" 2
        """);
    for (var game : new String[] {"end", "chance", "flat", "one", "never"}) {
      assertThat(timed(bench, "solve", game, "--lambda", "0,1,100", "--limit")).as(game).isZero();
      assertThat(timed(bench, "solve", game, "--worst-case")).as(game).isZero();
    }
  }

  @Test
  void aLambdaBeyondDoublePrecisionIsMissedHonestly() {
    var bench = new Bench(folder);
    bench.write("game", "NFG 1 R \"\" { \"A\" \"B\" } { 2 2 } .1 .7 .3 .4 .9 .2 .6 .5");
    int exit = timed(bench, "solve", "game", "--lambda", "1,1e300");
    if (exit != ExitCode.DONE) {
      assertThat(exit).isEqualTo(ExitCode.NOT_SOLVED);
      assertThat(bench.err()).contains("lambda 1.0E300 was not reached", "Try: ");
    }
    assertThat(bench.out()).contains("lambda 1: residual");
  }

  @Test
  void aTreeOfAMillionNodesIsSolved() throws IOException {
    var bench = new Bench(folder);
    try (var out = Files.newBufferedWriter(folder.resolve("game"), StandardCharsets.UTF_8)) {
      out.write("EFG 2 R \"a long centipede\" { \"A\" \"B\" }\n");
      for (int i = 1; i <= 500_000; i++) {
        out.write("p \"\" " + (i % 2 + 1) + " " + i + " \"\" { \"take\" \"pass\" } 0\n");
        out.write("t \"\" " + (i % 9 + 1) + " \"\" { " + (i % 9 + 1) + " 1 }\n");
      }
      out.write("t \"\" 0\n");
    }
    assertThat(bench.run("solve", "game", "--lambda", "1")).as(bench.err()).isZero();
    assertThat(bench.out()).contains("1,000,001 nodes", "80 of 1,000,000 branches are shown");
  }
}
