package org.servanda.engine.tree;

import java.util.Arrays;
import org.servanda.engine.branch.BranchListener;

/// The limit of the principal branch as precision grows without bound.
///
/// Precision is doubled along the branch until choices and beliefs, extrapolated in its inverse,
/// change by less than 1e-10, or to the highest that double precision bears. Actions whose
/// logarithms still fall go to zero; where several stay at an information set reached in the limit,
/// Newton's method solves the indifference equations. What comes out is checked: regret at every
/// information set with limiting beliefs.
///
/// Not guaranteed: that a support which has settled stays so, for instance where payoffs differ by
/// less than 1e-12 of their size.
///
/// @source McKelvey and Palfrey (1998); Turocy (2010)
public final class AgentLogitLimitSolver {
  private static final double SETTLED = 1e-10;
  private static final double FIRST = 64;

  /// Doublings of precision times payoff range; more where nothing has to be traced.
  private static final int TRACED = 21;

  private static final int DIRECT = 960;

  private final LogitSystem system;
  private final BranchRun run;
  private final LimitSeries series;
  private int lastTarget = -1;

  private AgentLogitLimitSolver(LogitSystem system, AgentLogitOptions options) {
    this.system = system;
    this.run = new BranchRun(system, options);
    this.series = new LimitSeries(system.tree());
  }

  /// Finds the limit.
  ///
  /// @param options limits of the work; the precisions in it are not used
  public static AgentLogitLimitOutcome solve(ExtensiveGame game, AgentLogitOptions options) {
    return switch (LogitSystem.prepare(game, options.mostBytes())) {
      case LogitSystem.Preparation.Refused(var reason) ->
          new AgentLogitLimitOutcome.Refused(reason);
      case LogitSystem.Preparation.Ready(var system) -> {
        var solver = new AgentLogitLimitSolver(system, options);
        var equations = system.equations();
        yield solver.outcome(equations == null ? solver.direct() : solver.traced(equations));
      }
    };
  }

  private double precision(int doublings) {
    return FIRST * StrictMath.scalb(1.0, doublings) / system.tree().range;
  }

  /// Doubles precision without tracing; returns the last point.
  private AgentLogitEquilibrium direct() {
    double lambda = precision(0);
    for (int k = 0; k < DIRECT && !series.settled(SETTLED) && run.goesOn(); k++) {
      lambda = precision(k);
      series.add(run.direct(lambda));
    }
    return run.equilibrium(lambda, 0);
  }

  private AgentLogitEquilibrium traced(LogitEquations equations) {
    var targets = new double[TRACED + 1];
    Arrays.setAll(targets, this::precision);
    var y = new double[equations.size()];
    run.follow(equations, y, targets, targets[TRACED], heard(equations));
    double reached = run.reached(0);
    run.at(equations, y, reached);
    return run.equilibrium(reached, 0);
  }

  private BranchListener heard(LogitEquations equations) {
    return new BranchListener() {
      @Override
      public void crossing(int target, int number, double[] y) {
        // Along an arm that leads back to lower precision nothing can be extrapolated.
        if (target != lastTarget + 1) {
          series.clear();
        }
        lastTarget = target;
        series.add(run.at(equations, y, precision(target)));
        if (series.settled(SETTLED) || series.drowned()) {
          run.stop();
        }
      }

      @Override
      public void fold(double lambda, double[] y) {
        series.clear();
      }
    };
  }

  private AgentLogitLimitOutcome outcome(AgentLogitEquilibrium last) {
    var support = new LimitSupport(system.tree(), system.terms(), series.choice(), series.belief());
    boolean exact = support.refine(100 * series.error() + 1e-9);
    var limit = new AgentLogitLimit(system.tree(), support, series, exact);
    // Where rounding ends the trace of a limit that is already verified nothing is missed.
    boolean enough = run.status() == BranchStatus.STALLED && limit.verified();
    return new AgentLogitLimitOutcome.Followed(
        enough ? BranchStatus.REACHED : run.status(),
        last.lambda(),
        limit,
        last,
        run.turningPoints,
        run.bifurcations,
        run.size());
  }
}
