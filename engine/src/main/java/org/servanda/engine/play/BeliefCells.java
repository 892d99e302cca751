package org.servanda.engine.play;

import java.util.Arrays;
import org.servanda.engine.game.TypeSpace;

/// Says which beliefs count as nearly the same.
final class BeliefCells {
  private final TypeSpace types;
  private final int cells;

  BeliefCells(TypeSpace types, int cells) {
    this.types = types;
    this.cells = cells;
  }

  /// Returns a key that is equal for beliefs in the same cell.
  Object key(double[] beliefs) {
    if (cells == 0) {
      return new Exact(beliefs.clone());
    }
    long mixed = 0;
    var numbers = new int[types.valueFunctions()];
    boolean fits = Math.pow(cells + 1.0, types.valueFunctions()) < 9e18;
    for (int i = 0; i < types.players(); i++) {
      for (int k = 1; k < types.types(i); k++) {
        int v = types.valueFunction(i, k);
        numbers[v] = (int) Math.min(beliefs[v] * cells, cells - 1);
        mixed = mixed * (cells + 1) + numbers[v];
      }
    }
    return fits ? (Object) mixed : new Numbers(numbers);
  }

  private record Numbers(String text) {
    Numbers(int[] numbers) {
      this(Arrays.toString(numbers));
    }
  }

  /// Beliefs compared bit for bit.
  private static final class Exact {
    private final double[] beliefs;

    Exact(double[] beliefs) {
      this.beliefs = beliefs;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Exact exact && Arrays.equals(beliefs, exact.beliefs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(beliefs);
    }
  }
}
