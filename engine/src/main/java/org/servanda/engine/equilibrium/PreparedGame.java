package org.servanda.engine.equilibrium;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.game.StochasticGame;

/// A game compiled once, to be solved many times in the same memory.
///
/// An equilibrium that a solve returns lives in this memory: the next solve or rewriting ends it,
/// and whoever asks it anything afterwards is refused. Not safe for use by several threads at once;
/// a study takes one per thread.
///
/// ```java
/// var prepared = PreparedGame.of(game, SolverOptions.defaults());
/// var outcome = prepared.solve();
/// ```
public final class PreparedGame {
  private final CompiledGame compiled;
  private final SolverOptions options;
  private final Footprint footprint;
  private final SweepTally tally;
  private final GameRewriter rewriter;
  private final Lease lease = new Lease();
  private final SolverMemory arrays;

  private @Nullable Spans spans;

  /// What a solve writes to; made by the first one.
  ///
  /// @param known the periods in which types are known; absent if there are none
  private record Spans(PeriodSpan first, @Nullable PeriodSpan known) {
    int solve(IntConsumer done, Cancellation cancellation) {
      if (known == null) {
        first.openHorizon();
        return first.solve(done, cancellation);
      }
      known.openHorizon();
      int stopped = known.solve(done, cancellation);
      if (stopped >= 0) {
        return stopped;
      }
      first.openWith(known);
      return first.solve(done, cancellation);
    }

    void rewrite(StochasticGame draw) {
      first.rewrite(draw);
      if (known != null) {
        known.follow(first);
      }
    }

    void release() {
      first.release();
      if (known != null) {
        known.release();
      }
    }
  }

  private PreparedGame(StochasticGame game, SolverOptions options, SolverMemory arrays) {
    this.arrays = arrays;
    this.compiled = new CompiledGame(game);
    this.rewriter = new GameRewriter(compiled);
    this.options = options;
    this.footprint = BeliefGridSolver.footprint(compiled, options);
    this.tally = new SweepTally();
  }

  /// Compiles a game; takes no memory for values yet.
  public static PreparedGame of(StochasticGame game, SolverOptions options) {
    return of(game, options, new SolverMemory());
  }

  /// Compiles a game whose values will take the arrays that others gave back.
  public static PreparedGame of(StochasticGame game, SolverOptions options, SolverMemory memory) {
    return new PreparedGame(game, options, memory);
  }

  /// Gives back all memory for values; an equilibrium returned before can no longer be used.
  public void release() {
    lease.renew();
    var used = spans;
    spans = null;
    if (used != null) {
      used.release();
    }
  }

  /// Returns the game as it is now.
  public StochasticGame game() {
    return compiled.game;
  }

  /// Returns how much memory the solves need.
  public Footprint footprint() {
    return footprint;
  }

  /// Takes over the payoffs, lotteries, redraw distributions, salvages, discounts, precisions and
  /// priors of another draw of the game; an equilibrium returned before can no longer be used.
  ///
  /// The next solve gives the bits that a preparation of the draw would give. Cheap where only
  /// payoffs differ, or the lotteries of chance and of players without a secret; other decisions
  /// whose lotteries differ are compiled anew, one by one.
  ///
  /// @param draw same types, horizon, root and positions, which have the same movers, the same
  ///   number of actions, and outcomes with the same successors, timing and redrawn players
  /// @throws IllegalArgumentException if the draw has another structure; then nothing changes
  public void rewrite(StochasticGame draw) {
    int signals = compiled.mostSignals;
    int actions = compiled.mostActions;
    rewriter.rewrite(compiled, draw);
    lease.renew();
    var used = spans;
    if (used == null || compiled.mostSignals > signals || compiled.mostActions > actions) {
      release();
    } else {
      used.rewrite(draw);
    }
  }

  /// Returns whether a draw has the structure that [#rewrite] asks for.
  public boolean fits(StochasticGame draw) {
    return GameRewriter.misfit(compiled, draw) == null;
  }

  /// Solves the game without listening to progress.
  public SolveOutcome solve() {
    return solve(Progress.none(), new Cancellation());
  }

  /// Solves the game; an equilibrium returned before can no longer be used.
  ///
  /// @param progress receives the share of periods done
  /// @param cancellation stops the solve soon after it is triggered
  /// @return the equilibrium, or why there is none: too large, or cancelled
  public SolveOutcome solve(Progress progress, Cancellation cancellation) {
    long begin = System.nanoTime();
    lease.renew();
    tally.reset(compiled.game.root());
    if (footprint.bytes() > options.memoryLimit() || footprint.beliefs() > 1 << 24) {
      return new SolveOutcome.NotSolved(StopReason.TOO_LARGE, tooLarge(), run(begin));
    }
    var used = spans == null ? take() : spans;
    spans = used;
    int horizon = compiled.game.horizon();
    int stopped = used.solve(t -> progress.done((double) (horizon - t) / horizon), cancellation);
    if (stopped >= 0) {
      String detail =
          "the solve was cancelled in period %d of %d\nTry: let it run to the end"
              .formatted(stopped, horizon);
      return new SolveOutcome.NotSolved(StopReason.CANCELLED, detail, run(begin));
    }
    var run = run(begin);
    var first = used.first;
    var equilibrium =
        new QuantalResponseEquilibrium(
            compiled, first.grid, first.layer(), first.kept, run, lease.current());
    return new SolveOutcome.Solved(equilibrium, run);
  }

  private String tooLarge() {
    return "the game needs %,d bytes (%s), the limit is %,d\nTry: fewer periods, a coarser grid (resolution %d), fewer informed players, or a higher memory limit"
        .formatted(
            footprint.bytes(),
            footprint.formula(),
            options.memoryLimit(),
            Math.max(2, options.resolution() / 2));
  }

  private Spans take() {
    int horizon = compiled.game.horizon();
    var grid =
        new BeliefGrid(compiled.game.types(), options.resolution(), options.simplexResolution());
    var first =
        PeriodSpan.first(
            compiled,
            grid,
            Math.min(options.knownFrom(), horizon),
            footprint.everyPeriod(),
            tally,
            options.tolerance(),
            arrays);
    return new Spans(first, options.knownFrom() < horizon ? first.known() : null);
  }

  private SolverRun run(long begin) {
    return new SolverRun(
        tally.residual,
        tally.worst,
        footprint.positions(),
        footprint.beliefs(),
        compiled.game.horizon(),
        footprint.bytes(),
        tally.visits,
        tally.unsolved,
        tally.several,
        (System.nanoTime() - begin) * 1e-9,
        options);
  }
}
