package org.servanda.gamefile;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are meant to do harm are refused in little time.
class HostileFilesTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int MANY = 30_000_000;

  @TempDir private Path folder;

  /// Processor time of this process: what others do on the machine does not count.
  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static List<Problem> refused(byte[] bytes) {
    var start = worked();
    var reading = GameFileReader.read("game", bytes);
    assertThat(worked().minus(start)).isLessThan(SOON);
    assertThat(reading).isInstanceOf(GameReading.Rejected.class);
    return ((GameReading.Rejected) reading).problems();
  }

  private static List<Problem> refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatIsTooLongIsNotRead() throws IOException {
    var file = folder.resolve("long.efg");
    var options = EnumSet.of(CREATE_NEW, WRITE, SPARSE);
    try (var channel = Files.newByteChannel(file, options)) {
      channel.position(1L << 40);
      channel.write(ByteBuffer.wrap(new byte[] {1}));
    }
    var problems = ((GameReading.Rejected) GameFileReader.read(file)).problems();
    assertThat(problems.getFirst().what())
        .isEqualTo("the file has 1,099,511,627,777 bytes, bound: 67,108,864 bytes");
  }

  @Test
  void aPipeIsReadUpToTheBound() {
    var device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device));
    var problems = ((GameReading.Rejected) GameFileReader.read(device)).problems();
    assertThat(problems.getFirst().what()).contains("bound: 67,108,864 bytes");
  }

  @Test
  void missingFilesAndFoldersAreSaidToBe() {
    assertThat(((GameReading.Rejected) GameFileReader.read(folder)).problems().getFirst().what())
        .isEqualTo("this is a folder, not a file");
    var missing = folder.resolve("missing.efg");
    assertThat(((GameReading.Rejected) GameFileReader.read(missing)).problems().getFirst().what())
        .isEqualTo("there is no such file");
  }

  @Test
  void binaryFilesAndOtherEncodingsAreSaidToBe() {
    assertThat(refused(new byte[] {'E', 'F', 'G', 0}).getFirst().what())
        .isEqualTo("byte 3 is zero: this is a binary file, not text");
    assertThat(refused("EFG 2".getBytes(StandardCharsets.UTF_16)).getFirst().what())
        .isEqualTo("the file is UTF-16, not UTF-8");
    assertThat(refused("EFG 2 R \"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1)).getFirst())
        .extracting(Problem::column, Problem::what)
        .containsExactly(10, "byte 9 is 0xE9, which is not UTF-8");
  }

  @Test
  void columnsCountCharactersBehindAByteOrderMark() {
    assertThat(refused("\ufeffEFG 2 R \"\u00e9\" x").getFirst().column()).isEqualTo(13);
  }

  @Test
  void nestingEndsBeforeTheStackDoes() {
    assertThat(refused("{\"game\":".repeat(MANY / 10)).getLast().what()).contains("nesting");
    assertThat(refused("{\"expected\":" + "[".repeat(MANY)).getLast().what()).contains("nesting");
    assertThat(refused("EFG 2 R \"\" " + "{".repeat(MANY))).isNotEmpty();
  }

  @Test
  void endlessTextsListsAndNumbersAreRefused() {
    refused("EFG 2 R \"" + "a".repeat(MANY));
    refused("EFG 2 R \"\" { " + "\"a\" ".repeat(MANY / 4));
    refused("EFG 2 R \"\" { \"a\" } c \"\" 1 \"\" { " + "\"a\" 0 ".repeat(MANY / 6));
    refused("NFG 1 R \"\" { \"a\" } { " + "9".repeat(MANY));
    refused("NFG 1 R \"\" { \"a\" } { " + "1 ".repeat(MANY / 2));
    refused("NFG 1 R \"\" { \"a\" \"b\" } { 2000000 2000000 }");
    refused("{\"title\": \"" + "a".repeat(MANY) + "\"}");
    refused("{\"version\": " + "9".repeat(MANY) + "}");
    refused("{" + "\"\": 1,".repeat(MANY / 7));
    refused("\n".repeat(MANY) + "EFG");
  }

  @Test
  void aThousandProblemsAreCountedNotTold() {
    var text = new StringBuilder("EFG 2 R \"\" { \"A\" }\n");
    for (int i = 0; i < 1000; i++) {
      text.append("p \"\" 1 1 \"\" { \"x\" } 0 \"bad\" { 0 }\n");
    }
    var problems = refused(text + "t \"\" 0");
    assertThat(problems).hasSize(51);
    assertThat(problems.getLast().what()).isEqualTo("950 more problems are not shown");
  }
}
