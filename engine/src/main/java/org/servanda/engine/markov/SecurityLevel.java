package org.servanda.engine.markov;

import java.util.ArrayDeque;
import java.util.List;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;

/// What a coalition can be sure of in a game with private types, whatever all others do and know.
///
/// Lotteries do not depend on types, so the position alone is what matters for what can happen: the
/// coalition against the others is a zero-sum game of public positions, solved backwards. The
/// others are taken to act as one, to care for nothing but harming, and to know all types. Members
/// of the coalition act as one and share what they know, their own types included. Beliefs play no
/// part.
///
/// Of a payoff this is a bound from below: others who know or dare less can only harm less. Of the
/// probability that something does not happen it is exact: types do not enter.
///
/// @source von Neumann and Morgenstern (1944), the characteristic function; Shapley (1953)
public final class SecurityLevel {
  private final StochasticGame game;
  private final boolean[] member;
  private final Stakes stakes;
  private final int kinds;
  private final int[] order;
  private final MatrixGame solver;
  private final double[] worth;
  private final double[] matrix;
  private final double[] x;
  private final double[] y;
  private double[] now;
  private double[] next;

  /// Says which outcomes end what the coalition wants to last.
  @FunctionalInterface
  public interface Stops {
    /// Says whether an outcome of a position does.
    boolean at(int position, int outcome);
  }

  private enum Side {
    COALITION,
    OTHERS
  }

  /// What is at stake.
  private sealed interface Stakes {
    record PayoffOf(int player) implements Stakes {}

    record Survival(Stops stops) implements Stakes {}
  }

  private SecurityLevel(StochasticGame game, List<Integer> coalition, Stakes stakes, int kinds) {
    this.game = game;
    this.stakes = stakes;
    this.kinds = kinds;
    this.member = members(game, coalition);
    this.order = order(game);
    int rows = 1;
    int columns = 1;
    int outcomes = 1;
    for (int p : order) {
      rows = Math.max(rows, joint(game.position(p), Side.COALITION));
      columns = Math.max(columns, joint(game.position(p), Side.OTHERS));
      outcomes = Math.max(outcomes, outcomes(game.position(p)).size());
    }
    solver = new MatrixGame(rows, columns);
    worth = new double[outcomes];
    matrix = new double[rows * columns];
    x = new double[rows];
    y = new double[columns];
    now = new double[game.positions() * kinds];
    next = new double[game.positions() * kinds];
  }

  /// Returns how many bytes a solve takes beside the game: two values per position and type, and
  /// the order of positions.
  public static MarkovFootprint footprint(StochasticGame game, int player) {
    long positions = game.positions();
    long bytes = positions * (16L * game.types().types(player) + 16);
    return new MarkovFootprint(
        bytes,
        "%d positions x (16 x %d types + 16) = %d bytes"
            .formatted(positions, game.types().types(player), bytes));
  }

  /// Finds the expected discounted payoff that a coalition can guarantee to a player.
  ///
  /// @param coalition player numbers, at least one, no one twice
  /// @param player whose payoff counts, in the coalition or not; where values at the end depend on
  ///   others' types, the worst of these counts
  /// @return one number per type of the player, in utility
  /// @throws IllegalArgumentException if a player does not exist or is named twice
  /// @throws java.util.concurrent.CancellationException if the token was triggered
  public static double[] payoff(
      StochasticGame game, List<Integer> coalition, int player, Cancellation cancellation) {
    if (!(player >= 0 && player < game.types().players())) {
      throw new IllegalArgumentException(
          "player is %d, must be from 0 to %d\nTry: a player of the game"
              .formatted(player, game.types().players() - 1));
    }
    int kinds = game.types().types(player);
    var solve = new SecurityLevel(game, coalition, new Stakes.PayoffOf(player), kinds);
    solve.salvage(player);
    for (int t = game.horizon() - 1; t >= 0; t--) {
      solve.sweep(t, cancellation);
    }
    var values = new double[kinds];
    System.arraycopy(solve.next, game.root() * kinds, values, 0, kinds);
    return values;
  }

  /// Finds the probability with which a coalition can make something last.
  ///
  /// Each entry is its own game: the coalition aims at that many periods, and the others too.
  ///
  /// @param coalition player numbers, at least one, no one twice
  /// @param stops what ends it
  /// @param periods from 1 to the game's horizon
  /// @return the probability that it lasts through the first `t` periods, for `t` from 0 to
  ///   `periods`
  /// @throws IllegalArgumentException if a player does not exist or is named twice, or `periods` is
  ///   out of range
  /// @throws java.util.concurrent.CancellationException if the token was triggered
  public static double[] survival(
      StochasticGame game,
      List<Integer> coalition,
      Stops stops,
      int periods,
      Cancellation cancellation) {
    if (!(periods >= 1 && periods <= game.horizon())) {
      throw new IllegalArgumentException(
          "periods is %d, must be from 1 to %d\nTry: the horizon"
              .formatted(periods, game.horizon()));
    }
    var solve = new SecurityLevel(game, coalition, new Stakes.Survival(stops), 1);
    var curve = new double[periods + 1];
    curve[0] = 1;
    if (solve.homogeneous()) {
      java.util.Arrays.fill(solve.next, 1);
      for (int t = 1; t <= periods; t++) {
        solve.sweep(0, cancellation);
        curve[t] = solve.next[game.root()];
      }
      return curve;
    }
    for (int last = 1; last <= periods; last++) {
      java.util.Arrays.fill(solve.next, 1);
      for (int t = last - 1; t >= 0; t--) {
        solve.sweep(t, cancellation);
      }
      curve[last] = solve.next[game.root()];
    }
    return curve;
  }

  private static boolean[] members(StochasticGame game, List<Integer> coalition) {
    var member = new boolean[game.types().players()];
    if (coalition.isEmpty()) {
      throw new IllegalArgumentException(
          "the coalition has no member, must have at least 1\nTry: List.of(0)");
    }
    for (int player : coalition) {
      if (!(player >= 0 && player < member.length) || member[player]) {
        throw new IllegalArgumentException(
            "a member of the coalition is player %d, must be from 0 to %d and named once\nTry: List.of(0)"
                .formatted(player, member.length - 1));
      }
      member[player] = true;
    }
    return member;
  }

  private static List<Outcome> outcomes(Position position) {
    return switch (position) {
      case Decision decision -> decision.outcomes();
      case Simultaneous simultaneous -> simultaneous.outcomes();
      case Chance chance -> chance.outcomes();
      case Terminal _ -> List.of();
    };
  }

  /// Positions that can be reached, those that follow within the period first.
  private static int[] order(StochasticGame game) {
    var state = new byte[game.positions()];
    var order = new int[game.positions()];
    var nextOutcome = new int[game.positions()];
    int count = 0;
    var starts = new ArrayDeque<Integer>();
    var path = new ArrayDeque<Integer>();
    starts.add(game.root());
    while (!starts.isEmpty()) {
      int start = starts.remove();
      if (state[start] == 0) {
        state[start] = 1;
        path.push(start);
      }
      while (!path.isEmpty()) {
        int p = path.element();
        var outcomes = outcomes(game.position(p));
        if (nextOutcome[p] == outcomes.size()) {
          order[count++] = path.pop();
          continue;
        }
        var outcome = outcomes.get(nextOutcome[p]++);
        if (outcome.timing() == Timing.NEXT_PERIOD) {
          starts.add(outcome.successor());
        } else if (state[outcome.successor()] == 0) {
          state[outcome.successor()] = 1;
          path.push(outcome.successor());
        }
      }
    }
    return java.util.Arrays.copyOf(order, count);
  }

  private int joint(Position position, Side side) {
    boolean ofMembers = side == Side.COALITION;
    return switch (position) {
      case Decision(int mover, _, var actions) -> member[mover] == ofMembers ? actions.size() : 1;
      case Simultaneous(var movers, _, _) -> {
        int product = 1;
        for (var mover : movers) {
          product *= member[mover.player()] == ofMembers ? mover.actions() : 1;
        }
        yield product;
      }
      case Chance _, Terminal _ -> 1;
    };
  }

  private boolean homogeneous() {
    for (int p : order) {
      if (game.position(p) instanceof Chance chance && chance.byPeriod().size() > 1) {
        return false;
      }
    }
    return true;
  }

  private void salvage(int player) {
    for (int p : order) {
      var payoffs = game.salvage(p);
      for (int k = 0; payoffs != null && k < kinds; k++) {
        next[p * kinds + k] = payoffs.at(game.types().valueFunction(player, k));
      }
      if (game.position(p) instanceof Terminal terminal) {
        for (int k = 0; k < kinds; k++) {
          next[p * kinds + k] = end(terminal, player, k);
        }
      }
    }
  }

  private double end(Terminal terminal, int player, int kind) {
    double worst = Double.POSITIVE_INFINITY;
    var types = game.types();
    if (!terminal.interdependent()) {
      return terminal.own().at(types.valueFunction(player, kind));
    }
    for (int w = 0; w < types.profiles(); w++) {
      if (types.typeIn(w, player) == kind) {
        worst = Math.min(worst, terminal.value(types, player, w));
      }
    }
    return worst;
  }

  /// Solves all positions of a period from the values of the next one.
  private void sweep(int t, Cancellation cancellation) {
    if (cancellation.requested()) {
      throw new java.util.concurrent.CancellationException("stopped in period " + t);
    }
    for (int p : order) {
      for (int k = 0; k < kinds; k++) {
        now[p * kinds + k] = solve(p, k, t);
      }
    }
    double[] spare = now;
    now = next;
    next = spare;
  }

  private double solve(int p, int kind, int t) {
    var position = game.position(p);
    var outcomes = outcomes(position);
    for (int o = 0; o < outcomes.size(); o++) {
      worth[o] = worth(p, o, outcomes.get(o), kind);
    }
    return switch (position) {
      case Terminal terminal ->
          stakes instanceof Stakes.PayoffOf(int player) ? end(terminal, player, kind) : 1;
      case Chance chance -> expectation(chance.lottery(t));
      case Decision(int mover, _, var actions) -> {
        double best = member[mover] ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (var action : actions) {
          double value = expectation(action.lottery()) + own(mover, action.own(), kind);
          best = member[mover] ? Math.max(best, value) : Math.min(best, value);
        }
        yield best;
      }
      case Simultaneous simultaneous -> simultaneous(simultaneous, kind);
    };
  }

  private double simultaneous(Simultaneous position, int kind) {
    int columns = joint(position, Side.OTHERS);
    var movers = position.movers();
    for (int a = 0; a < position.joint().size(); a++) {
      int row = 0;
      int column = 0;
      int size = position.joint().size();
      double own = 0;
      for (int m = 0, rest = a; m < movers.size(); m++) {
        var mover = movers.get(m);
        size /= mover.actions();
        int action = rest / size;
        rest %= size;
        own += own(mover.player(), mover.own().get(action), kind);
        if (member[mover.player()]) {
          row = row * mover.actions() + action;
        } else {
          column = column * mover.actions() + action;
        }
      }
      matrix[row * columns + column] = expectation(position.joint().get(a)) + own;
    }
    return solver.value(matrix, joint(position, Side.COALITION), columns, x, y);
  }

  private double own(int mover, Payoffs payoffs, int kind) {
    return stakes instanceof Stakes.PayoffOf(int player) && player == mover
        ? payoffs.at(game.types().valueFunction(player, kind))
        : 0;
  }

  private double expectation(Lottery lottery) {
    double sum = 0;
    for (int o = 0; o < lottery.outcomes(); o++) {
      double p = lottery.at(o);
      sum += p == 0 ? 0 : p * worth[o];
    }
    return sum;
  }

  private double worth(int p, int o, Outcome outcome, int kind) {
    double[] values = outcome.timing() == Timing.NEXT_PERIOD ? next : now;
    int at = outcome.successor() * kinds;
    return switch (stakes) {
      case Stakes.Survival(var stops) -> stops.at(p, o) ? 0 : values[at];
      case Stakes.PayoffOf(int player) -> {
        double later = values[at + kind];
        for (var redraw : outcome.redraws()) {
          if (redraw.player() == player) {
            later = 0;
            for (int k = 0; k < kinds; k++) {
              later += redraw.distribution().at(k) * values[at + k];
            }
            later *= redraw.regard();
          }
        }
        double weight = outcome.timing() == Timing.NEXT_PERIOD ? game.discount(player) : 1;
        yield outcome.payoffs().at(game.types().valueFunction(player, kind)) + weight * later;
      }
    };
  }
}
