package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void takesTheNameOnlyWhenWhole() throws IOException {
    Path path = Files.writeString(folder.resolve("a.txt"), "old");
    var file = OutputFile.at(path, "the text", "--text");
    assertThat(path).hasContent("old");
    file.write("new".getBytes(StandardCharsets.UTF_8));
    assertThat(path).hasContent("new");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void anOldFileSurvivesAWriteThatFails() throws IOException {
    Path path = Files.writeString(folder.resolve("a.txt"), "old");
    var file = OutputFile.at(path, "the text", "--text");
    Path inTheWay = folder.resolve(".a.txt.%d.part".formatted(ProcessHandle.current().pid()));
    Files.createDirectories(inTheWay.resolve("full"));
    assertThatThrownBy(() -> file.write(new byte[] {1})).isInstanceOf(Exception.class);
    assertThat(path).hasContent("old");
  }

  @Test
  void writesThroughASymbolicLink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);
    OutputFile.at(link, "the text", "--text").write("new".getBytes(StandardCharsets.UTF_8));
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> OutputFile.at(folder, "the text", "--text"))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("it is a folder")
        .hasMessageContaining("Try: --text");
  }
}
