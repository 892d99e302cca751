package org.servanda.engine.branch;

import org.jspecify.annotations.Nullable;

/// Follows the solution branch of `F(y, lambda) = 0` from a known solution as far as wanted, around
/// turning points and across bifurcations.
///
/// Pseudo-arclength continuation: unit tangents of the branch in `(y, scale * lambda)`, a
/// predictor, a corrector on the bordered system, a step being refused when corrections shrink
/// slowly or the tangent turns by more than 25 degrees. At kinks of piecewise smooth equations
/// steps shorten until the turn is taken in one. Every meeting with a target is solved at the
/// target itself.
///
/// Not guaranteed: two branches that come closer than the smallest step may be confused, and two
/// bifurcations within one step cancel out unseen.
///
/// @source Keller (1977); Allgower and Georg (1990), chapter 10
public final class PathTracer {
  /// Longest step across a bifurcation: with smooth equations, short enough to tell a crossing of
  /// branches from a near miss.
  private static final double CROSSING = 1e-3;

  private static final double SMOOTH_CROSSING = 1e-5;

  private final TraceLimits limits;
  private final BranchListener listener;
  private final ArcStep arc;
  private final Targets targets;
  private final int n;
  private final double[] start;
  private int turns;
  private int bifurcations;
  private int steps;
  private double step;

  /// Where a crossing was first seen ahead, and the step across it.
  private ArcStep.@Nullable Station before;

  private double leapStep;
  private int leapBifurcations;
  private boolean leaping;

  private PathTracer(
      BranchEquations equations,
      double[] y,
      double[] targets,
      TraceLimits limits,
      BranchListener listener) {
    this.limits = limits;
    this.listener = listener;
    this.arc = new ArcStep(equations, limits);
    this.n = equations.size();
    this.start = y;
    this.targets = new Targets(arc, targets, listener);
  }

  /// Traces from a solution towards larger `lambda` to the first meeting with `end`.
  ///
  /// @param y a solution at `from`; receives the solution at the end, or the last point
  /// @param from finite
  /// @param end above `from`, finite
  public static Trace trace(
      BranchEquations equations, double[] y, double from, double end, TraceLimits limits) {
    return trace(equations, y, from, new double[0], end, limits, BranchListener.none());
  }

  /// Traces from a solution towards larger `lambda` to the first meeting with `end`, and tells the
  /// listener every meeting with the targets on the way.
  ///
  /// @param y a solution at `from`; receives the solution at the end, or the last point
  /// @param from finite
  /// @param targets finite, in any order; those equal to `from` are not met there
  /// @param end above `from`, finite; may be one of the targets
  public static Trace trace(
      BranchEquations equations,
      double[] y,
      double from,
      double[] targets,
      double end,
      TraceLimits limits,
      BranchListener listener) {
    return new PathTracer(equations, y, targets, limits, listener).run(from, end);
  }

  private Trace run(double from, double end) {
    if (!arc.start(start, from)) {
      return ended(Trace.Status.STALLED, 0);
    }
    listener.point(from, start);
    step = limits.firstStep();
    for (int tries = 0; tries < limits.mostSteps(); tries++) {
      if (step < limits.smallestStep() * arc.grain() && !leap()) {
        return ended(Trace.Status.STALLED, tries);
      }
      if (limits.stop().getAsBoolean()) {
        return ended(Trace.Status.STOPPED, tries);
      }
      if (attempt(end) && targets.ended()) {
        System.arraycopy(targets.last(), 0, start, 0, n);
        listener.point(end, start);
        return trace(Trace.Status.REACHED, end, tries + 1);
      }
    }
    return ended(Trace.Status.STEP_LIMIT, limits.mostSteps());
  }

  /// Tries one step; returns whether it was accepted.
  private boolean attempt(double end) {
    int corrections = arc.advance(step);
    boolean crossed = corrections <= ArcStep.CORRECTIONS && arc.nextSign != arc.sign;
    // The bordered determinant changes sign where branches cross, or when a step has landed on
    // another branch: a short step tells.
    if (crossed && step > longestCrossing() && !leaping) {
      remember();
      step /= 2;
      return false;
    }
    if (corrections > ArcStep.CORRECTIONS
        || !targets.meet(step, end, limits.detail() == TraceLimits.Detail.LOCATED)) {
      step /= 2;
      return false;
    }
    if (crossed && !(leaping && bifurcations > leapBifurcations)) {
      bifurcations++;
      if (limits.detail() == TraceLimits.Detail.LOCATED) {
        tellBifurcation(step);
      }
    }
    if (leaping) {
      targets.forgetTold();
      leaping = false;
    }
    turns += targets.turned() ? 1 : 0;
    targets.tell();
    steps++;
    if (!targets.ended()) {
      arc.accept();
      listener.point(arc.lambda(), arc.point);
      double growth = corrections <= 3 ? 2 : corrections <= 4 ? 1.4 : 1;
      step = Math.min(limits.largestStep(), step * growth);
    }
    return true;
  }

  private double longestCrossing() {
    return limits.corrector() == TraceLimits.Corrector.CHORD ? SMOOTH_CROSSING : CROSSING;
  }

  /// Remembers where a crossing lies ahead that a straight step can take at once.
  private void remember() {
    if ((before == null || !arc.within(2 * leapStep, before)) && arc.straight(step)) {
      before = arc.station();
      leapBifurcations = bifurcations;
      leapStep = step;
    }
  }

  /// Where short steps get stuck at a crossing of branches the straight step across it is taken.
  private boolean leap() {
    if (before == null || leaping || !arc.within(2 * leapStep, before)) {
      return false;
    }
    targets.toldUpTo(arc.lambda());
    arc.returnTo(before);
    step = leapStep;
    before = null;
    leaping = true;
    return true;
  }

  /// Halves the step until the change of sign is pinned down.
  private void tellBifurcation(double step) {
    arc.keep();
    double low = 0;
    double high = step;
    double lambda = arc.trialLambda();
    double[] y = arc.trial.clone();
    while (high - low > 1e-12 * (1 + step)) {
      double middle = (low + high) / 2;
      if (arc.advance(middle, 0.1) > ArcStep.CORRECTIONS) {
        break;
      }
      lambda = arc.trialLambda();
      y = arc.trial.clone();
      if (arc.nextSign == arc.sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    arc.restore();
    listener.bifurcation(lambda, y);
  }

  private Trace ended(Trace.Status status, int tries) {
    System.arraycopy(arc.point, 0, start, 0, n);
    return trace(status, arc.lambda(), tries);
  }

  private Trace trace(Trace.Status status, double lambda, int tries) {
    return new Trace(status, lambda, turns, bifurcations, steps, tries - steps, arc.factorizations);
  }
}
