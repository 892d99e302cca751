package org.servanda.engine.play;

import java.util.ArrayList;
import java.util.List;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;
import org.servanda.engine.game.TypeSpace;

/// A position as propagation reads it.
final class Place {
  private static final double[] NONE = new double[0];

  final int position;
  final boolean terminal;

  /// Place of each outcome's successor.
  final int[] successor;

  final boolean[] advances;

  /// Payoffs of each outcome by value function, empty if there are none.
  final double[][] payoffs;

  final Redraw[][] redraws;

  /// Payoffs of actions where some are not zero: value function of each type of each mover, place
  /// of its first choice, and payoffs by action.
  final int[] ownValue;

  final int[] ownChoice;
  final double[][] own;

  Place(QuantalResponseEquilibrium equilibrium, int place) {
    this.position = equilibrium.positionAt(place);
    var game = equilibrium.game();
    var here = game.position(position);
    this.terminal = here instanceof Terminal;
    var outcomes = Propagation.outcomes(here);
    int n = outcomes.size();
    this.successor = new int[n];
    this.advances = new boolean[n];
    this.payoffs = new double[n][];
    this.redraws = new Redraw[n][];
    for (int o = 0; o < n; o++) {
      var outcome = outcomes.get(o);
      successor[o] = equilibrium.place(outcome.successor());
      advances[o] = outcome.timing() == Timing.NEXT_PERIOD;
      redraws[o] = outcome.redraws().toArray(Redraw[]::new);
      payoffs[o] = flat(outcome.payoffs(), game.types().valueFunctions());
    }
    var rows = ownPayoffs(here, game.types());
    this.ownValue = rows.stream().mapToInt(Row::value).toArray();
    this.ownChoice = rows.stream().mapToInt(Row::choice).toArray();
    this.own = new double[rows.size()][];
    for (int r = 0; r < own.length; r++) {
      var row = rows.get(r);
      own[r] = row.actions.stream().mapToDouble(pay -> pay.at(row.value)).toArray();
    }
  }

  private static double[] flat(Payoffs payoffs, int values) {
    if (payoffs.isNone()) {
      return NONE;
    }
    var flat = new double[values];
    for (int v = 0; v < values; v++) {
      flat[v] = payoffs.at(v);
    }
    return flat;
  }

  private record Row(int value, int choice, List<Payoffs> actions) {}

  private static List<Row> ownPayoffs(Position position, TypeSpace types) {
    var rows = new ArrayList<Row>();
    switch (position) {
      case Decision decision ->
          addRows(
              rows,
              types,
              decision.mover(),
              0,
              decision.actions().stream().map(Action::own).toList());
      case Simultaneous simultaneous -> {
        int from = 0;
        for (var mover : simultaneous.movers()) {
          addRows(rows, types, mover.player(), from, mover.own());
          from += types.types(mover.player()) * mover.actions();
        }
      }
      case Chance _, Terminal _ -> {}
    }
    return rows;
  }

  private static void addRows(
      List<Row> rows, TypeSpace types, int player, int from, List<Payoffs> actions) {
    for (int k = 0; k < types.types(player); k++) {
      int v = types.valueFunction(player, k);
      if (actions.stream().anyMatch(pay -> pay.at(v) != 0)) {
        rows.add(new Row(v, from + k * actions.size(), actions));
      }
    }
  }
}
