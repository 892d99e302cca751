package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.servanda.engine.branch.BranchListener;
import org.servanda.engine.branch.PathTracer;
import org.servanda.engine.branch.Trace;
import org.servanda.engine.branch.TraceLimits;

/// Agent logit equilibria on the principal branch: the branch of solutions that starts at uniform
/// play at precision 0.
///
/// The branch is followed by arc length, around turning points and across bifurcations; where it
/// meets a precision several times the first meeting counts and the others are listed. Information
/// sets whose choice follows from others' without a circle need no tracing: a game of perfect
/// information is solved directly. Works without perfect recall. The result does not depend on the
/// machine or on what was solved before.
///
/// Not guaranteed: that two branches closer than 1e-9 are told apart; that a pair of bifurcations
/// within one step of 1e-3 is seen; anything about equilibria on other branches (`AgentLogitSearch`
/// looks for those).
///
/// @source McKelvey and Palfrey (1998), section 4; Turocy (2010), section 3
public final class AgentLogitSolver {
  static final double TOLERANCE = 1e-12;

  private final LogitSystem system;
  private final AgentLogitOptions options;
  private final BranchPointListener listener;
  private final long began = System.nanoTime();
  private final List<List<AgentLogitEquilibrium>> met = new ArrayList<>();
  private final List<AgentLogitEquilibrium> turningPoints = new ArrayList<>();
  private final List<AgentLogitEquilibrium> bifurcations = new ArrayList<>();

  private AgentLogitSolver(
      LogitSystem system, AgentLogitOptions options, BranchPointListener listener) {
    this.system = system;
    this.options = options;
    this.listener = listener;
    options.lambdas().forEach(_ -> met.add(new ArrayList<>()));
  }

  /// Solves at the precisions asked for.
  public static AgentLogitOutcome solve(ExtensiveGame game, AgentLogitOptions options) {
    return solve(game, options, _ -> {});
  }

  /// Solves at the precisions asked for and tells every point of the branch.
  public static AgentLogitOutcome solve(
      ExtensiveGame game, AgentLogitOptions options, BranchPointListener listener) {
    return switch (LogitSystem.prepare(game, options.mostBytes())) {
      case LogitSystem.Preparation.Refused(var reason) -> reason;
      case LogitSystem.Preparation.Ready(var system) ->
          new AgentLogitSolver(system, options, listener).run();
    };
  }

  private AgentLogitOutcome run() {
    var equations = system.equations();
    return equations == null ? direct() : traced(equations);
  }

  /// Without tied sets everything follows at every precision.
  private AgentLogitOutcome direct() {
    var tree = system.tree();
    var play = new Play(tree, system.terms());
    var schedule = new Schedule(tree, system.dependence().explicit);
    double[] odds = schedule.odds();
    for (int k = 0; k < met.size(); k++) {
      met.get(k).add(direct(play, schedule, odds, options.lambdas().get(k), 1));
    }
    listener.point(direct(play, schedule, odds, 0, 0));
    var last = direct(play, schedule, odds, options.follow(), 0);
    listener.point(last);
    return outcome(BranchStatus.REACHED, options.follow(), last, 0, 0, 0);
  }

  private AgentLogitEquilibrium direct(
      Play play, Schedule schedule, double[] odds, double lambda, int crossing) {
    schedule.run(play, lambda * system.tree().range, odds);
    return new AgentLogitEquilibrium(system.tree(), play, lambda, crossing);
  }

  private AgentLogitOutcome traced(LogitEquations equations) {
    var y = new double[equations.size()];
    double[] targets = options.lambdas().stream().mapToDouble(l -> l).toArray();
    for (int k = 0; k < targets.length; k++) {
      if (targets[k] == 0) {
        met.get(k).add(at(equations, y, 0, 1));
      }
    }
    if (options.follow() == 0) {
      var start = at(equations, y, 0, 0);
      listener.point(start);
      return outcome(BranchStatus.REACHED, 0, start, 0, 0, 0);
    }
    var stop = new Stop();
    var limits =
        TraceLimits.located(system.tree().range, TOLERANCE, options.mostSteps()).stoppedBy(stop);
    Trace trace =
        PathTracer.trace(equations, y, 0, targets, options.follow(), limits, heard(equations));
    var status =
        switch (trace.status()) {
          case REACHED -> BranchStatus.REACHED;
          case STALLED -> BranchStatus.STALLED;
          case STEP_LIMIT -> BranchStatus.STEP_LIMIT;
          case STOPPED ->
              options.cancellation().requested() ? BranchStatus.CANCELLED : BranchStatus.TIME_LIMIT;
        };
    var last = at(equations, y, trace.lambda(), 0);
    return outcome(
        status, trace.lambda(), last, trace.steps(), trace.refused(), trace.factorizations());
  }

  private BranchListener heard(LogitEquations equations) {
    return new BranchListener() {
      @Override
      public void point(double lambda, double[] y) {
        listener.point(at(equations, y, lambda, 0));
      }

      @Override
      public void crossing(int target, int number, double[] y) {
        met.get(target).add(at(equations, y, options.lambdas().get(target), number));
      }

      @Override
      public void fold(double lambda, double[] y) {
        turningPoints.add(at(equations, y, lambda, 0));
      }

      @Override
      public void bifurcation(double lambda, double[] y) {
        bifurcations.add(at(equations, y, lambda, 0));
      }
    };
  }

  private AgentLogitEquilibrium at(
      LogitEquations equations, double[] y, double lambda, int crossing) {
    equations.evaluate(Arrays.copyOf(y, equations.size()), lambda);
    return new AgentLogitEquilibrium(system.tree(), equations.play, lambda, crossing);
  }

  private AgentLogitOutcome outcome(
      BranchStatus status,
      double lambda,
      AgentLogitEquilibrium last,
      int steps,
      int refused,
      int factorizations) {
    var equations = system.equations();
    return new AgentLogitOutcome.Traced(
        status,
        lambda,
        met.stream().flatMap(List::stream).toList(),
        last,
        turningPoints,
        bifurcations,
        new SolverSize(
            equations == null ? 0 : equations.size(),
            system.explicit(),
            system.bytes(),
            steps,
            refused,
            factorizations,
            (System.nanoTime() - began) / 1e9));
  }

  private final class Stop implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
      return options.cancellation().requested()
          || (System.nanoTime() - began) / 1e9 > options.mostSeconds();
    }
  }
}
