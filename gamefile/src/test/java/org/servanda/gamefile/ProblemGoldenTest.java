package org.servanda.gamefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the readers say of files that are wrong, kind by kind.
///
/// The file holds blocks: a heading, a game file, a line of dashes, what is said of it. With
/// `-Dservanda.rewrite=true` the last part is written anew.
class ProblemGoldenTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)=== ([^\\n]*)\\n(.*?)\\n-----\\n(.*?)(?=\\n=== |\\z)");
  private static final int BLOCKS_AT_LEAST = 60;

  private record Block(String name, String text, String said) {}

  private static Path file() {
    return Path.of(
        System.getProperty("servanda.root"),
        "gamefile/src/test/resources/org/servanda/gamefile/problems.txt");
  }

  private static List<Block> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(file()))
        .results()
        .map(r -> new Block(r.group(1), r.group(2), r.group(3).strip()))
        .toList();
  }

  private static String say(Block block) {
    return switch (GameFileReader.read("game", block.text())) {
      case GameReading.Read _ -> "no problem";
      case GameReading.Rejected(var problems) ->
          problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    };
  }

  @TestFactory
  List<DynamicTest> everyProblemIsToldWithItsPlaceAndAdvice() throws IOException {
    if (Boolean.getBoolean("servanda.rewrite")) {
      rewrite();
    }
    var tests = new ArrayList<DynamicTest>();
    for (var block : blocks()) {
      tests.add(
          DynamicTest.dynamicTest(
              block.name(), () -> assertThat(say(block)).isEqualTo(block.said())));
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(BLOCKS_AT_LEAST);
    return tests;
  }

  @Test
  void everyProblemIsTwoLinesTheSecondWithAdvice() throws IOException {
    for (var block : blocks()) {
      assertThat(block.said())
          .as(block.name())
          .matches("(game:\\d+:\\d+: \\S[^\\n]*[^.\\n]\\n  Try: \\S[^\\n]*\\n?)+");
    }
  }

  private static void rewrite() throws IOException {
    var text = new StringBuilder();
    for (var block : blocks()) {
      text.append("=== %s%n%s%n-----%n%s%n%n".formatted(block.name(), block.text(), say(block)));
    }
    Files.writeString(file(), text.toString().stripTrailing() + "\n");
  }
}
