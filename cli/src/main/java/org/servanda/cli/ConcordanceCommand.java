package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.servanda.agreement.scenario.History;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReader;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.Assessor;
import org.servanda.model.measure.Concordance;
import org.servanda.model.measure.Survival;
import org.servanda.model.measure.Unsolved;
import org.servanda.report.answer.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `servanda concordance`: forecasts beside what history did, over many accords.
@Command(
    name = "concordance",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Sets forecasts beside what history did.",
      "",
      "Solves every scenario with a known history on a coarse grid and prints how long it was"
          + " expected to stay in force within its horizon, how long it did, and Harrell's"
          + " concordance: of all pairs of which it is known which failed first, the share that"
          + " the forecasts rank as history did. One half is chance."
    },
    footerHeading = "%n",
    footer = {"Exit codes: 0 done, 2 bad input, 3 a scenario was not solved."})
final class ConcordanceCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scenario files, or folders of them.")
  private List<Path> paths = List.of();

  @Option(
      names = "--resolution",
      paramLabel = "N",
      description = "Belief intervals per party with two dispositions (default: 4).")
  private int resolution = 4;

  private final Forecaster forecaster;

  ConcordanceCommand(Surroundings surroundings) {
    this(surroundings, (s, options) -> Assessor.survival(s, options, new Cancellation()));
  }

  ConcordanceCommand(Surroundings surroundings, Forecaster forecaster) {
    this.surroundings = surroundings;
    this.forecaster = forecaster;
  }

  /// Says how long an agreement lasts.
  @FunctionalInterface
  interface Forecaster {
    /// @throws Unsolved if the scenario cannot be solved; the message says why
    Survival survival(Scenario scenario, AssessOptions options);
  }

  /// What was tried.
  ///
  /// @param forecasts solved
  /// @param unsolved one message per scenario that could not be solved
  private record Outcome(List<Forecast> forecasts, List<String> unsolved) {}

  private record Forecast(Scenario scenario, History history, Survival survival) {}

  @Override
  public Integer call() {
    if (resolution < 4) {
      throw new Complaint("--resolution is " + resolution + ", bound: 4 or more", "--resolution 4");
    }
    var outcome = forecasts(files());
    print(outcome.forecasts());
    if (outcome.unsolved().isEmpty()) {
      return ExitCode.DONE;
    }
    var out = surroundings.out();
    out.println();
    out.println("Not solved, and left out:");
    outcome.unsolved().forEach(why -> out.println("  " + why));
    out.flush();
    return ExitCode.NOT_SOLVED;
  }

  private Outcome forecasts(List<Path> files) {
    var forecasts = new ArrayList<Forecast>();
    var unsolved = new ArrayList<String>();
    var options = AssessOptions.standard().withResolution(resolution);
    try (var progress =
        new ProgressDisplay(surroundings.progress(), surroundings.err(), System::nanoTime)) {
      for (int n = 0; n < files.size(); n++) {
        var scenario = read(files.get(n));
        var history = scenario.history();
        if (history != null && history.yearsHeld() != null) {
          try {
            forecasts.add(new Forecast(scenario, history, forecaster.survival(scenario, options)));
          } catch (Unsolved e) {
            unsolved.add(files.get(n).getFileName() + ": " + e.getMessage());
          }
        }
        progress.at("solving", (n + 1.0) / files.size());
      }
    }
    return new Outcome(forecasts, unsolved);
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      var place = surroundings.folder().resolve(path);
      try (var found = Files.walk(place)) {
        found
            .filter(p -> p.toString().endsWith(".yaml") && Files.isRegularFile(p))
            .sorted()
            .forEach(files::add);
      } catch (IOException | UncheckedIOException e) {
        throw new Complaint(
            path + " cannot be read: " + e.getMessage(), "a scenario file or a folder of them");
      }
    }
    return files;
  }

  private static Scenario read(Path file) {
    return switch (ScenarioReader.read(file)) {
      case ScenarioReading.Read(var scenario) -> scenario;
      case ScenarioReading.Rejected(var problems) ->
          throw new Complaint(
              file + " has " + problems.size() + " problems", "servanda check " + file);
    };
  }

  private void print(List<Forecast> forecasts) {
    var out = surroundings.out();
    out.println(
        "in force after 1 year     5    10    20  expected   held  history  then  forecast  "
            + " accord");
    out.println("                                             years  years");
    var exits = new ArrayList<Concordance.Case>();
    var clashes = new ArrayList<Concordance.Case>();
    for (var forecast : forecasts) {
      var exit = forecast.survival().exit();
      if (exit == null) {
        throw new IllegalStateException("an agreement as drafted can be left");
      }
      var history = forecast.history();
      Double held = history.yearsHeld();
      if (held == null) {
        throw new IllegalStateException("only accords with a known history are forecast");
      }
      double expected = Concordance.expectedYears(exit);
      String title = forecast.scenario().title();
      exits.add(new Concordance.Case(title, expected, held, history.outcome()));
      clashes.add(
          new Concordance.Case(
              title,
              Concordance.expectedYears(forecast.survival().clash()),
              held,
              history.outcome()));
      out.printf(
          Locale.ROOT,
          "                 %.2f  %.2f  %.2f  %.2f  %8.1f  %5.1f  %-7s  %.2f  %-9s  %s%n",
          exit.at(1),
          exit.at(5),
          exit.at(10),
          exit.at(20),
          expected,
          held,
          history.outcome().word(),
          Concordance.inForceThen(exit, held),
          Concordance.isOtherwise(exit, held, history.outcome()) ? "otherwise" : "alike",
          PlainText.clean(title));
    }
    out.println();
    out.println(
        "Then: how likely in force when it ended, at the latest after 20 years. The forecast is");
    out.println("otherwise where it held the other end likelier.");
    print("in force (exit clock)", Concordance.of(exits));
    print("without a clash", Concordance.of(clashes));
    out.flush();
  }

  private void print(String what, Concordance concordance) {
    if (concordance.pairs() == 0) {
      surroundings
          .out()
          .println("No concordance " + what + ": no two accords of which one failed first.");
      return;
    }
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "Concordance of expected years %s with years held: %.3f (%.1f of %d pairs)%n",
            what,
            concordance.index(),
            concordance.concordant(),
            concordance.pairs());
  }
}
