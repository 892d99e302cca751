package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void versionNamesServandaAndJava() {
    assertThat(command.execute("--version")).isZero();
    assertThat(out.toString()).contains("servanda ", "java " + Runtime.version());
  }

  @Test
  void helpShowsTheUsage() {
    assertThat(command.execute("--help")).isZero();
    assertThat(out.toString()).contains("Usage: servanda");
  }

  @Test
  void unknownOptionEndsWithTwoAndNamesIt() {
    assertThat(command.execute("--verison")).isEqualTo(2);
    assertThat(err.toString()).contains("--verison");
  }

  @Test
  void noCommandEndsWithTwoAndSaysWhatToTry() {
    assertThat(command.execute()).isEqualTo(2);
    assertThat(err.toString()).contains("no command", "Try: servanda --help");
  }
}
