package org.servanda.engine.play;

import org.servanda.engine.equilibrium.PeriodSolution;
import org.servanda.engine.equilibrium.Visit;

/// May put other play in place of the equilibrium's at single visits.
@FunctionalInterface
public interface Chooser {
  /// Looks at a visit and may change it.
  ///
  /// @param position of the game
  /// @param beliefs flat belief at the position
  /// @param mass probability of the visit, in (0, 1]
  /// @param visit what happens there
  void choose(PeriodSolution period, int position, double[] beliefs, double mass, Visit visit);
}
