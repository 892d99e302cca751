package org.servanda.cli;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.servanda.report.html.PropositionsPage;
import org.servanda.study.proposition.Accords;
import org.servanda.study.proposition.Judge;
import org.servanda.study.proposition.Proposition;
import org.servanda.study.proposition.PropositionRunner;
import org.servanda.study.proposition.Propositions;
import org.servanda.study.proposition.Staged;
import org.servanda.study.proposition.Stager;
import org.servanda.study.proposition.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      names = "--catalog",
      paramLabel = "FOLDER",
      description = "A folder with accords and propositions to use instead of the catalogue.")
  private @Nullable Path catalog;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write the cards as an HTML page here.")
  private @Nullable Path report;

  @Mixin private WorldsOptions options = new WorldsOptions();

  PropositionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    options.check(worlds, 2048);
    var file = options.jsonFile(surroundings);
    var page =
        report == null
            ? null
            : OutputFile.at(surroundings.folder().resolve(report), "the report", "--report");
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
      var verdicts = verdicts(staged, cancellation);
      options.write(PropositionsJson.of(verdicts, options.seed()), file, surroundings);
      if (page != null && !verdicts.isEmpty()) {
        var html = PropositionsPage.of(verdicts, Version.number(), worlds, options.seed());
        page.write(html.getBytes(StandardCharsets.UTF_8));
        if (options.shows()) {
          surroundings.out().println("Report: " + report);
          surroundings.out().flush();
        }
      }
      return exitCode(verdicts, cancellation);
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

  private List<Verdict> verdicts(List<Staged> staged, Cancellation cancellation) {
    var grain = Grain.coarse(Surroundings.memoryOfOneSolve() / options.threads());
    var how = new PropositionRunner.Options(worlds, options.seed(), options.threads(), grain);
    var verdicts = new ArrayList<Verdict>();
    for (int p = 0; p < staged.size() && !cancellation.requested(); p++) {
      var proposition = staged.get(p).proposition();
      try (var progress = options.progress(surroundings)) {
        var evidence =
            PropositionRunner.run(
                staged.get(p), how, done -> progress.at(proposition.id(), done), cancellation);
        verdicts.add(Judge.verdict(proposition, evidence, options.seed()));
      } catch (CancellationException stopped) {
        break;
      }
      if (options.shows()) {
        surroundings.out().print(TerminalProposition.of(verdicts.getLast(), surroundings.ink()));
        surroundings.out().flush();
      }
    }
    return verdicts;
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
