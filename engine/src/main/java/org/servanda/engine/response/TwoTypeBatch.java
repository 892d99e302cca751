package org.servanda.engine.response;

import java.util.Arrays;

/// The logit responses of an informed mover with two types at all beliefs of a grid at once, in one
/// decision or in several with the same signals and the same own payoffs.
///
/// Computes what [TwoTypeResponse] computes, by the same rules. Where the type is known nothing has
/// to be solved. Beliefs at which the precision is certified take Newton's method in step, and end
/// by following the last correction to first order; the others follow their branches
/// ([BranchLanes]), whose ends are evaluated once more, which measures their residuals. A belief
/// that gets stuck is left to [TwoTypeResponse]. One instance per thread.
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
  private final int[] left;
  private final int[] lane;
  private final int[] end;
  private double[] own = new double[2];
  private double precision;
  private int count;
  private int stuck;

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
    this.left = new int[lanes];
    this.lane = new int[lanes];
    this.end = new int[lanes];
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
    known(at);
    stuck = 0;
    if (at.edges(count) == count) {
      return;
    }
    if (signals.identified || signals.paired) {
      begin(at);
    } else {
      for (int i = 0; i < count - at.edges(count); i++) {
        left[stuck++] = at.interior[i];
      }
    }
    for (int i = 0; i < stuck; i++) {
      alone(at, left[i]);
    }
  }

  /// Finds the steepest slope of each row and the precision up to which each belief inside it is
  /// certain.
  private void measure(SignalStructure signals, BeliefLanes at) {
    int base = rows.base;
    Arrays.fill(several, 0, count, false);
    for (int b = 0; b < count && at.nodes > 2; b++) {
      if (at.row[b] != at.place[b]) {
        continue;
      }
      rows.base = base + at.row[b];
      unique.measure(rows, signals);
      for (int c = 1; c < at.nodes - 1; c++) {
        int lane = b + c * rows.nodeStride;
        steepest[lane] = unique.steepest();
        certain[lane] = unique.flat() ? precision : unique.precision(at.belief[lane]);
      }
    }
    rows.base = base;
  }

  /// Beliefs at which nothing can be learned: the response to the values there.
  private void known(BeliefLanes at) {
    int lanes = at.edges(count);
    stand(at, at.edges, lanes);
    Arrays.fill(active.precision, 0, lanes, precision);
    BatchResponse.respond(active, lanes);
    scatter(at.edges, lanes);
    for (int i = 0; i < lanes; i++) {
      residual[at.edges[i]] = 0;
    }
  }

  /// Puts lanes at their own beliefs.
  private void stand(BeliefLanes at, int[] which, int lanes) {
    active.readNodes(at, which, lanes);
    for (int i = 0; i < lanes; i++) {
      active.prior[i] = at.belief[which[i]];
      active.row[i] = rows.base + at.row[which[i]];
    }
    for (int s = 0; s < active.structure.signals; s++) {
      System.arraycopy(active.prior, 0, active.q[s], 0, lanes);
    }
  }

  /// Takes the first correction at the prior, which is a node; sorts beliefs by what remains to be
  /// done, and does it.
  private void begin(BeliefLanes at) {
    int lanes = count - at.edges(count);
    stand(at, at.interior, lanes);
    for (int i = 0; i < lanes; i++) {
      lane[i] = at.interior[i];
      active.precision[i] = Math.min(precision, certain[lane[i]]);
    }
    BatchResponse.respond(active, lanes);
    BatchNewton.correct(active, lanes);
    BatchNewton.advance(active, lanes);
    branches.clear(whole.structure, own, precision);
    int kept = 0;
    for (int i = 0; i < lanes; i++) {
      int b = lane[i];
      if (precision > certain[b]) {
        branches.add(active, i, b, certain[b], steepest[b]);
      } else {
        keep(i, kept++);
      }
    }
    newton(kept);
    int ends = branches.follow(whole, lane);
    finish(ends);
    for (int i = 0; i < branches.stuck(); i++) {
      left[stuck++] = branches.stuck(i);
    }
  }

  private void keep(int i, int to) {
    if (i == to) {
      return;
    }
    for (int s = 0; s < active.structure.signals; s++) {
      active.q[s][to] = active.q[s][i];
    }
    active.prior[to] = active.prior[i];
    active.precision[to] = active.precision[i];
    active.row[to] = active.row[i];
    lane[to] = lane[i];
  }

  /// Newton's method in step; lanes leave when done.
  private void newton(int lanes) {
    int going = lanes;
    for (int k = 1; going > 0; k++) {
      active.read(going);
      BatchResponse.respond(active, going);
      BatchNewton.correct(active, going);
      BatchNewton.advance(active, going);
      int ends = 0;
      for (int i = 0; i < going; i++) {
        if (last(active, i, steepest[lane[i]])) {
          end[ends++] = i;
        }
      }
      if (ends > 0) {
        BatchResponse.drift(active, going);
        end(ends);
      }
      int kept = 0;
      int next = 0;
      for (int i = 0; i < going; i++) {
        if (next < ends && end[next] == i) {
          next++;
        } else if (k < CORRECTIONS && fit(active, i)) {
          keep(i, kept++);
        } else {
          left[stuck++] = lane[i];
        }
      }
      going = kept;
    }
  }

  /// Takes over lanes that are done. What is left is of second order, of the choice and of the
  /// cubics, whose curvature the steepest slope bounds.
  private void end(int ends) {
    for (int j = 0; j < ends; j++) {
      int i = end[j];
      int b = lane[i];
      double largest = active.largest[i];
      double exponent = precision * steepest[b] * largest;
      residual[b] = 2 * exponent * exponent + 4 * rows.intervals * exponent * largest;
    }
    scatterSome(active.q, whole.q, active.structure.signals, ends);
    scatterSome(active.sigma, whole.sigma, 2 * active.structure.actions, ends);
    if (!active.structure.identified) {
      scatterSome(active.likelihood, whole.likelihood, 2 * active.structure.signals, ends);
    }
  }

  private void scatterSome(double[][] from, double[][] to, int arrays, int ends) {
    for (int r = 0; r < arrays; r++) {
      double[] x = from[r];
      double[] y = to[r];
      for (int j = 0; j < ends; j++) {
        y[lane[end[j]]] = x[end[j]];
      }
    }
  }

  private void scatter(int[] lanes, int n) {
    scatter(active.q, whole.q, active.structure.signals, lanes, n);
    scatter(active.sigma, whole.sigma, 2 * active.structure.actions, lanes, n);
    if (!active.structure.identified) {
      scatter(active.likelihood, whole.likelihood, 2 * active.structure.signals, lanes, n);
    }
  }

  private static void scatter(double[][] from, double[][] to, int arrays, int[] lanes, int n) {
    for (int r = 0; r < arrays; r++) {
      double[] x = from[r];
      double[] y = to[r];
      for (int i = 0; i < n; i++) {
        y[lanes[i]] = x[i];
      }
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

  /// Evaluates the ends of branches and measures their residuals.
  private void finish(int lanes) {
    for (int i = 0; i < lanes; i++) {
      int b = lane[i];
      for (int s = 0; s < active.structure.signals; s++) {
        active.q[s][i] = whole.q[s][b];
      }
      active.prior[i] = whole.prior[b];
      active.row[i] = whole.row[b];
      active.precision[i] = precision;
    }
    active.read(lanes);
    BatchResponse.respond(active, lanes);
    BatchNewton.compare(active, lanes);
    scatter(lane, lanes);
    for (int i = 0; i < lanes; i++) {
      int b = lane[i];
      residual[b] = Math.min(1, 0.5 * precision * steepest[b] * active.largest[i]);
      if (!(residual[b] <= CERTIFIED)) {
        left[stuck++] = b;
      }
    }
  }

  /// Solves at one belief by itself.
  private void alone(BeliefLanes at, int b) {
    var structure = whole.structure;
    var copy = single.rows();
    copy.values = rows.values;
    copy.derivatives = rows.derivatives;
    copy.intervals = rows.intervals;
    copy.signalStride = rows.signalStride;
    copy.typeStride = rows.typeStride;
    copy.nodeStride = rows.nodeStride;
    single.decision(structure, own, precision);
    single.row(rows.base + at.row[b]);
    single.solve(at.belief[b]);
    for (int s = 0; s < structure.signals; s++) {
      whole.q[s][b] = single.posterior(s);
    }
    for (int k = 0; k < 2; k++) {
      for (int a = 0; a < structure.actions; a++) {
        choices(k, a)[b] = single.choice(k, a);
      }
      for (int s = 0; s < structure.signals; s++) {
        likelihoods(k, s)[b] = single.likelihood(k, s);
      }
    }
    residual[b] = single.residual();
    several[b] = single.several();
  }
}
