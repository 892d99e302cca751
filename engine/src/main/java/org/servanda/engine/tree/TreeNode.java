package org.servanda.engine.tree;

import java.util.List;

/// A node of a game tree. Nodes are known by their number; node 0 is the root.
public sealed interface TreeNode {
  /// Returns the numbers of the nodes that may follow, none at an end.
  List<Integer> successors();

  /// Nature moves.
  ///
  /// @param labels shape `[branches]`
  /// @param probabilities shape `[branches]`, each in [0, 1], sum 1 within 1e-9; kept as given,
  ///   solvers divide by the sum
  /// @param successors shape `[branches]`, node numbers
  record Chance(List<String> labels, List<Double> probabilities, List<Integer> successors)
      implements TreeNode {
    /// Copies; [ExtensiveGame.Builder#build] checks.
    public Chance {
      labels = List.copyOf(labels);
      probabilities = List.copyOf(probabilities);
      successors = List.copyOf(successors);
    }
  }

  /// A player moves.
  ///
  /// @param informationSet number of the information set the node belongs to
  /// @param successors shape `[actions]`, node numbers in the order of the set's actions
  record Move(int informationSet, List<Integer> successors) implements TreeNode {
    /// Copies; [ExtensiveGame.Builder#build] checks.
    public Move {
      successors = List.copyOf(successors);
    }
  }

  /// The game ends.
  ///
  /// @param payoffs shape `[players]`, in utility, finite: all that was earned on the way
  record End(List<Double> payoffs) implements TreeNode {
    /// Copies; [ExtensiveGame.Builder#build] checks.
    public End {
      payoffs = List.copyOf(payoffs);
    }

    @Override
    public List<Integer> successors() {
      return List.of();
    }
  }
}
