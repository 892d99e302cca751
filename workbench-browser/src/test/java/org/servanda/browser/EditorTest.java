package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The text changed by hand.
@ExtendWith(OnStage.class)
class EditorTest {

  @Test
  void completesAKeyAndSaysWhatItMeans(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var page = visitor.page();
      page.locator("input[name=view]").nth(1).check();
      page.locator("text-editor .cm-content").click();
      page.keyboard().press("Control+End");
      page.keyboard().type("\nplaus");
      var offered = page.locator("text-editor .cm-tooltip-autocomplete li[aria-selected=true]");
      assertThat(offered).hasText("plausibility");
      assertThat(page.locator("text-editor .cm-completionInfo"))
          .hasText("How plausible the values within ranges are, for studies.");
      assertThat(page.locator(".draft .problems li").first()).isVisible(); // of the unfinished line
      page.keyboard().press("Escape"); // what the problems brought may have opened the list anew
      page.keyboard().press("Control+Space");
      assertThat(offered).hasText("plausibility");
      page.waitForTimeout(300); // for a moment after it opens, the list takes no Enter
      page.keyboard().press("Enter");
      assertThat(page.locator("text-editor .cm-content")).containsText("plausibility: ");
      String wanted = "plausibility: {shape: triangular}"; // the editor closes the brace
      visitor.sends(wanted, 204, () -> page.keyboard().type("{shape: triangular"));
      assertThat(page.locator(".draft")).containsText("No problems: the text can be solved.");
      visitor.waitsFor("Quick estimate|Full answer");
      assertThat(visitor.kept()).endsWith("\n" + wanted);
      assertThat(visitor.troubles()).isEmpty();
    }
  }
}
