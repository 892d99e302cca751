package org.servanda.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void everyJavaFileIsFormatted() {
    var files = Project.javaFiles().stream().map(Path::toString);
    var options = Stream.of("--dry-run", "--set-exit-if-changed");
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        ToolProvider.findFirst("google-java-format")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(options, files).toArray(String[]::new));
    assertThat(exit)
        .withFailMessage(
            () -> "Not formatted:%n%s%s%nTry: .ci/format".formatted(out.toString(), err.toString()))
        .isZero();
  }
}
