package org.servanda.cli.solve;

import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.TreeNode;

/// How far a branch is followed when only the branch is asked for: to precision times payoff range
/// 1,000, where choices with something at stake are all but pure.
final class BranchEnd {
  private static final double FAR = 1000;

  private BranchEnd() {}

  /// The precision for a tree.
  static double of(ExtensiveGame game) {
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
    return of(range);
  }

  /// The precision for a game of states.
  static double of(MarkovGame game) {
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
    return of(range);
  }

  private static double of(double range) {
    return range > 0 ? FAR / range : FAR;
  }
}
