package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The page where the system chooses the colors, and where there are none.
@ExtendWith(OnStage.class)
class NoColorTest {
  private static final int STOPS = 24;

  @Test
  void showsFocusChoiceAndMarksInForcedColors(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT)) {
      var page = visitor.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      visitor.arrivesAtBorder();
      visitor.button("tripwire").click();
      visitor.waitsFor("Quick estimate|Full answer");
      assertThat(page.evaluate("matchMedia('(forced-colors: active)').matches")).isEqualTo(true);
      assertThat(visitor.accessibilityProblems()).isEmpty();
      var chosen = List.of("label.chip input:checked + span", "button[aria-pressed=true]");
      var others =
          List.of("label.chip input:not(:checked) + span", "button.quiet[aria-pressed=false]");
      for (String what : chosen) {
        assertThat(page.evaluate(GROUNDS, what)).as(what).isEqualTo(List.of("set apart"));
      }
      for (String what : others) {
        assertThat(page.evaluate(GROUNDS, what)).as(what).isEqualTo(List.of("plain"));
      }
      assertThat(page.evaluate(TICKS)).as("ticks of sliders").isEqualTo(true);
      for (int stop = 0; stop < STOPS; stop++) {
        page.keyboard().press("Tab");
        assertThat(page.evaluate(FOCUSED)).asString().as("focus").doesNotEndWith("unseen");
      }
      String fresh = (String) visitor.mark().evaluate(BORDER);
      var held = new ArrayList<Route>();
      page.route("**/api/v1/trials", held::add);
      visitor.level(0, "consultation").check();
      visitor.waitsFor("Of an earlier text");
      assertThat(visitor.mark().evaluate(BORDER)).isNotEqualTo(fresh).asString().contains("dashed");
      assertThat(fresh).contains("solid");
    }
  }

  /// Which of a kind have a ground of their own.
  private static final String GROUNDS =
      """
      what => [...new Set([...document.querySelectorAll(what)].map(e => {
        const own = getComputedStyle(e).backgroundColor;
        const page = getComputedStyle(document.body).backgroundColor;
        return own === page || own.endsWith(', 0)') ? 'plain' : 'set apart';
      }))]
      """;

  private static final String TICKS =
      """
      [...document.querySelectorAll('.tick')].length > 0
        && [...document.querySelectorAll('.tick')].every(e =>
          getComputedStyle(e).backgroundColor !== getComputedStyle(document.body).backgroundColor)
      """;

  private static final String BORDER =
      "e => { const s = getComputedStyle(e); return s.borderTopStyle + ' ' + s.borderTopWidth; }";

  /// What has the focus, and whether an outline shows it.
  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        const shown = e.matches('label.chip input') ? e.nextElementSibling : e;
        const s = getComputedStyle(shown);
        const ground = getComputedStyle(document.body).backgroundColor;
        const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 && s.outlineColor !== ground;
        return [e.tagName, e.className, (e.textContent ?? '').slice(0, 20), seen ? 'seen' : 'unseen'].join(' ');
      }
      """;

  @Test
  void tellsLinesAndAreasApartWithoutColor(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var page = visitor.page();
      visitor.waitsFor("Full answer");
      for (String chart : List.of("survival", "beliefs")) {
        var figure = page.locator("chart-figure[name=" + chart + "]");
        var keys = strings(figure.locator(".keys li span").allInnerTexts());
        var dashes = strings(page.evaluate(LINES, "chart-figure[name=" + chart + "] .plot"));
        assertThat(keys).as("names in %s", chart).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(dashes).as("dashes in %s", chart).hasSameSizeAs(keys).doesNotHaveDuplicates();
        assertThat(strings(page.evaluate(LEGEND, "chart-figure[name=" + chart + "] .keys li")))
            .as("dashes and markers in the legend of %s", chart)
            .hasSameSizeAs(keys)
            .doesNotHaveDuplicates();
      }
      assertThat(strings(page.evaluate(LEGEND, "chart-figure[name=causes] .keys li")))
          .as("hatches of causes")
          .hasSizeGreaterThan(2)
          .doesNotHaveDuplicates();
      assertThat((Double) page.evaluate(FAINTEST))
          .as("contrast of the palest line to the paper, in grey")
          .isGreaterThan(3);
    }
  }

  /// The dash of every thick line of a chart.
  private static final String LINES =
      """
      plot => [...document.querySelectorAll(plot + ' svg path[fill=none]')]
        .filter(p => p.getAttribute('stroke-width') === '2.4')
        .map(p => p.getAttribute('stroke-dasharray') ?? 'solid')
      """;

  /// What is drawn in a legend, without its colors.
  private static final String LEGEND =
      """
      keys => [...document.querySelectorAll(keys)].map(key =>
        key.querySelector('svg').innerHTML.replace(/(fill|stroke)="[^"]*"/g, '').replace(/<!--.*?-->/g, ''))
      """;

  private static final String FAINTEST =
      """
      () => {
        const light = name => {
          const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
          const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255)
            .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        return Math.min(...['--q0', '--q1', '--q2', '--q3', '--t1', '--t2', '--t3'].map(
          name => (light('--paper') + 0.05) / (light(name) + 0.05)));
      }
      """;

  private static List<String> strings(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
