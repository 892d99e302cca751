package org.servanda.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java files in documents are what they seem: they compile and run.
class JavaExamplesTest {

  /// A block of a document that is a whole file.
  private static final Pattern FILE =
      Pattern.compile("(?ms)^```java\\R(import .*?^void main.*?)^```");

  private static final int SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void everyJavaFileInADocumentCompilesAndRuns() throws Exception {
    int count = 0;
    for (var document : Project.files(".md")) {
      for (var block : FILE.matcher(Files.readString(document)).results().toList()) {
        var source =
            Files.writeString(folder.resolve("Example" + count++ + ".java"), block.group(1));
        compile(document, source);
        assertThat(run(source)).as("%s", document).isNotBlank();
      }
    }
    assertThat(count).as("files found").isPositive();
  }

  private void compile(Path document, Path source) throws IOException {
    var said = new StringWriter();
    var javac = ToolProvider.getSystemJavaCompiler();
    try (var manager = javac.getStandardFileManager(null, null, null)) {
      var options = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none"));
      options.addAll(List.of("-d", folder.toString()));
      options.addAll(List.of("-cp", System.getProperty("java.class.path")));
      var units = manager.getJavaFileObjects(source);
      boolean compiled = javac.getTask(said, manager, null, options, null, units).call();
      assertThat(compiled).as("%s: %s", document, said).isTrue();
    }
  }

  private String run(Path source) throws IOException, InterruptedException {
    var name = source.getFileName().toString().replace(".java", "");
    var path =
        folder + System.getProperty("path.separator") + System.getProperty("java.class.path");
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var output = folder.resolve(name + ".txt");
    var process =
        new ProcessBuilder(java.toString(), "-cp", path, name)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }
}
