package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
  private Running server;
  private String host;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = Running.in(folder);
    host = "\nHost: 127.0.0.1:" + server.port();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void theServerIsStillThere() {
    assertThat(server.get("/api/v1").statusCode()).isEqualTo(200);
  }

  private String raw(String request) {
    String answer = RawHttp.ask(server.port(), request);
    assertThat(answer)
        .doesNotContain("Exception", "\tat ", "org.servanda", "root:", "Jetty", "Javalin");
    return answer;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e/%252e%252e/etc/passwd",
        "/..;/..;/etc/passwd",
        "/lib/../../etc/passwd",
        "/lib/..%2f..%2fopenapi.yaml",
        "/lib/%2e%2e/%2e%2e/MANIFEST.MF",
        "/lib//etc/passwd",
        "//etc/passwd",
        "/parts/../../openapi.yaml",
        "/..\\..\\openapi.yaml",
        "/%5c..%5copenapi.yaml",
        "/index.html%00.js",
        "/index.html/",
        "/parts/",
        "/.html",
        "/page.css%20",
        "/org/servanda/workbench/page/index.html",
        "/api/v1/catalog/../../../pom.xml",
        "/api/v1/catalog/%2e%2e/pom",
        "/api/v1/catalog/ukraine/..%2f..%2fREADME",
        "/api/v1/jobs/..%2f..%2flock",
        "/api/v1/drafts/..%2flock",
        "/api/v1/drafts/%2e%2e"
      })
  void nothingOutsideThePageIsServed(String path) {
    assertThat(raw("GET " + path + " HTTP/1.1" + host)).matches("(?s)HTTP/1.1 40[04] .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/9.9",
        "G=T / HTTP/1.1",
        "GET / HTTP/1.1\nA B: c",
        "\u0016\u0003\u0001\u0002\u0000",
        "GET /%zz HTTP/1.1",
        "GET / HTTP/1.1\nHost: a\nHost: b",
        "POST /api/v1/trials HTTP/1.1\nContent-Length: -1",
        "POST /api/v1/trials HTTP/1.1\nContent-Length: 5\nContent-Length: 6",
        "POST /api/v1/trials HTTP/1.1\nContent-Length: 5\nTransfer-Encoding: chunked"
      })
  void whatIsNoHttpIsRefused(String request) {
    assertThat(raw(request + host)).matches("(?s)(HTTP/1.1 (400|403|405|501|505) .*)?");
  }

  @Test
  void longLinesAndHeadersAreRefused() {
    assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1" + host)).contains(" 414 ");
    assertThat(raw("GET / HTTP/1.1" + host + "\nA: " + "a".repeat(20_000))).contains(" 431 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.2",
        "0.0.0.0",
        "[::]",
        "localhost@evil.example",
        "",
        "127.0.0.1, evil.example"
      })
  void requestsUnderAnotherNameAreRefused(String name) {
    assertThat(raw("GET /api/v1 HTTP/1.1\nHost: " + name)).matches("(?s)HTTP/1.1 40[03] .*");
    assertThat(raw("GET / HTTP/1.1\nHost: " + name)).matches("(?s)HTTP/1.1 40[03] .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]", "class.example"})
  void requestsUnderItsOwnNamesAreLetIn(String name) {
    String request = "GET /api/v1 HTTP/1.1\nHost: " + name + ":" + server.port();
    assertThat(raw(request)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aRequestWithoutHostIsRefused() {
    assertThat(raw("GET /api/v1 HTTP/1.1\nA: b")).startsWith("HTTP/1.1 400 ");
    assertThat(raw("GET /api/v1 HTTP/1.0\nA: b")).matches("(?s)HTTP/1.[01] 403 .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", "x:y z"})
  void requestsOfOtherSitesAreRefused(String origin) {
    var reply = server.post("/api/v1/readings", "{\"text\":\"\"}", "Origin", origin);
    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(reply.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void requestsOfItsOwnPageAreLetIn() {
    String own = "http://127.0.0.1:" + server.port();
    var reply =
        server.post(
            "/api/v1/readings", "{\"text\":\"\"}", "Origin", own, "Sec-Fetch-Site", "same-origin");
    assertThat(reply.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1, cross-site, 403",
    "/api/v1, same-site, 403",
    "/api/v1, none, 200",
    "/, cross-site, 200", // a link may lead here
    "/, same-origin, 200"
  })
  void browsersSayWhereARequestComesFrom(String path, String site, int status) {
    assertThat(server.get(path, "Sec-Fetch-Site", site).statusCode()).isEqualTo(status);
  }

  @Test
  void preflightsGetNoLeave() {
    var request =
        server
            .request("/api/v1/trials")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", "http://evil.example")
            .header("Access-Control-Request-Method", "POST");
    assertThat(server.send(request.build()).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE"})
  void otherMethodsAreRefused(String method) {
    assertThat(raw(method + " /api/v1/trials HTTP/1.1" + host)).containsPattern("HTTP/1.1 40[45] ");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/trials, POST",
    "PUT, /api/v1/readings, POST",
    "POST, /api/v1/catalog/ukraine/1994-budapest, 'GET, HEAD'",
    "PATCH, /api/v1/drafts/x, 'DELETE, GET, HEAD, PUT'",
    "DELETE, /, 'GET, HEAD'",
    "POST, /page.css, 'GET, HEAD'"
  })
  void otherMethodsAreToldTheKnownOnes(String method, String path, String known) {
    assertThat(raw(method + " " + path + " HTTP/1.1" + host))
        .startsWith("HTTP/1.1 405 ")
        .contains("\r\nAllow: " + known + "\r\n");
    assertThat(raw(method + " /api/v1/nothing HTTP/1.1" + host)).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page.css", "/api/v1/catalog", "/api/v1/openapi.yaml", "/nothing"})
  void headersAloneAreThoseOfTheAnswer(String path) {
    for (String more : new String[] {"", "\nAccept-Encoding: gzip"}) {
      String head = raw("HEAD " + path + " HTTP/1.1" + host + more);
      String got = raw("GET " + path + " HTTP/1.1" + host + more);
      int end = got.indexOf("\r\n\r\n") + 4;
      assertThat(undated(head)).isEqualTo(undated(got.substring(0, end)));
      assertThat(head).contains("Content-Length: ", "Content-Type: ");
    }
  }

  private static String undated(String headers) {
    return headers.replaceAll("Date: [^\r]*", "");
  }

  @Test
  void whatIsRefusedFirstIsRefusedAsWell() {
    String long1 = "GET /" + "a".repeat(20_000) + " HTTP/1.1" + host;
    String wide = "GET / HTTP/1.1" + host + "\nA: " + "a".repeat(20_000);
    for (String request :
        new String[] {"GET /../../etc HTTP/1.1" + host, "G=T / HTTP/1.1" + host, long1, wide}) {
      assertThat(raw(request))
          .contains("X-Content-Type-Options: nosniff", "Cache-Control: no-store")
          .contains("Content-Security-Policy: default-src 'none'");
    }
    assertThat(raw("GET /../../etc HTTP/1.1" + host)).contains("the path, another part");
    assertThat(raw(long1)).contains("the path is too long");
    assertThat(raw(wide)).contains("the headers are too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": | line 1, column | it ends too early",
        "{\"text\":\"a\",\"text\":\"b\"} | line 1, column | a key stands twice",
        "{\"text\":\"a\"} x | line 1, column | ",
        "{\"text\":\"a\"} {} | line 1, column | something follows",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ | the body is not JSON | more than 24 deep",
        "{\"text\":111111111111111111111111111111111111111111111111111111111111111} | the body is"
            + " not JSON | 60",
        "{text: 1} | line 1, column 2 | JSON does not allow"
      })
  void whatIsWrongWithABodyIsSaidInPlainWords(String body, String place, String what) {
    String detail = detail(server.post("/api/v1/readings", body).body());
    assertThat(detail).contains(place).contains(what == null ? "" : what);
    assertThat(detail)
        .doesNotContain("Source", "Stream", "REDACTED", "token", "Read", "(", "JsonNode");
  }

  private static String detail(String document) {
    return new JsonMapper().readTree(document).get("detail").asString();
  }

  @Test
  void bodiesMustBeJson() {
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "a"}) {
      var request =
          server
              .request("/api/v1/readings")
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"\"}"));
      assertThat(server.send(request.build()).statusCode()).as(type).isEqualTo(415);
    }
  }

  @Test
  void largeBodiesAreRefused() {
    String large = "{\"text\":\"" + "a".repeat(3 << 20) + "\"}";
    String head = "POST /api/v1/readings HTTP/1.1" + host + "\nContent-Type: application/json";
    assertThat(raw(head + "\nContent-Length: 3000000000")).startsWith("HTTP/1.1 413 ");
    try (var chunked = new RawHttp(server.port())) {
      chunked.send(head.replace("\n", "\r\n") + "\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < large.length() && chunked.send("10000\r\n"); i += 1 << 16) {
        chunked.send("a".repeat(1 << 16) + "\r\n");
      }
      assertThat(chunked.rest()).matches("(?s)(HTTP/1.1 413 .*)?");
    }
    var text = "{\"text\":\"" + "a".repeat((1 << 20) + 1) + "\"}";
    var reply = server.post("/api/v1/readings", text);
    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("/text has 1,048,577 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "\"text\"",
        "{",
        "{}",
        "{\"text\":1}",
        "{\"text\":null}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"a\"} x",
        "{\"text\":\"a\",\"more\":1}",
        "{\"text\":\"a\",\"name\":{}}",
        "{\"text\":\"\\ud800",
        "{\"text\":NaN}",
        "\u0000"
      })
  void bodiesThatAreNoQuestionsAreRefusedWithTheirPlace(String body) {
    var reply = server.post("/api/v1/readings", body);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
    var problem = new JsonMapper().readTree(reply.body());
    assertThat(problem.get("detail").asString()).isNotBlank();
    assertThat(problem.get("try").asString()).isNotBlank();
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void deepBodiesAreRefused() {
    String deep = "[".repeat(100_000);
    assertThat(server.post("/api/v1/readings", deep).statusCode()).isEqualTo(400);
    assertThat(server.post("/api/v1/edits", "{\"edits\":" + deep).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [",
        "a: &a [*a, *a]",
        "- - - -",
        "\t",
        "servanda: 1\ntitle: <script>alert(1)</script>",
        "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://evil.example\"]]",
        "\u0007"
      })
  void yamlThatIsNoScenarioHasProblems(String text) {
    var api = new DescribedApi(server);
    assertThat(api.call("read", Map.of("text", text)).json().get("problems")).isNotEmpty();
    assertThat(api.call("try", Map.of("text", text)).status()).isEqualTo(422);
    assertThat(api.call("startJob", Map.of("kind", "study", "text", text)).status()).isEqualTo(422);
  }

  @Test
  void hostileNamesAreOnlyText() {
    var api = new DescribedApi(server);
    for (String name : new String[] {"../../etc/passwd", "a\r\nSet-Cookie: x", "<b>", "\u202e"}) {
      var job =
          Map.of("kind", "assessment", "name", name, "text", Running.ford(), "detail", "headline");
      var id = Map.of("id", api.call("startJob", job).json().get("id").asString());
      api.call("jobEvents", id, null);
      assertThat(api.call("jobResult", id, null).json().has("format")).isTrue();
      assertThat(api.call("jobReport", id, null).text())
          .doesNotContain("<b>\n", "Set-Cookie: x\n\n");
      assertThat(api.call("keepDraft", Map.of("name", name, "text", "")).status()).isEqualTo(201);
    }
    String foreign = "Servanda-Client";
    assertThat(server.get("/api/v1", foreign, "../x y").statusCode()).isEqualTo(200);
  }

  @Test
  void answersForbidWhatThePageDoesNotNeed() {
    var page = server.get("/").headers();
    String policy = page.firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .containsPattern("script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'")
        .doesNotContain("script-src 'unsafe", "http:", "https:", "*");
    assertThat(page.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.map()).doesNotContainKeys("server", "set-cookie");
  }
}
