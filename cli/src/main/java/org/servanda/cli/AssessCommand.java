package org.servanda.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.AssessOptions.Detail;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.NotAssessed;
import org.servanda.model.measure.SecurityMeasure;
import org.servanda.model.measure.Unsolved;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Ink;
import org.servanda.report.answer.TerminalAnswer;
import org.servanda.report.answer.TerminalComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `servanda assess`: solves the agreement in a scenario file and says whether it will hold.
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    customSynopsis = "servanda assess [OPTIONS] FILE",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Says whether an agreement will hold, who would break it, when and why.",
      "",
      "Solves the game that the scenario file describes, prints a one-screen answer and writes a"
          + " report, one HTML file that needs nothing else, into the current folder."
    },
    footerHeading = "%n",
    footer = {
      "Examples:",
      "  servanda assess catalog/accords/ukraine/1994-budapest.yaml --open",
      "  servanda assess draft.yaml --compare rival.yaml",
      "  servanda assess draft.yaml --alternative tripwire --party ukraine",
      "  servanda assess draft.yaml --worst-case ukraine,usa",
      "  servanda assess draft.yaml --json - | jq .survival.breach",
      "",
      "Every file is written whole or not at all. The same file, options and version",
      "give the same answer, whatever the number of threads.",
      "",
      "Exit codes: 0 done; 2 bad input or usage, or an output that cannot be written;",
      "3 not solved; 70 a defect of Servanda; 130 interrupted."
    })
final class AssessCommand implements Callable<Integer> {
  /// More are a study.
  private static final int MOST_WORLDS = 4096;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The scenario file, YAML.")
  private @Nullable Path file;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "Another scenario to set beside it. May be given several times.")
  private List<Path> compared = List.of();

  @Option(
      names = "--alternative",
      paramLabel = "NAME",
      description = "Assess this alternative of the file in place of the agreement as drafted.")
  private @Nullable String alternative;

  @Option(names = "--party", paramLabel = "NAME", description = "Show this party's view first.")
  private @Nullable String party;

  @Option(
      names = "--worst-case",
      paramLabel = "PARTY",
      split = ",",
      description =
          "Also say what these parties together can be sure of, whatever all others do;"
              + " separated by commas.")
  private List<String> worstCase = List.of();

  @Option(
      names = "--precision",
      paramLabel = "NUMBER",
      description =
          "How sharply every party tells better from worse, per stake, 0 to 1000; in place of the"
              + " file's.")
  private @Nullable Double precision;

  @Option(
      names = "--worlds",
      paramLabel = "NUMBER",
      description =
          "Solve so many plausible worlds for the band around the answer; 0 for none (default: as"
              + " many as take some ten seconds, 8 to 128; none with --quick).")
  private @Nullable Integer worlds;

  @Option(
      names = "--quick",
      description =
          "Leave out the band, and how far single assumptions move the answer, which takes most"
              + " of the time.")
  private boolean quick;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "Seed of the plausible worlds, recorded in all outputs (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write the answer as JSON; - for standard output, then nothing else is printed there and"
              + " no report is written unless asked for.")
  private @Nullable String json;

  @Option(
      names = "--csv",
      paramLabel = "FOLDER",
      description = "Write the answer as CSV tables into this folder; it is made if missing.")
  private @Nullable Path csv;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write the report here (default: the scenario's name with .html in the current folder).")
  private @Nullable Path report;

  @Option(names = "--no-report", description = "Write no report.")
  private boolean noReport;

  @Option(names = "--open", description = "Open the report when it is written.")
  private boolean open;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors; files are written all the same.")
  private boolean quiet;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "Solve so many games side by side (default: one per processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  AssessCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new IllegalStateException("FILE is required and was not asked for");
    }
    var options = options();
    var inputs = new ArrayList<Input>();
    inputs.add(Input.read(surroundings.folder(), file));
    compared.forEach(other -> inputs.add(Input.read(surroundings.folder(), other)));
    var rejected = inputs.stream().filter(i -> !i.problems().isEmpty()).toList();
    if (!rejected.isEmpty()) {
      rejected.forEach(i -> i.problems().forEach(surroundings.err()::println));
      surroundings.err().flush();
      return ExitCode.BAD_INPUT;
    }
    var first = inputs.getFirst();
    String variant =
        alternative == null ? AssessOptions.AS_DRAFTED : first.alternative(alternative);
    String view = party == null ? null : first.party(party);
    var coalition = first.coalition(worstCase);
    var outputs = outputs(inputs, first, variant);
    return assess(inputs, options.withVariant(variant), view, coalition, outputs);
  }

  private AssessOptions options() {
    if (threads < 1) {
      throw new Complaint("--threads is " + threads + ", bound: 1 or more", "--threads 1");
    }
    if (worlds != null && !(worlds >= 0 && worlds <= MOST_WORLDS)) {
      throw new Complaint(
          "--worlds is %,d, bound: 0 to %,d".formatted(worlds, MOST_WORLDS),
          "--worlds 64, or servanda study");
    }
    if (precision != null && !(precision >= 0 && precision <= 1000)) {
      throw new Complaint("--precision is " + precision + ", bound: 0 to 1000", "--precision 18");
    }
    var options =
        AssessOptions.standard()
            .withThreads(threads)
            .withMemoryLimit(Surroundings.memoryOfOneSolve())
            .withDetail(quick ? Detail.FULL : Detail.SENSITIVITY);
    return precision == null ? options : options.withPrecision(precision);
  }

  private Outputs outputs(List<Input> inputs, Input first, String variant) {
    if (noReport && (report != null || open)) {
      throw new Complaint(
          "--no-report and " + (report != null ? "--report" : "--open") + " contradict each other",
          "one of them");
    }
    if (report != null && report.toString().equals("-")) {
      throw new Complaint(
          "--report is -, and a report is written to a file only",
          "--report FILE.html, or --json -");
    }
    boolean wanted = !noReport && (report != null || open || !"-".equals(json));
    Path where = report == null ? Outputs.usualReport(first.path(), variant) : report;
    return Outputs.check(
        surroundings,
        inputs,
        json,
        csv,
        wanted ? where : null,
        report == null ? Outputs.Replacing.OWN_REPORTS : Outputs.Replacing.ANYTHING);
  }

  private int assess(
      List<Input> inputs,
      AssessOptions options,
      @Nullable String view,
      List<String> coalition,
      Outputs outputs) {
    var cancellation = new Cancellation();
    var answers = new ArrayList<Answer>();
    try (var _ = new Interruption(cancellation, surroundings.err())) {
      try (var progress = progress()) {
        for (Input input : inputs) {
          boolean isFirst = answers.isEmpty();
          var own =
              isFirst
                  ? options
                  : options.withVariant(AssessOptions.AS_DRAFTED).withDetail(Detail.FULL);
          switch (surroundings.solver().assess(input.scenario(), own, progress, cancellation)) {
            case Assessment assessment -> {
              var answer =
                  new Answer(
                      input.manifest(own, seed),
                      input.scenario(),
                      assessment,
                      isFirst ? view : null);
              var study =
                  isFirst && !(quick && worlds == null)
                      ? surroundings
                          .worlds()
                          .solve(input.scenario(), own, worlds, seed, progress, cancellation)
                      : null;
              if (cancellation.requested()) {
                return ExitCode.INTERRUPTED; // the interruption has said so
              }
              answers.add(study == null ? answer : answer.withWorlds(study));
            }
            case NotAssessed why -> {
              return notSolved(input, why);
            }
          }
        }
      }
      if (!coalition.isEmpty()) {
        var levels =
            SecurityMeasure.of(inputs.getFirst().scenario(), options, coalition, cancellation);
        answers.set(0, answers.getFirst().withWorstCase(levels));
      }
      outputs.write(answers.getFirst(), answers.subList(1, answers.size()));
    } catch (Unsolved unsolved) {
      return notSolved(inputs.getFirst(), unsolved.reason());
    }
    show(answers, outputs);
    return ExitCode.DONE;
  }

  private ProgressDisplay progress() {
    var style = quiet ? ProgressDisplay.Style.NONE : surroundings.progress();
    return new ProgressDisplay(style, surroundings.err(), System::nanoTime);
  }

  private int notSolved(Input input, NotAssessed why) {
    if (why.reason() == NotAssessed.Reason.CANCELED) {
      return ExitCode.INTERRUPTED; // the interruption has said so
    }
    surroundings.err().println(input.located(why));
    surroundings.err().flush();
    return ExitCode.NOT_SOLVED;
  }

  private void show(List<Answer> answers, Outputs outputs) {
    if (!quiet && !outputs.takesStandardOutput()) {
      surroundings.out().print(screen(answers));
    }
    var written = outputs.report();
    if (written != null && !quiet) {
      var notes = outputs.takesStandardOutput() ? surroundings.err() : surroundings.out();
      notes.println("Report: " + outputs.shownReport());
    }
    if (written != null
        && open
        && !surroundings.viewer().open(written.path().toAbsolutePath().toString())) {
      surroundings.err().println("No program was found to open " + written.path());
      surroundings.err().println("Try: open it in a browser.");
    }
    surroundings.out().flush();
    surroundings.err().flush();
  }

  private String screen(List<Answer> answers) {
    Ink ink = surroundings.ink();
    return answers.size() == 1
        ? TerminalAnswer.of(answers.getFirst(), ink)
        : TerminalComparison.of(answers.getFirst(), answers.subList(1, answers.size()), ink);
  }
}
