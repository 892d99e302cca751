package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.branch.BranchListener;
import org.servanda.engine.branch.PathTracer;
import org.servanda.engine.branch.Trace;
import org.servanda.engine.branch.TraceLimits;

/// One following of the principal branch, or, where no information sets are tied, the evaluation of
/// play at any precision.
final class BranchRun {
  /// Largest error of the equations at a point of the branch while precision times the payoff range
  /// is at most one.
  private static final double TOLERANCE = 1e-12;

  private final LogitSystem system;
  private final AgentLogitOptions options;
  private final long began = System.nanoTime();
  private final Play play;
  private final Schedule schedule;
  private final double[] odds;
  private boolean enough;
  private boolean halted;
  private @Nullable Trace trace;

  final List<AgentLogitEquilibrium> turningPoints = new ArrayList<>();
  final List<AgentLogitEquilibrium> bifurcations = new ArrayList<>();

  BranchRun(LogitSystem system, AgentLogitOptions options) {
    this.system = system;
    this.options = options;
    var equations = system.equations();
    this.play = equations == null ? new Play(system.tree(), system.terms()) : equations.play;
    this.schedule = new Schedule(system.tree(), system.dependence().explicit);
    this.odds = schedule.odds();
  }

  /// Whether unknowns have to be traced.
  boolean tied() {
    return system.equations() != null;
  }

  /// The play evaluated last.
  Play play() {
    return play;
  }

  /// Works out play where nothing is tied.
  Play direct(double lambda) {
    schedule.run(play, lambda * system.tree().range, odds);
    return play;
  }

  /// Works out the play that unknowns stand for.
  Play at(LogitEquations equations, double[] y, double lambda) {
    equations.evaluate(Arrays.copyOf(y, equations.size()), lambda);
    return play;
  }

  AgentLogitEquilibrium equilibrium(double lambda, int crossing) {
    return new AgentLogitEquilibrium(system.tree(), play, lambda, crossing);
  }

  /// Asks for an end at the next step.
  void stop() {
    enough = true;
  }

  /// Whether the work has been cancelled or has taken its time.
  boolean overdue() {
    return options.cancellation().requested() || seconds() > options.mostSeconds();
  }

  /// Largest difference between two payoffs of a player.
  double range() {
    return system.tree().range;
  }

  /// Whether to go on where nothing is traced; remembers if not.
  boolean goesOn() {
    halted = overdue();
    return !halted;
  }

  /// Follows the branch from uniform play.
  ///
  /// @param y zeros; receives the last point
  void follow(
      LogitEquations equations, double[] y, double[] targets, double end, BranchListener told) {
    BooleanSupplier stop = () -> enough || overdue();
    var limits =
        TraceLimits.located(system.tree().range, TOLERANCE, options.mostSteps()).stoppedBy(stop);
    trace = PathTracer.trace(equations, y, 0, targets, end, limits, noting(equations, told));
  }

  private BranchListener noting(LogitEquations equations, BranchListener told) {
    return new BranchListener() {
      @Override
      public void point(double lambda, double[] y) {
        told.point(lambda, y);
      }

      @Override
      public void crossing(int target, int number, double[] y) {
        told.crossing(target, number, y);
      }

      @Override
      public void fold(double lambda, double[] y) {
        at(equations, y, lambda);
        turningPoints.add(equilibrium(lambda, 0));
        told.fold(lambda, y);
      }

      @Override
      public void bifurcation(double lambda, double[] y) {
        at(equations, y, lambda);
        bifurcations.add(equilibrium(lambda, 0));
        told.bifurcation(lambda, y);
      }
    };
  }

  /// Precision at the end of the trace.
  double reached(double ifDirect) {
    return trace == null ? ifDirect : trace.lambda();
  }

  BranchStatus status() {
    if (trace == null) {
      return halted ? halt() : BranchStatus.REACHED;
    }
    return switch (trace.status()) {
      case REACHED -> BranchStatus.REACHED;
      case STALLED -> BranchStatus.STALLED;
      case STEP_LIMIT -> BranchStatus.STEP_LIMIT;
      case STOPPED -> enough ? BranchStatus.REACHED : halt();
    };
  }

  private BranchStatus halt() {
    return options.cancellation().requested() ? BranchStatus.CANCELLED : BranchStatus.TIME_LIMIT;
  }

  SolverSize size() {
    var equations = system.equations();
    return new SolverSize(
        equations == null ? 0 : equations.size(),
        system.explicit(),
        system.bytes(),
        trace == null ? 0 : trace.steps(),
        trace == null ? 0 : trace.refused(),
        trace == null ? 0 : trace.factorizations(),
        seconds());
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }
}
