package org.servanda.study.discovery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of a tree before it has names; its subtree can be cut off.
final class Grown {

  /// The parting of a node.
  record Parting(int column, double cut, Grown below, Grown above) {}

  final int hits;
  final int worlds;
  final @Nullable Parting parting;

  Grown(int hits, int worlds, @Nullable Parting parting) {
    this.hits = hits;
    this.worlds = worlds;
    this.parting = parting;
  }

  double share() {
    return (double) hits / worlds;
  }

  /// Sum of squared errors if all worlds are given the node's share: Gini's impurity times half of
  /// their number.
  double impurity() {
    return hits * (1 - share());
  }

  double leafImpurity() {
    return parting == null
        ? impurity()
        : parting.below().leafImpurity() + parting.above().leafImpurity();
  }

  int leaves() {
    return parting == null ? 1 : parting.below().leaves() + parting.above().leaves();
  }

  /// The share of cases where a world ends up.
  double predict(double[][] columns, int world) {
    var node = this;
    while (node.parting != null) {
      var parting = node.parting;
      boolean below = columns[parting.column()][world] < parting.cut();
      node = below ? parting.below() : parting.above();
    }
    return node.share();
  }

  /// What cutting off the weakest subtree costs per leaf; infinite for a leaf.
  double weakest() {
    if (parting == null) {
      return Double.POSITIVE_INFINITY;
    }
    double own = (impurity() - leafImpurity()) / (leaves() - 1);
    return Math.min(own, Math.min(parting.below().weakest(), parting.above().weakest()));
  }

  /// The smallest tree in which every split earns more than a price per leaf.
  ///
  /// @source Breiman, Friedman, Olshen and Stone (1984), section 3.3
  Grown pruned(double price) {
    var tree = this;
    while (tree.weakest() <= price) {
      tree = tree.without(tree.weakest());
    }
    return tree;
  }

  private Grown without(double cost) {
    if (parting == null) {
      return this;
    }
    if ((impurity() - leafImpurity()) / (leaves() - 1) <= cost) {
      return new Grown(hits, worlds, null);
    }
    return new Grown(
        hits,
        worlds,
        new Parting(
            parting.column(),
            parting.cut(),
            parting.below().without(cost),
            parting.above().without(cost)));
  }

  /// The prices at which the tree becomes smaller, ascending.
  List<Double> prices() {
    var prices = new ArrayList<Double>();
    var tree = this;
    while (tree.parting != null) {
      double price = tree.weakest();
      prices.add(price);
      tree = tree.pruned(price);
    }
    return prices;
  }
}
