package org.servanda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What somebody meets who has read nothing.
@ExtendWith(OnStage.class)
class FirstVisitTest {

  @Test
  void opensOnAWorkedExampleAndAnswersInOneSentence(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      assertThat(page).hasTitle("Budapest Memorandum – Servanda");
      assertThat(page.locator(".verdict .measure"))
          .containsText(
              Pattern.compile(
                  "The agreement as drafted stays free of a material breach for 10 years in\\s+"
                      + "<?\\d+\\s+of 100 histories"));
      assertThat(page.locator("chart-figure[name=survival] .plot svg path").first()).isAttached();
      assertThat(page.locator(".card .clause")).hasCount(3);
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  @Test
  void refinesTheAnswerWithoutBeingAsked(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives().opensBorder()) {
      visitor.waitsFor("Full answer");
      var page = visitor.page();
      for (String name : new String[] {"causes", "ledger", "beliefs"}) {
        assertThat(page.locator("chart-figure[name=" + name + "] .plot svg")).isAttached();
      }
      assertThat(page.locator("figure .story li").last()).isVisible();
      var ledger = page.locator("chart-figure[name=ledger]");
      ledger.getByText("Table").click();
      ledger.locator("td button.num").first().click();
      assertThat(page.locator("#panel .panel-number")).not().isEmpty();
      assertThat(page.locator("#panel .behind li").first()).isVisible();
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  @Test
  void saysWhatIsWrongWithABrokenFileAtItsLine(Stage stage) throws Exception {
    var broken = Files.createTempFile("broken", ".yaml");
    Files.writeString(broken, "servanda: 1\ntitle: Broken\ntime: {start: yesterday}\n");
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      page.waitForFileChooser(() -> visitor.button("Open a file").click()).setFiles(broken);
      assertThat(page.locator(".problems li").first()).isVisible();
      assertThat(page.locator(".problems")).containsText("line 3");
      assertThat(page.locator(".verdict .answer"))
          .hasText("No answer: the text has problems, listed below.");
      assertThat(page.locator("text-editor .cm-lintRange-error").first()).isVisible();
      assertThat(visitor.troubles()).isEmpty();
    } finally {
      Files.delete(broken);
    }
  }

  @Test
  void opensAFileThatIsDroppedOnThePage(Stage stage) {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrivesAtBorder()) {
      var page = visitor.page();
      String other = Visitor.border().replace("A border", "Another border");
      page.evaluate(
          "text => { window.held = new DataTransfer(); held.items.add(new File([text], 'a.yaml'));"
              + " }",
          other);
      String drag =
          "type => document.querySelector('h1').dispatchEvent(new DragEvent(type,"
              + " { dataTransfer: held, bubbles: true, cancelable: true }))";
      assertThat(page.evaluate(drag, "dragover")).as("left to the browser").isEqualTo(false);
      assertThat(page.locator(".drop")).hasText("Drop a scenario file to open it");
      assertThat(page.evaluate(drag, "drop")).as("left to the browser").isEqualTo(false);
      assertThat(page).hasTitle("Another border – Servanda");
      assertThat(page.locator(".drop")).hasCount(0);
      visitor.waitsFor("Quick estimate|Full answer");
      assertThat(visitor.troubles()).isEmpty();
    }
  }

  @Test
  void downloadsTheFileWithItsComments(Stage stage) throws Exception {
    try (var visitor = stage.visitor(1280, 900, ColorScheme.LIGHT).arrives()) {
      var page = visitor.page();
      visitor.level(0, "tripwire").check();
      assertThat(page.locator(".card").first()).containsText(": tripwire");
      var download =
          page.waitForDownload(() ->
              visitor.button("Download the file with all changes; comments are kept").click());
      String text = Files.readString(download.path());
      assertThat(download.suggestedFilename()).isEqualTo("1994-budapest.yaml");
      assertThat(text)
          .contains("level: tripwire}")
          .contains("# by 1 June 1996 all warheads had left");
      var original =
          Path.of(
              System.getProperty("servanda.root"), "catalog/accords/ukraine/1994-budapest.yaml");
      long same =
          Files.readAllLines(original).stream().filter(text.lines().toList()::contains).count();
      assertThat(same).isEqualTo(Files.readAllLines(original).size() - 1L);
    }
  }
}
