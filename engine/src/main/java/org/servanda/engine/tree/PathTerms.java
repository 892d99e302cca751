package org.servanda.engine.tree;

import java.util.Arrays;

/// What beliefs depend on: for every node of an information set with several nodes, the actions on
/// the way to it that are not on the way to all of them, and nature's part. Actions without another
/// are always taken and left out.
///
/// Own actions drop out where the mover remembers them, so that beliefs come from counterfactual
/// reach; where it does not remember, its own earlier choices count like any other agent's.
final class PathTerms {
  /// Where the terms of each member start, indexed as [CompiledTree#member].
  final int[] first;

  /// Slots of the actions.
  final int[] slot;

  /// Logarithm of nature's part, up to a constant per information set.
  final double[] nature;

  private PathTerms(int[] first, int[] slot, double[] nature) {
    this.first = first;
    this.slot = slot;
    this.nature = nature;
  }

  /// Returns an upper bound on the number of terms.
  static long count(CompiledTree tree) {
    var depth = new int[tree.nodes];
    long count = 0;
    for (int v = 1; v < tree.nodes; v++) {
      depth[v] = depth[tree.parent[v]] + (tree.chooses(tree.set[tree.parent[v]]) ? 1 : 0);
      int h = tree.set[v];
      if (h >= 0 && tree.firstMember[h + 1] - tree.firstMember[h] > 1) {
        count += depth[v];
      }
    }
    return count;
  }

  static PathTerms of(CompiledTree tree) {
    int members = tree.firstMember[tree.sets];
    var first = new int[members + 1];
    var nature = new double[members];
    var slots = new int[1024];
    int filled = 0;
    var common = new int[tree.slots];
    var seen = new int[tree.slots];
    var path = new int[tree.nodes];
    for (int h = 0; h < tree.sets; h++) {
      int from = tree.firstMember[h];
      int to = tree.firstMember[h + 1];
      if (to - from == 1) {
        first[from + 1] = filled;
        continue;
      }
      shared(tree, from, to, common, seen, path);
      for (int m = from; m < to; m++) {
        int length = path(tree, tree.member[m], path);
        nature[m] = nature(tree, tree.member[m]);
        for (int e = 0; e < length; e++) {
          int s = path[e];
          if (++seen[s] > common[s]) {
            if (filled == slots.length) {
              slots = Arrays.copyOf(slots, 2 * filled);
            }
            slots[filled++] = s;
          }
        }
        for (int e = 0; e < length; e++) {
          seen[path[e]] = 0;
        }
        first[m + 1] = filled;
      }
      int length = path(tree, tree.member[from], path);
      for (int e = 0; e < length; e++) {
        common[path[e]] = 0;
      }
    }
    return new PathTerms(first, Arrays.copyOf(slots, filled), nature);
  }

  /// Counts how often each action is on the way to every member.
  private static void shared(
      CompiledTree tree, int from, int to, int[] common, int[] seen, int[] path) {
    int length = path(tree, tree.member[from], path);
    int[] candidates = Arrays.copyOf(path, length);
    for (int s : candidates) {
      common[s]++;
    }
    for (int m = from + 1; m < to; m++) {
      int other = path(tree, tree.member[m], path);
      for (int e = 0; e < other; e++) {
        seen[path[e]]++;
      }
      for (int s : candidates) {
        common[s] = Math.min(common[s], seen[s]);
      }
      for (int e = 0; e < other; e++) {
        seen[path[e]] = 0;
      }
    }
  }

  private static int path(CompiledTree tree, int v, int[] path) {
    int length = 0;
    for (int w = v; w > 0; w = tree.parent[w]) {
      int h = tree.set[tree.parent[w]];
      if (tree.chooses(h)) {
        path[length++] = tree.offset[h] + tree.branch[w];
      }
    }
    return length;
  }

  private static double nature(CompiledTree tree, int v) {
    double sum = 0;
    for (int w = v; w > 0; w = tree.parent[w]) {
      int above = tree.parent[w];
      if (tree.set[above] == CompiledTree.CHANCE) {
        sum += tree.logChance[tree.firstChild[above] + tree.branch[w]];
      }
    }
    return sum;
  }
}
