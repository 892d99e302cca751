package org.servanda.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.Assessed;
import org.servanda.model.measure.Assessor;
import org.servanda.model.measure.Grain;
import org.servanda.model.measure.VariantSolver;
import org.servanda.report.answer.Ink;
import org.servanda.study.finding.SmallStudy;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.run.Plan;

/// Where a command runs: what it may print to, and how.
///
/// @param folder against which relative names are read and where reports go
/// @param bytes standard output, for files written to it
/// @param out standard output, for text
/// @param err standard error
/// @param ink how the answer is emphasized
/// @param progress how work in progress is shown
/// @param solver what assesses a scenario
/// @param worlds what solves a scenario in plausible worlds
/// @param viewer what opens a report or a page
record Surroundings(
    Path folder,
    OutputStream bytes,
    PrintWriter out,
    PrintWriter err,
    Ink ink,
    ProgressDisplay.Style progress,
    Solver solver,
    WorldsSolver worlds,
    Viewer viewer) {

  /// How many solves of the memory of one there is room for at the same time.
  static final int LARGE_SOLVES = 3;

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

  /// Solves an agreement in plausible worlds.
  @FunctionalInterface
  interface WorldsSolver {
    /// {@return what they say; null if there are none to solve}
    ///
    /// @param options the agreement, the precision and the number of threads
    /// @param count how many worlds; absent: as many as take some ten seconds
    @Nullable StudyFindings solve(
        Scenario scenario,
        AssessOptions options,
        @Nullable Integer count,
        long seed,
        ProgressDisplay progress,
        Cancellation cancellation);
  }

  /// Opens a file or an address in the program the system has for it.
  @FunctionalInterface
  interface Viewer {
    /// {@return whether a program was started}
    ///
    /// @param what path of a file, or an address that begins with `http`
    boolean open(String what);
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
        Surroundings::solveWorlds,
        Desktop::open);
  }

  private static @Nullable StudyFindings solveWorlds(
      Scenario scenario,
      AssessOptions options,
      @Nullable Integer count,
      long seed,
      ProgressDisplay progress,
      Cancellation cancellation) {
    var variant =
        new Plan.Variant(
            options.variant(), VariantSolver.variants(scenario).get(options.variant()));
    var grain =
        Grain.coarse(memoryOfOneSolve() / options.threads()).withPrecision(options.precision());
    int worlds = count != null ? count : SmallStudy.usualWorlds(scenario, variant, grain);
    return worlds == 0
        ? null
        : SmallStudy.run(
            scenario,
            variant,
            worlds,
            seed,
            grain,
            options.threads(),
            share -> progress.at("worlds", share),
            cancellation);
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
