package org.servanda.engine.equilibrium;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

/// The payoffs of one game, laid out for the sweep.
final class PayoffLayer {
  private static final double[] NONE = new double[0];

  final int values;
  final double[] discount;

  /// Whether all players discount alike.
  boolean evenly;

  /// Payoffs of the outcomes of each position, shape `[positions][outcomes * values]`; empty if all
  /// are zero.
  final double[][] outcomes;

  /// Payoffs of the actions of each decision, shape `[positions][types * actions]` (or the unknowns
  /// of a joint move); zeros if there are none.
  final double[][] own;

  /// Whether all actions of a position are without payoffs of their own.
  final boolean[] free;

  /// Values of terminals at every grid point, shape `[positions][values * beliefs]`; empty
  /// elsewhere.
  final double[][] terminals;

  final @Nullable Payoffs[] salvage;

  PayoffLayer(CompiledGame compiled, StochasticGame game, BeliefGrid grid) {
    int n = compiled.positions.length;
    var types = game.types();
    this.values = types.valueFunctions();
    this.discount = new double[values];
    this.outcomes = new double[n][];
    this.own = new double[n][];
    this.free = new boolean[n];
    this.terminals = new double[n][];
    this.salvage = new Payoffs[n];
    Arrays.fill(outcomes, NONE);
    Arrays.fill(own, NONE);
    Arrays.fill(terminals, NONE);
    read(compiled, game, grid);
  }

  /// Lays the payoffs of another layer out on another grid; they stay that layer's.
  PayoffLayer(PayoffLayer other, CompiledGame compiled, BeliefGrid grid) {
    this.values = other.values;
    this.discount = other.discount;
    this.outcomes = other.outcomes;
    this.own = other.own;
    this.free = other.free;
    this.salvage = other.salvage;
    this.terminals = new double[other.terminals.length][];
    Arrays.fill(terminals, NONE);
    follow(other, compiled, grid);
  }

  /// Takes over what the layer whose payoffs these are has read.
  final void follow(PayoffLayer other, CompiledGame compiled, BeliefGrid grid) {
    evenly = other.evenly;
    for (int r = 0; r < terminals.length; r++) {
      if (compiled.game.position(compiled.positions[r].original) instanceof Terminal terminal) {
        terminals[r] = terminalValues(terminal, grid, terminals[r]);
      }
    }
  }

  /// Takes the payoffs of a game with the same positions.
  final void read(CompiledGame compiled, StochasticGame game, BeliefGrid grid) {
    var types = game.types();
    for (int i = 0; i < types.players(); i++) {
      for (int k = 0; k < types.types(i); k++) {
        discount[types.valueFunction(i, k)] = game.discount(i);
      }
    }
    evenly = true;
    for (double d : discount) {
      evenly &= d == discount[0];
    }
    for (int r = 0; r < compiled.positions.length; r++) {
      int x = compiled.positions[r].original;
      outcomes[r] = outcomePayoffs(game, x, outcomes[r]);
      own[r] = ownPayoffs(game, x, own[r]);
      free[r] = true;
      for (double u : own[r]) {
        free[r] &= u == 0;
      }
      if (game.position(x) instanceof Terminal terminal) {
        terminals[r] = terminalValues(terminal, grid, terminals[r]);
      }
      salvage[r] = game.salvage(x);
    }
  }

  /// An array of the length wanted: the one used before if it fits.
  private static double[] fitting(double[] before, int length) {
    return before.length == length ? before : new double[length];
  }

  private double[] outcomePayoffs(StochasticGame game, int x, double[] before) {
    var list = CompiledGame.outcomes(game.position(x));
    boolean none = true;
    for (int o = 0; o < list.size(); o++) {
      none &= list.get(o).payoffs().isNone();
    }
    if (none) {
      return NONE;
    }
    double[] flat = fitting(before, list.size() * values);
    for (int o = 0; o < list.size(); o++) {
      var payoffs = list.get(o).payoffs();
      for (int v = 0; v < values; v++) {
        flat[o * values + v] = payoffs.at(v);
      }
    }
    return flat;
  }

  private static double[] ownPayoffs(StochasticGame game, int x, double[] before) {
    var types = game.types();
    return switch (game.position(x)) {
      case Decision decision -> {
        int actions = decision.actions().size();
        int k = types.types(decision.mover());
        double[] flat = fitting(before, k * actions);
        for (int a = 0; a < actions; a++) {
          put(decision.actions().get(a).own(), types, decision.mover(), a, actions, flat, 0);
        }
        yield flat;
      }
      case Simultaneous simultaneous -> {
        int count = 0;
        for (var mover : simultaneous.movers()) {
          count += types.types(mover.player()) * mover.actions();
        }
        double[] flat = fitting(before, count);
        int at = 0;
        for (var mover : simultaneous.movers()) {
          for (int a = 0; a < mover.actions(); a++) {
            put(mover.own().get(a), types, mover.player(), a, mover.actions(), flat, at);
          }
          at += types.types(mover.player()) * mover.actions();
        }
        yield flat;
      }
      case Chance _, Terminal _ -> NONE;
    };
  }

  /// Writes an action's payoffs to the types of its player.
  private static void put(
      Payoffs own, TypeSpace types, int player, int a, int actions, double[] flat, int at) {
    for (int k = 0; k < types.types(player); k++) {
      flat[at + k * actions + a] = own.at(types.valueFunction(player, k));
    }
  }

  private double[] terminalValues(Terminal terminal, BeliefGrid grid, double[] before) {
    var types = grid.types();
    int size = grid.size();
    double[] flat = fitting(before, values * size);
    var beliefs = new double[values];
    for (int b = 0; b < size; b++) {
      grid.belief(b, beliefs);
      for (int i = 0; i < types.players(); i++) {
        for (int k = 0; k < types.types(i); k++) {
          int v = types.valueFunction(i, k);
          flat[v * size + b] =
              terminal.interdependent()
                  ? terminalValue(terminal, grid, beliefs, i, k)
                  : terminal.own().at(v);
        }
      }
    }
    return flat;
  }

  private static double terminalValue(
      Terminal terminal, BeliefGrid grid, double[] beliefs, int player, int type) {
    var types = grid.types();
    double sum = 0;
    for (int w = 0; w < types.profiles(); w++) {
      if (types.typeIn(w, player) != type) {
        continue;
      }
      double weight = 1;
      for (int j = 0; j < types.players(); j++) {
        if (j != player) {
          weight *= beliefs[types.valueFunction(j, types.typeIn(w, j))];
        }
      }
      sum += weight * terminal.value(types, player, w);
    }
    return sum;
  }
}
