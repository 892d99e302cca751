package org.servanda.engine.equilibrium;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Arrays for values that prepared games take when they first solve and give back when released, so
/// that solving many games needs the memory of one.
///
/// What is in the arrays does not matter: every number is written before it is read. Not safe for
/// use by several threads at once; a study takes one per thread.
public final class SolverMemory {
  private final Map<Integer, Deque<double[]>> spare = new HashMap<>();

  /// Makes a memory without arrays.
  public SolverMemory() {}

  /// Returns an array of a length, with whatever is in it.
  double[] take(int length) {
    var some = spare.get(length);
    return some == null || some.isEmpty() ? new double[length] : some.removeLast();
  }

  /// Takes an array back that nobody reads any more.
  void give(double[] array) {
    if (array.length > 0) {
      spare.computeIfAbsent(array.length, _ -> new ArrayDeque<>()).addLast(array);
    }
  }
}
