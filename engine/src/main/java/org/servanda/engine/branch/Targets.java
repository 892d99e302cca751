package org.servanda.engine.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Meetings of the steps with the targets, first found, then told when the step is accepted.
final class Targets {
  private record Meeting(int target, double lambda, double share) {}

  private final ArcStep arc;
  private final double[] targets;
  private final int[] met;
  private final BranchListener listener;
  private final List<Runnable> found = new ArrayList<>();
  private boolean turned;
  private boolean ended;
  private double[] last = {};
  private double told = Double.NaN;

  Targets(ArcStep arc, double[] targets, BranchListener listener) {
    this.arc = arc;
    this.targets = targets.clone();
    this.met = new int[targets.length];
    this.listener = listener;
  }

  boolean turned() {
    return turned;
  }

  /// Whether the end was met within the step.
  boolean ended() {
    return ended;
  }

  /// The solution at the end.
  double[] last() {
    return last;
  }

  /// Tells the listener what the step met.
  void tell() {
    found.forEach(Runnable::run);
  }

  /// Leaves out what the next step meets up to a value of `lambda`: it has been told before the
  /// trace went back.
  void toldUpTo(double lambda) {
    told = lambda;
  }

  void forgetTold() {
    told = Double.NaN;
  }

  /// Finds what the step from the last point to the trial meets; returns whether all was solved.
  boolean meet(double step, double end, boolean located) {
    found.clear();
    ended = false;
    int n = arc.size();
    turned = arc.nextTangent[n] * arc.tangent[n] < 0;
    if (!turned && targets.length == 0 && arc.trialLambda() < end) {
      return true;
    }
    double[] from = arc.point.clone();
    double[] to = arc.trial.clone();
    if (turned && (located || mayPassUnseen(step, end))) {
      arc.keep();
      double[] fold = fold(step);
      arc.restore();
      if (fold.length == 0) {
        return false;
      }
      if (!arm(from, fold, end)) {
        return false;
      }
      if (ended) {
        turned = false;
        return true;
      }
      double lambda = lambda(fold);
      found.add(() -> listener.fold(lambda, fold));
      from = fold;
    }
    return arm(from, to, end);
  }

  private double lambda(double[] x) {
    return x[arc.size()] / arc.scale();
  }

  /// Whether `lambda` may have met a target and turned back within the step.
  private boolean mayPassUnseen(double step, double end) {
    int n = arc.size();
    // A branch that turns by at most 25 degrees goes at most this far beyond its outer end.
    double reach = Math.min(Math.abs(arc.tangent[n]), Math.abs(arc.nextTangent[n])) * step;
    boolean up = arc.tangent[n] > 0;
    double outer = up ? Math.max(arc.point[n], arc.trial[n]) : Math.min(arc.point[n], arc.trial[n]);
    if (unseen(end, outer, up ? reach : -reach)) {
      return true;
    }
    for (double target : targets) {
      if (unseen(target, outer, up ? reach : -reach)) {
        return true;
      }
    }
    return false;
  }

  private boolean unseen(double target, double outer, double reach) {
    double beyond = target * arc.scale() - outer;
    return reach > 0 ? beyond >= 0 && beyond <= reach : beyond <= 0 && beyond >= reach;
  }

  /// Finds the point of the step where `lambda` turns, empty if a correction fails.
  private double[] fold(double step) {
    int n = arc.size();
    double low = 0;
    double high = step;
    double atLow = arc.tangent[n];
    double atHigh = arc.nextTangent[n];
    double[] best = arc.trial.clone();
    for (int k = 0; k < 60 && high - low > 1e-11 * step; k++) {
      double middle = (low * atHigh - high * atLow) / (atHigh - atLow);
      // Every third time the middle, lest one end stay.
      if (k % 3 == 2 || !(middle > low && middle < high)) {
        middle = (low + high) / 2;
      }
      if (arc.advance(middle, 0.1) > ArcStep.CORRECTIONS) {
        return new double[0];
      }
      best = arc.trial.clone();
      double now = arc.nextTangent[n];
      if (Math.abs(now) < 1e-10) {
        break;
      }
      if (now * atLow > 0) {
        low = middle;
        atLow = now;
      } else {
        high = middle;
        atHigh = now;
      }
    }
    return best;
  }

  /// Finds meetings on an arc along which `lambda` does not turn.
  private boolean arm(double[] from, double[] to, double end) {
    double a = lambda(from);
    double b = lambda(to);
    var order = new ArrayList<Meeting>();
    for (int t = 0; t < targets.length; t++) {
      if (between(a, targets[t], b) && !between(a, targets[t], told)) {
        order.add(new Meeting(t, targets[t], (targets[t] - a) / (b - a)));
      }
    }
    if (a < end && end <= b) {
      order.add(new Meeting(targets.length, end, (end - a) / (b - a)));
    }
    order.sort(Comparator.comparingDouble(Meeting::share));
    for (var meeting : order) {
      double[] y = solve(from, to, meeting);
      if (y.length == 0) {
        return false;
      }
      if (meeting.target == targets.length) {
        ended = true;
        last = y;
        return true;
      }
      found.add(() -> listener.crossing(meeting.target, ++met[meeting.target], y));
    }
    return true;
  }

  private static boolean between(double a, double target, double b) {
    return a < target && target <= b || b <= target && target < a;
  }

  private double[] solve(double[] from, double[] to, Meeting meeting) {
    int n = arc.size();
    var y = new double[n];
    double distance = 0;
    for (int i = 0; i < n; i++) {
      y[i] = from[i] + meeting.share * (to[i] - from[i]);
      distance = Math.max(distance, Math.abs(to[i] - from[i]));
    }
    return arc.solveAt(meeting.lambda, y, distance + 1e-9) ? y : new double[0];
  }
}
