package org.servanda.engine.response;

/// Branches of several beliefs followed in step, by the rules of [TwoTypeResponse]: Newton's method
/// at the precision that is certified, then prediction along the tangent and correction, with steps
/// of each lane's own length. A lane that gets stuck is left.
final class BranchLanes {
  /// What a lane does.
  private enum Stage {
    CERTAIN,
    CORRECTING
  }

  private static final double LOOSE = 0.03;

  /// Lanes that need more are left: few are, and few lanes at a time gain nothing.
  private static final int MOST_EVALUATIONS = 12;

  private static final int CORRECTIONS = 6;

  private final BatchEquations at;
  private final double[][] start;
  private final double[][] heading;
  private final Stage[] stage;
  private final int[] belief;
  private final int[] corrections;
  private final double[] steepest;
  private final double[] reached;
  private final double[] step;
  private final double[] first;
  private final double[] previous;
  private double precision;
  private int signals;
  private int count;
  private int ends;
  private int stuckCount;
  private final int[] stuck;

  BranchLanes(ResponseRows rows, int most, int lanes) {
    this.at = new BatchEquations(rows, most, lanes);
    this.start = new double[most][lanes];
    this.heading = new double[most][lanes];
    this.stage = new Stage[lanes];
    this.stuck = new int[lanes];
    this.belief = new int[lanes];
    this.corrections = new int[lanes];
    this.steepest = new double[lanes];
    this.reached = new double[lanes];
    this.step = new double[lanes];
    this.first = new double[lanes];
    this.previous = new double[lanes];
  }

  void clear(SignalStructure structure, double[] own, double wanted) {
    at.decision(structure, own);
    precision = wanted;
    signals = structure.signals;
    count = 0;
    ends = 0;
    stuckCount = 0;
  }

  /// Returns how many beliefs were given up.
  int stuck() {
    return stuckCount;
  }

  /// Returns one of the beliefs given up.
  int stuck(int i) {
    return stuck[i];
  }

  /// Adds the lane of belief `b`, which has been corrected once at its certain precision as lane
  /// `j` of other equations.
  void add(BatchEquations other, int j, int b, double certain, double steepestSlope) {
    int i = count++;
    belief[i] = b;
    stage[i] = Stage.CERTAIN;
    corrections[i] = 1;
    steepest[i] = steepestSlope;
    reached[i] = certain;
    at.prior[i] = other.prior[j];
    at.row[i] = other.row[j];
    at.precision[i] = certain;
    at.largest[i] = other.largest[j];
    at.seen[i] = other.seen[j];
    for (int s = 0; s < signals; s++) {
      at.q[s][i] = other.q[s][j];
      at.image[s][i] = other.image[s][j];
    }
    for (int s = 0; s < 2 * signals; s++) {
      at.slope[s][i] = other.slope[s][j];
      at.likelihood[s][i] = other.likelihood[s][j];
    }
    for (int a = 0; a < 2 * at.structure.actions; a++) {
      at.sigma[a][i] = other.sigma[a][j];
      at.payoff[a][i] = other.payoff[a][j];
    }
  }

  /// Follows all branches to the wanted precision.
  ///
  /// @param whole receives priors, rows and posteriors
  /// @param end receives the beliefs whose branches were followed to the end
  /// @return how many these are
  int follow(BatchEquations whole, int[] end) {
    BatchNewton.aim(at, count);
    settle(whole, end);
    for (int n = 0; count > 0 && n < MOST_EVALUATIONS; n++) {
      at.read(count);
      BatchResponse.respond(at, count);
      BatchNewton.correct(at, count);
      BatchNewton.aim(at, count);
      BatchNewton.advance(at, count);
      for (int i = 0; i < count; i++) {
        corrections[i]++;
      }
      settle(whole, end);
    }
    for (int i = 0; i < count; i++) {
      stuck[stuckCount++] = belief[i];
    }
    return ends;
  }

  /// Decides for each lane how it goes on; lanes that end leave.
  private void settle(BatchEquations whole, int[] end) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      boolean fit = TwoTypeBatch.fit(at, i);
      boolean stays = stage[i] == Stage.CERTAIN ? fit && approach(i) : correct(i, fit);
      if (stays) {
        keep(i, kept++);
      } else if (fit && done(i)) {
        int b = belief[i];
        for (int s = 0; s < signals; s++) {
          whole.q[s][b] = at.q[s][i];
        }
        whole.prior[b] = at.prior[i];
        whole.row[b] = at.row[i];
        end[ends++] = b;
      } else {
        stuck[stuckCount++] = belief[i];
      }
    }
    count = kept;
  }

  private boolean done(int i) {
    return stage[i] == Stage.CORRECTING
        && at.precision[i] == precision
        && TwoTypeBatch.last(at, i, steepest[i]);
  }

  /// Newton's method at the certain precision.
  private boolean approach(int i) {
    if (TwoTypeBatch.last(at, i, steepest[i])
        || at.precision[i] * steepest[i] * at.largest[i] <= LOOSE) {
      stage[i] = Stage.CORRECTING;
      step[i] = reached[i];
      depart(i);
      return true;
    }
    return true;
  }

  /// Judges a correction: goes on correcting, takes the next step, tries a shorter one, or ends
  /// (false).
  private boolean correct(int i, boolean fit) {
    double scale = at.precision[i] * steepest[i];
    double largest = at.largest[i];
    boolean end = at.precision[i] == precision;
    if (corrections[i] == 1) {
      first[i] = largest * scale;
      previous[i] = Double.POSITIVE_INFINITY;
    }
    boolean good = fit && at.determinant[i] > 0 && first[i] <= 0.5 && largest <= 0.3 * previous[i];
    if (good && end && done(i)) {
      return false;
    }
    if (good && !end && largest * scale <= LOOSE) {
      reached[i] = at.precision[i];
      step[i] *= Math.max(0.5, Math.min(3, Math.sqrt(0.15 / (first[i] + 1e-3))));
      depart(i);
      return true;
    }
    if (good && corrections[i] <= CORRECTIONS) {
      previous[i] = largest;
      return true;
    }
    step[i] = 0.4 * (at.precision[i] - reached[i]);
    if (!(step[i] > 1e-5 * precision)) {
      at.seen[i] = 0;
      return false;
    }
    predict(i);
    return true;
  }

  /// Starts a step from where the lane is.
  private void depart(int i) {
    for (int s = 0; s < signals; s++) {
      start[s][i] = at.q[s][i];
      heading[s][i] = at.direction[s][i];
    }
    predict(i);
  }

  private void predict(int i) {
    double ahead = precision - reached[i];
    double next = ahead <= 1.3 * step[i] ? precision : reached[i] + step[i];
    for (int s = 0; s < signals; s++) {
      double turn = (next - reached[i]) * heading[s][i];
      double odds = Exponential.exp(Math.max(-600, Math.min(600, turn)));
      double from = start[s][i];
      at.q[s][i] = from * odds / (1 - from + from * odds);
    }
    at.precision[i] = next;
    corrections[i] = 0;
  }

  private void keep(int i, int to) {
    if (i == to) {
      return;
    }
    belief[to] = belief[i];
    stage[to] = stage[i];
    corrections[to] = corrections[i];
    steepest[to] = steepest[i];
    reached[to] = reached[i];
    step[to] = step[i];
    first[to] = first[i];
    previous[to] = previous[i];
    at.prior[to] = at.prior[i];
    at.row[to] = at.row[i];
    at.precision[to] = at.precision[i];
    for (int s = 0; s < signals; s++) {
      at.q[s][to] = at.q[s][i];
      start[s][to] = start[s][i];
      heading[s][to] = heading[s][i];
    }
  }
}
