package org.servanda.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.markov.MarkovBranch;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovLimit;
import org.servanda.engine.markov.MarkovLogitSolver;
import org.servanda.engine.markov.MarkovOptions;
import org.servanda.engine.markov.ZeroSumGame;
import org.servanda.engine.markov.ZeroSumOptions;
import org.servanda.engine.markov.ZeroSumOutcome;
import org.servanda.engine.markov.ZeroSumSolver;

/// Prints how long stochastic games of growing size take, as Markdown tables.
///
/// Seconds are medians over five runs in one virtual machine after a first one that is not counted;
/// where the first one takes longer than five seconds, it is the one. Wall time, and time on the
/// processor for busy machines. Each random game is solved for three seeds.
public final class MarkovLadder {
  private static final int[][] RANDOM = {
    {5, 2, 2},
    {10, 2, 2},
    {20, 2, 2},
    {50, 2, 2},
    {100, 2, 2},
    {200, 2, 2},
    {20, 2, 3},
    {50, 2, 3},
    {100, 2, 3},
    {10, 2, 6},
    {3, 2, 10},
    {5, 3, 2},
    {20, 3, 2},
    {10, 3, 3},
    {20, 3, 3},
    {5, 4, 2},
    {5, 5, 2}
  };
  private static final int[][] LARGE = {{400, 2, 2}, {800, 2, 2}, {40, 3, 3}, {80, 3, 3}};
  private static final int[] SEEDS = {1, 2, 3};
  private static final int RUNS = 5;
  private static final double LONG = 5;

  private MarkovLadder() {}

  /// Runs one ladder.
  ///
  /// @param arguments `markov`, `markov-limit`, `large`, `large-limit` or `worst-case`
  public static void main(String[] arguments) {
    switch (arguments.length == 1 ? arguments[0] : "") {
      case "markov" -> logit(RANDOM);
      case "markov-limit" -> limit(RANDOM);
      case "large" -> logit(LARGE);
      case "large-limit" -> limit(LARGE);
      case "worst-case" -> worstCase();
      default ->
          throw new IllegalArgumentException(
              "which ladder?\nTry: markov, markov-limit, large, large-limit or worst-case");
    }
  }

  /// What a run took.
  private record Timed<T>(T result, double seconds, double processor) {}

  private static <T> Timed<T> timed(Supplier<T> work) {
    var first = once(work);
    if (first.seconds > LONG) {
      return first;
    }
    var seconds = new double[RUNS];
    var processor = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      var timed = once(work);
      seconds[run] = timed.seconds;
      processor[run] = timed.processor;
    }
    Arrays.sort(seconds);
    Arrays.sort(processor);
    return new Timed<>(first.result, seconds[RUNS / 2], processor[RUNS / 2]);
  }

  private static <T> Timed<T> once(Supplier<T> work) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long used = threads.getCurrentThreadCpuTime();
    T result = work.get();
    double processor = (threads.getCurrentThreadCpuTime() - used) * 1e-9;
    return new Timed<>(result, (System.nanoTime() - start) * 1e-9, processor);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static String name(int[] rung) {
    return "random %d × %d × %d".formatted(rung[0], rung[1], rung[2]);
  }

  private static void logit(int[][] rungs) {
    print("| game | seed | wall s | processor s | steps | factorizations | residual |");
    print("| --- | --- | --- | --- | --- | --- | --- |");
    for (int[] rung : rungs) {
      for (int seed : SEEDS) {
        MarkovGame game = MarkovGames.random(seed, rung[0], rung[1], rung[2]);
        var timed =
            timed(() ->
                MarkovLogitSolver.trace(
                    game, List.of(5.0), MarkovOptions.defaults(), new Cancellation()));
        var branch = timed.result;
        print(
            "| %s | %d | %.4f | %.4f | %d | %d | %s |",
            name(rung),
            seed,
            timed.seconds,
            timed.processor,
            branch.run().steps(),
            branch.run().factorizations(),
            branch.status() == MarkovBranch.Status.REACHED
                ? "%.0e".formatted(branch.equilibria().getFirst().residual())
                : branch.detail().lines().findFirst().orElse(""));
      }
    }
  }

  private static void limit(int[][] rungs) {
    print(
        "| game | seed | wall s | processor s | steps | factorizations | left at λ | turning points"
            + " | regret |");
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (int[] rung : rungs) {
      for (int seed : SEEDS) {
        MarkovGame game = MarkovGames.random(seed, rung[0], rung[1], rung[2]);
        var timed =
            timed(
                () -> MarkovLogitSolver.limit(game, MarkovOptions.defaults(), new Cancellation()));
        var branch = timed.result.branch();
        print(
            "| %s | %d | %.4f | %.4f | %d | %d | %.3g | %d | %s |",
            name(rung),
            seed,
            timed.seconds,
            timed.processor,
            branch.run().steps(),
            branch.run().factorizations(),
            branch.lambda(),
            branch.turningPoints().size(),
            switch (timed.result) {
              case MarkovLimit.Verified verified -> "%.0e".formatted(verified.regret());
              case MarkovLimit.NotVerified failed -> failed.detail().lines().findFirst().orElse("");
            });
      }
    }
  }

  private static void worstCase() {
    print("| game | states | horizon | wall s | processor s | value | error at most |");
    print("| --- | --- | --- | --- | --- | --- | --- |");
    for (int side = 3; side <= 12; side++) {
      var game = MarkovGames.robots(side);
      value("robots l" + side, game, 10);
      value("robots l" + side, game, 0);
    }
    for (int most = 4; most <= 20; most += most < 10 ? 2 : 5) {
      value("investor v" + most, MarkovGames.investor(most), 0);
    }
  }

  private static void value(String name, MarkovGame game, int horizon) {
    var sides = ZeroSumGame.of(game, List.of(0));
    var options = ZeroSumOptions.defaults();
    Timed<ZeroSumOutcome> timed =
        timed(() ->
            horizon == 0
                ? ZeroSumSolver.solve(sides, options, new Cancellation())
                : ZeroSumSolver.solve(sides, horizon, options, new Cancellation()));
    var values = timed.result.orThrow();
    print(
        "| %s | %d | %s | %.5f | %.5f | %.12f | %.0e |",
        name,
        game.states(),
        horizon == 0 ? "none" : horizon + " steps",
        timed.seconds,
        timed.processor,
        values.value(0),
        values.largestError());
  }
}
