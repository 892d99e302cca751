package org.servanda.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.example.Example;
import org.servanda.example.ExampleWorlds;
import org.servanda.model.measure.Assessment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerJsonTest {
  private static final String JSON =
      new String(
          AnswerJson.of(Example.answer(), List.of(Example.named("A", "\"\\\u0001", "C"))),
          StandardCharsets.UTF_8);

  private static Schema schema() throws IOException {
    Path file =
        Path.of(System.getProperty("servanda.root")).resolve("docs/schema/assessment.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(file), InputFormat.JSON);
  }

  @Test
  void conformsToThePublishedSchema() throws IOException {
    assertThat(schema().validate(JSON, InputFormat.JSON)).isEmpty();
  }

  @Test
  void plausibleWorldsConformToo() throws IOException {
    var answer = Example.answer().withWorlds(ExampleWorlds.of(Example.answer().scenario()));
    var json = new String(AnswerJson.of(answer, List.of()), StandardCharsets.UTF_8);
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    var worlds = new JsonMapper().readTree(json).at("/worlds");
    assertThat(worlds.at("/experiments/unsolved").asInt()).isEqualTo(1);
    assertThat(worlds.at("/band/low").asDouble()).isLessThan(worlds.at("/band/high").asDouble());
    assertThat(worlds.at("/drivers/0/estimate").asString()).isEqualTo("war.cost");
    assertThat(worlds.at("/morris").isNull()).isTrue();
  }

  @Test
  void elementaryEffectsConformTooTheLargestFirst() throws IOException {
    var answer = Example.answer().withWorlds(ExampleWorlds.onWalks(Example.answer().scenario()));
    var json = new String(AnswerJson.of(answer, List.of()), StandardCharsets.UTF_8);
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    var worlds = new JsonMapper().readTree(json).at("/worlds");
    assertThat(worlds.at("/sobol").isNull()).isTrue();
    var morris = worlds.at("/morris");
    assertThat(morris.at("/walks").asInt()).isEqualTo(40);
    // The share is .2 + 2 cost - .05 ratio, the cost .05 to .35 and the ratio 1 to 4.
    assertThat(morris.at("/estimates/0/estimate").asString()).isEqualTo("war.cost");
    assertThat(morris.at("/estimates/0/mean").asDouble()).isCloseTo(0.6, within(1e-9));
    assertThat(morris.at("/estimates/1/mean").asDouble()).isCloseTo(-0.15, within(1e-9));
    assertThat(morris.at("/estimates/1/size/value").asDouble()).isCloseTo(0.15, within(1e-9));
    assertThat(morris.at("/estimates/1/spread").asDouble()).isCloseTo(0, within(1e-9));
  }

  @Test
  void theSchemaRefusesWhatIsMissingOrUnknown() throws IOException {
    assertThat(schema().validate(JSON.replace("\"clash\" : [", "\"crash\" : ["), InputFormat.JSON))
        .isNotEmpty();
    assertThat(
            schema().validate(JSON.replace("\"format\" : 1", "\"format\" : 2"), InputFormat.JSON))
        .isNotEmpty();
    assertThat(
            schema()
                .validate(
                    JSON.replace("\"format\" : 1,", "\"format\" : 1, \"x\" : 1,"),
                    InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void curvesRunFromYearZeroToTheHorizon() {
    JsonNode breach = json().at("/survival/breach");
    assertThat(breach.size()).isEqualTo(41);
    assertThat(breach.at("/0/years").asDouble()).isZero();
    assertThat(breach.at("/0/probability").asDouble()).isEqualTo(1);
    assertThat(breach.at("/40/years").asDouble()).isEqualTo(20);
  }

  @Test
  void aCurveThatDoesNotExistIsNull() {
    JsonNode refusal = json().at("/alternatives/0");
    assertThat(refusal.at("/survival/breach").isNull()).isTrue();
    assertThat(refusal.at("/survival/exit").isNull()).isTrue();
    assertThat(refusal.at("/survival/clash").isArray()).isTrue();
  }

  @Test
  void keysComeInTheOrderOfTheSchema() {
    assertThat(json().propertyNames())
        .containsExactly(
            "format",
            "title",
            "variant",
            "start",
            "headline",
            "parties",
            "survival",
            "causes",
            "values",
            "alternatives",
            "breakPath",
            "ledgers",
            "beliefs",
            "rates",
            "margins",
            "warningSigns",
            "assumptions",
            "priors",
            "sensitivity",
            "omissions",
            "selection",
            "worstCase",
            "worlds",
            "history",
            "solution",
            "manifest",
            "compared");
  }

  @Test
  void numbersKeepAllTheirDigits() {
    double exact = Example.answer().assessment().survival().clash().points().get(7).probability();
    assertThat(json().at("/survival/clash/7/probability").asDouble()).isEqualTo(exact);
  }

  @Test
  void componentsAddUpToTheSlack() {
    JsonNode ledger = json().at("/ledgers/0");
    double sum = 0;
    for (JsonNode component : ledger.at("/components")) {
      sum += component.at("/difference").asDouble();
    }
    assertThat(ledger.at("/slack").asDouble()).isCloseTo(sum, within(1e-12));
    Assessment.Ledger own = Example.answer().assessment().ledgers().getFirst();
    assertThat(ledger.at("/components").size()).isEqualTo(own.components().size());
  }

  @Test
  void aWarningSignCarriesItsThresholdAndItsError() {
    JsonNode sign = json().at("/warningSigns/0");
    assertThat(sign.at("/threshold").asDouble()).isEqualTo(6.5);
    assertThat(sign.at("/difference").asDouble()).isCloseTo(0.18, within(1e-12));
    assertThat(sign.at("/error").asDouble()).isEqualTo(0.012);
    assertThat(json().at("/warningSigns/1/party").isNull()).isTrue();
  }

  private static JsonNode json() {
    return new JsonMapper().readTree(JSON);
  }
}
