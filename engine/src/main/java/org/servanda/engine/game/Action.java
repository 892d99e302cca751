package org.servanda.engine.game;

/// An action: private in itself, seen only through the outcome it draws.
///
/// @param lottery over the outcomes of the position
/// @param own payoff of the action to the mover, by type, whatever the outcome; entries of other
///   players are ignored
public record Action(Lottery lottery, Payoffs own) {
  /// Makes an action without a payoff of its own.
  public Action(Lottery lottery) {
    this(lottery, Payoffs.none());
  }

  /// Makes the action that gives one outcome for sure, without a payoff of its own.
  ///
  /// @throws IllegalArgumentException if `outcome` is not from 0 to `outcomes - 1`
  public static Action sure(int outcome, int outcomes) {
    return new Action(Lottery.sure(outcome, outcomes));
  }
}
