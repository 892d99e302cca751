package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A server that asks for a token.
@ExtendWith(OnStage.class)
class TokenTest {
  private static final String TOKEN = "correct-horse-battery";

  @Test
  void asksForTheTokenAndRefusesAWrongOne(Stage stage, @TempDir Path folder) {
    try (var guarded = Stage.guarded(folder, TOKEN);
        var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT, guarded.port())) {
      var page = visitor.page();
      page.navigate("http://127.0.0.1:" + guarded.port() + "/");
      var banner = page.locator("form.banner");
      assertThat(banner).containsText("This server asks for a token");
      assertThat(banner).not().containsText("does not know this token");
      assertThat(page.locator(".verdict")).hasCount(0);
      assertThat(visitor.accessibilityProblems()).isEmpty();
      page.locator("#token").fill(TOKEN + "x");
      page.keyboard().press("Enter");
      assertThat(banner.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
          .hasText("The server does not know this token.");
      assertThat(page.locator(".verdict")).hasCount(0);
      page.locator("#token").fill(TOKEN);
      visitor.button("Go on").click();
      assertThat(page).hasTitle("Budapest Memorandum – Servanda");
      assertThat(banner).hasCount(0);
      assertThat(page.evaluate("document.URL + JSON.stringify(localStorage)").toString())
          .doesNotContain(TOKEN);
      assertThat(visitor.troubles()).isEmpty();
    }
  }
}
