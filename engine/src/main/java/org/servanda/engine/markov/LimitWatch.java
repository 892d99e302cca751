package org.servanda.engine.markov;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Watches a branch at growing precisions until it closes in on an equilibrium.
///
/// At a point of the branch the actions that are still taken are guessed to be the support; the
/// equilibrium on that support is solved for and verified. The branch has settled when two points,
/// the second at no less than twice the first one's precision, lead to the same equilibrium and the
/// second is closer to it about in proportion; or when both points are within 1e-5 of equilibria
/// within 1e-5 of each other, which form a continuum.
final class LimitWatch {
  private static final double FIRST = 8;
  private static final double LATE = 1e4;
  private static final double[] TAKEN = {1e-2, 1e-3, 1e-5};
  private static final double NEAR = 0.1;
  private static final double SAME = 1e-8;
  private static final double NOWHERE = 1e-5;
  private static final double CLIPPED = 1e-9;

  private final StationaryForm form;
  private final SupportSystem system;
  private final double mostRegret;
  private final double[] sigma;
  private double next = FIRST;
  private @Nullable MarkovProfile candidate;
  private double candidateLambda;
  private double candidateDistance;
  private boolean settled;

  LimitWatch(StationaryForm form, double mostRegret) {
    this.form = form;
    this.system = new SupportSystem(form);
    this.mostRegret = mostRegret * form.range;
    this.sigma = new double[form.actions()];
  }

  /// Bytes that watching takes beside the form.
  static long bytes(long states, long unknowns) {
    return 24 * states * states + 16 * unknowns * (unknowns + states);
  }

  boolean settled() {
    return settled;
  }

  /// The equilibrium settled on, or the last one met; null if none was.
  @Nullable MarkovProfile equilibrium() {
    return candidate;
  }

  double distance() {
    return candidateDistance;
  }

  /// Takes a point of the branch.
  ///
  /// @param lambda precision for scaled payoffs
  /// @param odds log odds against first actions
  void point(double lambda, double[] odds) {
    if (settled || lambda < next) {
      return;
    }
    next = 2 * lambda;
    look(lambda, odds);
  }

  /// Takes the last point: settles if it is within 1e-5 of an equilibrium.
  void last(double lambda, double[] odds) {
    if (!settled && lambda >= FIRST) {
      next = 2 * lambda;
      look(lambda, odds);
      settled |= candidate != null && candidateDistance <= NOWHERE;
    }
  }

  private void look(double lambda, double[] odds) {
    form.probabilities(odds, sigma);
    var found = equilibriumNear(sigma);
    if (found == null) {
      candidate = null;
      return;
    }
    double distance = distance(found);
    var before = candidate;
    if (before != null) {
      double expected = 1.5 * candidateDistance * candidateLambda / lambda;
      double moved = before.distance(found);
      // Among a continuum of equilibria the nearest one moves a little as the branch closes in.
      settled =
          moved <= SAME && distance <= Math.max(expected, 1e-12)
              || moved <= NOWHERE && distance <= NOWHERE;
    }
    candidate = found;
    candidateLambda = lambda;
    candidateDistance = distance;
  }

  private @Nullable MarkovProfile equilibriumNear(double[] play) {
    boolean[] tried = {};
    for (double least : TAKEN) {
      var support = new boolean[play.length];
      for (int a = 0; a < play.length; a++) {
        support[a] = play[a] >= least;
      }
      keepLargest(play, support);
      if (!Arrays.equals(support, tried)) {
        var found = verified(play, support);
        if (found != null) {
          return found;
        }
      }
      tried = support;
    }
    return null;
  }

  private void keepLargest(double[] play, boolean[] support) {
    for (int pair = 0; pair < form.states * form.players; pair++) {
      int best = form.firstAction[pair];
      for (int a = best; a < form.firstAction[pair + 1]; a++) {
        best = play[a] > play[best] ? a : best;
      }
      support[best] = true;
    }
  }

  /// Solves on a support; null if the solution is no equilibrium or not near.
  private @Nullable MarkovProfile verified(double[] play, boolean[] support) {
    double[] solution = system.solve(play, support, SupportSystem.Inversion.EXACT);
    if (solution == null && next > LATE) {
      // Equilibria on the support may form a continuum.
      solution = system.solve(play, support, SupportSystem.Inversion.SHORTEST);
    }
    if (solution == null) {
      return null;
    }
    for (int a = 0; a < solution.length; a++) {
      if (!(solution[a] >= -CLIPPED && Math.abs(solution[a] - play[a]) <= NEAR)) {
        return null;
      }
      if (solution[a] < CLIPPED) {
        solution[a] = 0;
      }
    }
    normalize(solution);
    var logs = new double[solution.length];
    for (int a = 0; a < logs.length; a++) {
      logs[a] = StrictMath.log(solution[a]);
    }
    var profile = MarkovProfile.of(form, solution, logs);
    return profile.regret() <= mostRegret ? profile : null;
  }

  private void normalize(double[] p) {
    for (int pair = 0; pair < form.states * form.players; pair++) {
      double sum = 0;
      for (int a = form.firstAction[pair]; a < form.firstAction[pair + 1]; a++) {
        sum += p[a];
      }
      for (int a = form.firstAction[pair]; a < form.firstAction[pair + 1]; a++) {
        p[a] /= sum;
      }
    }
  }

  private double distance(MarkovProfile found) {
    double distance = 0;
    for (int a = 0; a < sigma.length; a++) {
      distance = Math.max(distance, Math.abs(sigma[a] - found.probabilityAt(a)));
    }
    return distance;
  }
}
