package org.servanda.engine.play;

/// Receives simulated histories, period by period.
public interface PathListener {
  /// Receives one step of one path.
  ///
  /// @param path index of the path, from 0
  /// @param step what happened
  void step(int path, Step step);

  /// Receives the end of a path, in any order.
  ///
  /// @param path index of the path, from 0
  /// @param types drawn at the root, shape `[players]`
  /// @param payoffs discounted, to the offices, shape `[players]`
  default void end(int path, int[] types, double[] payoffs) {}
}
