package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is printed, and pictures of what is seen.
@ExtendWith(OnStage.class)
class PaperTest {
  private static final String PRINTED =
      "document.querySelector('printed-report').shadowRoot.querySelector('.paper')";

  private static final int[] WIDTHS = {390, 1280, 1920};

  @Test
  void printsTheReport(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT);
        var reader = stage.visitor(1280, 900, ColorScheme.LIGHT)) {
      var page = visitor.page();
      var report = new AtomicReference<String>();
      page.onResponse(response -> {
        if (response.url().endsWith("/report") && report.get() == null) {
          report.set(response.text());
        }
      });
      visitor.arrives().opensBorder();
      visitor.waitsFor("Full answer");
      var paper = new Page.EmulateMediaOptions().setMedia(Media.PRINT);
      page.emulateMedia(paper);
      String printed = words(page, PRINTED + ".innerText");
      reader.page().setContent(report.get());
      reader.page().emulateMedia(paper);
      assertThat(printed).isEqualTo(words(reader.page(), "document.body.innerText"));
      assertThat(printed).contains("How long it lasts").contains("A border");
      assertThat(page.locator("servanda-workbench > .bar")).isHidden();
      assertThat(page.locator("servanda-workbench > main")).isHidden();
      assertThat(height(page, PRINTED))
          .isCloseTo(
              height(reader.page(), "document.body"),
              org.assertj.core.data.Percentage.withPercentage(3));
    }
  }

  private static String words(Page page, String what) {
    return ((String) page.evaluate(what)).replaceAll("\\s+", " ").strip();
  }

  private static double height(Page page, String of) {
    return ((Number) page.evaluate(of + ".getBoundingClientRect().height")).doubleValue();
  }

  @Test
  void fitsEveryWidthInLightAndDark(Stage stage) throws Exception {
    var folder = Files.createDirectories(Path.of(System.getProperty("servanda.screenshots")));
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives().opensBorder()) {
      var page = visitor.page();
      visitor.button("tripwire").click();
      visitor.waitsFor("Full answer");
      page.waitForFunction(
          "() => document.querySelectorAll('.work progress').length === 0",
          null,
          new Page.WaitForFunctionOptions().setTimeout(Visitor.PATIENCE));
      for (int width : WIDTHS) {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          page.setViewportSize(width, 1000);
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          page.waitForTimeout(300);
          var file =
              folder.resolve(
                  width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
          page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as("nothing is wider than the page at %d", width)
              .isEqualTo(page.evaluate("document.documentElement.clientWidth"));
        }
      }
      assertThat(visitor.troubles()).isEmpty();
    }
  }
}
