package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Problem;
import org.servanda.agreement.scenario.ProblemText;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.report.answer.TerminalProposition;
import org.servanda.report.export.PropositionsJson;
import org.servanda.study.proposition.Accords;
import org.servanda.study.proposition.Judge;
import org.servanda.study.proposition.Proposition;
import org.servanda.study.proposition.PropositionRunner;
import org.servanda.study.proposition.Propositions;
import org.servanda.study.proposition.Staged;
import org.servanda.study.proposition.Stager;
import org.servanda.study.proposition.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `servanda propositions`: runs claims about agreements in many plausible worlds.
@Command(
    name = "propositions",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    customSynopsis = "servanda propositions [OPTIONS] [ID...]",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Runs claims that people make about such agreements, and says which survive.",
      "",
      "A claim is two or more variants of several accords and a measure. All are solved in the"
          + " same plausible worlds; the verdict is the share of worlds in which the claim holds,"
          + " how large the effect is, what decides it, and where it flips."
    },
    footerHeading = "%n",
    footer = {
      "Examples:",
      "  servanda propositions P07 P09 --worlds 256",
      "  servanda propositions --json verdicts.json",
      "",
      "The same files, options and version give the same bytes on any number of threads.",
      "",
      "Exit codes: 0 done, whatever the verdicts; 2 bad input or usage; 3 a proposition",
      "of which no world was solved; 70 a defect of Servanda; 130 interrupted."
    })
final class PropositionsCommand implements Callable<Integer> {
  private static final int MOST_WORLDS = 1 << 20;

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Propositions to run, such as P07 (default: all).")
  private List<String> ids = List.of();

  @Option(
      names = "--worlds",
      paramLabel = "NUMBER",
      defaultValue = "2048",
      description = "Worlds per proposition, over all its accords (default: ${DEFAULT-VALUE}).")
  private int worlds;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Seed of the worlds (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "Solve so many games side by side (default: one per processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the verdicts as JSON; - for standard output instead of text.")
  private @Nullable String json;

  @Option(
      names = "--catalog",
      paramLabel = "FOLDER",
      description = "A folder with accords and propositions to use instead of the catalogue.")
  private @Nullable Path catalog;

  PropositionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    checkOptions();
    boolean toOutput = "-".equals(json);
    var file =
        json == null || toOutput
            ? null
            : OutputFile.at(surroundings.folder().resolve(json), "the JSON file", "--json");
    var problems = new ArrayList<Problem>();
    var staged = staged(problems);
    if (!problems.isEmpty()) {
      problems.forEach(p -> surroundings.err().println(ProblemText.of(p)));
      surroundings.err().flush();
      return ExitCode.BAD_INPUT;
    }
    var cancellation = new Cancellation();
    try (var _ =
        Interruption.finishing(
            cancellation, surroundings.err(), "Interrupted. Finished propositions are told.")) {
      var verdicts = verdicts(staged, toOutput, cancellation);
      var bytes = PropositionsJson.of(verdicts, seed);
      if (file != null) {
        file.write(bytes);
      }
      if (toOutput) {
        print(bytes);
      }
      return exitCode(verdicts, cancellation);
    }
  }

  private void checkOptions() {
    if (threads < 1) {
      throw new Complaint("--threads is " + threads + ", bound: 1 or more", "--threads 1");
    }
    if (worlds < 1 || worlds > MOST_WORLDS) {
      throw new Complaint(
          "--worlds is %,d, bound: 1 to %,d".formatted(worlds, MOST_WORLDS), "--worlds 2048");
    }
  }

  private List<Staged> staged(List<Problem> problems) {
    var home = catalog == null ? surroundings.home().resolve("catalog") : catalog;
    var folder = surroundings.folder().resolve(home);
    try {
      var all = Propositions.in(folder.resolve("propositions"));
      problems.addAll(all.problems());
      var staged = new ArrayList<Staged>();
      for (var proposition : chosen(all.read(), problems)) {
        switch (Stager.stage(proposition, Accords.in(folder.resolve("accords")))) {
          case Stager.Outcome.Ready(var ready) -> staged.add(ready);
          case Stager.Outcome.Rejected(var wrong) -> problems.addAll(wrong);
        }
      }
      return staged;
    } catch (UncheckedIOException e) {
      throw new Complaint(
          String.valueOf(e.getMessage()), "--catalog with the folder that holds propositions");
    }
  }

  private List<Proposition> chosen(List<Proposition> all, List<Problem> problems) {
    if (ids.isEmpty()) {
      return all;
    }
    var chosen = new ArrayList<Proposition>();
    for (String id : ids) {
      var of = all.stream().filter(p -> p.id().equalsIgnoreCase(id)).toList();
      if (of.isEmpty() && problems.isEmpty()) {
        throw new Complaint(
            "there is no proposition " + id,
            "one of " + all.stream().map(Proposition::id).collect(Collectors.joining(", ")));
      }
      chosen.addAll(of);
    }
    return chosen;
  }

  private List<Verdict> verdicts(List<Staged> staged, boolean toOutput, Cancellation cancellation) {
    var grain = Grain.coarse(Surroundings.memoryOfOneSolve() / threads);
    var options = new PropositionRunner.Options(worlds, seed, threads, grain);
    var verdicts = new ArrayList<Verdict>();
    for (int p = 0; p < staged.size() && !cancellation.requested(); p++) {
      var proposition = staged.get(p).proposition();
      try (var progress =
          new ProgressDisplay(surroundings.progress(), surroundings.err(), System::nanoTime)) {
        var evidence =
            PropositionRunner.run(
                staged.get(p), options, done -> progress.at(proposition.id(), done), cancellation);
        verdicts.add(Judge.verdict(proposition, evidence, seed));
      } catch (CancellationException stopped) {
        break;
      }
      if (!toOutput) {
        surroundings.out().print(TerminalProposition.of(verdicts.getLast(), surroundings.ink()));
        surroundings.out().flush();
      }
    }
    return verdicts;
  }

  private void print(byte[] bytes) {
    try {
      surroundings.bytes().write(bytes);
      surroundings.bytes().flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to standard output", e);
    }
  }

  private static int exitCode(List<Verdict> verdicts, Cancellation cancellation) {
    if (cancellation.requested()) {
      return ExitCode.INTERRUPTED;
    }
    return verdicts.stream().anyMatch(v -> v.ruling() == Verdict.Ruling.UNSOLVED)
        ? ExitCode.NOT_SOLVED
        : ExitCode.DONE;
  }
}
