package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.workbench.http.Limits;

/// Connections that are opened and not used, or so slowly that many of them would fill the server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientsTest {
  private static final int TRICKLE_MILLIS = 20;

  private Running server;

  @BeforeAll
  void start(@TempDir Path folder) {
    var short1 =
        new Limits(Duration.ofMillis(800), Duration.ofMillis(600), Duration.ofSeconds(30), 8, 256);
    server = Running.with(folder, null, short1);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /// Sends byte after byte until the other side closes, and gives what it said.
  private String trickle(String head, String bytes) throws InterruptedException {
    try (var raw = new RawHttp(server.port())) {
      raw.send(head);
      for (int i = 0; raw.send(bytes); i++) {
        Thread.sleep(TRICKLE_MILLIS);
        assertThat(i).as("bytes taken").isLessThan(10_000);
      }
      return raw.rest();
    }
  }

  @Test
  void headersThatTrickleAreCutOff() throws InterruptedException {
    trickle("GET / HTTP/1.1\r\nHost: localhost\r\nA: ", "a");
    assertThat(server.get("/api/v1").statusCode()).isEqualTo(200);
  }

  @Test
  void requestLinesThatTrickleAreCutOff() throws InterruptedException {
    trickle("GET /", "a");
    assertThat(server.get("/api/v1").statusCode()).isEqualTo(200);
  }

  @Test
  void bodiesThatTrickleAreCutOff() throws InterruptedException {
    trickle(
        "POST /api/v1/readings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000000\r\n\r\n{\"text\":\"",
        "a");
    assertThat(server.get("/api/v1").statusCode()).isEqualTo(200);
  }

  @Test
  void connectionsThatSayNothingAreClosed() {
    try (var silent = new RawHttp(server.port());
        var half = new RawHttp(server.port())) {
      half.send("GET / HTTP/1.1\r\nHost");
      assertThat(silent.rest()).isEmpty();
      assertThat(half.rest()).doesNotContain(" 200 ");
    }
  }

  @Test
  void bodiesThatNeverComeAreGivenUp() {
    try (var raw = new RawHttp(server.port())) {
      raw.send(
          "POST /api/v1/readings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 10\r\n\r\n{");
      assertThat(raw.rest()).matches("(?s)(HTTP/1.1 (400|408) .*)?");
    }
  }
}
