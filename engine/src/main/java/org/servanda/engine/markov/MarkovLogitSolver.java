package org.servanda.engine.markov;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.branch.BranchListener;
import org.servanda.engine.branch.PathTracer;
import org.servanda.engine.branch.Trace;
import org.servanda.engine.branch.TraceLimits;
import org.servanda.engine.equilibrium.Cancellation;

/// Follows the principal branch of stationary logit equilibria of a stochastic game from precision
/// 0, where play is uniform, and finds where it goes.
///
/// Everybody answers in every state by `softmax(lambda * Q)`, `Q` the expected payoff of an action
/// now and of the profile ever after. Precision multiplies raw payoffs. The branch is followed by
/// pseudo-arclength, around turning points and through bifurcations, and every meeting with a
/// precision asked for is solved at that precision.
///
/// Guaranteed of a meeting: its residual, computed afresh from the game, is within the tolerance.
/// Guaranteed of a limit: the largest gain from a single deviation in any state, computed afresh,
/// is within the tolerance, so that nobody gains more than that over `1 - discount` by any
/// deviation. Not guaranteed: that the branch was not left where another one comes closer than the
/// smallest step; that an equilibrium called the limit is not passed by at precisions beyond the
/// last point; that there is no other equilibrium.
///
/// @source McKelvey and Palfrey (1995); Turocy (2005); Eibelshäuser and Poensgen (2019)
public final class MarkovLogitSolver {
  private static final double TRACED_TO = 1e-9;
  private static final double LARGEST = 1e12;

  private final StationaryForm form;
  private final MarkovOptions options;
  private final Cancellation cancellation;
  private final MarkovBranchListener listener;
  private final boolean listened;
  private final long start = System.nanoTime();
  private final List<MarkovLogitEquilibrium> equilibria = new ArrayList<>();
  private final List<Double> turningPoints = new ArrayList<>();
  private final List<Double> bifurcations = new ArrayList<>();

  private MarkovLogitSolver(
      MarkovGame game,
      MarkovOptions options,
      @Nullable MarkovBranchListener listener,
      Cancellation cancellation) {
    this.form = new StationaryForm(game);
    this.options = options;
    this.cancellation = cancellation;
    this.listened = listener != null;
    this.listener = listener != null ? listener : (_, _) -> {};
  }

  /// Returns how many bytes a solve takes beside the game, known before any work.
  public static MarkovFootprint footprint(MarkovGame game) {
    long states = game.states();
    long unknowns = 0;
    long actions = 0;
    for (int s = 0; s < states; s++) {
      for (int i = 0; i < game.players(); i++) {
        actions += game.actions(s, i);
        unknowns += game.actions(s, i) - 1;
      }
    }
    long rows = game.players() * states + 1;
    long form = 12L * game.profiles() * game.players() + 20 * actions;
    long equations = LogitEquations.bytes(game);
    long evaluation = StationaryValues.bytes(states);
    long limit = LimitWatch.bytes(states, unknowns);
    long bytes = form + equations + evaluation + limit;
    return new MarkovFootprint(
        bytes,
        "%d for the game laid out + %d for the matrix of %d values and the blocks of %d log odds + %d for values + %d for the limit = %d bytes"
            .formatted(form, equations, rows, unknowns, evaluation, limit, bytes));
  }

  /// Follows the principal branch to the largest precision asked for.
  ///
  /// @param lambdas precisions, in 1/utility, finite, at least 0, in any order
  /// @throws IllegalArgumentException if there is no precision or one is negative, NaN or infinite;
  ///   payoffs of a player span more than 1e300; or play may never end without being discounted
  public static MarkovBranch trace(
      MarkovGame game, List<Double> lambdas, MarkovOptions options, Cancellation cancellation) {
    return trace(game, lambdas, options, null, cancellation);
  }

  /// Follows the principal branch to the largest precision asked for, and tells every point.
  ///
  /// @param lambdas precisions, in 1/utility, finite, at least 0, in any order
  /// @param listener told every accepted point; null for nobody
  /// @throws IllegalArgumentException if there is no precision or one is negative, NaN or infinite;
  ///   payoffs of a player span more than 1e300; or play may never end without being discounted
  public static MarkovBranch trace(
      MarkovGame game,
      List<Double> lambdas,
      MarkovOptions options,
      @Nullable MarkovBranchListener listener,
      Cancellation cancellation) {
    LogitCheck.check(game, lambdas);
    if (lambdas.isEmpty()) {
      throw new IllegalArgumentException(
          "no lambda is asked for, must be at least 1\nTry: List.of(1.0)");
    }
    var large = tooLarge(game, options);
    return large != null
        ? large
        : new MarkovLogitSolver(game, options, listener, cancellation).toLargest(lambdas);
  }

  /// Follows the principal branch until it closes in on a Markov perfect equilibrium.
  ///
  /// @throws IllegalArgumentException if payoffs of a player span more than 1e300, or play may
  ///   never end without being discounted
  public static MarkovLimit limit(
      MarkovGame game, MarkovOptions options, Cancellation cancellation) {
    return limit(game, List.of(), options, null, cancellation);
  }

  /// Follows the principal branch until it closes in on a Markov perfect equilibrium, and tells
  /// every point and every meeting with the precisions asked for before that.
  ///
  /// @param lambdas precisions, in 1/utility, finite, at least 0, in any order; may be none
  /// @param listener told every accepted point; null for nobody
  /// @throws IllegalArgumentException if a precision is negative, NaN or infinite; payoffs of a
  ///   player span more than 1e300; or play may never end without being discounted
  public static MarkovLimit limit(
      MarkovGame game,
      List<Double> lambdas,
      MarkovOptions options,
      @Nullable MarkovBranchListener listener,
      Cancellation cancellation) {
    LogitCheck.check(game, lambdas);
    var large = tooLarge(game, options);
    return large != null
        ? new MarkovLimit.NotVerified(null, Double.NaN, large.detail(), large)
        : new MarkovLogitSolver(game, options, listener, cancellation).toLimit(lambdas);
  }

  private static @Nullable MarkovBranch tooLarge(MarkovGame game, MarkovOptions options) {
    var footprint = footprint(game);
    if (footprint.bytes() <= options.memoryLimit()) {
      return null;
    }
    return new MarkovBranch(
        MarkovBranch.Status.TOO_LARGE,
        "the solve needs %s, allowed are %d\nTry: a memory limit of %d"
            .formatted(footprint.formula(), options.memoryLimit(), footprint.bytes()),
        0,
        List.of(),
        List.of(),
        List.of(),
        null,
        new MarkovRun(0, 0, 0, 0, options));
  }

  private MarkovBranch toLargest(List<Double> lambdas) {
    double[] targets = targets(lambdas);
    double end = targets.length == 0 ? 0 : targets[targets.length - 1];
    return follow(lambdas, targets, end, null);
  }

  private MarkovLimit toLimit(List<Double> lambdas) {
    var watch = new LimitWatch(form, options.regret());
    double[] targets = targets(lambdas);
    double end = targets.length == 0 ? LARGEST : Math.max(LARGEST, 2 * targets[targets.length - 1]);
    var branch = follow(lambdas, targets, end, watch);
    var equilibrium = watch.equilibrium();
    if (watch.settled() && equilibrium != null) {
      return new MarkovLimit.Verified(
          equilibrium, equilibrium.regret(), branch.lambda(), watch.distance(), branch);
    }
    var last = branch.last();
    var best = last == null ? null : last.profile();
    double regret = best == null ? Double.NaN : best.regret();
    return new MarkovLimit.NotVerified(
        best,
        regret,
        "no equilibrium was verified up to lambda = %s, where the largest regret is %.3g: %s"
            .formatted(
                branch.lambda(),
                regret,
                branch.detail().isEmpty()
                    ? "the branch does not close in on one\nTry: a finite lambda"
                    : branch.detail()),
        branch);
  }

  /// The precisions to meet on the way, for scaled payoffs, ascending, without 0.
  private double[] targets(List<Double> lambdas) {
    return lambdas.stream()
        .filter(lambda -> lambda > 0)
        .mapToDouble(lambda -> lambda * form.range)
        .sorted()
        .distinct()
        .toArray();
  }

  private MarkovBranch follow(
      List<Double> lambdas, double[] targets, double end, @Nullable LimitWatch watch) {
    var equations = new LogitEquations(form);
    double[] y = equations.start();
    if (lambdas.contains(0.0)) {
      equilibria.add(equilibrium(0, 1, y));
    }
    if (end == 0) {
      return branch(
          MarkovBranch.Status.REACHED, 0, y, new Trace(Trace.Status.REACHED, 0, 0, 0, 0, 0, 0));
    }
    var met = new boolean[targets.length];
    var limits =
        TraceLimits.located(1, TRACED_TO, options.mostSteps())
            .stoppedBy(() ->
                cancellation.requested()
                    || seconds() > options.mostSeconds()
                    || watch != null && watch.settled() && allMet(met));
    var trace =
        PathTracer.trace(equations, y, 0, targets, end, limits, ears(targets, lambdas, met, watch));
    if (watch != null && trace.status() != Trace.Status.STOPPED) {
      watch.last(trace.lambda(), y);
    }
    if (trace.status() == Trace.Status.STALLED && trace.lambda() == 0) {
      throw new IllegalStateException("the equations of a logit equilibrium are singular at 0");
    }
    return branch(
        status(trace, watch != null && watch.settled() && allMet(met)), trace.lambda(), y, trace);
  }

  private static boolean allMet(boolean[] met) {
    for (boolean one : met) {
      if (!one) {
        return false;
      }
    }
    return true;
  }

  private BranchListener ears(
      double[] targets, List<Double> lambdas, boolean[] met, @Nullable LimitWatch watch) {
    return new BranchListener() {
      @Override
      public void point(double lambda, double[] y) {
        if (listened) {
          listener.point(lambda / form.range, profile(y));
        }
        if (watch != null) {
          watch.point(lambda, y);
        }
      }

      @Override
      public void crossing(int target, int number, double[] y) {
        met[target] = true;
        for (double lambda : lambdas) {
          if (lambda * form.range == targets[target]) {
            equilibria.add(equilibrium(lambda, number, y));
            return;
          }
        }
      }

      @Override
      public void fold(double lambda, double[] y) {
        turningPoints.add(lambda / form.range);
      }

      @Override
      public void bifurcation(double lambda, double[] y) {
        bifurcations.add(lambda / form.range);
      }
    };
  }

  private MarkovProfile profile(double[] y) {
    var sigma = new double[form.actions()];
    var logs = new double[form.actions()];
    form.probabilities(y, sigma);
    form.logarithms(y, logs);
    return MarkovProfile.of(form, sigma, logs);
  }

  private MarkovLogitEquilibrium equilibrium(double lambda, int number, double[] y) {
    var profile = profile(y);
    return new MarkovLogitEquilibrium(lambda, number, profile, profile.residual(lambda));
  }

  private double seconds() {
    return (System.nanoTime() - start) * 1e-9;
  }

  private MarkovBranch.Status status(Trace trace, boolean closedIn) {
    if (closedIn) {
      return MarkovBranch.Status.REACHED;
    }
    return switch (trace.status()) {
      case REACHED -> MarkovBranch.Status.REACHED;
      case STALLED -> MarkovBranch.Status.STALLED;
      case STEP_LIMIT -> MarkovBranch.Status.STEP_LIMIT;
      case STOPPED ->
          cancellation.requested() ? MarkovBranch.Status.CANCELLED : MarkovBranch.Status.TIME_LIMIT;
    };
  }

  private MarkovBranch branch(MarkovBranch.Status status, double scaled, double[] y, Trace trace) {
    double lambda = scaled / form.range;
    var last = equilibrium(lambda, 0, y);
    double worst =
        equilibria.stream().mapToDouble(MarkovLogitEquilibrium::residual).max().orElse(0);
    boolean accurate = worst <= options.tolerance();
    var judged =
        status == MarkovBranch.Status.REACHED && !accurate
            ? MarkovBranch.Status.INACCURATE
            : status;
    return new MarkovBranch(
        judged,
        detail(judged, lambda, worst),
        lambda,
        equilibria.stream().filter(met -> met.residual() <= options.tolerance()).toList(),
        turningPoints,
        bifurcations,
        last,
        new MarkovRun(trace.steps(), trace.refused(), trace.factorizations(), seconds(), options));
  }

  private String detail(MarkovBranch.Status status, double lambda, double residual) {
    return switch (status) {
      case REACHED -> "";
      case STALLED ->
          "stopped at lambda = %s, where steps became too short\nTry: a lambda below that, or payoffs without exact ties"
              .formatted(lambda);
      case STEP_LIMIT ->
          "stopped at lambda = %s after %d steps\nTry: more steps"
              .formatted(lambda, options.mostSteps());
      case TIME_LIMIT ->
          "stopped at lambda = %s after %s seconds\nTry: more seconds"
              .formatted(lambda, options.mostSeconds());
      case CANCELLED -> "stopped at lambda = %s\nTry: a smaller lambda".formatted(lambda);
      case INACCURATE ->
          "a residual is %.3g, must be at most %.3g\nTry: a larger tolerance"
              .formatted(residual, options.tolerance());
      case TOO_LARGE -> throw new AssertionError("refused before work");
    };
  }
}
