package org.servanda.engine.markov;

import java.util.List;

/// Checks what the equations of stationary logit equilibria need.
final class LogitCheck {
  private static final double MOST_RANGE = 1e300;

  private LogitCheck() {}

  static void check(MarkovGame game, List<Double> lambdas) {
    double range = StationaryForm.range(game);
    if (!(range <= MOST_RANGE)) {
      throw new IllegalArgumentException(
          "payoffs of a player span %s, must span at most %s\nTry: payoffs in a larger unit"
              .formatted(range, MOST_RANGE));
    }
    for (double lambda : lambdas) {
      if (!(lambda >= 0 && lambda * range < MOST_RANGE)) {
        throw new IllegalArgumentException(
            "lambda is %s, must be at least 0 and at most %s, which is %s over the range of payoffs\nTry: 1"
                .formatted(lambda, MOST_RANGE / range, MOST_RANGE));
      }
    }
    for (int i = 0; i < game.players(); i++) {
      if (game.discount(i) == 1) {
        checkEnds(game, i);
        return;
      }
    }
  }

  /// Refuses a game in which some state never leads to an end.
  private static void checkEnds(MarkovGame game, int player) {
    var ends = new boolean[game.states()];
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int s = 0; s < ends.length; s++) {
        if (!ends[s] && leads(game, s, ends)) {
          ends[s] = true;
          grown = true;
        }
      }
    }
    for (int s = 0; s < ends.length; s++) {
      if (!ends[s]) {
        throw new IllegalArgumentException(
            "discount of %s is 1 and play never ends from state %d (%s), so that values do not exist\nTry: a discount below 1, or profiles without successors where play ends"
                .formatted(game.player(player), s, game.state(s)));
      }
    }
  }

  private static boolean leads(MarkovGame game, int s, boolean[] ends) {
    for (int k = 0; k < game.profiles(s); k++) {
      if (game.successors(s, k) == 0) {
        return true;
      }
      for (int e = 0; e < game.successors(s, k); e++) {
        if (ends[game.successor(s, k, e)]) {
          return true;
        }
      }
    }
    return false;
  }
}
