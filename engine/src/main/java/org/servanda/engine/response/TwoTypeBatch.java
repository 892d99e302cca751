package org.servanda.engine.response;

import java.util.Arrays;

/// The logit responses of an informed mover with two types at all beliefs of a grid at once, in one
/// decision or in several with the same signals and the same own payoffs.
///
/// Computes what [TwoTypeResponse] computes, by the same rules. Beliefs at which the precision is
/// certified take Newton's method in step; the others follow their branches ([BranchLanes]). Each
/// result is then evaluated once more, which measures its residual. A belief that this does not
/// certify is left to [TwoTypeResponse]. One instance per thread.
public final class TwoTypeBatch {
  /// Largest measured residual that needs no second opinion.
  private static final double CERTIFIED = 1e-11;

  private static final int CORRECTIONS = 8;

  private final ResponseRows rows = new ResponseRows();
  private final BatchEquations whole;
  private final BatchEquations active;
  private final BranchLanes branches;
  private final UniquePrecision unique = new UniquePrecision();
  private final TwoTypeResponse single;
  private final double[] steepest;
  private final double[] certain;
  private final double[] residual;
  private final boolean[] several;
  private final boolean[] left;
  private final int[] lane;
  private double[] own = new double[2];
  private double precision;
  private int count;

  /// Makes a solver.
  ///
  /// @param most actions and signals
  /// @param lanes points of the grid, times the decisions solved at once
  public TwoTypeBatch(int most, int lanes) {
    int width = Math.max(most, 2);
    this.whole = new BatchEquations(rows, width, lanes);
    this.active = new BatchEquations(rows, width, lanes);
    this.branches = new BranchLanes(rows, width, lanes);
    this.single = new TwoTypeResponse(width);
    this.steepest = new double[lanes];
    this.certain = new double[lanes];
    this.residual = new double[lanes];
    this.several = new boolean[lanes];
    this.left = new boolean[lanes];
    this.lane = new int[lanes];
  }

  /// Returns where continuation values are read from; `base` is the place of the mover's first
  /// type.
  public ResponseRows rows() {
    return rows;
  }

  /// Returns the posterior probabilities of the second type after signal `s`, by belief.
  public double[] posteriors(int s) {
    return whole.q[s];
  }

  /// Returns the probabilities of action `a` for type `k`, by belief.
  public double[] choices(int k, int a) {
    return whole.sigma[k * whole.structure.actions + a];
  }

  /// Returns the expected payoffs of action `a` for type `k`, by belief.
  public double[] actionValues(int k, int a) {
    return whole.payoff[k * whole.structure.actions + a];
  }

  /// Returns the probabilities of signal `s` for type `k`, by belief.
  public double[] likelihoods(int k, int s) {
    return whole.likelihood[k * whole.structure.signals + s];
  }

  /// Returns bounds on the difference between a probability and its logit response, by belief.
  public double[] residuals() {
    return residual;
  }

  /// Says whether the branch turned back on its way to the solution at belief `b`.
  public boolean several(int b) {
    return several[b];
  }

  /// Solves one decision at all beliefs.
  ///
  /// @param ownPayoffs of the mover, by type and action, shape `[2][actions]`, flat; not copied
  /// @param lambda precision
  public void solve(SignalStructure signals, double[] ownPayoffs, double lambda, BeliefLanes at) {
    solve(signals, ownPayoffs, lambda, at, at.beliefs);
  }

  /// Solves at the first lanes: those of as many decisions.
  ///
  /// @param ownPayoffs of the mover, by type and action, shape `[2][actions]`, flat; not copied
  /// @param lambda precision
  /// @param lanes a multiple of the beliefs of one decision
  public void solve(
      SignalStructure signals, double[] ownPayoffs, double lambda, BeliefLanes at, int lanes) {
    count = lanes;
    own = ownPayoffs;
    precision = lambda;
    whole.decision(signals, ownPayoffs);
    active.decision(signals, ownPayoffs);
    measure(signals, at);
    if (signals.identified || signals.paired) {
      begin(at);
    } else {
      for (int b = 0; b < count; b++) {
        left[b] = interior(at, b);
      }
    }
    finish(at);
  }

  private static boolean interior(BeliefLanes at, int b) {
    return at.belief[b] > 0 && at.belief[b] < 1;
  }

  /// Finds the steepest slope of each row and the precision up to which each belief is certain.
  private void measure(SignalStructure signals, BeliefLanes at) {
    System.arraycopy(at.belief, 0, whole.prior, 0, count);
    for (int s = 0; s < signals.signals; s++) {
      System.arraycopy(at.belief, 0, whole.q[s], 0, count);
    }
    int base = rows.base;
    for (int b = 0; b < count; b++) {
      several[b] = false;
      left[b] = false;
      whole.row[b] = base + at.row[b];
    }
    for (int b = 0; b < count; b++) {
      if (at.row[b] != at.place[b]) {
        continue;
      }
      rows.base = base + at.row[b];
      unique.measure(rows, signals);
      for (int c = 0; c < at.nodes; c++) {
        int lane = b + c * rows.nodeStride;
        steepest[lane] = unique.steepest();
        certain[lane] = unique.flat() ? precision : unique.precision(at.belief[lane]);
      }
    }
    rows.base = base;
  }

  /// Takes the first correction at the prior, which is a node; sorts beliefs by what remains to be
  /// done, and does it.
  private void begin(BeliefLanes at) {
    int n = whole.structure.signals;
    boolean branching = false;
    for (int b = 0; b < count; b++) {
      whole.precision[b] = Math.min(precision, certain[b]);
      branching |= interior(at, b) && precision > certain[b];
    }
    whole.readNodes(at, count);
    BatchResponse.respond(whole, count);
    BatchNewton.correct(whole, count);
    if (branching) {
      BatchNewton.aim(whole, count);
    }
    BatchNewton.advance(whole, count);
    branches.clear(whole.structure, own, precision);
    int kept = 0;
    for (int b = 0; b < count; b++) {
      if (!interior(at, b)) {
        resetToPrior(b, n);
      } else if (precision > certain[b]) {
        branches.add(whole, b, certain[b], steepest[b]);
      } else if (!last(whole, b, steepest[b])) {
        copyLane(b, kept, n);
        lane[kept++] = b;
      }
    }
    newton(kept);
    branches.follow(whole, left);
  }

  private void resetToPrior(int b, int n) {
    for (int s = 0; s < n; s++) {
      whole.q[s][b] = whole.prior[b];
    }
  }

  private void copyLane(int b, int to, int n) {
    for (int s = 0; s < n; s++) {
      active.q[s][to] = whole.q[s][b];
    }
    active.prior[to] = whole.prior[b];
    active.precision[to] = precision;
    active.row[to] = whole.row[b];
  }

  /// Newton's method in step; lanes leave when done.
  private void newton(int lanes) {
    int n = active.structure.signals;
    int going = lanes;
    for (int k = 1; going > 0; k++) {
      active.read(going);
      BatchResponse.respond(active, going);
      BatchNewton.correct(active, going);
      BatchNewton.advance(active, going);
      int kept = 0;
      for (int i = 0; i < going; i++) {
        int b = lane[i];
        if (last(active, i, steepest[b])) {
          for (int s = 0; s < n; s++) {
            whole.q[s][b] = active.q[s][i];
          }
        } else if (k < CORRECTIONS && fit(active, i)) {
          for (int s = 0; s < n; s++) {
            active.q[s][kept] = active.q[s][i];
          }
          active.prior[kept] = active.prior[i];
          active.row[kept] = active.row[i];
          lane[kept++] = b;
        } else {
          left[b] = true;
        }
      }
      going = kept;
    }
  }

  /// Says whether the equations of a lane were computed without underflow.
  static boolean fit(BatchEquations at, int i) {
    return at.seen[i] > TwoTypeEquations.TINY && at.largest[i] < Double.POSITIVE_INFINITY;
  }

  /// Says whether a correction was so small that nothing of first order is left.
  static boolean last(BatchEquations at, int i, double steepest) {
    double largest = at.largest[i];
    return at.precision[i] * steepest * largest <= TwoTypeResponse.LAST_EXPONENT
        && largest <= TwoTypeResponse.LAST_MOVE
        && at.seen[i] > TwoTypeEquations.TINY;
  }

  /// Evaluates the results and measures their residuals.
  private void finish(BeliefLanes at) {
    Arrays.fill(whole.precision, 0, count, precision);
    whole.read(count);
    BatchResponse.respond(whole, count);
    BatchNewton.compare(whole, count);
    for (int b = 0; b < count; b++) {
      residual[b] = Math.min(1, 0.5 * precision * steepest[b] * whole.largest[b]);
      if (!interior(at, b)) {
        residual[b] = 0;
      } else if (left[b] || !(residual[b] <= CERTIFIED)) {
        alone(at, b);
      }
    }
  }

  /// Solves at one belief by itself.
  private void alone(BeliefLanes at, int b) {
    int base = rows.base;
    var structure = whole.structure;
    var copy = single.rows();
    copy.values = rows.values;
    copy.derivatives = rows.derivatives;
    copy.intervals = rows.intervals;
    copy.signalStride = rows.signalStride;
    copy.typeStride = rows.typeStride;
    copy.nodeStride = rows.nodeStride;
    single.decision(structure, own, precision);
    single.row(base + at.row[b]);
    single.solve(at.belief[b]);
    for (int s = 0; s < structure.signals; s++) {
      whole.q[s][b] = single.posterior(s);
    }
    for (int k = 0; k < 2; k++) {
      for (int a = 0; a < structure.actions; a++) {
        choices(k, a)[b] = single.choice(k, a);
        actionValues(k, a)[b] = single.actionValue(k, a);
      }
      for (int s = 0; s < structure.signals; s++) {
        likelihoods(k, s)[b] = single.likelihood(k, s);
      }
    }
    residual[b] = single.residual();
    several[b] = single.several();
  }
}
