package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.report.answer.RepairManifest;
import org.servanda.report.answer.TerminalRepair;
import org.servanda.report.export.RepairJson;
import org.servanda.study.repair.RepairFindings;
import org.servanda.study.repair.RepairOptions;
import org.servanda.study.repair.RepairOutcome;
import org.servanda.study.repair.RepairSearch;
import org.servanda.study.repair.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `servanda repair`: looks for the smallest changes of clauses that make an agreement hold.
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    customSynopsis = "servanda repair [OPTIONS] FILE --target TARGET",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Looks for the smallest changes of clauses with which the agreement reaches a target, says"
          + " what each costs whom and who must accept it, and verifies each in fresh worlds.",
      "",
      "A target is survival(CLOCK, YEARSy) >= PROBABILITY in SHARE% of worlds. The clocks are"
          + " material breach, armed clash and agreement in force; breach, clash and exit for"
          + " short."
    },
    footerHeading = "%n",
    footer = {
      "Examples:",
      "  servanda repair catalog/accords/ukraine/1994-budapest.yaml \\",
      "    --target \"survival(armed clash, 5y) >= 0.7 in 80%% of worlds\"",
      "  servanda repair draft.yaml --target \"survival(breach, 10y) >= 0.5 in 60%% of worlds\" \\",
      "    --worlds 256 --combinations 200 --json repairs.json",
      "",
      "The same file, options and version give the same answer on any number of threads.",
      "",
      "Exit codes: 0 done, also if nothing reaches the target; 2 bad input or usage;",
      "3 not solved; 70 a defect of Servanda; 130 interrupted."
    })
final class RepairCommand implements Callable<Integer> {
  private static final int MOST_COMBINATIONS = 100_000;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The scenario file, YAML.")
  private @Nullable Path file;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      required = true,
      description = "What is to be reached.")
  private String target = "";

  @Option(
      names = "--worlds",
      paramLabel = "NUMBER",
      defaultValue = "" + RepairOptions.WORLDS,
      description =
          "How many worlds to search in, and as many to verify in (default: ${DEFAULT-VALUE}).")
  private int worlds;

  @Option(
      names = "--combinations",
      paramLabel = "NUMBER",
      defaultValue = "" + RepairOptions.COMBINATIONS,
      description = "How many combinations of clauses to try (default: ${DEFAULT-VALUE}).")
  private int combinations;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write a report of the agreement with its repairs here, HTML.")
  private @Nullable Path report;

  @Mixin private WorldsOptions common = new WorldsOptions();

  RepairCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new IllegalStateException("FILE is required and was not asked for");
    }
    common.check(worlds, RepairOptions.WORLDS);
    WorldsOptions.check("--combinations", combinations, 0, MOST_COMBINATIONS);
    var input = Input.read(surroundings.folder(), file);
    if (!input.problems().isEmpty()) {
      input.problems().forEach(surroundings.err()::println);
      surroundings.err().flush();
      return ExitCode.BAD_INPUT;
    }
    var written = common.jsonFile(surroundings);
    var page = page(input);
    var grain = Grain.coarse(Surroundings.memoryOfOneSolve() / common.threads());
    var options =
        new RepairOptions(worlds, worlds, combinations, common.seed(), common.threads(), grain);
    return search(input, options, written, page);
  }

  private @Nullable Outputs page(Input input) {
    return report == null
        ? null
        : Outputs.check(
            surroundings, List.of(input), null, null, report, Outputs.Replacing.ANYTHING);
  }

  private int search(
      Input input, RepairOptions options, @Nullable OutputFile written, @Nullable Outputs page) {
    var cancellation = new Cancellation();
    try (var _ = new Interruption(cancellation, surroundings.err())) {
      RepairOutcome outcome;
      try (var progress = common.progress(surroundings)) {
        outcome =
            RepairSearch.run(
                text(input.path()),
                Target.of(target),
                options,
                (stage, done, all) -> progress.at(stage, (double) done / all),
                cancellation);
      } catch (IllegalArgumentException refused) {
        throw Complaint.of(refused);
      }
      return switch (outcome) {
        case RepairOutcome.Done(var findings) -> {
          show(input, options, findings, written);
          yield page == null ? ExitCode.DONE : report(input, findings, page, cancellation);
        }
        case RepairOutcome.Interrupted() -> ExitCode.INTERRUPTED;
        case RepairOutcome.NotSolved(var reason) -> {
          surroundings.err().println("Not solved: " + reason);
          surroundings.err().flush();
          yield ExitCode.NOT_SOLVED;
        }
      };
    }
  }

  private static ScenarioText text(Path path) {
    try {
      return new ScenarioText(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path + " again", e);
    }
  }

  private void show(
      Input input, RepairOptions options, RepairFindings findings, @Nullable OutputFile written) {
    String name = String.valueOf(input.path().getFileName());
    var manifest = new RepairManifest(Version.number(), name, input.sha256(), options);
    common.write(RepairJson.of(findings, manifest), written, surroundings);
    if (common.shows()) {
      surroundings.out().print(TerminalRepair.of(findings, surroundings.ink()));
    }
    surroundings.out().flush();
  }

  private int report(
      Input input, RepairFindings findings, Outputs page, Cancellation cancellation) {
    var answer = SingleAnswer.of(input, common, surroundings, cancellation);
    if (answer == null) {
      return cancellation.requested() ? ExitCode.INTERRUPTED : ExitCode.NOT_SOLVED;
    }
    page.write(answer.withRepairs(findings), List.of());
    if (common.shows()) {
      surroundings.out().println("Report: " + page.shownReport());
      surroundings.out().flush();
    }
    return ExitCode.DONE;
  }
}
