package org.servanda.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.servanda.engine.tree.AgentLogitLimitOutcome;
import org.servanda.engine.tree.AgentLogitLimitSolver;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.AgentLogitOutcome;
import org.servanda.engine.tree.AgentLogitSolver;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.SolverSize;

/// Prints how long extensive games of growing size take, as Markdown tables.
///
/// The first run of each game is given by itself; then medians over five runs in the same virtual
/// machine, wall time and time on the processor. Next to them stand the seconds of gambit-logit
/// 16.7.0 with its defaults on games of the same families, on an idle machine, start of its process
/// included, and how many times longer that is than the time on the processor here.
public final class TreeLadder {
  private static final int RUNS = 5;
  private static final double LONG = 5;
  private static final double UNKNOWN = 0;

  /// A game, with the peer's seconds to lambda 2 and to the end of its branch.
  private record Rung(String name, Supplier<ExtensiveGame> game, double peer, double peerEnd) {}

  private static final double CAP = 300;

  private static final Rung[] RUNGS = {
    centipede(4, 0.00406, 0.00837),
    centipede(8, 0.0138, 0.0285),
    centipede(16, 0.102, 0.171),
    centipede(32, 0.849, 1.36),
    centipede(64, 8.12, 12.3),
    centipede(128, 74.3, 128),
    centipede(256, UNKNOWN, UNKNOWN),
    centipede(512, UNKNOWN, UNKNOWN),
    chainStore(2, 0.0321, 0.361),
    chainStore(3, 0.522, 4.71),
    chainStore(4, 7.29, 71.2),
    chainStore(5, 113, CAP),
    chainStore(6, CAP, CAP),
    chainStore(7, UNKNOWN, UNKNOWN),
    chainStore(8, UNKNOWN, UNKNOWN),
    signal(2, 0.00453, 0.0339),
    signal(3, 0.018, 0.0528),
    signal(4, 0.077, 1.4),
    signal(6, 0.626, 9.27),
    signal(8, 3.18, 54.8),
    signal(12, UNKNOWN, UNKNOWN),
    signal(16, UNKNOWN, UNKNOWN),
    screening(2, 3, 0.172, 2.6),
    screening(2, 5, 1.37, 22.1),
    screening(3, 6, 6.74, 92.4),
    screening(4, 8, 46.5, CAP),
    screening(5, 12, UNKNOWN, UNKNOWN),
    screening(6, 16, UNKNOWN, UNKNOWN)
  };

  private TreeLadder() {}

  private static Rung centipede(int n, double peer, double end) {
    return new Rung("centipede " + n, () -> TreeGames.centipede(n, 0), peer, end);
  }

  private static Rung chainStore(int n, double peer, double end) {
    return new Rung("chain store " + n, () -> TreeGames.chainStore(n), peer, end);
  }

  private static Rung signal(int n, double peer, double end) {
    return new Rung(
        "signal %d × %d × %d".formatted(n, n, n), () -> TreeGames.signal(n, n), peer, end);
  }

  private static Rung screening(int types, int offers, double peer, double end) {
    return new Rung(
        "screening %d × %d".formatted(types, offers),
        () -> TreeGames.screening(types, offers),
        peer,
        end);
  }

  /// Runs one ladder.
  ///
  /// @param arguments `trees` or `trees-limit`, and perhaps how the names of the games begin
  public static void main(String[] arguments) {
    String begin = arguments.length > 1 ? arguments[1] : "";
    switch (arguments.length > 0 ? arguments[0] : "") {
      case "trees" -> logit(begin);
      case "trees-limit" -> limit(begin);
      default -> throw new IllegalArgumentException("which ladder?\nTry: trees or trees-limit");
    }
  }

  private record Timed<T>(T result, double first, double seconds, double processor) {}

  private static <T> Timed<T> timed(Supplier<T> work) {
    var threads = ManagementFactory.getThreadMXBean();
    var seconds = new double[RUNS];
    var processor = new double[RUNS];
    long began = System.nanoTime();
    T result = work.get();
    double first = (System.nanoTime() - began) * 1e-9;
    // Enough runs for the compiler to have seen the short ones.
    for (int k = 0; k < 20 && first < 0.05; k++) {
      result = work.get();
    }
    int runs = 0;
    do {
      long start = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      result = work.get();
      processor[runs] = (threads.getCurrentThreadCpuTime() - used) * 1e-9;
      seconds[runs++] = (System.nanoTime() - start) * 1e-9;
    } while (runs < RUNS && seconds[runs - 1] <= LONG);
    Arrays.sort(seconds, 0, runs);
    Arrays.sort(processor, 0, runs);
    return new Timed<>(result, first, seconds[runs / 2], processor[runs / 2]);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static String peer(double seconds, double ours) {
    if (seconds == UNKNOWN) {
      return "not tried |";
    }
    String more = seconds == CAP ? "over " : "";
    return "%s%.3g | %s%.0f".formatted(more, seconds, more, seconds / ours);
  }

  private static void logit(String begin) {
    print(
        "| game | nodes | actions | tied unknowns | first s | wall s | processor s | steps"
            + " | factorizations | residual | gambit-logit s | times |");
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (var rung : RUNGS) {
      if (rung.name.startsWith(begin)) {
        var game = rung.game.get();
        var timed = timed(() -> AgentLogitSolver.solve(game, AgentLogitOptions.at(2)).orThrow());
        AgentLogitOutcome.Traced traced = timed.result;
        print(
            "| %s | %s | %.0e | %s |",
            rung.name,
            common(game, timed, traced.size()),
            traced.equilibria().getFirst().residual(),
            peer(rung.peer, timed.processor));
      }
    }
  }

  private static void limit(String begin) {
    print(
        "| game | nodes | actions | tied unknowns | first s | wall s | processor s | steps"
            + " | factorizations | left at λ | error | regret on path | off path | verified"
            + " | gambit-logit s | times |");
    print(
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | ---"
            + " | --- |");
    for (var rung : RUNGS) {
      if (rung.name.startsWith(begin)) {
        var game = rung.game.get();
        var timed =
            timed(() -> AgentLogitLimitSolver.solve(game, AgentLogitOptions.at()).orThrow());
        AgentLogitLimitOutcome.Followed followed = timed.result;
        var limit = followed.limit();
        print(
            "| %s | %s | %.3g | %.0e | %.0e | %.0e | %s | %s |",
            rung.name,
            common(game, timed, followed.size()),
            followed.lambda(),
            limit.error(),
            limit.regretOnPath(),
            limit.regretOffPath(),
            limit.verified() ? "yes" : "no",
            peer(rung.peerEnd, timed.processor));
      }
    }
  }

  private static String common(ExtensiveGame game, Timed<?> timed, SolverSize size) {
    int actions = game.informationSets().stream().mapToInt(set -> set.actions().size()).sum();
    return "%d | %d | %d | %.4f | %.5f | %.5f | %d | %d"
        .formatted(
            game.nodes().size(),
            actions,
            size.unknowns(),
            timed.first,
            timed.seconds,
            timed.processor,
            size.steps(),
            size.factorizations());
  }
}
