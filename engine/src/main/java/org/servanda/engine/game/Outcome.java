package org.servanda.engine.game;

import java.util.List;

/// What everybody sees after a move: where play goes, what accrues, and whose type is drawn anew.
///
/// @param successor index of the position that follows
/// @param timing whether the successor opens the next period
/// @param payoffs accrue in the period of the outcome, to each player and type
/// @param redraws at most one per player; they take effect after the beliefs have been updated
public record Outcome(int successor, Timing timing, Payoffs payoffs, List<Redraw> redraws) {
  /// Copies the list and checks the parts that need no game.
  ///
  /// @throws IllegalArgumentException if `successor` is negative or a player is drawn twice
  public Outcome {
    if (successor < 0) {
      throw new IllegalArgumentException(
          "outcome successor is %d, must be at least 0\nTry: the index that add or reserve gave"
              .formatted(successor));
    }
    redraws = List.copyOf(redraws);
    for (int a = 0; a < redraws.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (redraws.get(a).player() == redraws.get(b).player()) {
          throw new IllegalArgumentException(
              "outcome redraws player %d twice, at most once is possible\nTry: one redraw per player"
                  .formatted(redraws.get(a).player()));
        }
      }
    }
  }

  /// Makes an outcome within the period, without payoffs.
  public static Outcome to(int successor) {
    return new Outcome(successor, Timing.WITHIN_PERIOD, Payoffs.none(), List.of());
  }

  /// Makes an outcome within the period.
  public static Outcome to(int successor, Payoffs payoffs) {
    return new Outcome(successor, Timing.WITHIN_PERIOD, payoffs, List.of());
  }

  /// Makes an outcome that ends the period.
  public static Outcome next(int successor, Payoffs payoffs) {
    return new Outcome(successor, Timing.NEXT_PERIOD, payoffs, List.of());
  }
}
