package org.servanda.engine.tree;

/// The strongly connected components of a directed graph, by depth-first search without recursion.
///
/// @source Tarjan (1972)
final class Components {
  private final int[] firstEdge;
  private final int[] edge;
  private final int[] index;
  private final int[] low;
  private final int[] next;
  private final boolean[] onStack;
  private final boolean[] cyclic;
  private final int[] stack;
  private int stacked;
  private int counter;
  private int done;

  /// @param firstEdge where each node's edges start in `edge`, one entry more than nodes
  /// @param edge targets
  Components(int[] firstEdge, int[] edge) {
    int n = firstEdge.length - 1;
    this.firstEdge = firstEdge;
    this.edge = edge;
    this.index = new int[n];
    this.low = new int[n];
    this.next = firstEdge.clone();
    this.onStack = new boolean[n];
    this.cyclic = new boolean[n];
    this.stack = new int[n];
  }

  /// Returns which nodes lie on a cycle.
  ///
  /// @param order receives the nodes, targets of edges before their sources where no cycle forbids
  boolean[] find(int[] order) {
    var calls = new int[index.length];
    for (int root = 0; root < index.length; root++) {
      if (index[root] == 0) {
        search(root, calls, order);
      }
    }
    return cyclic;
  }

  private void search(int root, int[] calls, int[] order) {
    int depth = 0;
    calls[0] = root;
    while (depth >= 0) {
      int h = calls[depth];
      if (index[h] == 0) {
        index[h] = ++counter;
        low[h] = counter;
        stack[stacked++] = h;
        onStack[h] = true;
      }
      if (next[h] < firstEdge[h + 1]) {
        int g = edge[next[h]++];
        cyclic[h] |= g == h;
        if (index[g] == 0) {
          calls[++depth] = g;
        } else if (onStack[g]) {
          low[h] = Math.min(low[h], index[g]);
        }
        continue;
      }
      if (low[h] == index[h]) {
        pop(h, order);
      }
      depth--;
      if (depth >= 0) {
        low[calls[depth]] = Math.min(low[calls[depth]], low[h]);
      }
    }
  }

  /// Takes a component off the stack.
  private void pop(int h, int[] order) {
    boolean several = stack[stacked - 1] != h;
    int g;
    do {
      g = stack[--stacked];
      onStack[g] = false;
      cyclic[g] |= several;
      order[done++] = g;
    } while (g != h);
  }
}
