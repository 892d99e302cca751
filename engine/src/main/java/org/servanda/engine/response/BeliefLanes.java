package org.servanda.engine.response;

/// Where the beliefs of a grid stand with respect to one player with two types, for one decision or
/// for several of the same structure side by side.
///
/// Lane `m * beliefs + b` is belief `b` of decision `m`. Places are those of [ResponseRows],
/// without its base.
public final class BeliefLanes {
  final int nodes;

  /// Beliefs of one decision.
  final int beliefs;

  /// Place of each lane's own belief.
  final int[] place;

  /// Place of node 0 of each lane's row.
  final int[] row;

  /// Probability of the second type at each lane.
  final double[] belief;

  /// Lanes at which the type is not known.
  final int[] interior;

  /// Lanes at which it is.
  final int[] edges;

  /// Makes the lanes of one decision.
  ///
  /// @param size grid points
  /// @param nodes points along the player's axis
  /// @param stride distance between neighbors along it
  public BeliefLanes(int size, int nodes, int stride) {
    this(size, nodes, stride, 1, size);
  }

  /// Makes the lanes of several decisions.
  ///
  /// @param size grid points
  /// @param nodes points along the player's axis
  /// @param stride distance between neighbors along it
  /// @param decisions most decisions at a time
  /// @param block distance between decisions
  public BeliefLanes(int size, int nodes, int stride, int decisions, int block) {
    this.nodes = nodes;
    this.beliefs = size;
    int lanes = size * decisions;
    this.place = new int[lanes];
    this.row = new int[lanes];
    this.belief = new double[lanes];
    int ends = lanes / nodes * Math.min(nodes, 2);
    this.edges = new int[ends];
    this.interior = new int[lanes - ends];
    int known = 0;
    for (int i = 0; i < lanes; i++) {
      int b = i % size;
      int node = b / stride % nodes;
      place[i] = i / size * block + b;
      row[i] = place[i] - node * stride;
      belief[i] = (double) node / (nodes - 1);
      if (node == 0 || node == nodes - 1) {
        edges[known++] = i;
      } else {
        interior[i - known] = i;
      }
    }
  }

  /// Returns the number of lanes at which the type is known, among the first ones.
  ///
  /// @param lanes a multiple of the beliefs of one decision
  public int edges(int lanes) {
    return lanes / nodes * 2;
  }

  /// Returns a lane at which the type is known, in order.
  public int edge(int j) {
    return edges[j];
  }

  /// Returns a lane at which it is not, in order.
  public int inside(int j) {
    return interior[j];
  }

  /// Returns the number of lanes.
  public int size() {
    return belief.length;
  }

  /// Returns the place of a lane's own belief.
  public int place(int lane) {
    return place[lane];
  }

  /// Returns the place of node 0 of a lane's row.
  public int row(int lane) {
    return row[lane];
  }

  /// Returns the probability of the second type at a lane.
  public double belief(int lane) {
    return belief[lane];
  }
}
