package org.servanda.engine.play;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.servanda.engine.game.TypeSpace;

/// Says which beliefs count as nearly the same.
final class BeliefCells {
  private final int cells;

  /// Value functions of all types but the first of informed players.
  private final int[] free;

  private final boolean fits;
  private final Map<Exact, Long> numbered = new HashMap<>();

  BeliefCells(TypeSpace types, int cells) {
    this.cells = cells;
    var all = new int[types.valueFunctions()];
    int count = 0;
    for (int i = 0; i < types.players(); i++) {
      for (int k = 1; k < types.types(i); k++) {
        all[count++] = types.valueFunction(i, k);
      }
    }
    this.free = Arrays.copyOf(all, count);
    this.fits = Math.pow(cells + 1.0, count) < 9e18;
  }

  /// Returns a number, not negative, that is the same for beliefs in the same cell.
  long key(double[] beliefs) {
    if (cells == 0) {
      return number(beliefs.clone());
    }
    if (!fits) {
      var cell = new double[free.length];
      for (int j = 0; j < free.length; j++) {
        cell[j] = cell(beliefs[free[j]]);
      }
      return number(cell);
    }
    long mixed = 0;
    for (int v : free) {
      mixed = mixed * (cells + 1) + cell(beliefs[v]);
    }
    return mixed;
  }

  private int cell(double belief) {
    return (int) Math.min(belief * cells, cells - 1);
  }

  /// Cells too many to be numbered are numbered as they come.
  private long number(double[] cell) {
    long next = numbered.size();
    var before = numbered.putIfAbsent(new Exact(cell), next);
    return before == null ? next : before;
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
