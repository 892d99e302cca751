package org.servanda.engine.response;

/// Follows the solution branch of `F(y, lambda) = 0` from a known solution to the branch's first
/// meeting with a target `lambda`, around turning points.
///
/// Pseudo-arclength continuation: unit tangents of the branch in `(y, scale * lambda)`, Euler
/// predictor, full Newton corrector on the bordered system, a step being refused when Newton is
/// slow or the tangent turns by more than 25 degrees. At kinks of piecewise smooth equations steps
/// shorten until the turn is taken in one. Knows no games.
///
/// Not guaranteed: two branches that come closer than the smallest step may be confused.
///
/// @source Keller (1977); Allgower and Georg (1990), chapter 10
public final class PathTracer {
  private static final double WIDEST_TURN = Math.cos(Math.toRadians(25));
  private static final double KINK = 1e-4;
  private static final double CROSSING = 1e-3;
  private static final int CORRECTIONS = 7;

  /// What is to be solved.
  public interface BranchEquations {
    /// Returns the number of equations and of unknowns besides `lambda`.
    int size();

    /// Writes the equations' values and derivatives.
    ///
    /// @param y shape `[size]`
    /// @param f receives the values, shape `[size]`
    /// @param jacobian receives the derivatives, row-major, shape `[size][size + 1]`, the last
    ///   column with respect to `lambda`
    void evaluate(double[] y, double lambda, double[] f, double[] jacobian);
  }

  /// How a trace ended.
  ///
  /// @param reached whether the target was met; if not, `y` holds the last point
  /// @param lambda of the last point
  /// @param turningPoints how often the branch turned in `lambda`
  /// @param bifurcations how often another branch was crossed
  /// @param steps accepted steps
  public record Trace(
      boolean reached, double lambda, int turningPoints, int bifurcations, int steps) {}

  /// Limits of a trace.
  ///
  /// @param scale length of a unit of `lambda`
  /// @param firstStep, smallestStep, largestStep in arc length
  /// @param tolerance largest entry of `F` at an accepted point
  /// @param mostSteps accepted and refused steps after which to give up
  public record Limits(
      double scale,
      double firstStep,
      double smallestStep,
      double largestStep,
      double tolerance,
      int mostSteps) {}

  private final BranchEquations equations;
  private final Limits limits;
  private final int n;
  private final double[] f;
  private final double[] jacobian;
  private final double[] bordered;
  private final double[] trial;
  private double[] point;
  private double[] tangent;
  private double[] nextTangent;
  private double sign;
  private double nextSign;

  private PathTracer(BranchEquations equations, Limits limits) {
    this.equations = equations;
    this.limits = limits;
    this.n = equations.size();
    this.f = new double[n];
    this.jacobian = new double[n * (n + 1)];
    this.bordered = new double[(n + 1) * (n + 2)];
    this.trial = new double[n + 1];
    this.point = new double[n + 1];
    this.tangent = new double[n + 1];
    this.nextTangent = new double[n + 1];
  }

  /// Traces from a solution towards larger `lambda`.
  ///
  /// @param y a solution at `from`; receives the solution at the end
  /// @param from finite
  /// @param target above `from`, finite
  public static Trace trace(
      BranchEquations equations, double[] y, double from, double target, Limits limits) {
    return new PathTracer(equations, limits).run(y, from, target);
  }

  private Trace run(double[] y, double from, double target) {
    double goal = target * limits.scale;
    System.arraycopy(y, 0, point, 0, n);
    point[n] = from * limits.scale;
    tangent[n] = 1;
    sign = direction(point, tangent, tangent);
    if (sign == 0) {
      return new Trace(false, from, 0, 0, 0);
    }
    int turns = 0;
    int bifurcations = 0;
    int steps = 0;
    double step = limits.firstStep;
    for (int tries = 0; tries < limits.mostSteps && step >= limits.smallestStep; tries++) {
      int corrections = advance(step);
      // The bordered determinant changes sign where branches cross, or when a step has landed on
      // another branch: a short step tells.
      boolean crossed = corrections <= CORRECTIONS && nextSign != sign;
      if (corrections > CORRECTIONS || passesUnseen(goal, step) || crossed && step > CROSSING) {
        step /= 2;
        continue;
      }
      if (trial[n] >= goal) {
        if (finish(y, target, goal)) {
          return new Trace(true, target, turns, bifurcations, steps + 1);
        }
        step /= 2;
        continue;
      }
      boolean turned = nextTangent[n] * tangent[n] < 0;
      turns += turned ? 1 : 0;
      bifurcations += crossed ? 1 : 0;
      steps++;
      accept();
      step =
          Math.min(limits.largestStep, step * (corrections <= 3 ? 2 : corrections <= 4 ? 1.4 : 1));
    }
    System.arraycopy(point, 0, y, 0, n);
    return new Trace(false, point[n] / limits.scale, turns, bifurcations, steps);
  }

  /// Predicts and corrects; returns the number of corrections, more than allowed on failure.
  private int advance(double step) {
    for (int i = 0; i <= n; i++) {
      trial[i] = point[i] + step * tangent[i];
    }
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= CORRECTIONS; k++) {
      equations.evaluate(trial, trial[n] / limits.scale, f, jacobian);
      if (!(largest(f) < Double.POSITIVE_INFINITY)) {
        return CORRECTIONS + 1;
      }
      boolean small = largest(f) <= limits.tolerance;
      border(tangent);
      for (int i = 0; i < n; i++) {
        bordered[i * (n + 2) + n + 1] = -f[i];
      }
      bordered[n * (n + 2) + n + 1] = 0;
      if (small && k > 0) {
        return settled(step <= KINK ? 0.1 : WIDEST_TURN) ? k : CORRECTIONS + 1;
      }
      if (DenseSolve.solve(bordered, n + 1, n + 2) == 0) {
        return CORRECTIONS + 1;
      }
      double length = 0;
      for (int i = 0; i <= n; i++) {
        double move = bordered[i * (n + 2) + n + 1];
        trial[i] += move;
        length += move * move;
      }
      length = Math.sqrt(length);
      // A kink of the equations bends the branch at any step size: short steps may bend more.
      boolean shortStep = step <= KINK;
      if (!(length <= (shortStep ? 0.9 : 0.5) * last)
          || !(length <= (shortStep ? 2 : 0.3) * step + 1e-12)) {
        return CORRECTIONS + 1;
      }
      last = length;
    }
    return CORRECTIONS + 1;
  }

  /// Finds the tangent at the trial point and says whether it turned little enough.
  private boolean settled(double leastCosine) {
    nextSign = direction(trial, tangent, nextTangent);
    if (nextSign == 0) {
      return false;
    }
    double cosine = 0;
    for (int i = 0; i <= n; i++) {
      cosine += tangent[i] * nextTangent[i];
    }
    return cosine >= leastCosine;
  }

  /// Says whether `lambda` may have met the goal and turned back within the step.
  private boolean passesUnseen(double goal, double step) {
    if (!(tangent[n] > 0 && nextTangent[n] < 0) || trial[n] >= goal) {
      return false;
    }
    // A branch that turns by at most 25 degrees rises at most this far above its higher end.
    double rise = Math.min(tangent[n], -nextTangent[n]) * step;
    return Math.max(point[n], trial[n]) + rise >= goal && step > 4 * limits.smallestStep;
  }

  /// Solves at the goal itself, from where the step meets it.
  private boolean finish(double[] y, double target, double goal) {
    double share = (goal - point[n]) / (trial[n] - point[n]);
    var end = new double[n];
    for (int i = 0; i < n; i++) {
      end[i] = point[i] + share * (trial[i] - point[i]);
    }
    double distance = 0;
    for (int i = 0; i < n; i++) {
      distance = Math.max(distance, Math.abs(trial[i] - point[i]));
    }
    double moved = 0;
    double before = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 12; k++) {
      equations.evaluate(end, target, f, jacobian);
      double now = largest(f);
      if (now <= limits.tolerance && !(now < before / 4)) {
        System.arraycopy(end, 0, y, 0, n);
        return true;
      }
      before = now;
      moved += correctAtFixedLambda(end);
      if (!(moved <= distance + 1e-9)) {
        return false;
      }
    }
    if (!(before <= limits.tolerance)) {
      return false;
    }
    System.arraycopy(end, 0, y, 0, n);
    return true;
  }

  private double correctAtFixedLambda(double[] end) {
    var a = new double[n * (n + 1)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(jacobian, i * (n + 1), a, i * (n + 1), n);
      a[i * (n + 1) + n] = -f[i];
    }
    if (DenseSolve.solve(a, n, n + 1) == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double moved = 0;
    for (int i = 0; i < n; i++) {
      end[i] += a[i * (n + 1) + n];
      moved = Math.max(moved, Math.abs(a[i * (n + 1) + n]));
    }
    return moved;
  }

  private void accept() {
    System.arraycopy(trial, 0, point, 0, n + 1);
    double[] spare = tangent;
    tangent = nextTangent;
    nextTangent = spare;
    sign = nextSign;
  }

  /// Writes the unit tangent at `x` that points along `along`; returns the sign of the bordered
  /// determinant, 0 if there is no unique tangent.
  private double direction(double[] x, double[] along, double[] out) {
    equations.evaluate(x, x[n] / limits.scale, f, jacobian);
    border(along);
    for (int i = 0; i < n; i++) {
      bordered[i * (n + 2) + n + 1] = 0;
    }
    bordered[n * (n + 2) + n + 1] = 1;
    double determinant = DenseSolve.solve(bordered, n + 1, n + 2);
    double length = 0;
    for (int i = 0; i <= n; i++) {
      out[i] = bordered[i * (n + 2) + n + 1];
      length += out[i] * out[i];
    }
    length = Math.sqrt(length);
    if (determinant == 0 || !(length > 0 && length < Double.POSITIVE_INFINITY)) {
      return 0;
    }
    for (int i = 0; i <= n; i++) {
      out[i] /= length;
    }
    return Math.signum(determinant);
  }

  private void border(double[] row) {
    for (int i = 0; i < n; i++) {
      System.arraycopy(jacobian, i * (n + 1), bordered, i * (n + 2), n + 1);
      bordered[i * (n + 2) + n] /= limits.scale;
    }
    System.arraycopy(row, 0, bordered, n * (n + 2), n + 1);
  }

  private static double largest(double[] f) {
    double largest = 0;
    for (double value : f) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
