package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.branch.BranchListener;

/// Agent logit equilibria on the principal branch: the branch of solutions that starts at uniform
/// play at precision 0.
///
/// The branch is followed by arc length, around turning points and across bifurcations; where it
/// meets a precision several times the first meeting counts and the others are listed. Information
/// sets whose choice follows from others' without a circle need no tracing: a game of perfect
/// information is solved directly. Works without perfect recall. The result does not depend on the
/// machine or on what was solved before.
///
/// Not guaranteed: that two branches closer than 1e-9 are told apart; that two bifurcations within
/// one step are seen; anything about equilibria on other branches (`AgentLogitSearch` looks for
/// those).
///
/// @source McKelvey and Palfrey (1998); Turocy (2010)
public final class AgentLogitSolver {
  private static final int GRID = 50;

  private final BranchRun run;
  private final AgentLogitOptions options;
  private final @Nullable BranchPointListener listener;
  private final List<List<AgentLogitEquilibrium>> met = new ArrayList<>();

  private AgentLogitSolver(
      LogitSystem system, AgentLogitOptions options, @Nullable BranchPointListener listener) {
    this.run = new BranchRun(system, options);
    this.options = options;
    this.listener = listener;
    options.lambdas().forEach(_ -> met.add(new ArrayList<>()));
  }

  /// Solves at the precisions asked for.
  ///
  /// @throws IllegalArgumentException if precision times payoff range is 1e300 or more
  public static AgentLogitOutcome solve(ExtensiveGame game, AgentLogitOptions options) {
    return run(game, options, null);
  }

  /// Solves at the precisions asked for and tells every point of the branch; of a game solved
  /// directly, 50 points and the end.
  ///
  /// @throws IllegalArgumentException if precision times payoff range is 1e300 or more
  public static AgentLogitOutcome solve(
      ExtensiveGame game, AgentLogitOptions options, BranchPointListener listener) {
    return run(game, options, listener);
  }

  private static AgentLogitOutcome run(
      ExtensiveGame game, AgentLogitOptions options, @Nullable BranchPointListener listener) {
    return switch (LogitSystem.prepare(game, options.mostBytes())) {
      case LogitSystem.Preparation.Refused(var reason) -> reason;
      case LogitSystem.Preparation.Ready(var system) -> {
        system.checkPrecision(options.follow());
        var solver = new AgentLogitSolver(system, options, listener);
        var equations = system.equations();
        yield equations == null ? solver.direct() : solver.traced(equations);
      }
    };
  }

  /// Without tied sets everything follows at every precision.
  private AgentLogitOutcome direct() {
    for (int k = 0; k < met.size(); k++) {
      double lambda = options.lambdas().get(k);
      run.direct(lambda);
      met.get(k).add(run.equilibrium(lambda, 1));
    }
    if (listener != null) {
      tellGrid(listener);
    }
    run.direct(options.follow());
    var last = run.equilibrium(options.follow(), 0);
    if (listener != null) {
      listener.point(last);
    }
    return outcome(last);
  }

  /// Tells points from 0 to just before the end: even steps while precision times payoff range is
  /// below 1, then steps in proportion to precision.
  private void tellGrid(BranchPointListener heard) {
    double end = options.follow();
    double unit = 1 / run.range();
    double growth = StrictMath.log1p(end / unit) / GRID;
    for (int k = 0; k < GRID && end > 0 && run.goesOn(); k++) {
      double lambda = unit * StrictMath.expm1(k * growth);
      run.direct(lambda);
      heard.point(run.equilibrium(lambda, 0));
    }
  }

  private AgentLogitOutcome traced(LogitEquations equations) {
    var y = new double[equations.size()];
    double[] targets = options.lambdas().stream().mapToDouble(l -> l).toArray();
    for (int k = 0; k < targets.length; k++) {
      if (targets[k] == 0) {
        run.at(equations, y, 0);
        met.get(k).add(run.equilibrium(0, 1));
      }
    }
    if (options.follow() > 0) {
      run.follow(equations, y, targets, options.follow(), heard(equations));
    }
    double reached = run.reached(0);
    run.at(equations, y, reached);
    var last = run.equilibrium(reached, 0);
    if (options.follow() == 0 && listener != null) {
      listener.point(last);
    }
    return outcome(last);
  }

  private BranchListener heard(LogitEquations equations) {
    return new BranchListener() {
      @Override
      public void point(double lambda, double[] y) {
        if (listener != null) {
          run.at(equations, y, lambda);
          listener.point(run.equilibrium(lambda, 0));
        }
      }

      @Override
      public void crossing(int target, int number, double[] y) {
        run.at(equations, y, options.lambdas().get(target));
        met.get(target).add(run.equilibrium(options.lambdas().get(target), number));
      }
    };
  }

  private AgentLogitOutcome outcome(AgentLogitEquilibrium last) {
    return new AgentLogitOutcome.Traced(
        run.status(),
        last.lambda(),
        met.stream().flatMap(List::stream).toList(),
        last,
        run.turningPoints,
        run.bifurcations,
        run.size());
  }
}
