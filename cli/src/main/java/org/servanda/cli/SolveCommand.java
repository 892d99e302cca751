package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.servanda.cli.solve.Answer;
import org.servanda.cli.solve.BranchCsv;
import org.servanda.cli.solve.GameHead;
import org.servanda.cli.solve.Latest;
import org.servanda.cli.solve.Missing;
import org.servanda.cli.solve.PayoffRange;
import org.servanda.cli.solve.Question;
import org.servanda.cli.solve.ResultsJson;
import org.servanda.cli.solve.StatesAnswer;
import org.servanda.cli.solve.Status;
import org.servanda.cli.solve.TreeAnswer;
import org.servanda.cli.solve.WorstCaseAnswer;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.gamefile.GameFile;
import org.servanda.gamefile.GameFileReader;
import org.servanda.gamefile.GameReading;
import org.servanda.report.answer.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `servanda solve`: equilibria and guaranteed values of a game in a file.
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    customSynopsis = "servanda solve [OPTIONS] GAME",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Solves a game from a file: logit equilibria, their limit, or a worst case.",
      "",
      "Reads Gambit's .efg and .nfg files and games in JSON. Without an option for what to find,"
          + " it finds the limit of the branch of logit equilibria; of a game of kind zero-sum,"
          + " what its first player can guarantee."
    },
    footerHeading = "%n",
    footer = {
      "Examples:",
      "  servanda solve entry.efg",
      "  servanda solve entry.efg --lambda 0.5,1,2 --limit",
      "  servanda solve duel.json --worst-case --player A --horizon inf",
      "  servanda solve entry.efg --lambda 2 --json - | jq .results[0].strategies",
      "  servanda solve entry.efg --lambda 10 --branch > branch.csv",
      "",
      "Exit codes: 0 done; 2 bad input or usage, or a game that has no such answer;",
      "3 not solved, or not as exactly as asked, with the best point found;",
      "70 a defect of Servanda; 130 interrupted."
    })
final class SolveCommand implements Callable<Integer> {
  private static final int WIDTH = 80;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "GAME", description = "The game file.")
  private @Nullable Path file;

  @Option(
      names = "--lambda",
      paramLabel = "L[,L...]",
      description =
          "Find the logit equilibrium at these precisions, per unit of payoff, each 0 or more.")
  private @Nullable String lambda;

  @Option(names = "--limit", description = "Find the limit of the branch for growing lambda.")
  private boolean limit;

  @Option(
      names = "--worst-case",
      description = "Find what players can guarantee together, whatever the rest do.")
  private boolean worstCase;

  @Option(
      names = "--player",
      paramLabel = "P",
      split = ",",
      description = "Who: names or numbers from 1. The sum of their payoffs is guaranteed.")
  private List<String> players = List.of();

  @Option(
      names = "--horizon",
      paramLabel = "N|inf",
      description = "Steps played in a game of states (default: the file's, or inf).")
  private @Nullable String horizon;

  @Option(
      names = "--branch",
      description = "Print the points of the whole branch as CSV, in place of the answer.")
  private boolean branch;

  @Option(
      names = "--all",
      description = "Search for further equilibria, and say what the search guarantees.")
  private boolean all;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the answer as JSON; - for standard output, in place of the text.")
  private @Nullable String json;

  @Option(
      names = "--precision",
      paramLabel = "E",
      defaultValue = "1e-9",
      description =
          "Largest residual, or error of a guaranteed value, that counts as solved (default:"
              + " ${DEFAULT-VALUE}).")
  private double precision;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Stop after so long, say how far it went, and exit with 3.")
  private @Nullable Double seconds;

  SolveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new IllegalStateException("GAME is required and was not asked for");
    }
    checkOptions();
    var lambdas = Lambdas.of(lambda);
    var output = output();
    return switch (GameFileReader.read(surroundings.folder().resolve(file))) {
      case GameReading.Rejected(var problems) -> {
        problems.forEach(problem -> surroundings.err().println(problem.text()));
        surroundings.err().flush();
        yield ExitCode.BAD_INPUT;
      }
      case GameReading.Read(var game) -> solve(game, lambdas, output);
    };
  }

  private void checkOptions() {
    if (!(precision > 0 && precision < 1)) {
      throw new Complaint(
          "--precision is " + precision + ", bound: above 0 and below 1", "--precision 1e-9");
    }
    if (seconds != null && !(seconds > 0)) {
      throw new Complaint("--time-limit is " + seconds + ", bound: above 0", "--time-limit 60");
    }
    if (worstCase && (lambda != null || limit || branch || all)) {
      throw new Complaint(
          "--worst-case is no equilibrium and goes with neither --lambda, --limit, --branch nor"
              + " --all",
          "two commands");
    }
    if (!worstCase && !players.isEmpty()) {
      throw new Complaint("--player says whose worst case, and none is asked for", "--worst-case");
    }
    if (all && lambda == null) {
      throw new Complaint(
          "--all searches at a finite lambda, and none is given", "--all --lambda 5");
    }
    if (branch && "-".equals(json)) {
      throw new Complaint(
          "--branch and --json - would both go to standard output", "--json FILE.json");
    }
  }

  private @Nullable OutputFile output() {
    return json == null || json.equals("-")
        ? null
        : OutputFile.at(surroundings.folder().resolve(json), "the answer", "--json");
  }

  private int solve(GameFile game, List<Double> lambdas, @Nullable OutputFile output) {
    checkRange(game, lambdas);
    var cancellation = new Cancellation();
    double time = seconds == null ? Double.POSITIVE_INFINITY : seconds;
    try (var _ = new Interruption(cancellation, surroundings.err());
        var deadline = new Deadline(time, cancellation)) {
      var question = question(lambdas, cancellation, deadline);
      Supplier<Answer> work = work(game, question);
      var answer = deadline.answer(work, () -> Missing.late(question, time));
      if (answer.status() == Status.CANCELED) {
        return ExitCode.INTERRUPTED;
      }
      write(answer, output);
      show(game, answer);
      return switch (answer.status()) {
        case SOLVED -> ExitCode.DONE;
        case UNDEFINED -> ExitCode.BAD_INPUT;
        default -> ExitCode.NOT_SOLVED;
      };
    }
  }

  private Question question(List<Double> lambdas, Cancellation cancellation, Deadline deadline) {
    return new Question(
        lambdas,
        limit || (lambdas.isEmpty() && !branch),
        all,
        branch ? new BranchCsv(surroundings.out()) : null,
        precision,
        Runtime.getRuntime().maxMemory() / 2,
        seconds == null ? null : new Latest(),
        cancellation,
        deadline::passed);
  }

  /// What there is to do; everything that can be wrong with the question is told before.
  private Supplier<Answer> work(GameFile game, Question question) {
    var coalition = new Coalition(game, players).members();
    return switch (game) {
      case GameFile.Tree tree -> {
        if (horizon != null) {
          throw new Complaint("--horizon is for games of states, and this is a tree", "without it");
        }
        if (worstCase) {
          var states = turnByTurn(tree);
          yield () -> WorstCaseAnswer.of(states, coalition, null, question);
        }
        yield () -> TreeAnswer.of(tree, question);
      }
      case GameFile.States states -> {
        Integer steps = Horizon.of(horizon, states);
        boolean nothingAsked = lambda == null && !limit && !branch;
        boolean guaranteed = worstCase || (states.form() == GameFile.Form.ZERO_SUM && nothingAsked);
        yield guaranteed
            ? () -> WorstCaseAnswer.of(states, coalition, steps, question)
            : () -> StatesAnswer.of(states, steps, question);
      }
    };
  }

  private GameFile.States turnByTurn(GameFile.Tree tree) {
    try {
      return TurnByTurn.states(tree);
    } catch (Complaint e) {
      throw Complaint.of(new IllegalArgumentException(located(String.valueOf(e.getMessage()))));
    }
  }

  private String located(String problem) {
    return surroundings.folder().resolve(Objects.requireNonNull(file)) + ": " + problem;
  }

  private void checkRange(GameFile game, List<Double> lambdas) {
    double range = PayoffRange.of(game);
    for (double asked : lambdas) {
      if (!(asked * range < PayoffRange.MOST)) {
        throw new Complaint(
            located(
                "--lambda is %s, bound: below %s, which is %s over the payoff range %s"
                    .formatted(asked, PayoffRange.MOST / range, PayoffRange.MOST, range)),
            "--limit for an infinite lambda, or a smaller --lambda");
      }
    }
  }

  private void write(Answer answer, @Nullable OutputFile output) {
    if (output != null) {
      output.write(ResultsJson.of(answer));
    }
    if ("-".equals(json)) {
      try {
        surroundings.bytes().write(ResultsJson.of(answer));
        surroundings.bytes().flush();
      } catch (IOException e) {
        throw new UncheckedIOException("writing to standard output", e);
      }
    }
  }

  /// Tables fit; prose that does not is broken.
  private static Stream<String> wrapped(String line) {
    return PlainText.columns(line) <= WIDTH
        ? Stream.of(line)
        : PlainText.wrapped(line, WIDTH).stream();
  }

  private void show(GameFile game, Answer answer) {
    boolean refused = answer.status() == Status.UNDEFINED && answer.text().isEmpty();
    if (!branch && !"-".equals(json) && !refused) {
      GameHead.lines(game, surroundings.ink()).forEach(surroundings.out()::println);
      answer.text().stream()
          .map(PlainText::withoutMarks)
          .flatMap(SolveCommand::wrapped)
          .forEach(surroundings.out()::println);
    }
    surroundings.out().flush();
    answer.problems().forEach(problem -> surroundings.err().println(located(problem)));
    surroundings.err().flush();
  }
}
