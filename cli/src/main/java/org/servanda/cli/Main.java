package org.servanda.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.Unsolved;
import org.servanda.study.run.RecordingFailed;
import org.servanda.study.store.StoreFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `servanda` command.
@Command(
    name = "servanda",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    customSynopsis = {"servanda COMMAND [OPTIONS] FILE...", "  servanda --help | --version"},
    descriptionHeading = "%n",
    description = {
      "Says before anybody signs whether an agreement between states will hold, who would break it,"
          + " when and why, and what would change that."
    },
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  servanda assess catalog/accords/ukraine/1994-budapest.yaml",
      "  servanda study my-draft.yaml --worlds 1024",
      "  servanda check my-draft.yaml",
      "  servanda serve --open",
      "  servanda assess --help",
      "",
      "Exit codes: 0 done, 2 bad input or usage, 3 not solved, 70 a defect of Servanda,",
      "130 interrupted."
    },
    subcommands = {
      AssessCommand.class,
      StudyCommand.class,
      PropositionsCommand.class,
      RepairCommand.class,
      CheckCommand.class,
      SolveCommand.class,
      ConcordanceCommand.class,
      CalibrationCommand.class,
      ReproduceCommand.class,
      ServeCommand.class
    })
public final class Main implements Runnable {

  @Option(
      names = "--verbose",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show details of unexpected errors.")
  private boolean verbose;

  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  ///
  /// @param args the words after `servanda`
  public static void main(String[] args) {
    var surroundings = Surroundings.ofProcess();
    int exitCode = run(surroundings, args);
    surroundings.out().flush();
    surroundings.err().flush();
    System.exit(exitCode);
  }

  /// Runs one command and says whatever goes wrong in a sentence, even what Java calls an error.
  static int run(Surroundings surroundings, String... args) {
    try {
      return commandLine(surroundings).execute(args);
    } catch (OutOfMemoryError e) {
      surroundings
          .err()
          .println(
              "Java ran out of memory: it may use %,d MB."
                  .formatted(Runtime.getRuntime().maxMemory() >> 20));
      surroundings.err().println("Try: SERVANDA_JAVA_OPTS=-Xmx8g, or a shorter horizon.");
      surroundings.err().flush();
      return ExitCode.NOT_SOLVED;
    } catch (Error e) {
      return failed(surroundings, e, List.of(args).contains("--verbose"));
    }
  }

  /// The whole command line, ready to execute.
  static CommandLine commandLine(Surroundings surroundings) {
    var main = new Main();
    var ansi =
        surroundings.ink() == org.servanda.report.answer.Ink.ANSI
            ? CommandLine.Help.Ansi.ON
            : CommandLine.Help.Ansi.OFF;
    return new CommandLine(main, new Factory(surroundings))
        .setOut(surroundings.out())
        .setErr(surroundings.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(80)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler((e, _) -> misused(surroundings, e))
        .setExecutionExceptionHandler((e, _, _) -> failed(surroundings, e, main.verbose));
  }

  private static int misused(Surroundings surroundings, ParameterException e) {
    String message = message(e);
    surroundings.err().println(message);
    if (!message.contains("Try: ")) {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      var near =
          e instanceof UnmatchedArgumentException unmatched
              ? unmatched.getSuggestions()
              : List.<String>of();
      surroundings
          .err()
          .println(
              near.isEmpty()
                  ? "Try: " + command + " --help"
                  : "Try: " + near.getFirst().replaceFirst("^(?!servanda)", command + " "));
    }
    surroundings.err().flush();
    return ExitCode.BAD_INPUT;
  }

  private static String message(ParameterException e) {
    boolean names = e.getCommandLine().getParent() == null;
    if (names
        && e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()) {
      return "no command \"" + unmatched.getUnmatched().getFirst() + "\"";
    }
    return Objects.requireNonNullElse(e.getMessage(), "misused")
        .replaceFirst("is not an? (double|float)$", "is not a number")
        .replaceFirst("is not an? (int|long)$", "is not a whole number");
  }

  private static int failed(Surroundings surroundings, Throwable e, boolean verbose) {
    if (e instanceof Complaint) {
      surroundings.err().println(e.getMessage());
      surroundings.err().flush();
      return ExitCode.BAD_INPUT;
    }
    if (e instanceof Unsolved) {
      surroundings.err().println("Not solved: " + e.getMessage());
      surroundings.err().flush();
      return ExitCode.NOT_SOLVED;
    }
    if (e instanceof StoreFailed || e instanceof RecordingFailed) {
      surroundings.err().println(e.getMessage());
      surroundings.err().flush();
      return ExitCode.BAD_INPUT;
    }
    surroundings.err().println("Servanda failed, which is a defect of Servanda: " + e);
    if (verbose) {
      e.printStackTrace(surroundings.err());
    } else {
      surroundings.err().println("Try: the same command with --verbose, and report what it says.");
    }
    surroundings.err().flush();
    return ExitCode.DEFECT;
  }

  /// Gives commands their surroundings.
  private record Factory(Surroundings surroundings) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == AssessCommand.class) {
        return type.cast(new AssessCommand(surroundings));
      }
      if (type == StudyCommand.class) {
        return type.cast(new StudyCommand(surroundings));
      }
      if (type == PropositionsCommand.class) {
        return type.cast(new PropositionsCommand(surroundings));
      }
      if (type == RepairCommand.class) {
        return type.cast(new RepairCommand(surroundings));
      }
      if (type == CheckCommand.class) {
        return type.cast(new CheckCommand(surroundings));
      }
      if (type == SolveCommand.class) {
        return type.cast(new SolveCommand(surroundings));
      }
      if (type == ConcordanceCommand.class) {
        return type.cast(new ConcordanceCommand(surroundings));
      }
      if (type == CalibrationCommand.class) {
        return type.cast(new CalibrationCommand(surroundings));
      }
      if (type == ReproduceCommand.class) {
        return type.cast(new ReproduceCommand(surroundings));
      }
      if (type == ServeCommand.class) {
        return type.cast(new ServeCommand(surroundings));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("the command was run without its command line");
    }
    throw new ParameterException(spec.commandLine(), "no command given\nTry: servanda --help");
  }
}
