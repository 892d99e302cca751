package org.servanda.gamefile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/// What any game file must keep to, whatever its format.
final class Bounds {
  /// Nodes of a tree.
  static final int NODES = 2_000_000;

  /// Actions of one information set or chance event.
  static final int ACTIONS = 100_000;

  /// Joint profiles of all states.
  static final int PROFILES = 2_000_000;

  /// Players of a game.
  static final int PLAYERS = 64;

  /// Payoffs beyond are finite, but their differences, squares and sums soon are not; those below
  /// its inverse lose digits.
  static final double PAYOFF = 1e100;

  /// How far probabilities may be from summing to one.
  static final double SUM = 1e-9;

  private Bounds() {}

  /// Whether a payoff can be computed with.
  static boolean isPayoff(double payoff) {
    double size = Math.abs(payoff);
    return payoff == 0 || (size >= 1 / PAYOFF && size <= PAYOFF);
  }

  /// Says that a payoff is too large or too small.
  static void refusePayoff(int at, String written, Findings findings) {
    findings.add(
        at,
        "payoff %s, bound: 0, or 1e-100 to 1e100 in size".formatted(Printable.shown(written)),
        written,
        "payoffs in another unit; lambda is then per that unit");
  }

  /// Whether a number is a probability.
  static boolean isProbability(double p) {
    return p >= 0 && p <= 1;
  }

  /// Says that a number is no probability.
  static void refuseProbability(int at, String written, Findings findings) {
    findings.add(
        at,
        "probability %s, bound: 0 to 1".formatted(Printable.shown(written)),
        written,
        "a number from 0 to 1, such as 0.25 or 1/3");
  }

  /// Says so if probabilities do not sum to one.
  static void sum(double sum, int at, String of, Findings findings) {
    if (!(Math.abs(sum - 1) <= SUM)) {
      findings.add(
          at,
          "the probabilities of %s sum to %s, bound: 1 within 1e-9".formatted(of, sum),
          Double.toString(sum),
          "probabilities that sum to 1; thirds are 1/3, not 0.333");
    }
  }

  /// Says so if there are too many players or two of one name.
  static void players(List<String> names, int at, Findings findings) {
    if (names.isEmpty() || names.size() > PLAYERS) {
      findings.add(
          at,
          "the game has %d players, bound: 1 to %d".formatted(names.size(), PLAYERS),
          Integer.toString(names.size()),
          "at least one player, and at most " + PLAYERS);
    }
    distinct(names, at, "players", findings);
  }

  /// Says so if two things have one name.
  static void distinct(Collection<String> names, int at, String what, Findings findings) {
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!seen.add(name)) {
        findings.add(
            at,
            "two %s are named %s".formatted(what, Printable.quoted(name)),
            name,
            "a name of its own for each");
        return;
      }
    }
  }
}
