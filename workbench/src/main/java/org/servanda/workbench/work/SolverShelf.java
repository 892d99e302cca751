package org.servanda.workbench.work;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Grain;
import org.servanda.model.measure.VariantSolver;

/// Solvers at rest, to be taken up again for questions of the same shape.
///
/// Safe for use by several threads; a solver taken is nobody else's until it is put back.
final class SolverShelf {
  private record Rested(String shape, VariantSolver solver) {}

  private final ArrayDeque<Rested> rested = new ArrayDeque<>();
  private final int most;
  private final Grain grain;

  /// @param most solvers kept
  /// @param grain of all of them
  SolverShelf(int most, Grain grain) {
    this.most = most;
    this.grain = grain;
  }

  Grain grain() {
    return grain;
  }

  /// {@return a solver for a question, in memory that fits if there is some}
  synchronized VariantSolver take(TrialKey key, String shape, Scenario scenario) {
    for (Iterator<Rested> each = rested.iterator(); each.hasNext(); ) {
      var candidate = each.next();
      if (candidate.shape().equals(shape)) {
        each.remove();
        return candidate.solver().turnedTo(scenario, key.agreement());
      }
    }
    return VariantSolver.of(scenario, key.agreement(), grain);
  }

  /// Keeps a solver; the one that has rested longest goes if there are too many.
  synchronized void put(String shape, VariantSolver solver) {
    rested.addFirst(new Rested(shape, solver));
    if (rested.size() > most) {
      rested.removeLast();
    }
  }
}
