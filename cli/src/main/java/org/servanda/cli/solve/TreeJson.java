package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.tree.TreeNode;
import org.servanda.gamefile.GameFile;

/// Play of a tree in the layout of oracle cases.
final class TreeJson {
  private final GameFile.Tree file;
  private final @Nullable List<String> rootLabels;

  TreeJson(GameFile.Tree file) {
    this.file = file;
    this.rootLabels = rootLabels(file);
  }

  /// A figure for every action.
  @FunctionalInterface
  interface PerAction {
    /// {@return the figure}
    double at(int informationSet, int action);
  }

  /// For every node, the label of the root's branch it lies in; null if beliefs are told by node.
  private static @Nullable List<String> rootLabels(GameFile.Tree file) {
    var nodes = file.game().nodes();
    if (file.beliefs() != GameFile.Beliefs.BY_ROOT_LABEL
        || !(nodes.getFirst() instanceof TreeNode.Chance root)) {
      return null;
    }
    var labels = new ArrayList<String>();
    labels.add("");
    for (int b = 0; b < root.successors().size(); b++) {
      int end = b + 1 < root.successors().size() ? root.successors().get(b + 1) : nodes.size();
      while (labels.size() < end) {
        labels.add(root.labels().get(b)); // in preorder a subtree is a run of nodes
      }
    }
    return labels;
  }

  /// Figures by information set, in the order of its actions.
  SequencedMap<String, @Nullable Object> byAction(PerAction figure) {
    var all = object();
    var sets = file.game().informationSets();
    for (int h = 0; h < sets.size(); h++) {
      var own = new ArrayList<Double>();
      for (int a = 0; a < sets.get(h).actions().size(); a++) {
        own.add(figure.at(h, a));
      }
      all.put(sets.get(h).name(), own);
    }
    return all;
  }

  /// Values by player.
  SequencedMap<String, @Nullable Object> values(TreePlay play) {
    var all = object();
    var players = file.game().players();
    for (int i = 0; i < players.size(); i++) {
      all.put(players.get(i), play.value(i));
    }
    return all;
  }

  /// Beliefs in every information set with more than one node.
  SequencedMap<String, @Nullable Object> beliefs(TreePlay play) {
    var all = object();
    var sets = file.game().informationSets();
    for (int h = 0; h < sets.size(); h++) {
      var members = file.game().members(h);
      if (members.size() < 2) {
        continue;
      }
      var own = object();
      for (int m = 0; m < members.size(); m++) {
        int node = members.get(m);
        String label = rootLabels == null ? Integer.toString(node) : rootLabels.get(node);
        double before = own.get(label) instanceof Double sum ? sum : 0;
        own.put(label, before + play.belief(h, m));
      }
      all.put(sets.get(h).name(), own);
    }
    return all;
  }

  /// All that is said of play in which every action has a probability.
  SequencedMap<String, @Nullable Object> play(TreePlay play) {
    return object(
        "values", values(play),
        "strategies", byAction(play::probability),
        "log_strategies", byAction(play::logProbability),
        "action_values", byAction(play::actionValue),
        "beliefs", beliefs(play));
  }

  /// What is said of play in which actions may be left out.
  SequencedMap<String, @Nullable Object> limit(TreePlay play) {
    return object(
        "strategies", byAction(play::probability),
        "values", values(play),
        "action_values", byAction(play::actionValue),
        "beliefs", beliefs(play));
  }
}
