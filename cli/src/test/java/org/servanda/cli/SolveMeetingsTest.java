package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.report.answer.PlainText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `servanda solve` where one precision has several equilibria, and the layout of its text.
class SolveMeetingsTest {
  private static final Path FOLD =
      Path.of(
          System.getProperty("servanda.root"),
          "engine/src/test/resources/oracles/efg-20-fold.json");

  @TempDir private Path folder;

  private Bench solved(String... options) {
    var bench = new Bench(folder);
    bench.write("coordination.nfg", "NFG 1 R \"\" { \"R\" \"C\" } { 2 2 }\n1 1 0 0 0 0 1 1\n");
    bench.write("entry.efg", "EFG 2 R \"\" { \"A\" \"B\" }\n" + turns());
    var words = new ArrayList<>(List.of("solve"));
    words.addAll(List.of(options));
    assertThat(bench.run(words.toArray(String[]::new))).as(bench.err()).isZero();
    return bench;
  }

  private static String turns() {
    return """
    p "" 1 1 "enter?" { "out" "in" } 0
    t "" 1 "" { 0, 2 }
    p "" 2 1 "fight?" { "fight" "yield" } 0
    t "" 2 "" { -1, -1 }
    t "" 3 "" { 1, 1 }
    """;
  }

  private static JsonNode first(Bench bench) {
    return JsonMapper.builder().build().readTree(bench.out()).at("/results/0");
  }

  @Test
  void everyEquilibriumTheSearchCountsIsAColumn() {
    assertThat(solved(FOLD.toString(), "--lambda", "1", "--all").out())
        .contains("lambda 1, search: 3 found")
        .containsPattern("(?m)^ +lambda 1 +1: meeting 2 +1: meeting 3")
        .doesNotContain("other 1");
    assertThat(solved("coordination.nfg", "--lambda", "5", "--all").out())
        .contains("lambda 5, search: 3 found")
        .containsPattern("(?m)^ +lambda 5 +5: other 1 +5: other 2");
  }

  @Test
  void whatTheSearchCountsIsInTheJsonOnce() {
    var result = first(solved(FOLD.toString(), "--lambda", "1", "--all", "--json", "-"));
    assertThat(result.get("crossings").asInt()).isEqualTo(3);
    assertThat(result.get("later_crossings").size()).isEqualTo(2);
    assertThat(result.get("other_equilibria").size()).isZero();
    assertThat(result.at("/search/guarantee").asString()).startsWith("3 found");
    var alone = first(solved(FOLD.toString(), "--lambda", "1,3", "--json", "-"));
    for (int k = 0; k < 2; k++) {
      assertThat(result.at("/later_crossings/" + k + "/Row/0").asDouble())
          .isCloseTo(alone.at("/later_crossings/" + k + "/Row/0").asDouble(), within(1e-9));
    }
  }

  @Test
  void laterMeetingsAreShownWithoutASearch() {
    assertThat(solved(FOLD.toString(), "--lambda", "1,1.5").out())
        .contains("the first of 3 meetings with the branch")
        .containsPattern("(?m)^ +lambda 1 +1: meeting 2 +1: meeting 3")
        .containsPattern("value of Row +7\\.5551 +5\\.7261 +5\\.8956");
  }

  @Test
  void aBranchThatNeedsNoPathIsAGridOfPrecisions() {
    var lines = solved("entry.efg", "--branch", "--lambda", "4").out().lines().toList();
    assertThat(lines).hasSize(52);
    double before = -1;
    for (int k = 1; k < lines.size(); k++) {
      var row = lines.get(k).split(",");
      double lambda = Double.parseDouble(row[1]);
      assertThat(lambda).isGreaterThan(before);
      // The second mover compares 1 with -1.
      assertThat(Double.parseDouble(row[5]))
          .isCloseTo(1 / (1 + Math.exp(-2 * lambda)), within(1e-12));
      before = lambda;
    }
    assertThat(before).isEqualTo(4);
    assertThat(solved("entry.efg", "--branch", "--lambda", "0").out().lines()).hasSize(2);
  }

  @Test
  void linesFitEightyColumns() {
    for (var file : List.of(FOLD.toString(), "coordination.nfg", "entry.efg")) {
      var lambdas = "0,1,1.2345,12.3456789,2,1.4,0.0012345";
      assertThat(solved(file, "--lambda", lambdas, "--limit", "--all").out().lines())
          .allSatisfy(line -> assertThat(PlainText.columns(line)).isLessThanOrEqualTo(80));
    }
  }

  @Test
  void oneOfAKindIsSingular() {
    var bench = new Bench(folder);
    bench.write("end", "EFG 2 R \"\" { \"A\" } t \"\" 1 \"\" { 5 }");
    bench.write("set", "EFG 2 R \"\" { \"A\" } p \"\" 1 1 \"\" { \"l\" } 0 t \"\" 0");
    bench.write("one", "NFG 1 R \"\" { \"A\" } { 1 } 7");
    for (var file : List.of("end", "set", "one")) {
      assertThat(bench.run("solve", file, "--lambda", "1", "--limit")).isZero();
      assertThat(bench.run("solve", file, "--worst-case")).isZero();
    }
    assertThat(bench.out())
        .contains("1 node and", "1 information set;", "A strategic game of 1 profile;")
        .doesNotContainPattern(
            Pattern.compile("\\b1 [a-z ]*(nodes|sets|profiles|states|steps)\\b"));
  }
}
