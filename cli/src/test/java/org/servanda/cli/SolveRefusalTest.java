package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `servanda solve` on games that have no such answer, or none that can be known exactly.
class SolveRefusalTest {
  private static final String FOREVER =
      """
      {"players": ["Ann", "Bob"], "discount": [%s],
       "states": [{"name": "on", "actions": [["-"], ["-"]],
        "profiles": [{"a": [0, 0], "u": [%s], "next": [[0, 1]]}]}]}
      """;

  /// Ann wins unless she runs when Bob throws; the longer she waits, the surer she wins.
  private static final String HIDE_OR_RUN =
      """
      {"players": ["Ann", "Bob"], "discount": [1, 1],
       "states": [{"name": "hidden", "actions": [["hide", "run"], ["hold", "throw"]],
        "profiles": [{"a": [0, 0], "u": [0, 0], "next": [[0, 1]]},
                     {"a": [0, 1], "u": [1, -1], "next": []},
                     {"a": [1, 0], "u": [1, -1], "next": []},
                     {"a": [1, 1], "u": [0, 0], "next": []}]}]}
      """;

  /// One round of it pays either player at every turn.
  private static final String SIGNS =
      """
      {"players": ["Ann", "Bob"], "discount": [1, 1],
       "states": [{"name": "on", "actions": [["l", "r"], ["-"]],
        "profiles": [{"a": [0, 0], "u": [1, -1], "next": [[0, 1]]},
                     {"a": [1, 0], "u": [-1, 1], "next": [[0, 1]]}]}]}
      """;

  private static final String ABSENT =
      """
      EFG 2 R "Absent-minded" { "Ann" }
      p "" 1 1 "exit?" { "exit" "on" } 0
      t "" 1 "" { 0 }
      p "" 1 1 "exit?" { "exit" "on" } 0
      t "" 2 "" { 4 }
      t "" 3 "" { 1 }
      """;

  private static final String TREE =
      """
      EFG 2 R "" { "Ann" }
      p "" 1 1 "" { "l" "r" } 0
      t "" 1 "" { 0 }
      t "" 2 "" { 2 }
      """;

  @TempDir private Path folder;

  private Bench bench() {
    var bench = new Bench(folder);
    bench.write("forever.json", FOREVER.formatted("1, 1", "1, -1"));
    bench.write("loss.json", FOREVER.formatted("1, 1", "-1, 1"));
    bench.write("uneven.json", FOREVER.formatted("0.9, 0.5", "1, 1"));
    bench.write("run.json", HIDE_OR_RUN);
    bench.write("signs.json", SIGNS);
    bench.write("absent.efg", ABSENT);
    bench.write("tree.efg", TREE);
    bench.write("table.nfg", "NFG 1 R \"\" { \"Ann\" } { 2 } 0 2");
    return bench;
  }

  private static int run(Bench bench, String line) {
    var words = new ArrayList<>(List.of("solve"));
    words.addAll(List.of(line.split(" ")));
    return bench.run(words.toArray(String[]::new));
  }

  private static JsonNode first(Bench bench) {
    return JsonMapper.builder().build().readTree(bench.out()).at("/results/0");
  }

  @ParameterizedTest
  @CsvSource({
    "forever.json --lambda 1, discount of Ann is 1 and play never ends from state 0 (on)",
    "uneven.json --worst-case --player 1;2, discount of Bob is 0.5",
    "signs.json --worst-case, payoffs of both signs can recur for ever around state 0 (on)",
    "absent.efg --limit, breaks perfect recall",
    "tree.efg --lambda 1e308, --lambda is 1.0E308; bound: below 5.0E299",
    "tree.efg --lambda 1e300 --branch, --lambda is 1.0E300; bound: below 5.0E299",
    "table.nfg --lambda 1;1e308, --lambda is 1.0E308; bound: below 5.0E299"
  })
  void gamesWithoutSuchAnAnswerAreBadInput(String line, String message) {
    var bench = bench();
    assertThat(run(bench, line.replace(';', ','))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.out()).isEmpty();
    assertThat(bench.err())
        .startsWith(folder.resolve(line.split(" ")[0]) + ": ")
        .contains(message.replace(';', ','), "\nTry: ")
        .doesNotContain("player 0", "player 1", "defect");
  }

  @Test
  void anEquilibriumIsShownAlthoughTheLimitIsRefused() {
    var bench = bench();
    assertThat(run(bench, "absent.efg --lambda 1 --limit")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.out()).contains("value of Ann", "lambda 1: residual");
    assertThat(bench.err()).contains("absent.efg: information set \"exit?\" breaks perfect recall");
    var json = bench();
    assertThat(run(json, "absent.efg --lambda 1 --limit --json -")).isEqualTo(ExitCode.BAD_INPUT);
    var results = JsonMapper.builder().build().readTree(json.out()).get("results");
    assertThat(results)
        .extracting(r -> r.get("status").asString())
        .containsExactly("solved", "undefined");
  }

  @ParameterizedTest
  @CsvSource({
    "forever.json, at least 1.000e+06, upper, at_most",
    "loss.json, at most -1.000e+06, lower, at_least"
  })
  void totalsWithoutBoundAreNotCalledValues(String file, String said, String side, String unknown) {
    var bench = bench();
    assertThat(run(bench, file + " --worst-case")).isEqualTo(ExitCode.NOT_SOLVED);
    assertThat(bench.out())
        .contains("Ann can guarantee " + said, "No " + side + " bound was found: the total may")
        .doesNotContain("Infinity", "guarantee 1.", "guarantee -1.");
    assertThat(bench.err()).contains("Try: --horizon 100").doesNotContain("more sweeps");
    var json = bench();
    assertThat(run(json, file + " --worst-case --json -")).isEqualTo(ExitCode.NOT_SOLVED);
    var result = first(json);
    assertThat(result.get("status").asString()).isEqualTo("inaccurate");
    assertThat(result.get("residual").isNull()).isTrue();
    assertThat(result.at("/best/" + unknown).isNull()).isTrue();
  }

  @Test
  void aValueThatIsApproachedTooSlowlyIsAnInterval() {
    var bench = bench();
    assertThat(run(bench, "run.json --worst-case")).isEqualTo(ExitCode.NOT_SOLVED);
    assertThat(bench.out())
        .containsPattern(
            "Ann can guarantee at least 0\\.99999\\d+, at most 1\\.0+ from state 0 on");
    assertThat(bench.err()).containsPattern("Try: --horizon 100, or --precision \\de-\\d\\d");
    String advised = bench.err().replaceAll("(?s).*--precision (\\S+)\\s*", "$1");
    var json = bench();
    assertThat(run(json, "run.json --worst-case --json -")).isEqualTo(ExitCode.NOT_SOLVED);
    assertThat(first(json).at("/best/at_least").asDouble()).isLessThan(1);
    assertThat(first(json).at("/best/at_most").asDouble()).isCloseTo(1, within(1e-9));
    var again = bench();
    assertThat(run(again, "run.json --worst-case --precision " + advised)).isZero();
    assertThat(again.out()).contains("Ann can guarantee 1.0000 from state 0 on");
  }
}
