package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A finite extensive game with chance moves and general information sets.
///
/// Immutable and valid once built: every node but the root follows exactly one other, every
/// information set has a node, counts agree, probabilities are distributions, payoffs are finite.
/// Perfect recall is not demanded: see [PerfectRecall].
///
/// @source Kuhn (1953); McKelvey and Palfrey (1998)
public final class ExtensiveGame {
  private final List<String> players;
  private final List<InformationSet> informationSets;
  private final List<TreeNode> nodes;
  private final List<List<Integer>> members;

  private ExtensiveGame(Builder builder) {
    this.players = builder.players;
    this.informationSets = List.copyOf(builder.informationSets);
    this.nodes = List.copyOf(builder.nodes);
    this.members = members(nodes, informationSets.size());
  }

  /// Starts a game.
  ///
  /// @param players names, at least one, all different, none empty
  /// @throws IllegalArgumentException if they are not
  public static Builder builder(List<String> players) {
    return new Builder(players);
  }

  /// Returns the players' names.
  public List<String> players() {
    return players;
  }

  /// Returns the information sets by number.
  public List<InformationSet> informationSets() {
    return informationSets;
  }

  /// Returns the nodes by number, in the order they were added; node 0 is the root.
  public List<TreeNode> nodes() {
    return nodes;
  }

  /// Returns the numbers of the nodes of an information set, in preorder.
  public List<Integer> members(int informationSet) {
    return members.get(informationSet);
  }

  private static List<List<Integer>> members(List<TreeNode> nodes, int sets) {
    var members = new ArrayList<List<Integer>>();
    for (int h = 0; h < sets; h++) {
      members.add(new ArrayList<>());
    }
    var stack = new int[nodes.size()];
    int size = 1;
    while (size > 0) {
      int v = stack[--size];
      if (nodes.get(v) instanceof TreeNode.Move(int h, List<Integer> _)) {
        members.get(h).add(v);
      }
      for (int next : nodes.get(v).successors().reversed()) {
        stack[size++] = next;
      }
    }
    return members.stream().map(List::copyOf).toList();
  }

  /// Collects a game.
  public static final class Builder {
    private final List<String> players;
    private final List<InformationSet> informationSets = new ArrayList<>();
    private final List<TreeNode> nodes = new ArrayList<>();

    private Builder(List<String> players) {
      this.players = List.copyOf(players);
      if (players.isEmpty()) {
        throw new IllegalArgumentException("a game has no players\nTry: at least one name");
      }
      var seen = new HashSet<String>();
      for (int i = 0; i < players.size(); i++) {
        if (players.get(i).isEmpty() || !seen.add(players.get(i))) {
          throw new IllegalArgumentException(
              "name of player %d is \"%s\", must be unique and not empty\nTry: a name of its own"
                  .formatted(i, players.get(i)));
        }
      }
    }

    /// Adds an information set and returns its number, 0 for the first.
    public int informationSet(InformationSet set) {
      informationSets.add(set);
      return informationSets.size() - 1;
    }

    /// Adds a node and returns its number, 0 for the first, which is the root. Nodes may name
    /// successors that are added later.
    public int add(TreeNode node) {
      nodes.add(node);
      return nodes.size() - 1;
    }

    /// Checks everything and returns the game.
    ///
    /// @throws IllegalArgumentException if the nodes are no tree with root 0, a count, a number, a
    ///   probability or a payoff is wrong, two information sets have one name, or one has no node
    public ExtensiveGame build() {
      TreeCheck.check(players, informationSets, nodes);
      return new ExtensiveGame(this);
    }
  }
}
