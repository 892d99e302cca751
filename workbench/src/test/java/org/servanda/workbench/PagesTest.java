package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private Running server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = Running.in(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whatIsUnchangedIsNotSentAgain() {
    var first = server.get("/");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    var second = server.get("/", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(server.get("/", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void textIsPackedForThoseWhoTakeIt() {
    var packed = server.get("/page.css", "Accept-Encoding", "gzip");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(server.get("/page.css").headers().map()).doesNotContainKey("content-encoding");
    assertThat(packed.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
  }

  @Test
  void everyFileThatThePageNamesIsThere() {
    String index = server.get("/").body();
    var named = Pattern.compile("(?:src|href)=\"([a-z][^\":]*)\"").matcher(index);
    int found = 0;
    while (named.find()) {
      assertThat(server.get("/" + named.group(1)).statusCode()).as(named.group(1)).isEqualTo(200);
      found++;
    }
    assertThat(found).isPositive();
  }
}
