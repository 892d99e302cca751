package org.servanda.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.servanda.example.Example;
import org.servanda.example.ExampleWorlds;

/// Compares screens with the transcripts beside this class. When a change is meant: `mvn test -pl
/// cli -am -Dservanda.transcripts=write`, then read the difference before committing.
class TerminalGoldenTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/org/servanda/report/answer").toAbsolutePath();

  @Test
  void answer() throws IOException {
    matches("answer.txt", TerminalAnswer.of(Example.answer(), Ink.PLAIN));
  }

  @Test
  void answerWithPlausibleWorlds() throws IOException {
    var example = Example.answer();
    var worlds = ExampleWorlds.of(example.scenario());
    matches("answer-worlds.txt", TerminalAnswer.of(example.withWorlds(worlds), Ink.PLAIN));
  }

  @Test
  void study() throws IOException {
    var scenario = Example.answer().scenario();
    matches(
        "study.txt", TerminalStudy.of(scenario, Map.of(), ExampleWorlds.of(scenario), Ink.PLAIN));
  }

  @Test
  void studyOnWalks() throws IOException {
    var scenario = Example.answer().scenario();
    matches(
        "study-walks.txt",
        TerminalStudy.of(scenario, Map.of(), ExampleWorlds.onWalks(scenario), Ink.PLAIN));
  }

  @Test
  void answerFromTheOtherPartysView() throws IOException {
    var example = Example.answer();
    var seen =
        new Answer(example.manifest(), example.scenario(), example.assessment(), "southmark");
    matches("answer-southmark.txt", TerminalAnswer.of(seen, Ink.PLAIN));
  }

  @Test
  void comparison() throws IOException {
    matches(
        "comparison.txt",
        TerminalComparison.of(
            Example.answer(), List.of(Example.named("Redonia", "Southmark", "League")), Ink.PLAIN));
  }

  @Test
  void linesFitTheScreenWhateverTheNames() {
    var hostile = Example.named("N".repeat(200), "\u65e5".repeat(100), "a <b>\u001b[2J");
    for (String screen :
        List.of(
            TerminalAnswer.of(hostile, Ink.PLAIN),
            TerminalComparison.of(hostile, List.of(Example.answer()), Ink.PLAIN))) {
      assertThat(screen).doesNotContain("\u001b");
      assertThat(screen.lines())
          .allSatisfy(line -> assertThat(PlainText.columns(line)).isLessThanOrEqualTo(80));
    }
  }

  @Test
  void colorAddsNothingButEmphasis() {
    String plain = TerminalAnswer.of(Example.answer(), Ink.PLAIN);
    String color = TerminalAnswer.of(Example.answer(), Ink.ANSI);
    assertThat(color).isNotEqualTo(plain);
    assertThat(color.replaceAll("\u001b\\[[0-9]m", "")).isEqualTo(plain);
  }

  private static void matches(String name, String screen) throws IOException {
    Path transcript = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("servanda.transcripts"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(transcript, screen);
    }
    assertThat(screen).isEqualTo(Files.readString(transcript));
  }
}
