package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.model.measure.Assessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a scenario file to every output, with the solver that people use.
class WholeChainTest {
  private static final String SMALL =
      """
      servanda: 1
      title: Memorandum of Easthaven
      time: {start: 1994-12-05, step: P1Y, horizon: P3Y}
      parties:
        northland:
          {name: Northland, role: principal, dispositions: {security-seeker: 0.5, expansionist: 0.5}}
        southmark: {name: Southmark, role: principal}
      balance: {now: {low: 1.5, mode: 2, high: 3}}
      issue: {about: the Easthaven base, share: {northland: 0.2, southmark: 0.8}}
      agreement:
        - non-aggression-pledge: {by: northland}
      alternatives:
        refusal: {refuse: true}
      """;

  @TempDir private Path folder;

  private Bench bench() {
    var bench = new Bench(folder);
    bench.write("small.yaml", SMALL);
    bench.solver =
        (scenario, options, progress, cancellation) ->
            Assessor.assess(
                scenario,
                options.withResolution(4).withBalanceSteps(1),
                progress::at,
                cancellation);
    return bench;
  }

  @Test
  void everyOutputComesFromOneRun() throws IOException {
    var bench = bench();
    assertThat(bench.run("assess", "small.yaml", "--quick", "--json", "a.json", "--csv", "tables"))
        .as(bench.err())
        .isZero();
    assertThat(bench.out()).contains("How long it lasts", "Solved: ", "Report: small.html");
    assertThat(bench.out().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
    String json = Files.readString(folder.resolve("a.json"));
    Path schema =
        Path.of(System.getProperty("servanda.root")).resolve("docs/schema/assessment.schema.json");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema), InputFormat.JSON)
                .validate(json, InputFormat.JSON))
        .isEmpty();
    addsUp(new JsonMapper().readTree(json));
    assertThat(Files.readString(folder.resolve("small.html"))).contains("Memorandum of Easthaven");
    assertThat(folder.resolve("tables/survival.csv")).exists();
  }

  /// Causes fill what survival leaves, and the parts of every incentive make its slack.
  private static void addsUp(JsonNode json) {
    for (String clock : new String[] {"breach", "clash", "exit"}) {
      double ended = 0;
      for (JsonNode cause : json.at("/causes")) {
        ended +=
            cause.at("/clock").asString().equals(clock) ? cause.at("/probability").asDouble() : 0;
      }
      double lasting = json.at("/survival/" + clock + "/3/probability").asDouble();
      assertThat(ended + lasting).as(clock).isCloseTo(1, within(1e-9));
    }
    assertThat(json.at("/ledgers").size()).isPositive();
    for (JsonNode ledger : json.at("/ledgers")) {
      double comply = ledger.at("/moves/0/value").asDouble();
      double best = Double.NEGATIVE_INFINITY;
      for (JsonNode move : ledger.at("/moves")) {
        boolean isDeviation =
            move.at("/name").asString().equals(ledger.at("/deviation").asString());
        best = isDeviation ? move.at("/value").asDouble() : best;
      }
      assertThat(ledger.at("/slack").asDouble()).isCloseTo(comply - best, within(1e-6));
    }
  }

  @Test
  void threadsChangeNothing() throws IOException {
    var bench = bench();
    bench.run("assess", "small.yaml", "--threads", "1", "--report", "1.html");
    bench.run("assess", "small.yaml", "--threads", "2", "--report", "2.html");
    assertThat(folder.resolve("1.html")).hasSameBinaryContentAs(folder.resolve("2.html"));
  }

  @Test
  void anAlternativeTakesThePlaceOfTheAgreement() {
    var bench = bench();
    assertThat(bench.run("assess", "small.yaml", "--quick", "--alternative", "refusal")).isZero();
    assertThat(bench.out()).contains("With this change: refusal", "Without an agreement, peace is");
    assertThat(folder.resolve("small-refusal.html")).exists();
  }
}
