package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.NotAssessed;
import tools.jackson.databind.json.JsonMapper;

class AssessCommandTest {
  @TempDir private Path folder;

  @Test
  void printsTheAnswerAndWritesTheReportBesideNobodyElse() throws IOException {
    var bench = new Bench(folder);
    assertThat(bench.run("assess", "easthaven.yaml")).isZero();
    assertThat(bench.out()).contains("Memorandum of Easthaven", "Report: easthaven.html");
    assertThat(bench.err()).isEmpty();
    assertThat(bench.names()).containsExactly("easthaven.html", "easthaven.yaml");
    assertThat(Files.readString(folder.resolve("easthaven.html"))).endsWith("</html>\n");
  }

  @Test
  void aReportReplacesAReport() {
    var bench = new Bench(folder);
    bench.run("assess", "easthaven.yaml");
    assertThat(bench.run("assess", "easthaven.yaml")).isZero();
  }

  @Test
  void aReportNobodyNamedReplacesNothingElse() throws IOException {
    var bench = new Bench(folder);
    bench.write("easthaven.html", "my own page");
    assertThat(bench.run("assess", "easthaven.yaml")).isEqualTo(2);
    assertThat(bench.err()).contains("easthaven.html is there already", "Try: --report");
    assertThat(Files.readString(folder.resolve("easthaven.html"))).isEqualTo("my own page");
  }

  @Test
  void jsonOnStandardOutputStandsAlone() {
    var bench = new Bench(folder);
    assertThat(bench.run("assess", "easthaven.yaml", "--json", "-")).isZero();
    var json = new JsonMapper().readTree(bench.out());
    assertThat(json.at("/survival/breach/0/years").asDouble()).isZero();
    assertThat(json.at("/manifest/sha256").asString()).hasSize(64);
    assertThat(bench.names()).containsExactly("easthaven.yaml");
  }

  @Test
  void jsonAndTablesAndReportGoWhereTheyAreSent() {
    var bench = new Bench(folder);
    assertThat(
            bench.run(
                "assess",
                "easthaven.yaml",
                "--json",
                "a.json",
                "--csv",
                "tables",
                "--report",
                "r.html"))
        .isZero();
    assertThat(bench.names()).containsExactly("a.json", "easthaven.yaml", "r.html", "tables");
    assertThat(folder.resolve("tables/survival.csv")).exists();
  }

  @Test
  void quietPrintsNothingAndStillWrites() {
    var bench = new Bench(folder);
    assertThat(bench.run("assess", "easthaven.yaml", "--quiet")).isZero();
    assertThat(bench.out() + bench.err()).isEmpty();
    assertThat(folder.resolve("easthaven.html")).exists();
  }

  @Test
  void opensTheReportWhenAsked() {
    var bench = new Bench(folder);
    assertThat(bench.run("assess", "easthaven.yaml", "--open")).isZero();
    assertThat(bench.opened).hasSize(1).first().asString().endsWith("easthaven.html");
  }

  @Test
  void comparesSideBySide() {
    var bench = new Bench(folder);
    bench.write("rival.yaml", Bench.SCENARIO.replace("level: assurance", "level: consultation"));
    assertThat(bench.run("assess", "easthaven.yaml", "--compare", "rival.yaml", "--no-report"))
        .isZero();
    assertThat(bench.out())
        .contains("Side by side", "easthaven.yaml", "rival.yaml", "What differs")
        .contains("consultation");
  }

  @Test
  void solvesTheAlternativeAskedForInAnyCase() {
    var bench = new Bench(folder);
    var asked = new ArrayList<AssessOptions>();
    var solver = bench.solver;
    bench.solver =
        (scenario, options, progress, cancellation) -> {
          asked.add(options);
          return solver.assess(scenario, options, progress, cancellation);
        };
    assertThat(
            bench.run(
                "assess",
                "easthaven.yaml",
                "--alternative",
                "Tripwire",
                "--precision",
                "12",
                "--threads",
                "3"))
        .isZero();
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().variant()).isEqualTo("tripwire");
    assertThat(asked.getFirst().precision()).isEqualTo(12.0);
    assertThat(asked.getFirst().threads()).isEqualTo(3);
    assertThat(bench.names()).containsExactly("easthaven-tripwire.html", "easthaven.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--alternative tripwrie | tripwrie | Try: --alternative \"tripwire\"",
        "--alternative nonsense | nonsense | Try: one of \"refusal\", \"tripwire\"",
        "--party Northlnd | Northlnd | Try: --party \"Northland\"",
        "--party atlantis | atlantis | Try: one of",
        "--precision -1 | -1.0 | Try: --precision 18",
        "--precision NaN | NaN | Try: --precision 18",
        "--precision many | is not a number | Try: servanda assess --help",
        "--seed x | is not a whole number | Try: servanda assess --help",
        "--report - | --report is - | Try: --report FILE.html",
        "--threads 0 | 0 | Try: --threads 1",
        "--report . | it is a folder | Try: --report",
        "--report nowhere/r.html | no folder | Try: mkdir",
        "--json easthaven.yaml | replace the scenario file | Try: another name",
        "--csv easthaven.yaml | no folder | Try: --csv",
        "--json a.html --report a.html | both | Try: two names",
        "--no-report --open | contradict | Try: one of them",
        "--compare nowhere.yaml | nowhere.yaml | Try: "
      })
  void badUsageEndsWithTwoBeforeAnythingIsSolved(String words, String what, String tryThis) {
    var bench = new Bench(folder);
    bench.solver =
        (_, _, _, _) -> {
          throw new AssertionError("solving was started");
        };
    var args = new ArrayList<>(List.of("assess", "easthaven.yaml"));
    args.addAll(List.of(words.split(" ")));
    assertThat(bench.run(args.toArray(String[]::new))).isEqualTo(2);
    assertThat(bench.err()).contains(what, tryThis);
    assertThat(bench.out()).isEmpty();
    assertThat(bench.names()).containsExactly("easthaven.yaml");
  }

  @Test
  void aPrecisionAskedForIsNamedWhereverTheAnswerIsQualified() throws IOException {
    var bench = new Bench(folder);
    bench.run("assess", "easthaven.yaml", "--precision", "12", "--quick", "--json", "a.json");
    String words = "except precision 12, as asked";
    assertThat(bench.out().replaceAll("\\s+", " ")).contains(words);
    assertThat(Files.readString(folder.resolve("easthaven.html"))).contains(words);
    var json = new JsonMapper().readTree(Files.readString(folder.resolve("a.json")));
    assertThat(json.at("/headline/basis").asString()).contains(words);
    assertThat(json.at("/manifest/detail").asString()).isEqualTo("full");
    assertThat(json.at("/manifest/resolution").asInt()).isEqualTo(4);
    assertThat(json.at("/manifest/balanceSteps").asInt()).isEqualTo(3);
  }

  @Test
  void aRejectedFileIsLocatedAndEndsWithTwo() {
    var bench = new Bench(folder);
    bench.write("bad.yaml", "servanda: 1\ntitel: x\n");
    assertThat(bench.run("assess", "bad.yaml")).isEqualTo(2);
    assertThat(bench.err()).contains("bad.yaml:2:1", "Try: ");
  }

  @Test
  void notSolvedEndsWithThreeAndWritesNothing() {
    var bench = new Bench(folder);
    bench.solver =
        (_, _, _, _) ->
            new NotAssessed(
                NotAssessed.Reason.TOO_LARGE,
                "9 GB needed, 4 allowed\nTry: fewer steps",
                List.of("time", "horizon"));
    assertThat(bench.run("assess", "easthaven.yaml", "--csv", ".")).isEqualTo(3);
    assertThat(bench.err())
        .containsPattern(
            "easthaven.yaml:3:\\d+: not solved: 9 GB needed, 4 allowed\n  Try: fewer steps");
    assertThat(bench.names()).containsExactly("easthaven.yaml");
  }

  @Test
  void interruptedEndsWithAHundredAndThirtyAndWritesNothing() {
    var bench = new Bench(folder);
    bench.solver = (_, _, _, _) -> new NotAssessed(NotAssessed.Reason.CANCELED, "", List.of());
    assertThat(bench.run("assess", "easthaven.yaml")).isEqualTo(130);
    assertThat(bench.names()).containsExactly("easthaven.yaml");
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    var bench = new Bench(folder);
    bench.run("assess", "easthaven.yaml", "--json", "1.json", "--report", "1.html");
    bench.run("assess", "easthaven.yaml", "--json", "2.json", "--report", "2.html");
    assertThat(folder.resolve("1.json")).hasSameBinaryContentAs(folder.resolve("2.json"));
    assertThat(folder.resolve("1.html")).hasSameBinaryContentAs(folder.resolve("2.html"));
  }

  @Test
  void theWorstCaseOfACoalitionIsShownAndWritten() throws IOException {
    var bench = new Bench(folder);
    int code =
        bench.run(
            "assess",
            "easthaven.yaml",
            "--worst-case",
            "Southmark,PROVINCES",
            "--json",
            "a.json",
            "--report",
            "r.html");
    assertThat(code).as(bench.err()).isZero();
    assertThat(bench.out()).contains("In the worst case", "What Southmark and United Provinces");
    assertThat(bench.out().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
    var json = new JsonMapper().readTree(Files.readString(folder.resolve("a.json")));
    assertThat(json.at("/worstCase/coalition/0").asString()).isEqualTo("southmark");
    assertThat(json.at("/worstCase/others/0").asString()).isEqualTo("northland");
    // Northland attacks as soon as it has the initiative: every half-year one half.
    assertThat(json.at("/worstCase/survival/clash/2/probability").asDouble()).isEqualTo(0.25);
    assertThat(Files.readString(folder.resolve("r.html"))).contains("id=\"worst-case\"");
    Path schema =
        Path.of(System.getProperty("servanda.root")).resolve("docs/schema/assessment.schema.json");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema), InputFormat.JSON)
                .validate(Files.readString(folder.resolve("a.json")), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Southmork           | --worst-case is \"Southmork\" | Try: --worst-case \"Southmark\"",
        "southmark,Southmark | --worst-case names \"southmark\" twice | Try: each party once"
      })
  void aCoalitionOfNobodyIsRefused(String parties, String problem, String hint) {
    var bench = new Bench(folder);
    assertThat(bench.run("assess", "easthaven.yaml", "--worst-case", parties)).isEqualTo(2);
    assertThat(bench.err()).contains(problem, hint);
  }
}
