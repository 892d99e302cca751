package org.servanda.engine.game;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks what cannot be checked position by position.
final class GameCheck {
  private final TypeSpace types;
  private final int horizon;
  private final List<Position> positions;
  private final int root;
  private final Set<Integer> salvaged;

  GameCheck(
      TypeSpace types, int horizon, List<Position> positions, int root, Set<Integer> salvaged) {
    this.types = types;
    this.horizon = horizon;
    this.positions = positions;
    this.root = root;
    this.salvaged = salvaged;
  }

  /// Checks everything; precisions of players that never move may be missing (NaN) and become 0.
  void check(double[] precision) {
    var moves = new boolean[types.players()];
    for (int x = 0; x < positions.size(); x++) {
      checkPosition(x, moves);
    }
    for (int i = 0; i < moves.length; i++) {
      if (Double.isNaN(precision[i])) {
        if (moves[i]) {
          throw new IllegalArgumentException(
              "precision of player %d is missing, and the player moves\nTry: precision(%d, 30)"
                  .formatted(i, i));
        }
        precision[i] = 0;
      }
    }
    checkCycles();
    checkSalvage();
  }

  private void checkPosition(int x, boolean[] moves) {
    switch (positions.get(x)) {
      case Decision(int mover, List<Outcome> outcomes, List<Action> actions) -> {
        checkMover(x, mover, moves);
        for (int a = 0; a < actions.size(); a++) {
          checkPayoffs(x, "payoffs of action " + a, actions.get(a).own());
        }
        checkOutcomes(x, outcomes);
      }
      case Simultaneous(List<Mover> movers, List<Outcome> outcomes, List<Lottery> joint) -> {
        for (var mover : movers) {
          checkMover(x, mover.player(), moves);
          for (int a = 0; a < mover.actions(); a++) {
            checkPayoffs(
                x,
                "payoffs of action %d of player %d".formatted(a, mover.player()),
                mover.own().get(a));
          }
        }
        checkOutcomes(x, outcomes);
        Factorization.check(x, types, movers, outcomes.size(), joint);
      }
      case Chance(List<Outcome> outcomes, List<Lottery> byPeriod) -> {
        if (byPeriod.size() != 1 && byPeriod.size() != horizon) {
          throw new IllegalArgumentException(
              "position %d (chance) has %d lotteries, must be 1 or %d, the number of periods\nTry: a single lottery"
                  .formatted(x, byPeriod.size(), horizon));
        }
        checkOutcomes(x, outcomes);
      }
      case Terminal terminal -> {
        if (!terminal.fits(types)) {
          throw new IllegalArgumentException(
              "position %d (terminal) does not fit: %d value functions, %d players, %d type profiles\nTry: one number per player and type, or per player one number per profile"
                  .formatted(x, types.valueFunctions(), types.players(), types.profiles()));
        }
      }
    }
  }

  private void checkMover(int x, int mover, boolean[] moves) {
    if (mover >= types.players()) {
      throw new IllegalArgumentException(
          "mover at position %d is %d, must be from 0 to %d\nTry: a player of the type space"
              .formatted(x, mover, types.players() - 1));
    }
    moves[mover] = true;
  }

  private void checkPayoffs(int x, String name, Payoffs payoffs) {
    if (!payoffs.isNone() && payoffs.size() != types.valueFunctions()) {
      throw new IllegalArgumentException(
          "%s at position %d has %d entries, must be %d, one per player and type\nTry: Payoffs.none()"
              .formatted(name, x, payoffs.size(), types.valueFunctions()));
    }
  }

  private void checkOutcomes(int x, List<Outcome> outcomes) {
    for (int o = 0; o < outcomes.size(); o++) {
      var outcome = outcomes.get(o);
      if (outcome.successor() >= positions.size()) {
        throw new IllegalArgumentException(
            "successor of outcome %d at position %d is %d, must be from 0 to %d\nTry: the index that add or reserve gave"
                .formatted(o, x, outcome.successor(), positions.size() - 1));
      }
      checkPayoffs(x, "payoffs of outcome " + o, outcome.payoffs());
      for (var redraw : outcome.redraws()) {
        if (redraw.player() >= types.players()
            || redraw.distribution().types() != types.types(redraw.player())) {
          throw new IllegalArgumentException(
              "redraw of player %d by outcome %d at position %d does not fit: %d players, distribution over %d types\nTry: a player of the type space and one probability per type"
                  .formatted(
                      redraw.player(), o, x, types.players(), redraw.distribution().types()));
        }
      }
    }
  }

  /// Refuses a cycle of outcomes within the period and names it.
  private void checkCycles() {
    var state = new byte[positions.size()];
    var path = new ArrayList<int[]>();
    for (int start = 0; start < state.length; start++) {
      if (state[start] != 0) {
        continue;
      }
      path.add(new int[] {start, 0});
      state[start] = 1;
      while (!path.isEmpty()) {
        var top = path.getLast();
        var outcomes = outcomes(positions.get(top[0]));
        if (top[1] == outcomes.size()) {
          state[top[0]] = 2;
          path.removeLast();
          continue;
        }
        var outcome = outcomes.get(top[1]++);
        if (outcome.timing() == Timing.NEXT_PERIOD || state[outcome.successor()] == 2) {
          continue;
        }
        if (state[outcome.successor()] == 1) {
          throw new IllegalArgumentException(
              "positions within a period form a cycle: %s\nTry: NEXT_PERIOD on one of these outcomes"
                  .formatted(cycle(path, outcome.successor())));
        }
        state[outcome.successor()] = 1;
        path.add(new int[] {outcome.successor(), 0});
      }
    }
  }

  private static String cycle(List<int[]> path, int closing) {
    var text = new StringBuilder();
    boolean inside = false;
    for (var step : path) {
      inside |= step[0] == closing;
      if (inside) {
        text.append(step[0]).append(" -> ");
      }
    }
    return text.append(closing).toString();
  }

  /// Refuses a position that can open the period after the last one without a salvage value.
  private void checkSalvage() {
    var reached = new boolean[positions.size()];
    var opens = new boolean[positions.size()];
    var queue = new ArrayDeque<Integer>();
    reached[root] = true;
    queue.add(root);
    while (!queue.isEmpty()) {
      int x = queue.remove();
      for (var outcome : outcomes(positions.get(x))) {
        int y = outcome.successor();
        opens[y] |= outcome.timing() == Timing.NEXT_PERIOD;
        if (!reached[y]) {
          reached[y] = true;
          queue.add(y);
        }
      }
    }
    for (int x = 0; x < opens.length; x++) {
      if (opens[x] && !(positions.get(x) instanceof Terminal) && !salvaged.contains(x)) {
        throw new IllegalArgumentException(
            "position %d can open period %d, after the last one, and has no salvage value\nTry: salvage(%d, Payoffs.none())"
                .formatted(x, horizon, x));
      }
    }
  }

  private static List<Outcome> outcomes(Position position) {
    return switch (position) {
      case Decision decision -> decision.outcomes();
      case Simultaneous simultaneous -> simultaneous.outcomes();
      case Chance chance -> chance.outcomes();
      case Terminal _ -> List.of();
    };
  }
}
