package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same draft in two tabs.
@ExtendWith(OnStage.class)
class TabsTest {

  @Test
  void keepsTheLaterTextBesideTheEarlierOne(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var other = visitor.inAnotherTab();
      String draft = visitor.page().url();
      visitor.setsLevel("tripwire", 204);
      other.setsLevel("consultation", 201);
      var banner = other.page().locator(".banner.beside-other");
      assertThat(banner).containsText("This draft was changed in another tab or window.");
      assertThat(banner.locator("a")).hasText(draft);
      assertThat(other.page().url()).contains("#draft=").isNotEqualTo(draft);
      assertThat(visitor.keptLevel()).isEqualTo("tripwire");
      assertThat(other.keptLevel()).isEqualTo("consultation");
      other.setsLevel("membership", 204);
      banner.locator("a").click();
      assertThat(other.level(0, "tripwire")).isChecked();
      assertThat(other.page()).hasURL(draft);
      assertThat(banner).hasCount(0);
      other.button("Undo the last change").click();
      assertThat(other.level(0, "membership")).isChecked();
      assertThat(other.page().url()).isNotEqualTo(draft);
      assertThat(visitor.troubles()).isEmpty();
      assertThat(other.troubles()).isEmpty();
    }
  }

  @Test
  void takesItsOwnTextForNobodyElses(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var page = visitor.page();
      String draft = page.url();
      visitor.level(0, "tripwire").check();
      assertThat(page.locator(".card").first()).containsText(": tripwire");
      page.reload(); // before the draft is sent at leisure
      assertThat(visitor.level(0, "tripwire")).isChecked();
      visitor.setsLevel("consultation", 204);
      assertThat(visitor.keptLevel()).isEqualTo("consultation");
      assertThat(page).hasURL(draft);
      assertThat(page.locator(".banner")).hasCount(0);
    }
  }

  @Test
  void savesNothingOverAnotherTabWhenItIsLeft(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var other = visitor.inAnotherTab();
      visitor.setsLevel("tripwire", 204);
      other.level(0, "consultation").check();
      assertThat(other.page().locator(".card").first()).containsText(": consultation");
      other.sends(Visitor.drafted("consultation"), 412, () -> other.page().reload());
      assertThat(visitor.keptLevel()).isEqualTo("tripwire");
      assertThat(other.page().locator(".banner.beside-other")).isVisible();
      assertThat(other.level(0, "consultation")).isChecked();
      assertThat(other.keptLevel()).isEqualTo("consultation");
    }
  }
}
