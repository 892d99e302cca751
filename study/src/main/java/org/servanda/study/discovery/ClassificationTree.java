package org.servanda.study.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Share;

/// A small tree that sorts worlds by bounds on the uncertain estimates.
///
/// @param root of the tree; absent if there are too few worlds
/// @param explained share of the cases' variance that trees of this size explain in worlds they
///   were not grown from; 0 for a tree of one leaf
/// @param leftOut worlds that did not solve
/// @param caveats what limits the result
public record ClassificationTree(
    @Nullable Node root, double explained, int leftOut, List<Caveat> caveats) {

  public ClassificationTree {
    caveats = List.copyOf(caveats);
  }

  /// A node of the tree.
  public sealed interface Node {

    /// {@return cases among the worlds of the node}
    Share cases();
  }

  /// Worlds that are not parted any more.
  ///
  /// @param cases among them
  public record Leaf(Share cases) implements Node {}

  /// Worlds parted by one column.
  ///
  /// @param column its name
  /// @param cut between the sides
  /// @param below worlds with less than the cut
  /// @param above worlds with the cut or more
  /// @param cases among all of them
  public record Split(String column, double cut, Node below, Node above, Share cases)
      implements Node {}
}
