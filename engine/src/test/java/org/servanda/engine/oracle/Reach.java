package org.servanda.engine.oracle;

import java.util.List;
import org.servanda.engine.tree.AgentLogitLimit;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.TreeNode;

/// Probabilities of the nodes under limiting choices, by walking the tree.
final class Reach {
  private final ExtensiveGame game;
  private final AgentLogitLimit limit;
  private final double[] at;

  Reach(ExtensiveGame game, AgentLogitLimit limit) {
    this.game = game;
    this.limit = limit;
    this.at = new double[game.nodes().size()];
    walk(0, 1);
  }

  double of(int node) {
    return at[node];
  }

  private void walk(int v, double p) {
    at[v] = p;
    switch (game.nodes().get(v)) {
      case TreeNode.Chance(List<String> _, List<Double> probabilities, List<Integer> to) -> {
        for (int b = 0; b < to.size(); b++) {
          walk(to.get(b), p * probabilities.get(b));
        }
      }
      case TreeNode.Move(int h, List<Integer> to) -> {
        for (int a = 0; a < to.size(); a++) {
          walk(to.get(a), p * limit.probability(h, a));
        }
      }
      case TreeNode.End _ -> {}
    }
  }
}
