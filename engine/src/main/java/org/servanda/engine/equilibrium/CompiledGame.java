package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;

/// A game as the sweep reads it: reachable positions only, ranked so that within a period every
/// successor comes before its predecessors.
final class CompiledGame {
  StochasticGame game;
  final CompiledPosition[] positions;

  /// Rank of each position of the game; meaningless where `reachable` is false.
  final int[] rank;

  final boolean[] reachable;

  /// Ranks of the positions that open a period: the root, and successors of outcomes that end one.
  final int[] starts;

  final int root;

  /// Slot of each position in a buffer that is reused within a sweep; positions that open a period
  /// and terminals have none (their entry is meaningless).
  final int[] slot;

  final int slots;
  final boolean[] opens;
  int mostSignals;
  int mostActions;

  CompiledGame(StochasticGame game) {
    this.game = game;
    this.reachable = new boolean[game.positions()];
    this.rank = new int[game.positions()];
    var opening = new boolean[game.positions()];
    int[] order = order(opening);
    for (int r = 0; r < order.length; r++) {
      rank[order[r]] = r;
    }
    this.positions = new CompiledPosition[order.length];
    this.opens = new boolean[order.length];
    var compiler = new PositionCompiler(game, rank);
    for (int r = 0; r < order.length; r++) {
      positions[r] = compiler.compile(order[r]);
      opens[r] = opening[order[r]];
    }
    measure();
    this.root = rank[game.root()];
    this.starts = Arrays.stream(order).map(x -> rank[x]).filter(r -> opens[r]).toArray();
    this.slot = new int[order.length];
    this.slots = assignSlots();
  }

  /// Finds how many signals and actions a position has at most.
  final void measure() {
    mostSignals = 1;
    mostActions = 1;
    for (var position : positions) {
      mostSignals = Math.max(mostSignals, position.signals);
      var structure = position.structure;
      mostActions = Math.max(mostActions, structure == null ? 1 : structure.actions());
    }
  }

  static List<Outcome> outcomes(Position position) {
    return switch (position) {
      case Decision decision -> decision.outcomes();
      case Simultaneous simultaneous -> simultaneous.outcomes();
      case Chance chance -> chance.outcomes();
      case Terminal _ -> List.of();
    };
  }

  /// Lists reachable positions depth first, successors within the period before predecessors.
  private int[] order(boolean[] opening) {
    var done = new ArrayList<Integer>();
    var roots = new ArrayList<Integer>();
    roots.add(game.root());
    opening[game.root()] = true;
    for (int next = 0; next < roots.size(); next++) {
      if (!reachable[roots.get(next)]) {
        descend(roots.get(next), done, roots, opening);
      }
    }
    return done.stream().mapToInt(Integer::intValue).toArray();
  }

  private void descend(int from, List<Integer> done, List<Integer> roots, boolean[] opening) {
    var path = new ArrayList<int[]>();
    reachable[from] = true;
    path.add(new int[] {from, 0});
    while (!path.isEmpty()) {
      int[] top = path.getLast();
      var outcomes = outcomes(game.position(top[0]));
      if (top[1] == outcomes.size()) {
        done.add(top[0]);
        path.removeLast();
        continue;
      }
      var outcome = outcomes.get(top[1]++);
      int y = outcome.successor();
      if (outcome.timing() == Timing.NEXT_PERIOD) {
        if (!opening[y]) {
          opening[y] = true;
          roots.add(y);
        }
      } else if (!reachable[y]) {
        reachable[y] = true;
        path.add(new int[] {y, 0});
      }
    }
  }

  /// Gives a slot to each position that needs one and takes it back after the last use.
  private int assignSlots() {
    int n = positions.length;
    var last = new int[n];
    for (int r = 0; r < n; r++) {
      last[r] = Math.max(last[r], r);
      for (int o = 0; o < positions[r].outcomes(); o++) {
        if (!positions[r].advances[o]) {
          int y = positions[r].successor[o];
          last[y] = Math.max(last[y], r);
        }
      }
    }
    var freed = new ArrayList<List<Integer>>();
    for (int r = 0; r < n; r++) {
      freed.add(new ArrayList<>());
    }
    for (int r = 0; r < n; r++) {
      if (hasSlot(r)) {
        freed.get(last[r]).add(r);
      }
    }
    var free = new ArrayList<Integer>();
    int count = 0;
    for (int r = 0; r < n; r++) {
      if (hasSlot(r)) {
        slot[r] = free.isEmpty() ? count++ : free.removeLast();
      }
      for (int y : freed.get(r)) {
        free.add(slot[y]);
      }
    }
    return count;
  }

  private boolean hasSlot(int r) {
    return !opens[r] && positions[r].kind != CompiledPosition.Kind.TERMINAL;
  }

  /// Returns the rank of a position of the game.
  ///
  /// @throws IllegalArgumentException if there is no such position or it cannot be reached
  int rankOf(int position) {
    if (!(position >= 0 && position < reachable.length) || !reachable[position]) {
      throw new IllegalArgumentException(
          "position is %d, must be one of %d positions that can be reached from the root\nTry: game().root()"
              .formatted(position, positions.length));
    }
    return rank[position];
  }
}
