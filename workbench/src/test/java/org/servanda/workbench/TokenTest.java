package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.workbench.http.Limits;

class TokenTest {
  private static final String TOKEN = "correct-horse-battery";

  @Test
  void withoutTheTokenThereIsThePageAndNoAnswer(@TempDir Path folder) {
    try (var server = Running.with(folder, TOKEN, Limits.usual())) {
      assertThat(server.get("/").statusCode()).isEqualTo(200);
      var reply = server.get("/api/v1");
      assertThat(reply.statusCode()).isEqualTo(401);
      assertThat(reply.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      for (String wrong :
          new String[] {
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Bearer " + TOKEN + "x",
            "Bearer " + TOKEN.substring(1),
            TOKEN,
            "Basic " + TOKEN,
            "Bearer " + TOKEN + ", Bearer x"
          }) {
        assertThat(server.get("/api/v1", "Authorization", wrong).statusCode())
            .as(wrong)
            .isEqualTo(401);
      }
      assertThat(server.get("/api/v1?token=" + TOKEN).statusCode()).isEqualTo(401);
      var right = server.get("/api/v1", "Authorization", "bearer " + TOKEN);
      assertThat(right.statusCode()).isEqualTo(200);
      assertThat(right.body()).contains("\"needsToken\":true").doesNotContain(TOKEN);
      var api = new DescribedApi(server, "Authorization", "Bearer " + TOKEN);
      assertThat(api.call("catalog").status()).isEqualTo(200);
    }
  }

  @Test
  void theAddressHoldsTheTokenWhereBrowsersDoNotSendIt(@TempDir Path folder) {
    try (var server = Running.with(folder, TOKEN, Limits.usual())) {
      assertThat(server.address()).endsWith("/#token=" + TOKEN);
    }
  }

  @Test
  void tokensAreLongAndDiffer() {
    assertThat(Workbench.newToken()).hasSizeGreaterThan(30).isNotEqualTo(Workbench.newToken());
  }
}
