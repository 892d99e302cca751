package org.servanda.literature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.servanda.engine.tree.AgentLogitLimit;
import org.servanda.engine.tree.AgentLogitLimitOutcome;
import org.servanda.engine.tree.AgentLogitLimitSolver;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.InformationSet;
import org.servanda.engine.tree.TreeNode;

/// [ChainStore] as the tree of all its histories, every challenger a player of its own, the first
/// of whom has come already.
final class ChainTree {
  private static final List<String> ENTRY = List.of("stay out", "enter");
  private static final List<String> ANSWER = List.of("yield", "fight");
  private static final double SETTLED = 1e-6;
  private static final double[] YIELDS = {0, -1};
  private static final double[] FIGHTS = {-1, 1};

  private final double b;
  private final int challengers;
  private final ExtensiveGame.Builder game;
  private final List<TreeNode> nodes = new ArrayList<>();
  private final Map<String, Integer> sets = new HashMap<>();

  private ChainTree(double b, int challengers) {
    this.b = b;
    this.challengers = challengers;
    var players = new ArrayList<>(List.of("incumbent"));
    for (int n = 1; n <= challengers; n++) {
      players.add("challenger " + n);
    }
    game = ExtensiveGame.builder(players);
  }

  /// How often a weak incumbent fights the first challenger, in the limit of the principal branch.
  ///
  /// @param prior probability that the incumbent is tough
  static double fightOfTheWeak(double b, int challengers, double prior) {
    var tree = new ChainTree(b, challengers);
    tree.nodes.add(new TreeNode.End(List.of()));
    int weak = tree.answer(0, "", new double[challengers + 1]);
    int tough = tree.answer(1, "", new double[challengers + 1]);
    tree.nodes.set(
        0,
        new TreeNode.Chance(
            List.of("weak", "tough"), List.of(1 - prior, prior), List.of(weak, tough)));
    tree.nodes.forEach(tree.game::add);
    var followed =
        switch (AgentLogitLimitSolver.solve(tree.game.build(), AgentLogitOptions.at(1))) {
          case AgentLogitLimitOutcome.Followed found -> found;
          case AgentLogitLimitOutcome.Refused(var reason) -> throw new NoSolution(reason.message());
        };
    double regret = followed.limit().largestRegret();
    if (!(regret <= AgentLogitLimit.NO_REGRET && followed.limit().error() <= SETTLED)) {
      throw new NoSolution(
          "at lambda %s the limit has a regret of %s".formatted(followed.lambda(), regret));
    }
    return followed.limit().probability(tree.set("weak answer ", 0, ANSWER), 1);
  }

  private int set(String name, int player, List<String> actions) {
    return sets.computeIfAbsent(
        name, n -> game.informationSet(new InformationSet(n, player, actions)));
  }

  /// A challenger comes; `earned` is what everybody has by then.
  private int entry(int type, String history, double[] earned) {
    int done = history.length();
    int here = nodes.size();
    nodes.add(new TreeNode.End(List.of()));
    if (done == challengers) {
      nodes.set(here, new TreeNode.End(boxed(earned)));
      return here;
    }
    int out = entry(type, history + "o", paid(earned, 2, done + 1, 0));
    int in = answer(type, history, earned);
    int set = set("entry " + history, done + 1, ENTRY);
    nodes.set(here, new TreeNode.Move(set, List.of(out, in)));
    return here;
  }

  private int answer(int type, String history, double[] earned) {
    int done = history.length();
    int here = nodes.size();
    nodes.add(new TreeNode.End(List.of()));
    int yield = entry(type, history + "y", paid(earned, YIELDS[type], done + 1, b));
    int fight = entry(type, history + "f", paid(earned, FIGHTS[type], done + 1, b - 1));
    int set = set((type == 0 ? "weak" : "tough") + " answer " + history, 0, ANSWER);
    nodes.set(here, new TreeNode.Move(set, List.of(yield, fight)));
    return here;
  }

  private static double[] paid(double[] earned, double incumbent, int challenger, double gain) {
    double[] now = earned.clone();
    now[0] += incumbent;
    now[challenger] += gain;
    return now;
  }

  private static List<Double> boxed(double[] values) {
    var list = new ArrayList<Double>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
