package org.servanda.engine.markov;

/// Sets of states that can reach each other, each set after all that it can lead to.
///
/// @source Tarjan (1972)
final class Components {
  private final ZeroSumGame game;
  private final int[] low;
  private final int[] number;
  private final int[] component;
  private final int[] waiting;
  private final int[] path;
  private final int[] nextEdge;
  private final int[] finished;
  private final int[] first;
  private final int[] sorted;
  private int count;
  private int numbered;
  private int waitingCount;
  private int finishedCount;

  private Components(ZeroSumGame game) {
    this.game = game;
    int states = game.states();
    low = new int[states];
    number = new int[states];
    component = new int[states];
    waiting = new int[states];
    path = new int[states];
    nextEdge = new int[states];
    finished = new int[states];
    first = new int[states + 1];
    sorted = new int[states];
  }

  /// Bytes that finding and keeping the sets takes.
  static long bytes(long states) {
    return 4 * 10 * states;
  }

  static Components of(ZeroSumGame game) {
    var search = new Components(game);
    for (int s = 0; s < game.states(); s++) {
      if (search.number[s] == 0) {
        search.visit(s);
      }
    }
    search.sort();
    return search;
  }

  /// Returns the number of sets.
  int count() {
    return count;
  }

  /// Returns the place of a set's first state; of the end of all states for `c = count()`.
  int first(int c) {
    return first[c];
  }

  /// Returns the state at a place; within a set, successors first as far as cycles allow.
  int state(int place) {
    return sorted[place];
  }

  /// Returns the set of a state.
  int component(int state) {
    return component[state] - 1;
  }

  /// Says whether play can come back to a state of a set.
  boolean recurs(int c) {
    if (first[c + 1] - first[c] > 1) {
      return true;
    }
    int s = sorted[first[c]];
    for (int e = game.firstSuccessor()[game.cell(s)]; e < edges(s); e++) {
      if (game.successors()[e] == s) {
        return true;
      }
    }
    return false;
  }

  private int edges(int s) {
    return game.discount() == 0 ? 0 : game.firstSuccessor()[game.cell(s + 1)];
  }

  private void enter(int s, int depth) {
    number[s] = ++numbered;
    low[s] = numbered;
    waiting[waitingCount++] = s;
    path[depth] = s;
    nextEdge[s] = game.firstSuccessor()[game.cell(s)];
  }

  private void visit(int start) {
    int depth = 0;
    enter(start, depth);
    while (depth >= 0) {
      int s = path[depth];
      if (nextEdge[s] < edges(s)) {
        int t = game.successors()[nextEdge[s]++];
        if (number[t] == 0) {
          enter(t, ++depth);
        } else if (component[t] == 0) {
          low[s] = Math.min(low[s], number[t]);
        }
        continue;
      }
      finished[finishedCount++] = s;
      if (low[s] == number[s]) {
        close(s);
      }
      depth--;
      if (depth >= 0) {
        low[path[depth]] = Math.min(low[path[depth]], low[s]);
      }
    }
  }

  private void close(int s) {
    count++;
    int t;
    do {
      t = waiting[--waitingCount];
      component[t] = count;
    } while (t != s);
  }

  private void sort() {
    for (int c : component) {
      first[c]++;
    }
    for (int c = 1; c < first.length; c++) {
      first[c] += first[c - 1];
    }
    var next = first.clone();
    for (int s : finished) {
      sorted[next[component[s] - 1]++] = s;
    }
  }
}
