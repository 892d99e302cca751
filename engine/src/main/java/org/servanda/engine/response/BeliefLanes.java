package org.servanda.engine.response;

/// Where the beliefs of a grid stand with respect to one player with two types.
public final class BeliefLanes {
  final int size;
  final int nodes;

  /// Place of node 0 of each belief's row.
  final int[] row;

  /// Probability of the second type at each belief.
  final double[] belief;

  /// Makes the lanes of a grid.
  ///
  /// @param size grid points
  /// @param nodes points along the player's axis
  /// @param stride distance between neighbors along it
  public BeliefLanes(int size, int nodes, int stride) {
    this.size = size;
    this.nodes = nodes;
    this.row = new int[size];
    this.belief = new double[size];
    for (int b = 0; b < size; b++) {
      int node = b / stride % nodes;
      row[b] = b - node * stride;
      belief[b] = (double) node / (nodes - 1);
    }
  }

  /// Returns the place of node 0 of the row of belief `b`.
  public int row(int b) {
    return row[b];
  }

  /// Returns the probability of the second type at belief `b`.
  public double belief(int b) {
    return belief[b];
  }
}
