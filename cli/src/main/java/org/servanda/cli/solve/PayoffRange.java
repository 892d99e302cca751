package org.servanda.cli.solve;

import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.TreeNode;
import org.servanda.gamefile.GameFile;

/// How much is at stake in a game, and how far precision may go.
public final class PayoffRange {
  /// Precision times payoff range stays below this.
  public static final double MOST = 1e300;

  private static final double FAR = 1000;

  private PayoffRange() {}

  /// {@return the largest difference between two payoffs of one player, 1 if there is none}
  ///
  /// @param file the game
  public static double of(GameFile file) {
    return switch (file) {
      case GameFile.Tree tree -> of(tree.game());
      case GameFile.States states -> of(states.game());
    };
  }

  /// How far a branch is followed when only the branch is asked for: to precision times payoff
  /// range 1,000, where choices with something at stake are all but pure.
  static double branchEnd(ExtensiveGame game) {
    return FAR / of(game);
  }

  /// The same for a game of states.
  static double branchEnd(MarkovGame game) {
    return FAR / of(game);
  }

  private static double of(ExtensiveGame game) {
    double range = 0;
    for (int i = 0; i < game.players().size(); i++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (var node : game.nodes()) {
        if (node instanceof TreeNode.End(var payoffs)) {
          least = Math.min(least, payoffs.get(i));
          most = Math.max(most, payoffs.get(i));
        }
      }
      range = Math.max(range, most - least);
    }
    return range > 0 ? range : 1;
  }

  private static double of(MarkovGame game) {
    double range = 0;
    for (int i = 0; i < game.players(); i++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int s = 0; s < game.states(); s++) {
        for (int k = 0; k < game.profiles(s); k++) {
          least = Math.min(least, game.payoff(s, k, i));
          most = Math.max(most, game.payoff(s, k, i));
        }
      }
      range = Math.max(range, most - least);
    }
    return range > 0 ? range : 1;
  }
}
