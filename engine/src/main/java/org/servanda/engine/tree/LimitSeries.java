package org.servanda.engine.tree;

import java.util.ArrayDeque;

/// Plays at doubling precisions and what they tend to.
///
/// @source Richardson (1911), on extrapolation to the limit
final class LimitSeries {
  /// Entries that fall by more than this in the logarithm when precision doubles go to zero.
  private static final double FALLING = -0.2;

  private static final double NOISE = 1e-13;

  /// Error below which a rise means rounding.
  private static final double FINE = 1e-6;

  /// A play, or what plays tend to; never changed.
  private static final class Snapshot {
    final double[] choice;
    final double[] belief;
    final double[] actionValue;
    final double error;

    Snapshot(double[] choice, double[] belief, double[] actionValue, double error) {
      this.choice = choice;
      this.belief = belief;
      this.actionValue = actionValue;
      this.error = error;
    }
  }

  private final CompiledTree tree;
  private final ArrayDeque<Snapshot> last = new ArrayDeque<>();
  private Snapshot best;
  private int unsettled = -1;
  private boolean drowned;

  LimitSeries(CompiledTree tree) {
    this.tree = tree;
    this.best = new Snapshot(new double[0], new double[0], new double[0], 0);
    clear();
  }

  /// Forgets everything: the branch has turned.
  void clear() {
    last.clear();
    best =
        new Snapshot(
            new double[tree.slots],
            new double[tree.firstMember[tree.sets]],
            new double[tree.slots],
            Double.POSITIVE_INFINITY);
    drowned = false;
  }

  /// Returns extrapolated choices, zeros exact, shape `[slots]`.
  double[] choice() {
    return best.choice;
  }

  /// Returns extrapolated beliefs, indexed as [CompiledTree#member].
  double[] belief() {
    return best.belief;
  }

  /// Returns the largest change by the extrapolation.
  double error() {
    return best.error;
  }

  /// Returns an information set whose choice still waits for higher precision, -1 if there is none.
  int unsettled() {
    return unsettled;
  }

  /// Whether more precision would change nothing.
  boolean settled(double tolerance) {
    return best.error <= tolerance && unsettled < 0;
  }

  /// Whether rounding has begun to spoil the extrapolation.
  boolean drowned() {
    return drowned;
  }

  /// Takes the play at twice the precision of the one before.
  void add(Play play) {
    play.evaluateAll();
    var now =
        new Snapshot(
            play.choice.clone(),
            play.belief.clone(),
            play.actionValue.clone(),
            Double.POSITIVE_INFINITY);
    last.addLast(now);
    if (last.size() > 3) {
      last.removeFirst();
    }
    if (last.size() < 3) {
      best = now;
      return;
    }
    var next = extrapolate();
    findUnsettled(next);
    drowned = best.error < FINE && next.error > 4 * best.error && near(next);
    if (next.error <= best.error || !near(next)) {
      best = next;
    }
  }

  /// Whether an extrapolation is the best one so far but for the errors of both.
  private boolean near(Snapshot next) {
    for (int s = 0; s < tree.slots; s++) {
      if (!(Math.abs(next.choice[s] - best.choice[s]) <= 1e-6 + 10 * (next.error + best.error))) {
        return false;
      }
    }
    return true;
  }

  private Snapshot extrapolate() {
    var plays = last.toArray(new Snapshot[0]);
    var choice = new double[tree.slots];
    var belief = new double[tree.firstMember[tree.sets]];
    double error =
        Math.max(
            extrapolate(plays[0].choice, plays[1].choice, plays[2].choice, choice),
            extrapolate(plays[0].belief, plays[1].belief, plays[2].belief, belief));
    for (int h = 0; h < tree.sets; h++) {
      normalize(choice, tree.offset[h], tree.offset[h] + tree.actions[h]);
      normalize(belief, tree.firstMember[h], tree.firstMember[h + 1]);
    }
    return new Snapshot(choice, belief, plays[2].actionValue, error);
  }

  /// Writes the limit of a series in the inverse of precision; returns the largest last change.
  private static double extrapolate(double[] a, double[] b, double[] c, double[] limit) {
    double change = 0;
    for (int k = 0; k < limit.length; k++) {
      if (c[k] == 0 || b[k] > 0 && StrictMath.log(c[k] / b[k]) < FALLING) {
        limit[k] = 0;
        change = Math.max(change, c[k]);
        continue;
      }
      double first = 2 * c[k] - b[k];
      double before = 2 * b[k] - a[k];
      double second = (4 * first - before) / 3;
      change = Math.max(change, Math.abs(second - first));
      limit[k] = Math.clamp(second, 0, 1);
    }
    return change;
  }

  private static void normalize(double[] p, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += p[k];
    }
    for (int k = from; k < to; k++) {
      p[k] /= sum;
    }
  }

  /// A gap in value between actions that are both played must shrink as precision grows; where it
  /// does not, the worse action has not yet begun to vanish.
  private void findUnsettled(Snapshot limit) {
    double[] before = last.toArray(new Snapshot[0])[1].actionValue;
    double[] now = limit.actionValue;
    unsettled = -1;
    for (int h = 0; h < tree.sets; h++) {
      int from = tree.offset[h];
      int to = from + tree.actions[h];
      double highestBefore = Double.NEGATIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      double size = 0;
      for (int s = from; s < to; s++) {
        highestBefore = Math.max(highestBefore, before[s]);
        highest = Math.max(highest, now[s]);
        size = Math.max(size, Math.abs(now[s]));
      }
      for (int s = from; s < to; s++) {
        double gap = highest - now[s];
        if (limit.choice[s] > 0 && gap > NOISE * size && gap > 0.75 * (highestBefore - before[s])) {
          unsettled = h;
          return;
        }
      }
    }
  }
}
