package org.servanda.engine.game;

/// Whether an outcome ends the period.
public enum Timing {
  /// The successor is played in the same period; nothing is discounted.
  WITHIN_PERIOD,
  /// The successor opens the next period; its values are multiplied by each player's discount.
  NEXT_PERIOD
}
