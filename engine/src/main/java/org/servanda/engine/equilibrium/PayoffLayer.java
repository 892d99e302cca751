package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;

/// The payoffs of one game, laid out for the sweep.
final class PayoffLayer {
  private static final double[] NONE = new double[0];

  final int values;
  final double[] discount;

  /// Whether all players discount alike.
  final boolean evenly;

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
    for (int i = 0; i < types.players(); i++) {
      for (int k = 0; k < types.types(i); k++) {
        discount[types.valueFunction(i, k)] = game.discount(i);
      }
    }
    this.evenly = Arrays.stream(discount).allMatch(d -> d == discount[0]);
    this.outcomes = new double[n][];
    this.own = new double[n][];
    this.free = new boolean[n];
    this.terminals = new double[n][];
    this.salvage = new Payoffs[n];
    for (int r = 0; r < n; r++) {
      int x = compiled.positions[r].original;
      outcomes[r] = outcomePayoffs(game, x);
      own[r] = ownPayoffs(game, x);
      free[r] = Arrays.stream(own[r]).allMatch(u -> u == 0);
      terminals[r] =
          game.position(x) instanceof Terminal terminal ? terminalValues(terminal, grid) : NONE;
      salvage[r] = game.salvage(x);
    }
  }

  private double[] outcomePayoffs(StochasticGame game, int x) {
    var list = CompiledGame.outcomes(game.position(x));
    if (list.stream().allMatch(outcome -> outcome.payoffs().isNone())) {
      return NONE;
    }
    var flat = new double[list.size() * values];
    for (int o = 0; o < list.size(); o++) {
      for (int v = 0; v < values; v++) {
        flat[o * values + v] = list.get(o).payoffs().at(v);
      }
    }
    return flat;
  }

  private static double[] ownPayoffs(StochasticGame game, int x) {
    var types = game.types();
    return switch (game.position(x)) {
      case Decision decision ->
          ownPayoffs(
              types.valueFunction(decision.mover(), 0),
              types.types(decision.mover()),
              decision.actions().stream().map(Action::own).toList());
      case Simultaneous simultaneous -> {
        var all = new ArrayList<Double>();
        for (var mover : simultaneous.movers()) {
          for (double value :
              ownPayoffs(
                  types.valueFunction(mover.player(), 0),
                  types.types(mover.player()),
                  mover.own())) {
            all.add(value);
          }
        }
        yield all.stream().mapToDouble(value -> value).toArray();
      }
      case Chance _, Terminal _ -> NONE;
    };
  }

  private static double[] ownPayoffs(int from, int types, List<Payoffs> perAction) {
    var flat = new double[types * perAction.size()];
    for (int k = 0; k < types; k++) {
      for (int a = 0; a < perAction.size(); a++) {
        flat[k * perAction.size() + a] = perAction.get(a).at(from + k);
      }
    }
    return flat;
  }

  private double[] terminalValues(Terminal terminal, BeliefGrid grid) {
    var types = grid.types();
    int size = grid.size();
    var flat = new double[values * size];
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
