package org.servanda.engine.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Recomputes beliefs, values of actions and logit responses straight from the definitions, by
/// recursion over the game's own nodes.
final class TreeReferee {
  private final ExtensiveGame game;
  private final AgentLogitEquilibrium play;
  private final Map<Integer, Double> reach = new HashMap<>();

  TreeReferee(ExtensiveGame game, AgentLogitEquilibrium play) {
    this.game = game;
    this.play = play;
    walk(0, 1);
  }

  private void walk(int v, double p) {
    reach.put(v, p);
    for (int b = 0; b < game.nodes().get(v).successors().size(); b++) {
      walk(game.nodes().get(v).successors().get(b), p * probability(v, b));
    }
  }

  private double probability(int v, int b) {
    return switch (game.nodes().get(v)) {
      case TreeNode.Chance chance -> chance.probabilities().get(b);
      case TreeNode.Move(int h, List<Integer> _) -> play.probability(h, b);
      case TreeNode.End _ -> throw new AssertionError(v);
    };
  }

  private double value(int v, int player) {
    if (game.nodes().get(v) instanceof TreeNode.End(List<Double> payoffs)) {
      return payoffs.get(player);
    }
    double sum = 0;
    for (int b = 0; b < game.nodes().get(v).successors().size(); b++) {
      sum += probability(v, b) * value(game.nodes().get(v).successors().get(b), player);
    }
    return sum;
  }

  /// The largest difference of a probability from the softmax, of a belief from Bayes' rule, of a
  /// value from its expectation.
  double largestError(double lambda) {
    double largest = 0;
    for (int i = 0; i < game.players().size(); i++) {
      largest = Math.max(largest, Math.abs(value(0, i) - play.value(i)));
    }
    for (int h = 0; h < game.informationSets().size(); h++) {
      var set = game.informationSets().get(h);
      List<Integer> members = game.members(h);
      double total = members.stream().mapToDouble(reach::get).sum();
      var payoff = new double[set.actions().size()];
      double sum = 0;
      for (int a = 0; a < payoff.length; a++) {
        for (int v : members) {
          int next = game.nodes().get(v).successors().get(a);
          payoff[a] += reach.get(v) / total * value(next, set.player());
        }
        largest = Math.max(largest, Math.abs(payoff[a] - play.actionValue(h, a)));
        sum += Math.exp(lambda * (payoff[a] - payoff[0]));
      }
      for (int a = 0; a < payoff.length; a++) {
        double response = Math.exp(lambda * (payoff[a] - payoff[0])) / sum;
        largest = Math.max(largest, Math.abs(response - play.probability(h, a)));
      }
      for (int m = 0; m < members.size(); m++) {
        double belief = reach.get(members.get(m)) / total;
        largest = Math.max(largest, Math.abs(belief - play.belief(h, m)));
      }
    }
    return largest;
  }
}
