package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.model.measure.VariantSolver;
import org.servanda.report.answer.TerminalStudy;
import org.servanda.study.design.Sampling;
import org.servanda.study.finding.SmallStudy;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.Recorder;
import org.servanda.study.run.StudyRunner;
import org.servanda.study.store.Manifest;
import org.servanda.study.store.StudyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `servanda study`: solves an agreement and its alternatives in many plausible worlds.
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    customSynopsis = "servanda study [OPTIONS] FILE",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Says how sure an answer is: solves an agreement and its alternatives in many plausible"
          + " worlds, all in the same ones.",
      "",
      "Every assumption with a range is drawn anew for each world. Each experiment is kept in a"
          + " folder as it finishes; a study that was stopped goes on with --resume."
    },
    footerHeading = "%n",
    footer = {
      "Examples:",
      "  servanda study catalog/accords/ukraine/1994-budapest.yaml --worlds 256",
      "  servanda study draft.yaml --store draft-study --resume",
      "",
      "The same file, options and version give the same tables, byte by byte, on any",
      "number of threads, in one go or several.",
      "",
      "Exit codes: 0 done; 2 bad input or usage, or a folder that cannot be used;",
      "3 nothing solved; 70 a defect of Servanda; 130 interrupted."
    })
final class StudyCommand implements Callable<Integer> {
  private static final String FORMAT = "1";

  /// Worlds solved on the fine grid too.
  private static final int CHECKED = 4;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The scenario file, YAML.")
  private @Nullable Path file;

  @Option(
      names = "--worlds",
      paramLabel = "NUMBER",
      defaultValue = "4096",
      description = "How many worlds (default: ${DEFAULT-VALUE}).")
  private int worlds;

  @Option(
      names = "--design",
      paramLabel = "NAME",
      defaultValue = "latin",
      description =
          "How worlds are spread: latin, sobol, random, saltelli, morris (default: latin).")
  private String design = "";

  @Option(
      names = "--store",
      paramLabel = "FOLDER",
      description = "Keep the study here (default: the scenario's name with -study).")
  private @Nullable Path store;

  @Option(names = "--resume", description = "Go on with the study in the folder.")
  private boolean resume;

  @Mixin private WorldsOptions options = new WorldsOptions();

  StudyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new IllegalStateException("FILE is required and was not asked for");
    }
    var sampling = sampling();
    var input = Input.read(surroundings.folder(), file);
    if (!input.problems().isEmpty()) {
      input.problems().forEach(surroundings.err()::println);
      surroundings.err().flush();
      return ExitCode.BAD_INPUT;
    }
    var grain = Grain.coarse(Surroundings.memoryOfOneSolve() / options.threads());
    var plan = plan(input, sampling, grain);
    var folder = folder(input);
    options.jsonFile(surroundings);
    var manifest = manifest(input, sampling, grain);
    try (var kept =
        resume
            ? StudyStore.resume(folder, manifest, plan)
            : StudyStore.create(folder, manifest, plan)) {
      copy(input.path(), folder);
      return run(input, sampling, plan, kept, folder);
    }
  }

  private Sampling sampling() {
    options.check(worlds, 4096);
    var named = Sampling.named(design);
    if (named == null) {
      throw new Complaint(
          "--design is \"%s\", bound: latin, sobol, random, saltelli or morris".formatted(design),
          "--design latin");
    }
    return named;
  }

  private Plan plan(Input input, Sampling sampling, Grain grain) {
    try {
      return Plan.of(
          input.scenario(),
          Plan.variants(input.scenario()),
          sampling,
          worlds,
          options.seed(),
          grain);
    } catch (IllegalArgumentException refused) {
      throw Complaint.of(refused);
    }
  }

  private Path folder(Input input) {
    Path chosen = store != null ? store : Path.of(Outputs.stem(input.path()) + "-study");
    return surroundings.folder().resolve(chosen).toAbsolutePath().normalize();
  }

  private Manifest manifest(Input input, Sampling sampling, Grain grain) {
    var entries = new LinkedHashMap<String, String>();
    entries.put("format", FORMAT);
    entries.put("servanda", Version.number());
    entries.put("scenario", input.sha256());
    entries.put("design", sampling.word());
    entries.put("worlds", String.valueOf(worlds));
    entries.put("seed", String.valueOf(options.seed()));
    entries.putAll(grain.entries());
    return new Manifest(entries);
  }

  /// The folder holds all that is needed to run the study again.
  private static void copy(Path scenario, Path folder) {
    try {
      Files.copy(scenario, folder.resolve("scenario.yaml"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("copying " + scenario + " to " + folder, e);
    }
  }

  private int run(Input input, Sampling sampling, Plan plan, StudyStore kept, Path folder) {
    var cancellation = new Cancellation();
    int before = kept.outcomes().finished();
    try (var _ =
        Interruption.finishing(
            cancellation,
            surroundings.err(),
            "Interrupted. What is finished is kept; --resume goes on with it.")) {
      try (var progress = options.progress(surroundings)) {
        Recorder recorder =
            (experiment, outcome) -> {
              kept.record(experiment, outcome);
              progress.at("experiments", kept.outcomes().finished(), before, plan.experiments());
            };
        StudyRunner.run(
            plan,
            experiment -> kept.outcomes().outcome(experiment) != null,
            recorder,
            options.threads(),
            cancellation);
        kept.settle();
        progress.at("experiments", kept.outcomes().finished(), before, plan.experiments());
      }
      kept.export();
      var grid =
          SmallStudy.check(
              kept.outcomes(),
              CHECKED,
              Grain.fine(Surroundings.memoryOfOneSolve()),
              Math.min(options.threads(), Surroundings.LARGE_SOLVES),
              cancellation);
      var findings = StudyFindings.of(kept.outcomes(), sampling, options.seed(), grid);
      if (!cancellation.requested()) {
        write(input, findings, folder, cancellation);
      }
      show(plan, findings, folder);
      return exitCode(kept.outcomes(), cancellation);
    }
  }

  private static int exitCode(Outcomes outcomes, Cancellation cancellation) {
    if (cancellation.requested()) {
      return ExitCode.INTERRUPTED;
    }
    return outcomes.failures().size() == outcomes.finished() ? ExitCode.NOT_SOLVED : ExitCode.DONE;
  }

  /// Writes the report and the answer into the folder; beside the worlds they hold the single run
  /// with every assumption at its most plausible value.
  private void write(Input input, StudyFindings findings, Path folder, Cancellation cancellation) {
    var answer = SingleAnswer.of(input, options, surroundings, cancellation);
    if (answer != null) {
      Outputs.check(
              surroundings,
              List.of(input),
              options.json(),
              null,
              folder.resolve("report.html"),
              Outputs.Replacing.OWN_REPORTS)
          .write(answer.withWorlds(findings), List.of());
    }
  }

  private void show(Plan plan, StudyFindings findings, Path folder) {
    if (options.shows()) {
      var estimates =
          VariantSolver.estimates(
              plan.scenario(), plan.variants().stream().map(Plan.Variant::agreement).toList());
      surroundings
          .out()
          .print(TerminalStudy.of(plan.scenario(), estimates, findings, surroundings.ink()));
      surroundings.out().println("Study: " + folder);
      if (Files.exists(folder.resolve("report.html"))) {
        surroundings.out().println("Report: " + folder.resolve("report.html"));
      }
    }
    surroundings.out().flush();
  }
}
