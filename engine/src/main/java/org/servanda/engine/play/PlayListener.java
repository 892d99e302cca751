package org.servanda.engine.play;

/// Receives what happens while a distribution over histories is propagated.
///
/// The arrays are used again for the next call: copy what is to be kept.
@FunctionalInterface
public interface PlayListener {
  /// Receives one visit.
  ///
  /// @param period from 0
  /// @param position of the game
  /// @param beliefs flat belief at the position
  /// @param mass probability of the visit, in (0, 1]
  /// @param sigma choice probabilities in the order mover, type, action; empty if nobody moves
  /// @param outcomes probability of each outcome given the visit; empty at a terminal
  void visit(
      int period, int position, double[] beliefs, double mass, double[] sigma, double[] outcomes);

  /// Receives play that is still going on after the last period followed.
  ///
  /// @param position that would open the next period
  /// @param beliefs flat belief there
  /// @param mass its probability
  default void survivor(int position, double[] beliefs, double mass) {}
}
