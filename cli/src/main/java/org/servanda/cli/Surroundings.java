package org.servanda.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.cli.answer.Ink;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.Assessed;
import org.servanda.model.measure.Assessor;

/// Where a command runs: what it may print to, and how.
///
/// @param folder against which relative names are read and where reports go
/// @param bytes standard output, for files written to it
/// @param out standard output, for text
/// @param err standard error
/// @param ink how the answer is emphasized
/// @param progress how work in progress is shown
/// @param solver what assesses a scenario
/// @param viewer what opens a report
record Surroundings(
    Path folder,
    OutputStream bytes,
    PrintWriter out,
    PrintWriter err,
    Ink ink,
    ProgressDisplay.Style progress,
    Solver solver,
    Viewer viewer) {

  /// Assesses a scenario.
  @FunctionalInterface
  interface Solver {
    /// {@return the assessment, or why there is none}
    Assessed assess(
        Scenario scenario,
        AssessOptions options,
        ProgressDisplay progress,
        Cancellation cancellation);
  }

  /// Opens a file in the program the system has for it.
  @FunctionalInterface
  interface Viewer {
    /// {@return whether a program was started}
    boolean open(Path file);
  }

  /// {@return the surroundings of this process}
  static Surroundings ofProcess() {
    var charset =
        System.out.charset().equals(StandardCharsets.US_ASCII)
            ? StandardCharsets.UTF_8
            : System.out.charset();
    return new Surroundings(
        Path.of(""),
        System.out,
        writer(System.out, charset),
        writer(System.err, charset),
        isTerminal(1) && System.getenv("NO_COLOR") == null ? Ink.ANSI : Ink.PLAIN,
        isTerminal(2) ? ProgressDisplay.Style.BAR : ProgressDisplay.Style.LINES,
        (scenario, options, progress, cancellation) ->
            Assessor.assess(scenario, options, progress::at, cancellation),
        Desktop::open);
  }

  private static PrintWriter writer(OutputStream stream, Charset charset) {
    return new PrintWriter(stream, true, charset);
  }

  /// Whether a stream goes to a terminal. Where the system does not show that, both do if the
  /// process has a console.
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Path.of("/proc/self/fd/" + descriptor).toRealPath().toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      var console = System.console();
      return !Files.exists(Path.of("/proc/self/fd")) && console != null && console.isTerminal();
    }
  }

  /// {@return the folder that holds the catalogue: where Servanda was installed, else the current
  /// folder}
  Path home() {
    String home = System.getProperty("servanda.home");
    return home == null ? folder : Path.of(home);
  }

  /// {@return how much memory one solve may take, in bytes: a quarter of what Java has}
  static long memoryOfOneSolve() {
    return Runtime.getRuntime().maxMemory() / 4;
  }
}
