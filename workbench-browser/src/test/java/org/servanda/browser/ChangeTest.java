package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Clauses and assumptions changed by hand, and the answer that moves.
@ExtendWith(OnStage.class)
class ChangeTest {
  private static final int DRAGS = 40;
  private static final int STEPS = 12;

  @Test
  void answersWhileAssumptionsAreDragged(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      Locator slider = visitor.slider("Cost of fighting to each side");
      slider.scrollIntoViewIfNeeded();
      var box = slider.boundingBox();
      double y = box.y + box.height / 2;
      String before = visitor.number().textContent();
      page.evaluate("addEventListener('input', e => { window.lastInput = e.timeStamp; }, true)");
      var times = new ArrayList<Double>();
      for (int drag = 0; drag < DRAGS; drag++) {
        double from = box.x + box.width * (drag % 2 == 0 ? 0.3 : 0.7);
        page.mouse().move(from, y);
        page.mouse().down();
        for (int step = 1; step <= STEPS; step++) {
          page.mouse().move(from + (drag % 2 == 0 ? 1 : -1) * step * 5 + drag * 0.9, y);
          page.waitForTimeout(16);
        }
        page.mouse().up();
        var repaint =
            page.waitForFunction(
                "() => performance.getEntriesByName('change-to-repaint')"
                    + ".find(e => e.startTime >= window.lastInput)?.duration");
        times.add(((Number) repaint.jsonValue()).doubleValue());
      }
      say("the first", times.subList(0, DRAGS / 2));
      say("the next", times.subList(DRAGS / 2, DRAGS));
      page.mouse().move(box.x + box.width * 0.5, y);
      page.mouse().down();
      page.mouse().move(box.x + box.width - 2, y);
      page.mouse().up();
      assertThat(visitor.number()).not().hasText(before);
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  private static void say(String which, List<Double> found) {
    var times = found.stream().sorted().toList();
    System.out.printf(
        "From the last change to its repaint, %s %d drags: median %.0f ms, longest %.0f ms%n",
        which, times.size(), times.get(times.size() / 2), times.getLast());
  }

  @Test
  void marksWhatBelongsToAnEarlierText(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      var held = new ArrayList<Route>();
      page.route("**/api/v1/trials", held::add);
      page.evaluate("() => document.querySelector('.card input[value=tripwire]').click()");
      visitor.waitsFor("Of an earlier text");
      assertThat(page.locator("chart-figure[name=survival] .mark.stale")).isVisible();
      page.unroute("**/api/v1/trials");
      held.forEach(Route::resume);
      visitor.waitsFor("Quick estimate|Full answer");
      assertThat(page.locator("chart-figure[name=survival] .mark.stale")).hasCount(0);
    }
  }

  @Test
  void answersAnewByAnotherSchool(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var page = visitor.page();
      visitor.waitsFor("Quick estimate|Full answer");
      String before = visitor.worths();
      var held = new ArrayList<Route>();
      page.route("**/api/v1/trials", held::add);
      var school = page.locator(".rivals").getByLabel("Leeds 2003");
      school.check();
      visitor.waitsFor("Of an earlier text");
      assertThat(visitor.worths()).isEqualTo(before);
      page.unroute("**/api/v1/trials");
      held.forEach(Route::resume);
      visitor.waitsFor("Quick estimate|Full answer");
      assertThat(visitor.worths()).isNotEqualTo(before);
      assertThat(school).isChecked();
      assertThat(page.locator(".rivals")).containsText("alliances invoked in wars, 1816-1944");
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  @Test
  void saysWhichClausesDoNotFitNow(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var verification = visitor.page().locator(".adder option[value^=verification]");
      assertThat(verification).isDisabled();
      assertThat(verification)
          .hasText(
              "Obligations are inspected. Not now: verification of force-limit, but there is"
                  + " none.");
      visitor.page().locator(".adder select").selectOption("force-limit: {by: northland}");
      visitor.page().locator(".adder button").click();
      assertThat(verification).isEnabled();
      assertThat(verification).hasText("Obligations are inspected.");
    }
  }

  @Test
  void setsFourProposalsSideBySide(Stage stage) {
    try (var visitor = stage.visitor(1920, 1080, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      for (String name : List.of("refusal", "tripwire", "verification")) {
        visitor.button(name).click();
      }
      assertThat(page.locator(".card")).hasCount(4);
      assertThat(page.locator(".card-number .num:not(.small)")).hasCount(4);
      assertThat(page.locator("chart-figure[name=survival] .keys li")).hasCount(4);
      assertThat(visitor.button("keep the arsenal")).isDisabled();
      assertThat(page.locator("chart-figure[name=compared] .plot svg")).isAttached();
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  @Test
  void writesACopyWithItsFirstChange(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      visitor.button("Make a new proposal from “As drafted”").click();
      assertThat(page.locator(".card")).hasCount(2);
      visitor.level(1, "membership").check();
      assertThat(page.locator(".card").nth(1)).containsText("membership");
      assertThat(page.locator(".card").nth(1).locator(".clause[data-differs=yes]")).hasCount(1);
      assertThat(visitor.level(0, "assurance")).isChecked();
      assertThat(page.locator(".card").nth(1)).containsText("than as drafted");
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  @Test
  void addsAndDropsClauses(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      page.locator(".adder select")
          .selectOption(
              new com.microsoft.playwright.options.SelectOption()
                  .setLabel("Leaving after notice is lawful."));
      page.locator(".adder button").click();
      assertThat(page.locator(".card .clause")).hasCount(4);
      page.locator(".card .clause").nth(1).locator("button").first().click();
      assertThat(page.locator(".card .clause")).hasCount(3);
      visitor.button("Undo the last change").click();
      assertThat(page.locator(".card .clause")).hasCount(4);
    }
  }

  @Test
  void swapsTheRolesAndKeepsTheNumbers(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives().opensBorder()) {
      var page = visitor.page();
      visitor.waitsFor("Full answer");
      String number = visitor.number().textContent();
      assertThat(page.locator(".title .kicker")).containsText("Northland, Southland");
      page.locator("button.swap").click();
      assertThat(page.locator(".title .kicker")).containsText("Southland, Northland");
      visitor.waitsFor("Full answer");
      assertThat(visitor.number()).hasText(number);
      assertThat(page.locator("chart-figure[name=causes] .reading")).containsText("Southland");
    }
  }
}
