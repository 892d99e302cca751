package org.servanda.engine.equilibrium;

import java.util.List;
import org.servanda.engine.game.StochasticGame;

/// How much the answer changes when the belief grid is made twice as fine: an estimate of the error
/// of the coarser answer, and a cautious one for the finer.
///
/// Not a bound. Where the two grids select different solutions of a decision, or a decision is
/// nearly indifferent at high precision, differences can be large; that is worth knowing.
///
/// @param value largest difference of a value at the root, in utility
/// @param strategy largest difference of a choice probability at the places asked for, in [0, 1]
/// @param fine the answer at the resolution asked for
/// @param coarse the answer at about half of it
public record InterpolationError(
    double value,
    double strategy,
    QuantalResponseEquilibrium fine,
    QuantalResponseEquilibrium coarse) {

  /// A position and belief at which strategies are compared.
  public static final class Place {
    private final int period;
    private final int position;
    private final double[] beliefs;

    /// Makes a place.
    ///
    /// @param beliefs flat belief, copied
    public Place(int period, int position, double[] beliefs) {
      this.period = period;
      this.position = position;
      this.beliefs = beliefs.clone();
    }
  }

  /// Solves at half the resolution and compares.
  ///
  /// @param fine an answer
  /// @param places where strategies are compared; best ordered by period
  /// @throws IllegalStateException if the coarser solve fails
  public static InterpolationError of(QuantalResponseEquilibrium fine, List<Place> places) {
    var options = fine.run().options();
    var coarse =
        BeliefGridSolver.solve(
                fine.game(),
                options
                    .withResolution(Math.max(2, options.resolution() / 2))
                    .withSimplexResolution(Math.max(1, options.simplexResolution() / 2)))
            .orThrow();
    return between(fine, coarse, places);
  }

  /// Compares two answers to the same game.
  public static InterpolationError between(
      QuantalResponseEquilibrium fine, QuantalResponseEquilibrium coarse, List<Place> places) {
    StochasticGame game = fine.game();
    double value = 0;
    for (int i = 0; i < game.types().players(); i++) {
      for (int k = 0; k < game.types().types(i); k++) {
        value = Math.max(value, Math.abs(fine.value(i, k) - coarse.value(i, k)));
      }
    }
    double strategy = 0;
    var one = new Visit(game.types());
    var two = new Visit(game.types());
    for (var place : places) {
      fine.period(place.period).visit(place.position, place.beliefs, one);
      coarse.period(place.period).visit(place.position, place.beliefs, two);
      for (int c = 0; c < one.choices(); c++) {
        strategy = Math.max(strategy, Math.abs(one.choice(c) - two.choice(c)));
      }
    }
    return new InterpolationError(value, strategy, fine, coarse);
  }
}
