package org.servanda.literature;

import java.util.Map;
import java.util.SequencedMap;

/// One challenged by many, one after the other.
///
/// @source Kreps and Wilson (1982), Milgrom and Roberts (1982)
final class Reputation {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of(
          "bluffing-incumbent", Reputation::bluff,
          "deterrence-belief", Reputation::deterrence);

  private static final double LAMBDA = 60;

  private Reputation() {}

  /// How often a weak incumbent fights the first of the challengers that are left.
  private static SequencedMap<String, Double> bluff(Given given) {
    return Reduction.one(
        "fights",
        ChainTree.fightOfTheWeak(given.number("b"), given.whole("left"), given.number("prior")));
  }

  /// The belief in a tough incumbent above which a challenger stays out.
  private static SequencedMap<String, Double> deterrence(Given given) {
    var chain = new ChainStore(given.number("b"), given.whole("left"), LAMBDA);
    return Reduction.one("belief", SmallGames.crossing(0, 1, tough -> 1 - chain.entry(tough)));
  }
}
