package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A search for repairs, from the page.
@ExtendWith(OnStage.class)
class RepairTest {

  @Test
  void stopsASearchAndShowsWhatAnotherFinds(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAt(brief())) {
      var page = visitor.page();
      visitor.button("Search").click();
      assertThat(visitor.button("Search")).isDisabled();
      assertThat(page.locator("#repairs progress")).isVisible();
      page.waitForResponse(
          r -> r.request().method().equals("DELETE") && r.status() == 204,
          () -> visitor.button("Stop: Search for repairs").click());
      assertThat(page.locator("#repairs progress")).hasCount(0);
      assertThat(page.locator("chart-figure[name=repair-front]")).hasCount(0);
      page.locator("#repairs input[name=years]").fill("1");
      visitor.button("Search").click();
      var front = page.locator("chart-figure[name=repair-front]");
      assertThat(front.locator(".plot svg"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Visitor.PATIENCE));
      assertThat(front.locator(".reading")).containsText("of 24 worlds");
      int found = page.locator("#repairs .repairs > li").count();
      assertThat(found).isPositive();
      visitor
          .button(
              "Show the numbers behind “What lasts, and what it costs the guarantors” as a"
                  + " table")
          .click();
      assertThat(front.locator("tbody tr").first()).containsText("as drafted");
      assertThat(front.locator("tbody tr").count()).isBetween(2, found + 1);
      page.locator("#repairs .repairs button").first().click();
      assertThat(page.locator(".card")).hasCount(2);
      assertThat(page.locator(".card").nth(1)).containsText("proposal 1");
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  /// {@return the small file without its guarantor, followed for two years}
  private static String brief() {
    return Visitor.border()
        .lines()
        .filter(l -> !l.contains("patron") && !l.contains("tripwire"))
        .filter(l -> !l.equals("alternatives:"))
        .collect(Collectors.joining("\n"))
        .replace("horizon: P10Y", "horizon: P2Y");
  }
}
