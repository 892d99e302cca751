package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Work that must not be lost.
@ExtendWith(OnStage.class)
class LossTest {

  @Test
  void keepsWorkWhileTheServerIsAwayAndGoesOnAfterwards(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      try {
        stage.lose();
        visitor.level(0, "tripwire").check();
        assertThat(page.locator(".banner")).containsText("The server does not answer.");
        assertThat(visitor.number()).isVisible();
      } finally {
        stage.bringBack();
      }
      assertThat(page.locator(".banner"))
          .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(Visitor.PATIENCE));
      assertThat(page.locator(".card").first()).containsText(": tripwire");
      visitor.waitsFor("Quick estimate|Full answer");
    }
  }

  @Test
  void findsTheDraftAgainAfterAReload(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      visitor.button("refusal").click();
      visitor.level(0, "tripwire").check();
      assertThat(page.locator(".card").first()).containsText(": tripwire");
      page.waitForURL("**/#draft=*", new Page.WaitForURLOptions().setTimeout(Visitor.PATIENCE));
      page.reload();
      visitor.waitsFor("Quick estimate|Full answer");
      assertThat(visitor.level(0, "tripwire")).isChecked();
      assertThat(page.locator(".card")).hasCount(2);
      assertThat(visitor.troubles()).isEmpty();
    }
  }
}
