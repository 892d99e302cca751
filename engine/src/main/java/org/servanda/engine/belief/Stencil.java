package org.servanda.engine.belief;

/// Grid points and weights that interpolate at one belief; reusable, not shared between threads.
///
/// One player may be left out: the stencil then stands at node 0 of that player's axis, and a shift
/// along the axis gives the other nodes.
public final class Stencil {
  private final BeliefGrid grid;
  private final int[] index;
  private final double[] weight;
  private final int[] node;
  private final double[] part;
  private int count;

  Stencil(BeliefGrid grid) {
    this.grid = grid;
    int most = 1;
    int reach = 1;
    for (int i = 0; i < grid.types().players(); i++) {
      if (grid.types().informed(i)) {
        most *= grid.axis(i).reach();
        reach = Math.max(reach, grid.axis(i).reach());
      }
    }
    this.index = new int[most];
    this.weight = new double[most];
    this.node = new int[reach];
    this.part = new double[reach];
  }

  /// Moves to a flat belief.
  public void locate(double[] beliefs) {
    locate(beliefs, 0L);
  }

  /// Moves to a flat belief, leaving players out.
  ///
  /// @param without players left out, one bit each
  public void locate(double[] beliefs, long without) {
    var types = grid.types();
    count = 1;
    index[0] = 0;
    weight[0] = 1;
    for (int i = 0; i < types.players(); i++) {
      if (types.informed(i) && (without >>> i & 1) == 0) {
        int n = grid.axis(i).weights(beliefs, types.valueFunction(i, 0), node, part, 0);
        multiply(n, grid.stride(i));
      }
    }
  }

  /// Moves to a flat belief and takes weights that give the derivative with respect to the
  /// probability of one type, the player's first type giving way.
  ///
  /// @param player whose belief varies
  /// @param type from 1
  public void locateGradient(double[] beliefs, int player, int type) {
    var types = grid.types();
    locate(beliefs, 1L << player);
    if (!types.informed(player)) {
      count = 0;
      return;
    }
    var axis = grid.axis(player);
    var gradient = new double[(axis.types() - 1) * axis.reach()];
    int n = axis.weightsAndGradient(beliefs, types.valueFunction(player, 0), node, part, gradient);
    System.arraycopy(gradient, (type - 1) * axis.reach(), part, 0, n);
    multiply(n, grid.stride(player));
  }

  private void multiply(int n, int stride) {
    int kept = 0;
    for (int j = 0; j < n; j++) {
      if (part[j] != 0) {
        node[kept] = node[j];
        part[kept++] = part[j];
      }
    }
    for (int j = kept - 1; j >= 0; j--) {
      for (int c = count - 1; c >= 0; c--) {
        index[j * count + c] = index[c] + node[j] * stride;
        weight[j * count + c] = weight[c] * part[j];
      }
    }
    count *= kept;
  }

  /// Interpolates values that start at `values[from]`.
  public double value(double[] values, int from) {
    double sum = 0;
    for (int c = 0; c < count; c++) {
      sum += weight[c] * values[from + index[c]];
    }
    return sum;
  }
}
