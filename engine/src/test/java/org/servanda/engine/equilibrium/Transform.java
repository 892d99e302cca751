package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

/// Makes games that must have the same equilibrium in other words. Games with simultaneous moves
/// are left out.
final class Transform {
  /// What is renamed and changed.
  private record Change(
      UnaryOperator<Payoffs> payoffs,
      UnaryOperator<double[]> profileValues,
      IntUnaryOperator player,
      IntUnaryOperator swappedTypesOf,
      boolean reverse,
      double precisionFactor) {}

  private static final IntUnaryOperator SAME = i -> i;
  private static final IntUnaryOperator NOBODY = _ -> 0;

  private Transform() {}

  static StochasticGame scaled(StochasticGame game, double factor) {
    return apply(
        game,
        new Change(
            payoffs -> mapped(payoffs, v -> factor * payoffs.at(v)),
            values -> {
              var scaled = values.clone();
              for (int w = 0; w < scaled.length; w++) {
                scaled[w] *= factor;
              }
              return scaled;
            },
            SAME,
            NOBODY,
            false,
            1 / factor));
  }

  /// Players 0 and 1, who must have equally many types, change places.
  static StochasticGame exchanged(StochasticGame game) {
    var types = game.types();
    int n = types.types(0);
    return apply(
        game,
        new Change(
            payoffs -> mapped(payoffs, v -> payoffs.at(v < n ? v + n : v < 2 * n ? v - n : v)),
            values -> permuted(types, values, true, -1),
            i -> i == 0 ? 1 : i == 1 ? 0 : i,
            NOBODY,
            false,
            1));
  }

  /// The two types of a player change names.
  static StochasticGame typesExchanged(StochasticGame game, int player) {
    var types = game.types();
    int first = types.valueFunction(player, 0);
    return apply(
        game,
        new Change(
            payoffs ->
                mapped(
                    payoffs, v -> payoffs.at(v == first ? first + 1 : v == first + 1 ? first : v)),
            values -> permuted(types, values, false, player),
            SAME,
            i -> i == player ? 1 : 0,
            false,
            1));
  }

  /// Actions and outcomes in reverse order.
  static StochasticGame reversed(StochasticGame game) {
    return apply(game, new Change(p -> p, v -> v, SAME, NOBODY, true, 1));
  }

  /// One player's payoffs rise by a constant at every outcome of the root, in period 0 only: the
  /// root is copied.
  static StochasticGame shiftedAtRoot(StochasticGame game, int player, double amount) {
    var copy = copy(game, new Change(p -> p, v -> v, SAME, NOBODY, false, 1));
    var bonus = new double[game.types().valueFunctions()];
    for (int k = 0; k < game.types().types(player); k++) {
      bonus[game.types().valueFunction(player, k)] = amount;
    }
    int before =
        copy.add(Chance.of(List.of(Outcome.to(game.root(), Payoffs.of(bonus))), Lottery.of(1)));
    return copy.root(before).build();
  }

  private interface Entry {
    double at(int v);
  }

  private static Payoffs mapped(Payoffs payoffs, Entry entry) {
    if (payoffs.isNone()) {
      return payoffs;
    }
    var values = new double[payoffs.size()];
    for (int v = 0; v < values.length; v++) {
      values[v] = entry.at(v);
    }
    return Payoffs.of(values);
  }

  /// Values by profile after players 0 and 1 have changed places, or a player's types have.
  private static double[] permuted(
      TypeSpace types, double[] values, boolean exchangePlayers, int swapped) {
    var out = new double[values.length];
    for (int w = 0; w < values.length; w++) {
      int target = 0;
      for (int i = 0; i < types.players(); i++) {
        int from = exchangePlayers && i < 2 ? 1 - i : i;
        int k = types.typeIn(w, from);
        target = target * types.types(i) + (i == swapped ? 1 - k : k);
      }
      out[target] = values[w];
    }
    return out;
  }

  private static StochasticGame apply(StochasticGame game, Change change) {
    return copy(game, change).root(game.root()).build();
  }

  private static StochasticGame.Builder copy(StochasticGame game, Change change) {
    var builder = StochasticGame.builder(game.types(), game.horizon());
    for (int i = 0; i < game.types().players(); i++) {
      int j = change.player().applyAsInt(i);
      builder.discount(j, game.discount(i));
      builder.precision(j, game.precision(i) * change.precisionFactor());
      builder.prior(j, belief(game.prior(i), change.swappedTypesOf().applyAsInt(i) == 1));
    }
    for (int x = 0; x < game.positions(); x++) {
      builder.add(position(game, game.position(x), change));
    }
    for (int x = 0; x < game.positions(); x++) {
      var salvage = game.salvage(x);
      if (salvage != null) {
        builder.salvage(x, change.payoffs().apply(salvage));
      }
    }
    return builder;
  }

  private static Belief belief(Belief belief, boolean swap) {
    return swap ? Belief.of(belief.at(1), belief.at(0)) : belief;
  }

  private static Position position(StochasticGame game, Position position, Change change) {
    return switch (position) {
      case Terminal terminal -> terminal(game, terminal, change);
      case Chance chance ->
          new Chance(
              outcomes(chance.outcomes(), change),
              chance.byPeriod().stream().map(lottery -> lottery(lottery, change)).toList());
      case Decision decision -> {
        var actions = new ArrayList<Action>();
        for (var action : decision.actions()) {
          actions.add(
              new Action(lottery(action.lottery(), change), change.payoffs().apply(action.own())));
        }
        yield new Decision(
            change.player().applyAsInt(decision.mover()),
            outcomes(decision.outcomes(), change),
            change.reverse() ? actions.reversed() : actions);
      }
      case Simultaneous _ -> throw new AssertionError("not for simultaneous moves");
    };
  }

  private static Terminal terminal(StochasticGame game, Terminal terminal, Change change) {
    if (!terminal.interdependent()) {
      return Terminal.of(change.payoffs().apply(terminal.own()));
    }
    var types = game.types();
    var values = new double[types.players()][types.profiles()];
    for (int i = 0; i < types.players(); i++) {
      var before = new double[types.profiles()];
      for (int w = 0; w < before.length; w++) {
        before[w] = terminal.value(types, i, w);
      }
      values[change.player().applyAsInt(i)] = change.profileValues().apply(before);
    }
    return Terminal.byProfile(List.of(values));
  }

  private static Lottery lottery(Lottery lottery, Change change) {
    if (!change.reverse()) {
      return lottery;
    }
    var p = new double[lottery.outcomes()];
    for (int o = 0; o < p.length; o++) {
      p[o] = lottery.at(p.length - 1 - o);
    }
    return Lottery.of(p);
  }

  private static List<Outcome> outcomes(List<Outcome> outcomes, Change change) {
    var list = new ArrayList<Outcome>();
    for (var outcome : change.reverse() ? outcomes.reversed() : outcomes) {
      var redraws = new ArrayList<Redraw>();
      for (var redraw : outcome.redraws()) {
        redraws.add(
            new Redraw(
                change.player().applyAsInt(redraw.player()),
                belief(
                    redraw.distribution(),
                    change.swappedTypesOf().applyAsInt(redraw.player()) == 1),
                redraw.regard()));
      }
      list.add(
          new Outcome(
              outcome.successor(),
              outcome.timing(),
              change.payoffs().apply(outcome.payoffs()),
              redraws));
    }
    return list;
  }
}
