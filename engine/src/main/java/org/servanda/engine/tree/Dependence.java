package org.servanda.engine.tree;

import java.util.Arrays;

/// Which information sets must be solved together.
///
/// What is best at a set depends on the sets below its nodes, through values, and on those above
/// whose actions its nodes do not share, through beliefs. Sets that lie on no cycle of dependence
/// are *explicit*: their choice follows from the others'. The rest are *tied*, and only they are
/// unknowns. Sets with one action choose nothing: nothing depends on them, and they are neither.
final class Dependence {
  private final CompiledTree tree;
  private final PathTerms terms;
  private final int[] firstEdge;
  private final int[] edge;

  /// Explicit sets, each after all it depends on.
  final int[] explicit;

  /// Tied sets, deepest first.
  final int[] tied;

  /// Explicit sets that some tied set depends on, in the order of [#explicit].
  final int[] between;

  Dependence(CompiledTree tree, PathTerms terms) {
    this.tree = tree;
    this.terms = terms;
    this.firstEdge = new int[tree.sets + 1];
    this.edge = edges();
    var order = new int[tree.sets];
    boolean[] cyclic = new Components(firstEdge, edge).find(order);
    this.explicit = Arrays.stream(order).filter(h -> !cyclic[h] && tree.actions[h] > 1).toArray();
    this.tied = deepestFirst(cyclic);
    boolean[] needed = needed();
    this.between = Arrays.stream(explicit).filter(h -> needed[h]).toArray();
  }

  /// Finds, for every set, the sets right below its nodes and those its beliefs depend on.
  private int[] edges() {
    int[] owner = tree.owners();
    // The nearest choice above each node.
    var above = new int[tree.nodes];
    above[0] = -1;
    var pairs = new long[tree.nodes + terms.slot.length];
    int filled = 0;
    for (int v = 0; v < tree.nodes; v++) {
      if (v > 0) {
        above[v] = tree.chooses(tree.set[tree.parent[v]]) ? tree.parent[v] : above[tree.parent[v]];
      }
      if (tree.chooses(tree.set[v]) && above[v] >= 0) {
        pairs[filled++] = (long) tree.set[above[v]] << 32 | tree.set[v];
      }
    }
    for (int h = 0; h < tree.sets; h++) {
      if (!tree.chooses(h)) {
        continue;
      }
      int to = terms.first[tree.firstMember[h + 1]];
      for (int e = terms.first[tree.firstMember[h]]; e < to; e++) {
        pairs[filled++] = (long) h << 32 | owner[terms.slot[e]];
      }
    }
    long[] sorted = Arrays.stream(pairs, 0, filled).sorted().distinct().toArray();
    var targets = new int[sorted.length];
    for (int e = 0; e < sorted.length; e++) {
      firstEdge[(int) (sorted[e] >> 32) + 1]++;
      targets[e] = (int) sorted[e];
    }
    for (int h = 0; h < tree.sets; h++) {
      firstEdge[h + 1] += firstEdge[h];
    }
    return targets;
  }

  private int[] deepestFirst(boolean[] cyclic) {
    var depth = new int[tree.nodes];
    var deepest = new long[tree.sets];
    for (int v = 1; v < tree.nodes; v++) {
      depth[v] = depth[tree.parent[v]] + 1;
    }
    for (int v = 0; v < tree.nodes; v++) {
      if (tree.set[v] >= 0) {
        deepest[tree.set[v]] = Math.max(deepest[tree.set[v]], depth[v]);
      }
    }
    var keys = new long[tree.sets];
    for (int h = 0; h < tree.sets; h++) {
      keys[h] = (Integer.MAX_VALUE - deepest[h]) << 32 | h;
    }
    return Arrays.stream(keys).sorted().mapToInt(key -> (int) key).filter(h -> cyclic[h]).toArray();
  }

  private boolean[] needed() {
    var needed = new boolean[tree.sets];
    var open = new int[tree.sets];
    int size = 0;
    for (int h : tied) {
      needed[h] = true;
      open[size++] = h;
    }
    while (size > 0) {
      int h = open[--size];
      for (int e = firstEdge[h]; e < firstEdge[h + 1]; e++) {
        if (!needed[edge[e]]) {
          needed[edge[e]] = true;
          open[size++] = edge[e];
        }
      }
    }
    return needed;
  }
}
