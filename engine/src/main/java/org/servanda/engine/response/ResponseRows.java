package org.servanda.engine.response;

/// Where a decision reads its continuation values: for each signal and type of the mover, a row of
/// values and of derivatives per interval at the grid points of the belief about the mover.
///
/// The value for signal `s` and type `k` at node `c` is `values[s * signalStride + k * typeStride +
/// base + c * nodeStride]`, its derivative the same entry of `derivatives`.
public final class ResponseRows {
  /// Values; read only.
  public double[] values = new double[0];

  /// Derivatives per interval; read only.
  public double[] derivatives = new double[0];

  /// Intervals of the grid, at least 2.
  public int intervals = 2;

  /// Distance between signals.
  public int signalStride;

  /// Distance between the two types.
  public int typeStride;

  /// Distance between grid points.
  public int nodeStride = 1;

  /// Index of node 0 of the first type after the first signal.
  public int base;

  /// Says whether a row is the parabola through three points, of which the value at the first and
  /// the derivatives at both ends say all there is to know.
  boolean parabolas() {
    return intervals == 2;
  }

  /// Makes rows to be filled in.
  public ResponseRows() {}

  /// Interpolates each signal's row at its own belief.
  ///
  /// @param q probability of the second type after each signal, shape `[signals]`, in [0, 1]
  /// @param value receives the values, shape `[2][signals]`, flat
  /// @param slope receives the derivatives with respect to the belief, shape `[2][signals]`, flat
  void read(double[] q, int signals, double[] value, double[] slope) {
    double[] f = values;
    double[] d = derivatives;
    int n = intervals;
    for (int s = 0; s < signals; s++) {
      double x = q[s] * n;
      int cell = Math.min((int) x, n - 1);
      double r = x - cell;
      int low = s * signalStride + base + cell * nodeStride;
      for (int k = 0; k < 2; k++) {
        int high = low + nodeStride;
        double f0 = f[low];
        double d0 = d[low];
        double rise = f[high] - f0;
        double d1 = d[high];
        double c2 = 3 * rise - 2 * d0 - d1;
        double c3 = d0 + d1 - 2 * rise;
        value[k * signals + s] = f0 + r * (d0 + r * (c2 + r * c3));
        slope[k * signals + s] = n * (d0 + r * (2 * c2 + 3 * r * c3));
        low += typeStride;
      }
    }
  }
}
