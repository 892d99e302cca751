package org.servanda.cli;

import java.util.ArrayList;
import java.util.List;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovGameBuilder;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.TreeNode;
import org.servanda.gamefile.GameFile;

/// A tree of perfect information as a game of states, one for every node.
final class TurnByTurn {
  private final ExtensiveGame game;
  private final MarkovGameBuilder builder;

  private TurnByTurn(ExtensiveGame game) {
    this.game = game;
    var discount = new double[game.players().size()];
    java.util.Arrays.fill(discount, 1);
    this.builder = MarkovGame.builder(game.players(), discount);
  }

  /// {@return the game of states; state numbers are node numbers}
  ///
  /// @throws Complaint if an information set has more than one node
  static GameFile.States states(GameFile.Tree tree) {
    var sets = tree.game().informationSets();
    for (int h = 0; h < sets.size(); h++) {
      int nodes = tree.game().members(h).size();
      if (nodes > 1) {
        throw new Complaint(
            "information set \"%s\" has %,d nodes, and the worst case of a tree needs perfect information, one node each"
                .formatted(sets.get(h).name(), nodes),
            "moves at the same time as one state of a stochastic game in JSON");
      }
    }
    var states = new TurnByTurn(tree.game()).build();
    return new GameFile.States(tree.title(), states, GameFile.Form.ZERO_SUM, 0, null);
  }

  private MarkovGame build() {
    for (int v = 0; v < game.nodes().size(); v++) {
      builder.state(name(v), actions(v));
    }
    for (int v = 0; v < game.nodes().size(); v++) {
      profiles(v);
    }
    return builder.build();
  }

  private String name(int v) {
    return switch (game.nodes().get(v)) {
      case TreeNode.Chance _ -> "chance";
      case TreeNode.Move(int h, _) -> game.informationSets().get(h).name();
      case TreeNode.End _ -> "end";
    };
  }

  private List<List<String>> actions(int v) {
    var actions = new ArrayList<List<String>>();
    for (int i = 0; i < game.players().size(); i++) {
      actions.add(
          game.nodes().get(v) instanceof TreeNode.Move(int h, _)
                  && game.informationSets().get(h).player() == i
              ? game.informationSets().get(h).actions()
              : List.of("-"));
    }
    return actions;
  }

  private void profiles(int v) {
    var chosen = new int[game.players().size()];
    var nothing = new double[chosen.length];
    switch (game.nodes().get(v)) {
      case TreeNode.Chance(_, var probabilities, var next) ->
          builder.profile(
              v,
              chosen,
              nothing,
              next.stream().mapToInt(Integer::intValue).toArray(),
              probabilities.stream().mapToDouble(Double::doubleValue).toArray());
      case TreeNode.Move(int h, var next) -> {
        int player = game.informationSets().get(h).player();
        for (int a = 0; a < next.size(); a++) {
          chosen[player] = a;
          builder.profile(v, chosen, nothing, new int[] {next.get(a)}, new double[] {1});
        }
      }
      case TreeNode.End(var payoffs) ->
          builder.profile(v, chosen, payoffs.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
