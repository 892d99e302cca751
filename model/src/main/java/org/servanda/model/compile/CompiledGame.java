package org.servanda.model.compile;

import java.util.List;
import java.util.Map;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.engine.game.StochasticGame;

/// A scenario as a game, with the way back to names.
///
/// @param game what the engine solves
/// @param codebook names of everything in it
/// @param used every estimate it rests on, by key, in the order in which they were read
/// @param records how each record of pledges became a prior
public record CompiledGame(
    StochasticGame game,
    Codebook codebook,
    Map<String, Estimate> used,
    List<RecordedPrior> records) {

  /// {@return the same game in which every player has this precision}
  ///
  /// @param precision in 1/stake, finite, at least 0
  public CompiledGame withPrecision(double precision) {
    return new CompiledGame(game.withPrecision(precision), codebook, used, records);
  }
}
