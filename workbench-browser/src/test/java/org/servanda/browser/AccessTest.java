package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The page without a mouse, without sight, in light and in dark.
@ExtendWith(OnStage.class)
class AccessTest {
  private static final int MOST_STOPS = 200;

  @Test
  void axeFindsNothingInLightAndDark(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives().opensBorder()) {
      var page = visitor.page();
      visitor.waitsFor("Full answer");
      visitor.button("tripwire").click();
      page.locator("details.all summary").click();
      for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(visitor.accessibilityProblems()).as("the page, %s", scheme).isEmpty();
      }
      visitor.number().click();
      assertThat(visitor.accessibilityProblems()).as("the panel").isEmpty();
      page.keyboard().press("Escape");
      page.locator("input[name=view]").nth(1).check();
      assertThat(page.locator("text-editor .cm-content")).isVisible();
      assertThat(visitor.accessibilityProblems()).as("the text").isEmpty();
      visitor.button("Agreements").click();
      assertThat(page.locator(".catalog li").first()).isVisible();
      assertThat(visitor.accessibilityProblems()).as("the catalogue").isEmpty();
    }
  }

  @Test
  void everythingIsReachedByKeyboardAndNothingHoldsTheFocus(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#answer")).isFocused();
      var stops = new LinkedHashSet<String>();
      for (int stop = 0; stop < MOST_STOPS; stop++) {
        page.keyboard().press("Tab");
        String where = (String) page.evaluate(WHERE);
        if (where.equals("BODY")) {
          break;
        }
        assertThat(where).as("focus can be seen").doesNotEndWith("unseen");
        stops.add(where);
      }
      assertThat(stops).hasSizeBetween(40, MOST_STOPS - 1);
      assertThat(String.join(" ", stops))
          .contains("num big", "dial-estimate-war-cost", "swap", "clock", "summary");
    }
  }

  /// What has the focus, and whether an outline shows it.
  private static final String WHERE =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return 'BODY';
        const shown = e.matches('label.chip input') ? e.nextElementSibling : e;
        const style = getComputedStyle(shown);
        const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        return [e.tagName.toLowerCase(), e.id, e.className, e.getAttribute('name') ?? '',
          (e.textContent ?? '').slice(0, 20), seen ? '' : 'unseen'].join(' ').trim();
      }
      """;

  @Test
  void slidersLevelsAndPanelsWorkByKeyboard(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      visitor.level(0, "assurance").focus();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator(".card").first()).containsText(": consultation");
      var slider = visitor.slider("Cost of fighting to each side");
      slider.focus();
      page.keyboard().press("PageUp");
      assertThat(slider).not().hasAttribute("aria-valuetext", "0.2 stakes");
      visitor.number().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#panel")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("#panel")).isHidden();
      assertThat(visitor.number()).isFocused();
    }
  }
}
