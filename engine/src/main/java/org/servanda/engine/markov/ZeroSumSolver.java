package org.servanda.engine.markov;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.Cancellation;

/// Finds what a coalition can guarantee, whatever the others do.
///
/// With a finite horizon the one-step matrix games are solved backwards from the end. Without one,
/// sets of states that can reach each other are solved one after the other, those that play ends up
/// in first; a set is swept from 0 until nothing moves, and the error is then bounded by a second
/// point on the far side of the value:
///
/// - discount below 1: one step shrinks distances by the discount, so the value is within `|T v -
///   v| / (1 - discount)`;
/// - discount 1: the value is the total payoff until play is absorbed. Where no payoff in the set,
///   values of exits included, is negative, it is the least fixed point above 0. Sweeps from 0 stay
///   below it, and any `u` with `T u <= u` lies above it. Such a `u` is sought slightly above the
///   last sweep. Where no payoff is positive, the same holds with the signs turned. Payoffs of both
///   signs within one set are refused.
///
/// Not guaranteed: that a given number of sweeps suffices. Values of concurrent games can be
/// approached so slowly that no useful bound is reached; the outcome then says so and gives the
/// bound there is.
///
/// @source Shapley (1953); Everett (1957); de Alfaro and Majumdar (2004); Hartmanns and Kaminski
///   (2020)
public final class ZeroSumSolver {
  private final ZeroSumGame game;
  private final ZeroSumOptions options;
  private final Cancellation cancellation;
  private final long start = System.nanoTime();
  private final double[] values;
  private final double[] below;
  private final double[] above;
  private final OneStep step;
  private long sweeps;

  private ZeroSumSolver(ZeroSumGame game, ZeroSumOptions options, Cancellation cancellation) {
    this.game = game;
    this.options = options;
    this.cancellation = cancellation;
    values = new double[game.states()];
    below = new double[game.states()];
    above = new double[game.states()];
    step = new OneStep(game);
  }

  /// Returns how many bytes a solve takes beside the game, known before any work.
  public static MarkovFootprint footprint(ZeroSumGame game) {
    long states = game.states();
    long strategies = 0;
    for (int s = 0; s < states; s++) {
      strategies += game.rows(s) + game.columns(s);
    }
    long rows = game.mostRows();
    long columns = game.mostColumns();
    long side = Math.min(states, FixedPlay.LARGEST);
    long bytes =
        8 * (4 * states + strategies + 2 * (rows + columns) + rows * columns)
            + 4 * 5 * states
            + (game.discount() < 1 ? 8 * side * side : 0)
            + Components.bytes(states)
            + MatrixGame.bytes(rows, columns);
    return new MarkovFootprint(
        bytes,
        "92 x %d states + 8 x %d joint actions of a side + %d for the largest matrices (%d x %d a state) = %d bytes"
            .formatted(
                states, strategies, bytes - 92 * states - 8 * strategies, rows, columns, bytes));
  }

  /// Finds what the coalition can guarantee over a number of steps; after them nothing is paid.
  ///
  /// @param steps at least 0
  /// @throws IllegalArgumentException if `steps` is negative
  public static ZeroSumOutcome solve(
      ZeroSumGame game, int steps, ZeroSumOptions options, Cancellation cancellation) {
    if (steps < 0) {
      throw new IllegalArgumentException(
          "the horizon is %d steps, must be at least 0\nTry: 10".formatted(steps));
    }
    var large = tooLarge(game, options);
    return large != null ? large : new ZeroSumSolver(game, options, cancellation).backwards(steps);
  }

  /// Finds what the coalition can guarantee when play goes on until it ends, if ever.
  public static ZeroSumOutcome solve(
      ZeroSumGame game, ZeroSumOptions options, Cancellation cancellation) {
    var large = tooLarge(game, options);
    return large != null ? large : new ZeroSumSolver(game, options, cancellation).endless();
  }

  private static ZeroSumOutcome.@Nullable NotSolved tooLarge(
      ZeroSumGame game, ZeroSumOptions options) {
    var footprint = footprint(game);
    if (footprint.bytes() <= options.memoryLimit()) {
      return null;
    }
    return new ZeroSumOutcome.NotSolved(
        null,
        ZeroSumOutcome.Reason.TOO_LARGE,
        "the solve needs %s, allowed are %d\nTry: a memory limit of %d"
            .formatted(footprint.formula(), options.memoryLimit(), footprint.bytes()),
        new ZeroSumRun(0, 0, 0, options));
  }

  private ZeroSumOutcome backwards(int steps) {
    double error = 0;
    var next = new double[values.length];
    for (int k = 0; k < steps; k++) {
      if (cancellation.requested()) {
        return stopped(
            ZeroSumOutcome.Reason.CANCELLED,
            "stopped after %d of %d steps back from the end\nTry: fewer steps".formatted(k, steps));
      }
      double gap = 0;
      for (int s = 0; s < values.length; s++) {
        next[s] = step.least(s, values);
        gap = Math.max(gap, step.most() - next[s]);
        if (k == steps - 1) {
          step.keepRow(s);
          step.keepColumn(s);
        }
      }
      System.arraycopy(next, 0, values, 0, values.length);
      error = error * game.discount() + Math.max(0, gap);
      sweeps++;
    }
    Arrays.fill(above, error);
    return judged();
  }

  private ZeroSumOutcome endless() {
    var components = Components.of(game);
    var recurrent = new RecurrentSet(game, components, step, values, options, cancellation);
    for (int c = 0; c < components.count(); c++) {
      int from = components.first(c);
      if (cancellation.requested()) {
        return stopped(
            ZeroSumOutcome.Reason.CANCELLED,
            "stopped with %d of %d states known\nTry: a smaller game"
                .formatted(from, values.length));
      }
      double exitsBelow = exitError(components, c, below);
      double exitsAbove = exitError(components, c, above);
      if (!components.recurs(c)) {
        solveOnce(components.state(from), exitsBelow, exitsAbove);
        continue;
      }
      if (recurrent.undefined(c)) {
        return bothSigns(components.state(from));
      }
      double error = recurrent.solve(c);
      for (int k = from; k < components.first(c + 1); k++) {
        // Totals are approached from 0, so that only the far side is open.
        int s = components.state(k);
        boolean total = game.discount() == 1;
        below[s] = (total && !recurrent.negative() ? 0 : error) + exitsBelow;
        above[s] = (total && recurrent.negative() ? 0 : error) + exitsAbove;
      }
    }
    sweeps += recurrent.sweeps();
    return judged();
  }

  private ZeroSumOutcome bothSigns(int state) {
    return stopped(
        ZeroSumOutcome.Reason.BOTH_SIGNS,
        "payoffs of both signs can recur for ever around state %d (%s), so that the total need not exist\nTry: a finite horizon, or a discount below 1"
            .formatted(state, game.game().state(state)));
  }

  /// Largest error among values that a set's sweeps take as given.
  private double exitError(Components components, int c, double[] errors) {
    double largest = 0;
    for (int k = components.first(c); k < components.first(c + 1); k++) {
      int s = components.state(k);
      int last = game.firstSuccessor()[game.cell(s + 1)];
      for (int e = game.firstSuccessor()[game.cell(s)]; e < last; e++) {
        largest = Math.max(largest, errors[game.successors()[e]]);
      }
    }
    return game.discount() * largest;
  }

  private void solveOnce(int s, double exitsBelow, double exitsAbove) {
    values[s] = step.least(s, values);
    below[s] = exitsBelow;
    above[s] = Math.max(0, step.most() - values[s]) + exitsAbove;
    step.keepRow(s);
    step.keepColumn(s);
  }

  private ZeroSumOutcome judged() {
    double scale = 1;
    int worst = 0;
    for (int s = 0; s < values.length; s++) {
      scale = Math.max(scale, Math.abs(values[s]));
      worst = error(s) > error(worst) ? s : worst;
    }
    if (cancellation.requested()) {
      return stopped(ZeroSumOutcome.Reason.CANCELLED, "stopped\nTry: a smaller game");
    }
    if (!(error(worst) <= options.tolerance() * scale)) {
      return stopped(
          ZeroSumOutcome.Reason.SWEEP_LIMIT,
          "the value of state %d (%s) is known to within %.3g only, after %d sweeps; allowed is %.3g\nTry: more sweeps, or a finite horizon"
              .formatted(
                  worst,
                  game.game().state(worst),
                  error(worst),
                  sweeps,
                  options.tolerance() * scale));
    }
    return new ZeroSumOutcome.Solved(found(), run());
  }

  private double error(int s) {
    return Math.max(below[s], above[s]);
  }

  private ZeroSumOutcome stopped(ZeroSumOutcome.Reason reason, String detail) {
    if (reason != ZeroSumOutcome.Reason.SWEEP_LIMIT) {
      Arrays.fill(below, Double.POSITIVE_INFINITY);
      Arrays.fill(above, Double.POSITIVE_INFINITY);
    }
    return new ZeroSumOutcome.NotSolved(found(), reason, detail, run());
  }

  private ZeroSumValues found() {
    return new ZeroSumValues(game, values, below, above, step.rowStrategy(), step.columnStrategy());
  }

  private ZeroSumRun run() {
    return new ZeroSumRun(sweeps, step.games(), (System.nanoTime() - start) * 1e-9, options);
  }
}
