package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks everything that the document describes, through a client that knows nothing else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescribedApiTest {
  private static final Map<String, Object> FORD = Map.of("text", Running.ford());
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private Running server;
  private DescribedApi api;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = Running.in(folder);
    api = new DescribedApi(server, "Servanda-Client", "walker");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyOperationAnswersAsDescribed() {
    assertThat(api.call("about").json().get("version").asString()).isEqualTo("test");
    assertThat(api.call("description").text()).startsWith("openapi: 3.1");
    assertThat(api.call("catalog").json()).hasSizeGreaterThan(20);
    var accord = api.call("accord", Map.of("region", "ukraine", "name", "1994-budapest"), null);
    assertThat(accord.json().get("text").asString()).contains("Budapest Memorandum");
    assertThat(api.call("schema").json().get("$defs").isObject()).isTrue();
    assertThat(api.call("parameters").json().get("parameters")).hasSizeGreaterThan(30);
    assertThat(api.call("literature").json()).hasSizeGreaterThan(20);
    assertThat(api.call("read", FORD).json().at("/scenario/title").asString())
        .isEqualTo("Treaty of the Ford");
    assertThat(api.call("edit", edits(Map.of("do", "swapRoles"))).status()).isEqualTo(200);
    assertThat(api.call("try", FORD).json().at("/survival/breach")).hasSize(4);
    walkDrafts();
    walkJobs();
    assertThat(api.called()).containsExactlyInAnyOrderElementsOf(api.operations());
  }

  private void walkDrafts() {
    var draft = Map.of("name", "a.yaml", "text", "x", "view", Map.of("tab", 2));
    var kept = api.call("keepDraft", draft);
    assertThat(kept.status()).isEqualTo(201);
    var id = Map.of("id", kept.json().get("id").asString());
    assertThat(kept.response().headers().firstValue("Location").orElseThrow())
        .endsWith(id.get("id"));
    assertThat(api.call("draft", id, null).json().at("/view/tab").asInt()).isEqualTo(2);
    assertThat(api.call("changeDraft", id, Map.of("text", "y")).status()).isEqualTo(204);
    assertThat(api.call("draft", id, null).json().get("text").asString()).isEqualTo("y");
    assertThat(api.call("forgetDraft", id, null).status()).isEqualTo(204);
    assertThat(api.call("draft", id, null).status()).isEqualTo(404);
  }

  @Test
  void aDraftThatAnotherHasChangedIsNotWrittenOver() {
    var kept = api.call("keepDraft", Map.of("text", "x"));
    String path = "/api/v1/drafts/" + kept.json().get("id").asString();
    String first = tag(kept.response());
    assertThat(tag(server.get(path))).isEqualTo(first);
    var changed = put(path, "y", "If-Match", first);
    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(tag(changed)).isNotEqualTo(first).isEqualTo(tag(server.get(path)));
    var late = put(path, "z", "If-Match", first);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(api.violations("Refusal", late.body())).isEmpty();
    assertThat(late.body()).contains("about:blank#changed");
    assertThat(server.get(path).body()).contains("\"text\":\"y\"");
    assertThat(put(path, "z", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(put(path, "w").statusCode()).isEqualTo(204);
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private HttpResponse<String> put(String path, String text, String... headers) {
    var request =
        server
            .request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text + "\"}"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return server.send(request.build());
  }

  private void walkJobs() {
    var assessed = finished(Map.of("kind", "assessment", "text", Running.ford()));
    assertThat(assessed.at("/headline/probability").isNumber()).isTrue();
    var studied =
        finished(
            Map.of(
                "kind",
                "study",
                "text",
                Running.ford(),
                "proposals",
                List.of("tripwire", "as drafted"),
                "worlds",
                8));
    assertThat(studied.at("/variant").asString()).isEqualTo("tripwire");
    assertThat(studied.at("/worlds/experiments/finished").asInt()).isEqualTo(16);
    var repaired =
        finished(
            Map.of(
                "kind",
                "repair",
                "text",
                Running.ford(),
                "target",
                "survival(armed clash, 2y) >= 0.2 in 50% of worlds",
                "worlds",
                2,
                "combinations",
                0));
    assertThat(repaired.has("draft")).isTrue();
    var reproduced = finished(Map.of("kind", "reproduction", "id", "R4"));
    assertThat(api.violations("Reproductions", reproduced.toString())).isEmpty();
    assertThat(reproduced.get("reproduced").asInt()).isPositive();
  }

  /// Starts a job, follows it to its end, and gives its result; then it is forgotten.
  private JsonNode finished(Map<String, Object> question) {
    var started = api.call("startJob", question);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    var id = Map.of("id", started.json().get("id").asString());
    var events = Events.of(api.call("jobEvents", id, null).text());
    events.forEach(this::conforms);
    assertThat(events.getLast().name()).isEqualTo("end");
    assertThat(events.getLast().data().get("state").asString())
        .as(events.getLast().data().toString())
        .isEqualTo("finished");
    boolean isStudy = question.get("kind").equals("study");
    assertThat(events.stream().map(Events::name).anyMatch("bands"::equals)).isEqualTo(isStudy);
    assertThat(api.call("job", id, null).json().get("state").asString()).isEqualTo("finished");
    boolean hasReport = isStudy || question.get("kind").equals("assessment");
    var report = api.call("jobReport", id, null);
    assertThat(report.status()).isEqualTo(hasReport ? 200 : 404);
    var result = api.call("jobResult", id, null).json();
    assertThat(api.call("cancelJob", id, null).status()).isEqualTo(204);
    assertThat(api.call("job", id, null).status()).isEqualTo(404);
    return result;
  }

  private void conforms(Events event) {
    String schema =
        switch (event.name()) {
          case "progress" -> "Progress";
          case "bands" -> "Bands";
          default -> "Job";
        };
    assertThat(api.violations(schema, event.data().toString())).isEmpty();
  }

  @Test
  void whatThereIsNotIsRefusedAsDescribed() {
    var nobody = Map.of("id", NOBODY);
    for (String operation :
        List.of(
            "job", "cancelJob", "jobEvents", "jobResult", "jobReport", "draft", "forgetDraft")) {
      assertThat(api.call(operation, nobody, null).status()).as(operation).isEqualTo(404);
    }
    assertThat(api.call("changeDraft", nobody, Map.of("text", "")).status()).isEqualTo(404);
    assertThat(api.call("accord", Map.of("region", "x", "name", "y"), null).status())
        .isEqualTo(404);
    var wrong = api.call("try", Map.of("text", "servanda: 1\n"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().get("problems")).isNotEmpty();
    var proposal = api.call("try", Map.of("text", Running.ford(), "proposal", "nix"));
    assertThat(proposal.status()).isEqualTo(422);
    assertThat(proposal.json().get("try").asString()).contains("tripwire");
  }

  @Test
  void resultsOfAJobThatIsNotFinishedAreNotThereYet() {
    var long1 = Map.of("kind", "study", "text", Running.budapest(), "worlds", 200);
    var id = Map.of("id", api.call("startJob", long1).json().get("id").asString());
    assertThat(api.call("jobResult", id, null).status()).isEqualTo(409);
    assertThat(api.call("cancelJob", id, null).status()).isEqualTo(204);
    var events = Events.of(api.call("jobEvents", id, null).text());
    assertThat(events.getLast().data().get("state").asString()).isEqualTo("canceled");
  }

  @Test
  void aTrialSaysWhatTheSolverSays() {
    var one = api.call("try", FORD).json();
    var two = api.call("try", Map.of("text", Running.ford() + "\n# more\n")).json();
    assertThat(two.get("remembered").asBoolean()).isTrue();
    assertThat(two.get("survival")).isEqualTo(one.get("survival"));
    var refused = api.call("try", Map.of("text", Running.ford(), "proposal", "refusal")).json();
    assertThat(refused.at("/survival/breach").isNull()).isTrue();
    assertThat(refused.at("/survival/clash")).hasSize(4);
  }

  @Test
  void everyAccordOfTheCatalogueIsReadAsDescribed() {
    for (JsonNode accord : api.call("catalog").json()) {
      var id = accord.get("id").asString().split("/");
      var text = api.call("accord", Map.of("region", id[0], "name", id[1]), null).json();
      var reading = api.call("read", Map.of("text", text.get("text").asString())).json();
      assertThat(reading.has("problems")).as(accord.get("id").asString()).isFalse();
      examplesFit(accord.get("id").asString(), text.get("text").asString(), reading);
    }
  }

  private void examplesFit(String accord, String text, JsonNode reading) {
    for (JsonNode kind : reading.at("/scenario/clauseKinds")) {
      String what = accord + ": " + kind;
      String clause = kind.get("example").asString();
      var edit = Map.of("do", "addClause", "clause", clause);
      var edited = api.call("edit", Map.of("text", text, "edits", List.of(edit))).json();
      assertThat(edited.at("/reading").has("problems"))
          .as(what)
          .isNotEqualTo(kind.get("fits").asBoolean());
      assertThat(kind.get("problem").isNull()).as(what).isEqualTo(kind.get("fits").asBoolean());
    }
  }

  @Test
  void theOpeningAccordCanBeGivenTerritorialTerms() {
    var reading = api.call("read", Map.of("text", Running.budapest())).json();
    var unfit = new TreeMap<String, String>();
    for (JsonNode kind : reading.at("/scenario/clauseKinds")) {
      if (!kind.get("fits").asBoolean()) {
        unfit.put(kind.get("kind").asString(), kind.get("problem").asString());
      }
    }
    // Verification of the disarmament is what an alternative adds already.
    assertThat(unfit).containsOnlyKeys("security-guarantee", "verification");
    assertThat(unfit.get("security-guarantee")).contains("usa guarantees ukraine twice");
  }

  private static Map<String, Object> edits(Object... edits) {
    return Map.of("text", Running.ford(), "edits", Stream.of(edits).toList());
  }

  /// An event of a stream.
  record Events(String name, JsonNode data) {
    static List<Events> of(String stream) {
      return Stream.of(stream.split("\n\n"))
          .filter(block -> block.startsWith("event: "))
          .map(block -> block.split("\n"))
          .map(lines ->
              new Events(
                  lines[0].substring("event: ".length()),
                  new JsonMapper().readTree(lines[1].substring("data: ".length()))))
          .toList();
    }
  }
}
