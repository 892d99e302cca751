package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.report.answer.PlainText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SolveCommandTest {
  private static final String ENTRY =
      """
      EFG 2 R "Entry" { "Entrant" "Incumbent" }
      p "" 1 1 "enter?" { "out" "in" } 0
      t "" 1 "" { 0, 2 }
      p "" 2 1 "fight?" { "fight" "yield" } 0
      t "" 2 "" { -1, -1 }
      t "" 3 "" { 1, 1 }
      """;

  private static final String COORDINATION =
      "NFG 1 R \"Coordination\" { \"R\" \"C\" } { 2 2 }\n1 1 0 0 0 0 1 1\n";

  /// A walk that ends with probability 1/3 a step, and pays A what B loses.
  private static final String WALK =
      """
      {"players": ["A", "B"], "discount": [1, 1],
       "states": [{"name": "walk", "actions": [["l", "r"], ["l", "r"]],
        "profiles": [{"a": [0, 0], "u": [1, -1], "next": [[0, "2/3"], [1, "1/3"]]},
                     {"a": [0, 1], "u": [0, 0], "next": [[0, "2/3"], [1, "1/3"]]},
                     {"a": [1, 0], "u": [0, 0], "next": [[0, "2/3"], [1, "1/3"]]},
                     {"a": [1, 1], "u": [1, -1], "next": [[0, "2/3"], [1, "1/3"]]}]},
        {"name": "end", "actions": [["-"], ["-"]],
         "profiles": [{"a": [0, 0], "u": [0, 0], "next": []}]}]}
      """;

  @TempDir private Path folder;

  private Bench bench() {
    var bench = new Bench(folder);
    bench.write("entry.efg", ENTRY);
    bench.write("coordination.nfg", COORDINATION);
    bench.write("walk.json", WALK);
    bench.write("endless.json", WALK.replace("[[0, \"2/3\"], [1, \"1/3\"]]", "[[0, 1]]"));
    return bench;
  }

  private JsonNode json(String... options) {
    var bench = bench();
    var words = new ArrayList<>(List.of("solve"));
    words.addAll(List.of(options));
    words.addAll(List.of("--json", "-"));
    assertThat(bench.run(words.toArray(String[]::new))).as(bench.err()).isZero();
    return JsonMapper.builder().build().readTree(bench.out());
  }

  private static Schema schema() throws IOException {
    var file =
        Path.of(System.getProperty("servanda.root")).resolve("docs/schema/solve.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(file), InputFormat.JSON);
  }

  @Test
  void aTreeIsShownWithProbabilitiesAndPayoffsSideBySide() {
    var bench = bench();
    assertThat(bench.run("solve", "entry.efg", "--lambda", "0,1,10")).isZero();
    assertThat(bench.out().replaceAll("\\d+\\.\\d\\d s\\.", "0.00 s."))
        .isEqualTo(
            """
            Entry
            A tree of 5 nodes and 2 information sets; players Entrant, Incumbent.
            Agent logit equilibrium on the principal branch.

                                        lambda 0  lambda 1  lambda 10  payoffs
            Entrant at enter?
              out                         0.5000    0.3183       1e-4     0, 2
              in → Incumbent at fight?    0.5000    0.6817     1.0000
                fight                     0.5000    0.1192       1e-9   -1, -1
                yield                     0.5000    0.8808     1.0000     1, 1

                                      lambda 0  lambda 1  lambda 10
            value of Entrant            0.0000    0.5192     1.0000
            value of Incumbent          1.0000    1.1558     1.0000

            lambda 0: residual 0.
            lambda 1: residual 0.
            lambda 10: residual 0.
            Solved backwards, 0.00 s.
            """);
  }

  @Test
  void theGuideShowsWhatIsPrinted() throws IOException {
    var guide = Path.of(System.getProperty("servanda.root"), "docs/guide");
    var bench = bench();
    var game = guide.resolve("entry.efg").toString();
    assertThat(bench.run("solve", game, "--lambda", "0.5,2", "--limit")).isZero();
    var page = Files.readString(guide.resolve("solve.md"));
    var shown = page.split("```text\\R", 2)[1].split("```", 2)[0];
    assertThat(bench.out()).startsWith(shown);
  }

  @Test
  void theGuidesGamesAreSolved() throws IOException {
    var page =
        Files.readString(Path.of(System.getProperty("servanda.root"), "docs/guide/solve.md"));
    var games = Pattern.compile("(?ms)^```json\\R(.*?)^```").matcher(page).results().toList();
    assertThat(games).hasSize(2);
    for (var game : games) {
      var bench = bench();
      bench.write("guide.json", game.group(1));
      assertThat(bench.run("solve", "guide.json", "--lambda", "1", "--limit"))
          .as(bench.err())
          .isZero();
    }
  }

  @Test
  void statesAreShownWithActionsAndValues() {
    var bench = bench();
    assertThat(bench.run("solve", "coordination.nfg", "--lambda", "1,5", "--all")).isZero();
    assertThat(bench.out())
        .contains("A strategic game of 4 profiles; players R, C.")
        .containsPattern("R: 1 +0\\.5000 +0\\.5000 +0\\.\\d{4} +0\\.\\d{4}")
        .contains("lambda 1, search: the only equilibrium at this precision")
        .contains("lambda 5, search: 3 found from 200 starts")
        .contains("Other branches cross it at lambda 2.");
  }

  @Test
  void linesFitTheScreen() {
    var bench = bench();
    bench.write(
        "long.efg",
        ENTRY.replace("Entrant", "E".repeat(300)).replace("enter?", "\u65e5".repeat(90)));
    bench.write(
        "many.efg",
        "EFG 2 R \"\" { %s} t \"\" 1 \"\" { %s}".formatted(names(20), "-12345.678 ".repeat(20)));
    for (var file : List.of("entry.efg", "long.efg", "coordination.nfg", "many.efg")) {
      assertThat(bench.run("solve", file, "--lambda", "0,1.23456789012345,2,3e-7,4,5,6")).isZero();
    }
    assertThat(bench.out().lines())
        .allSatisfy(line -> assertThat(PlainText.columns(line)).isLessThanOrEqualTo(80));
  }

  private static String names(int count) {
    var names = new StringBuilder();
    for (int i = 0; i < count; i++) {
      names.append("\"player ").append(i).append("\" ");
    }
    return names.toString();
  }

  @Test
  void withoutAQuestionTheLimitIsFound() {
    var results = json("entry.efg").get("results");
    assertThat(results.size()).isOne();
    assertThat(results.get(0).get("lambda").asString()).isEqualTo("inf");
    assertThat(results.get(0).at("/strategies/enter?/1").asDouble()).isEqualTo(1);
    assertThat(results.get(0).at("/strategies/fight?/1").asDouble()).isEqualTo(1);
    assertThat(results.get(0).get("status").asString()).isEqualTo("solved");
  }

  @Test
  void resultsComeInTheOrderAskedFor() {
    var results = json("entry.efg", "--lambda", "2,0.5,2", "--limit").get("results");
    assertThat(results)
        .extracting(r -> r.get("lambda").asString())
        .containsExactly("2.0", "0.5", "2.0", "inf");
    assertThat(results.get(0).get("strategies")).isEqualTo(results.get(2).get("strategies"));
  }

  @Test
  void strategicGamesHaveOneState() {
    var result = json("coordination.nfg", "--lambda", "5").at("/results/0");
    assertThat(result.at("/strategies/0/0/0").asDouble()).isCloseTo(0.5, within(1e-12));
    assertThat(result.at("/values/0/1").asDouble()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aHorizonMakesPlayEnd() {
    var result = json("walk.json", "--lambda", "1", "--horizon", "3").at("/results/0");
    assertThat(result.get("concept").asString()).isEqualTo("finite-horizon-logit-qre");
    assertThat(result.get("steps").size()).isEqualTo(3);
    assertThat(result.at("/values/A").asDouble() + result.at("/values/B").asDouble())
        .isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.8333333333333333", "inf, 1.5"})
  void whatAPlayerCanGuaranteeIsSaid(String horizon, double value) {
    var result =
        json("walk.json", "--worst-case", "--player", "A", "--horizon", horizon).at("/results/0");
    assertThat(result.get("value").asDouble()).isCloseTo(value, within(1e-9));
    assertThat(result.get("player").asString()).isEqualTo("A");
    assertThat(result.get("values_all_states").size()).isEqualTo(2);
  }

  @Test
  void theWorstCaseOfATreeIsFoundBackwards() {
    var result = json("entry.efg", "--worst-case", "--player", "2").at("/results/0");
    assertThat(result.get("value").asDouble()).isEqualTo(1);
    assertThat(result.get("player").asString()).isEqualTo("Incumbent");
  }

  @Test
  void everyKindOfAnswerConformsToThePublishedSchema() throws IOException {
    var schema = schema();
    for (var words :
        List.of(
            List.of("entry.efg", "--lambda", "0,1", "--limit"),
            List.of("coordination.nfg", "--lambda", "1,5", "--limit", "--all"),
            List.of("entry.efg", "--lambda", "1", "--all"),
            List.of("walk.json", "--lambda", "1", "--horizon", "2", "--limit"),
            List.of("walk.json", "--worst-case", "--player", "B", "--horizon", "2"),
            List.of("endless.json", "--worst-case"),
            List.of("endless.json", "--lambda", "1"),
            List.of("entry.efg", "--lambda", "1e200"),
            List.of("entry.efg", "--lambda", "1", "--time-limit", "1e-9"),
            List.of("coordination.nfg", "--lambda", "1e200", "--limit", "--precision", "1e-300"))) {
      var bench = bench();
      var all = new ArrayList<>(List.of("solve"));
      all.addAll(words);
      all.addAll(List.of("--json", "-"));
      bench.run(all.toArray(String[]::new));
      assertThat(schema.validate(bench.out(), InputFormat.JSON)).as("%s", words).isEmpty();
      assertThat(
              schema.validate(
                  bench.out().replaceFirst("\"status\"", "\"state\""), InputFormat.JSON))
          .as("%s", words)
          .isNotEmpty();
    }
  }

  @Test
  void theBranchIsATableThatBeginsAtUniformPlay() {
    var bench = bench();
    assertThat(bench.run("solve", "coordination.nfg", "--branch", "--lambda", "1.5")).isZero();
    var lines = bench.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("point,lambda,0:R:1,0:R:2,0:C:1,0:C:2");
    assertThat(lines.get(1)).startsWith("0,0.0,0.5,0.5,0.5,0.5");
    assertThat(Double.parseDouble(lines.getLast().split(",")[1])).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void jsonGoesToAFileWhole() throws IOException {
    var bench = bench();
    assertThat(bench.run("solve", "entry.efg", "--lambda", "1", "--json", "out.json")).isZero();
    assertThat(bench.out()).contains("Entry");
    assertThat(Files.readString(folder.resolve("out.json"))).startsWith("{").endsWith("}\n");
  }

  @Test
  void aMissedResultIsSaidAndEndsWithThree() {
    var bench = bench();
    assertThat(bench.run("solve", "coordination.nfg", "--lambda", "1", "--time-limit", "1e-9"))
        .isEqualTo(ExitCode.NOT_SOLVED);
    assertThat(bench.err()).contains("lambda 1 was not reached", "Try: ");
  }

  @Test
  void anAccuracyThatIsNotReachedIsSaid() {
    var bench = bench();
    bench.write("uneven.nfg", COORDINATION.replace("1 1 0 0 0 0 1 1", ".1 .7 .3 .4 .9 .2 .6 .5"));
    assertThat(bench.run("solve", "uneven.nfg", "--lambda", "3.7", "--precision", "1e-300"))
        .isEqualTo(ExitCode.NOT_SOLVED);
    assertThat(bench.err()).contains("bound: 1e-300", "Try: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--lambda -1",
        "--lambda NaN",
        "--lambda inf",
        "--lambda 1,,2",
        "--lambda 1e999",
        "--lambda 0x10",
        "--precision 0",
        "--precision NaN",
        "--time-limit -3",
        "--player Entrant",
        "--worst-case --player Nobody",
        "--worst-case --player 3",
        "--worst-case --player 1,1",
        "--worst-case --limit",
        "--horizon 3",
        "--all",
        "--branch --json -",
        "--json no/such/folder/x.json",
        "--lamda 1"
      })
  void badOptionsAreRefusedWithAdvice(String options) {
    var bench = bench();
    var words = new ArrayList<>(List.of("solve", "entry.efg"));
    words.addAll(List.of(options.split(" ")));
    assertThat(bench.run(words.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.out()).isEmpty();
    assertThat(bench.err()).contains("Try: ").doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void badFilesAreRefusedLineByLine() {
    var bench = bench();
    bench.write("bad.efg", ENTRY.replace("{ -1, -1 }", "{ NaN, -1 }"));
    assertThat(bench.run("solve", "bad.efg")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err())
        .endsWith(
            "bad.efg:5:13: payoff \"NaN\" is not a number\n"
                + "  Try: a number such as 3, -0.5 or 2/3\n");
    assertThat(bench.run("solve", "missing.efg")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.run("solve", "easthaven.yaml")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("there is no such file", "expected EFG, NFG or {");
  }

  @Test
  void imperfectInformationHasNoWorstCaseInATree() {
    var bench = bench();
    bench.write(
        "blind.efg",
        """
        EFG 2 R "" { "A" "B" }
        p "" 1 1 "a" { "l" "r" } 0
        p "" 2 1 "b" { "x" } 0
        t "" 0
        p "" 2 1 "b" { "x" } 0
        t "" 0
        """);
    assertThat(bench.run("solve", "blind.efg", "--worst-case", "--player", "A"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("information set \"b\" has 2 nodes", "Try: ");
  }

  @Test
  void endlessPlayWithoutDiscountHasNoStationaryValue() {
    var bench = bench();
    assertThat(bench.run("solve", "endless.json", "--limit")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("never ends", "Try: ");
  }

  @Test
  void lostRecallIsNamed() {
    var bench = bench();
    bench.write(
        "absent.efg",
        """
        EFG 2 R "Absent-minded" { "A" }
        p "" 1 1 "exit?" { "exit" "on" } 0
        t "" 1 "" { 0 }
        p "" 1 1 "exit?" { "exit" "on" } 0
        t "" 2 "" { 4 }
        t "" 3 "" { 1 }
        """);
    assertThat(bench.run("solve", "absent.efg", "--lambda", "1")).isZero();
    assertThat(bench.out()).contains("No perfect recall: A moves at node 0");
    assertThat(bench.run("solve", "absent.efg")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err())
        .contains("information set \"exit?\" breaks perfect recall", "Try: --lambda");
  }
}
