package org.servanda.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `servanda` command.
@Command(
    name = "servanda",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says what keeps an agreement between states, and what breaks it.")
public final class Main implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  ///
  /// @param args the words after `servanda`
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /// The whole command line, ready to execute: 0 when done, 2 when the words make no command.
  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("the command was run without its command line");
    }
    throw new ParameterException(spec.commandLine(), "no command given\nTry: servanda --help");
  }
}
