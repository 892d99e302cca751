package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.workbench.DescribedApiTest.Events;
import org.servanda.workbench.http.Limits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Work that waits, gives way, is canceled, and goes on after a restart.
class WorkTest {
  private static final Map<String, Object> STUDY =
      Map.of(
          "kind",
          "study",
          "text",
          Running.ford(),
          "proposals",
          List.of("as drafted", "tripwire"),
          "worlds",
          24,
          "seed",
          7);

  /// A trial that takes a while: a long horizon in short steps.
  private static String slow(int variation) {
    return Running.budapest()
        .replace("step: P6M, horizon: P20Y", "step: P6M, horizon: P40Y")
        .replace("mode: 4.09", "mode: 4." + variation);
  }

  private static CompletableFuture<HttpResponse<String>> trial(
      Running server, String client, String slot, int variation) {
    String body =
        new JsonMapper().writeValueAsString(Map.of("text", slow(variation), "slot", slot));
    var request =
        server
            .request("/api/v1/trials")
            .header("Content-Type", "application/json")
            .header("Servanda-Client", client)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return server.client().sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Waits until the server has so many trials on its hands.
  private static void awaitTrials(Running server, int count) throws InterruptedException {
    while (load(server).get("trials").asInt() < count) {
      Thread.sleep(5);
    }
  }

  private static JsonNode load(Running server) {
    return new JsonMapper().readTree(server.get("/api/v1").body()).get("load");
  }

  @Test
  void aNewerQuestionInTheSameSlotEndsTheOlder(@TempDir Path folder) throws InterruptedException {
    try (var server = Running.in(folder)) {
      var older = trial(server, "a", "x", 1);
      awaitTrials(server, 1);
      var newer = trial(server, "a", "x", 2);
      assertThat(older.join().statusCode()).isEqualTo(409);
      assertThat(older.join().body()).contains("#superseded");
      assertThat(newer.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void moreThanAShareIsRefusedForNow(@TempDir Path folder) {
    var limits =
        new Limits(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMinutes(1), 2, 3);
    try (var server = Running.with(folder, null, limits)) {
      var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
      for (int i = 0; i < 9; i++) {
        answers.add(trial(server, i % 2 == 0 ? "greedy" : "c" + i, "slot" + i, i));
      }
      var replies = answers.stream().map(CompletableFuture::join).toList();
      assertThat(replies).extracting(HttpResponse::statusCode).isSubsetOf(200, 429, 503);
      var refused = replies.stream().filter(r -> r.statusCode() != 200).toList();
      assertThat(refused)
          .isNotEmpty()
          .allSatisfy(
              r -> assertThat(r.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive());
      assertThat(load(server).get("trials").asInt()).isZero();
    }
  }

  @Test
  void aCanceledJobLetsTheNextOneRun(@TempDir Path folder) {
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server);
      var endless = Map.of("kind", "study", "text", Running.budapest(), "worlds", 200);
      var first = id(api.call("startJob", endless));
      var queued = id(api.call("startJob", endless));
      var next = id(api.call("startJob", Map.of("kind", "reproduction", "id", "R4")));
      assertThat(api.call("cancelJob", queued, null).status()).isEqualTo(204);
      assertThat(state(api, queued)).isEqualTo("canceled");
      assertThat(api.call("cancelJob", first, null).status()).isEqualTo(204);
      assertThat(end(api, first)).isEqualTo("canceled");
      assertThat(end(api, next)).isEqualTo("finished");
    }
  }

  @Test
  void tooManyJobsOfOneClientAreRefused(@TempDir Path folder) {
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server, "Servanda-Client", "greedy");
      var endless = Map.of("kind", "study", "text", Running.budapest(), "worlds", 200);
      var replies = Stream.generate(() -> api.call("startJob", endless)).limit(12).toList();
      assertThat(replies).extracting(DescribedApi.Reply::status).contains(202, 429);
      var other = new DescribedApi(server, "Servanda-Client", "modest");
      assertThat(other.call("startJob", endless).status()).isEqualTo(202);
    }
  }

  @Test
  void aStudyGoesOnAfterARestartAndSaysTheSame(@TempDir Path folder, @TempDir Path other) {
    Map<String, String> study;
    Map<String, String> draft;
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server);
      draft = id(api.call("keepDraft", Map.of("text", "unsaved")));
      study = id(api.call("startJob", STUDY));
      awaitBands(server, study.get("id"));
    }
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server);
      assertThat(api.call("draft", draft, null).json().get("text").asString()).isEqualTo("unsaved");
      var events = Events.of(api.call("jobEvents", study, null).text());
      assertThat(events.getLast().data().get("state").asString()).isEqualTo("finished");
      var worlds = api.call("jobResult", study, null).json().get("worlds");
      assertThat(worlds.at("/experiments/finished").asInt()).isEqualTo(48);
      assertThat(worlds).isEqualTo(uninterrupted(other));
    }
  }

  private static JsonNode uninterrupted(Path folder) {
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server);
      var study = id(api.call("startJob", STUDY));
      assertThat(end(api, study)).isEqualTo("finished");
      return api.call("jobResult", study, null).json().get("worlds");
    }
  }

  /// Follows a job until something is found, then stops listening.
  private static void awaitBands(Running server, String id) {
    var request = server.request("/api/v1/jobs/" + id + "/events").build();
    try (var lines = server.client().send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      assertThat(lines.anyMatch("event: bands"::equals)).isTrue();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void finishedJobsAreStillThereAfterARestart(@TempDir Path folder) {
    Map<String, String> job;
    JsonNode result;
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server);
      job = id(api.call("startJob", Map.of("kind", "reproduction", "id", "R4")));
      assertThat(end(api, job)).isEqualTo("finished");
      result = api.call("jobResult", job, null).json();
    }
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server);
      assertThat(end(api, job)).isEqualTo("finished");
      assertThat(api.call("jobResult", job, null).json()).isEqualTo(result);
    }
  }

  @Test
  void stoppingEndsWhatIsUnderWay(@TempDir Path folder) throws InterruptedException {
    var server = Running.in(folder);
    var api = new DescribedApi(server);
    var study = id(api.call("startJob", Map.of("kind", "study", "text", Running.budapest())));
    var events =
        server
            .client()
            .sendAsync(
                server.request("/api/v1/jobs/" + study.get("id") + "/events").build(),
                HttpResponse.BodyHandlers.ofString());
    var trial = trial(server, "a", "x", 3);
    awaitTrials(server, 1);
    server.workbench().close();
    assertThat(events.handle((r, _) -> r == null ? "" : r.body()).join())
        .doesNotContain("event: end");
    assertThat(trial.handle((r, _) -> r == null ? 0 : r.statusCode()).join())
        .isIn(0, 200, 409, 503);
    assertThatThrownBy(() -> server.get("/api/v1"))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(java.io.IOException.class);
    server.close();
    try (var again = Running.in(folder)) {
      assertThat(state(new DescribedApi(again), study)).isIn("queued", "running");
    }
  }

  @Test
  void twoServersDoNotShareAFolder(@TempDir Path folder) {
    try (var _ = Running.in(folder)) {
      assertThatThrownBy(() -> Running.in(folder))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("another server uses it");
    }
    Running.in(folder).close();
  }

  @Test
  void whatCannotBeSolvedIsAFailureWithAReason(@TempDir Path folder) {
    try (var server = Running.in(folder)) {
      var api = new DescribedApi(server);
      var job =
          Map.of(
              "kind", "repair",
              "text", Running.ford(),
              "target", "survival(armed clash, 50y) >= 0.2 in 50% of worlds");
      var id = id(api.call("startJob", job));
      assertThat(end(api, id)).isEqualTo("failed");
      assertThat(api.call("job", id, null).json().at("/problem/detail").asString()).contains("50");
      var wrong = Map.of("kind", "repair", "text", Running.ford(), "target", "peace");
      assertThat(api.call("startJob", wrong).status()).isEqualTo(422);
    }
  }

  private static Map<String, String> id(DescribedApi.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(201, 202);
    return Map.of("id", reply.json().get("id").asString());
  }

  private static String state(DescribedApi api, Map<String, String> job) {
    return api.call("job", job, null).json().get("state").asString();
  }

  private static String end(DescribedApi api, Map<String, String> job) {
    var events = Events.of(api.call("jobEvents", job, null).text());
    return events.getLast().data().get("state").asString();
  }
}
