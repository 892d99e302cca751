package org.servanda.engine.response;

/// The numbers of [TwoTypeEquations] for many beliefs at once.
///
/// One *lane* per belief; the lane is the last index of every array, so that loops run over
/// contiguous numbers. [BatchResponse] and [BatchNewton] compute, from what is read here.
final class BatchEquations {
  /// Candidate posteriors of the second type, shape `[signals][lanes]`, as the next three.
  final double[][] q;

  final double[][] image;
  final double[][] move;

  /// Derivatives of the log-likelihood ratios along the branch.
  final double[][] direction;

  /// Shape `[2 * signals][lanes]`, as the next two.
  final double[][] value;

  final double[][] slope;
  private final double[][] shared;

  /// Shape `[2 * actions][lanes]`, as the next.
  final double[][] payoff;

  final double[][] sigma;

  /// Shape `[2 * signals][lanes]`; the choice itself if actions are identified.
  double[][] likelihood;

  /// Belief about the mover: probability of the second type.
  final double[] prior;

  final double[] precision;

  /// Index of node 0 of each lane's row, first type, first signal.
  final int[] row;

  /// Least probability of a signal; that of either type, where signals are shared.
  final double[] seen;

  final double[] determinant;

  /// Largest entry of the correction; NaN where there is none.
  final double[] largest;

  /// Scratch of the arithmetic, shape `[6 * signals][lanes]`.
  final double[][] scratch;

  final long[] power;

  final ResponseRows rows;
  SignalStructure structure = new SignalStructure(1, 1, new double[] {1});
  double[] own = new double[2];

  /// @param most actions and signals
  BatchEquations(ResponseRows rows, int most, int lanes) {
    this.rows = rows;
    this.q = new double[most][lanes];
    this.image = new double[most][lanes];
    this.move = new double[most][lanes];
    this.direction = new double[most][lanes];
    this.value = new double[2 * most][lanes];
    this.slope = new double[2 * most][lanes];
    this.shared = new double[2 * most][lanes];
    this.payoff = new double[2 * most][lanes];
    this.sigma = new double[2 * most][lanes];
    this.likelihood = sigma;
    this.scratch = new double[6 * most][lanes];
    this.power = new long[lanes];
    this.prior = new double[lanes];
    this.precision = new double[lanes];
    this.row = new int[lanes];
    this.seen = new double[lanes];
    this.determinant = new double[lanes];
    this.largest = new double[lanes];
  }

  void decision(SignalStructure signals, double[] ownPayoffs) {
    structure = signals;
    own = ownPayoffs;
    likelihood = signals.identified ? sigma : shared;
  }

  /// Reads continuation values at nodes.
  ///
  /// @param which of the lanes of the grid
  void readNodes(BeliefLanes at, int[] which, int lanes) {
    int n = structure.signals;
    for (int s = 0; s < n; s++) {
      for (int k = 0; k < 2; k++) {
        int from = rows.base + s * rows.signalStride + k * rows.typeStride;
        readNodes(lanes, from, at.place, which, value[k * n + s], slope[k * n + s]);
      }
    }
  }

  private void readNodes(
      int lanes, int from, int[] place, int[] which, double[] to, double[] rise) {
    double[] f = rows.values;
    double[] d = rows.derivatives;
    int cells = rows.intervals;
    for (int i = 0; i < lanes; i++) {
      int node = from + place[which[i]];
      to[i] = f[node];
      rise[i] = cells * d[node];
    }
  }

  /// Interpolates continuation values at the candidates.
  void read(int lanes) {
    int n = structure.signals;
    for (int s = 0; s < n; s++) {
      int from = s * rows.signalStride;
      for (int k = 0; k < 2; k++) {
        if (rows.parabolas()) {
          readParabolas(lanes, from, q[s], value[k * n + s], slope[k * n + s]);
        } else {
          read(lanes, from, q[s], value[k * n + s], slope[k * n + s]);
        }
        from += rows.typeStride;
      }
    }
  }

  private void readParabolas(int lanes, int from, double[] at, double[] to, double[] rise) {
    double[] f = rows.values;
    double[] d = rows.derivatives;
    int span = 2 * rows.nodeStride;
    for (int i = 0; i < lanes; i++) {
      int low = from + row[i];
      double x = at[i];
      double start = d[low];
      double bend = d[low + span] - start;
      to[i] = Math.fma(x, Math.fma(x, bend, 2 * start), f[low]);
      rise[i] = 2 * Math.fma(x, bend, start);
    }
  }

  private void read(int lanes, int from, double[] at, double[] to, double[] rise) {
    double[] f = rows.values;
    double[] d = rows.derivatives;
    int cells = rows.intervals;
    int stride = rows.nodeStride;
    for (int i = 0; i < lanes; i++) {
      double x = at[i] * cells;
      int cell = Math.min((int) x, cells - 1);
      double r = x - cell;
      int low = from + row[i] + cell * stride;
      int high = low + stride;
      double f0 = f[low];
      double d0 = d[low];
      double up = f[high] - f0;
      double d1 = d[high];
      double c3 = d0 + d1 - 2 * up;
      double c2 = up - d0 - c3;
      to[i] = Math.fma(r, Math.fma(r, Math.fma(r, c3, c2), d0), f0);
      rise[i] = cells * Math.fma(r, Math.fma(r, 3 * c3, 2 * c2), d0);
    }
  }
}
