package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.servanda.engine.equilibrium.CompiledPosition.Branches;
import org.servanda.engine.equilibrium.CompiledPosition.Kind;
import org.servanda.engine.equilibrium.CompiledPosition.Terms;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;
import org.servanda.engine.response.SignalStructure;

/// Compiles single positions.
final class PositionCompiler {
  private StochasticGame game;
  private final int[] rank;
  private final Map<List<Double>, SignalStructure> structures = new HashMap<>();

  PositionCompiler(StochasticGame game, int[] rank) {
    this.game = game;
    this.rank = rank;
  }

  /// Turns to another game with the same positions.
  void turnTo(StochasticGame other) {
    game = other;
  }

  CompiledPosition compile(int x) {
    return switch (game.position(x)) {
      case Terminal _ ->
          new CompiledPosition(
              Kind.TERMINAL,
              x,
              branches(List.of()),
              new Terms(0, new int[0], new int[0], new double[1][0]),
              0,
              0,
              null,
              null);
      case Chance chance -> chance(x, chance);
      case Simultaneous simultaneous ->
          new CompiledPosition(
              Kind.GENERAL,
              x,
              branches(simultaneous.outcomes()),
              each(simultaneous.outcomes().size()),
              0,
              0,
              null,
              JointMoves.of(game, simultaneous));
      case Decision decision -> decision(x, decision);
    };
  }

  private Branches branches(List<Outcome> outcomes) {
    int n = outcomes.size();
    var successor = new int[n];
    var advances = new boolean[n];
    for (int o = 0; o < n; o++) {
      successor[o] = rank[outcomes.get(o).successor()];
      advances[o] = outcomes.get(o).timing() == Timing.NEXT_PERIOD;
    }
    return new Branches(successor, advances, CompiledPosition.redraws(outcomes));
  }

  /// Every outcome a signal of its own.
  private static Terms each(int outcomes) {
    var index = new int[outcomes];
    var one = new double[outcomes];
    for (int o = 0; o < outcomes; o++) {
      index[o] = o;
      one[o] = 1;
    }
    return new Terms(outcomes, index, index, new double[][] {one});
  }

  private CompiledPosition chance(int x, Chance chance) {
    int n = chance.outcomes().size();
    var used = new ArrayList<Integer>();
    for (int o = 0; o < n; o++) {
      int outcome = o;
      if (chance.byPeriod().stream().anyMatch(lottery -> lottery.at(outcome) > 0)) {
        used.add(o);
      }
    }
    var share = new double[chance.byPeriod().size()][used.size()];
    for (int t = 0; t < share.length; t++) {
      for (int i = 0; i < used.size(); i++) {
        share[t][i] = chance.byPeriod().get(t).at(used.get(i));
      }
    }
    var terms = new Terms(1, new int[used.size()], used.stream().mapToInt(o -> o).toArray(), share);
    return new CompiledPosition(
        Kind.CHANCE, x, branches(chance.outcomes()), terms, 0, 0, null, null);
  }

  private CompiledPosition decision(int x, Decision decision) {
    int i = decision.mover();
    var branches = branches(decision.outcomes());
    double precision = game.precision(i);
    return switch (game.types().types(i)) {
      case 1 ->
          new CompiledPosition(
              Kind.UNINFORMED, x, branches, byAction(decision), i, precision, null, null);
      case 2 -> twoTypes(x, decision, branches);
      default ->
          new CompiledPosition(
              Kind.GENERAL,
              x,
              branches,
              each(decision.outcomes().size()),
              i,
              precision,
              null,
              JointMoves.of(game, decision));
    };
  }

  private static Terms byAction(Decision decision) {
    var signal = new ArrayList<Integer>();
    var outcome = new ArrayList<Integer>();
    var share = new ArrayList<Double>();
    for (int a = 0; a < decision.actions().size(); a++) {
      for (int o = 0; o < decision.outcomes().size(); o++) {
        double p = decision.actions().get(a).lottery().at(o);
        if (p > 0) {
          signal.add(a);
          outcome.add(o);
          share.add(p);
        }
      }
    }
    return terms(decision.actions().size(), signal, outcome, share);
  }

  private static Terms terms(
      int signals, List<Integer> signal, List<Integer> outcome, List<Double> share) {
    return new Terms(
        signals,
        signal.stream().mapToInt(s -> s).toArray(),
        outcome.stream().mapToInt(o -> o).toArray(),
        new double[][] {share.stream().mapToDouble(p -> p).toArray()});
  }

  /// Gathers outcomes whose likelihoods are proportional across actions: they say the same.
  private CompiledPosition twoTypes(int x, Decision decision, Branches branches) {
    int actions = decision.actions().size();
    var columns = new ArrayList<double[]>();
    var members = new ArrayList<List<Integer>>();
    for (int o = 0; o < decision.outcomes().size(); o++) {
      var column = new double[actions];
      double sum = 0;
      for (int a = 0; a < actions; a++) {
        column[a] = decision.actions().get(a).lottery().at(o);
        sum += column[a];
      }
      if (sum > 0) {
        gather(columns, members, column, o);
      }
    }
    sortByAction(columns, members);
    int signals = columns.size();
    var likelihood = new double[actions * signals];
    var signal = new ArrayList<Integer>();
    var outcome = new ArrayList<Integer>();
    var share = new ArrayList<Double>();
    for (int s = 0; s < signals; s++) {
      double all = sum(columns.get(s));
      for (int a = 0; a < actions; a++) {
        likelihood[a * signals + s] = columns.get(s)[a];
      }
      for (int o : members.get(s)) {
        double part = 0;
        for (var action : decision.actions()) {
          part += action.lottery().at(o);
        }
        signal.add(s);
        outcome.add(o);
        share.add(members.get(s).size() == 1 ? 1 : part / all);
      }
    }
    return new CompiledPosition(
        Kind.TWO_TYPES,
        x,
        branches,
        terms(signals, signal, outcome, share),
        decision.mover(),
        game.precision(decision.mover()),
        structure(actions, signals, likelihood),
        null);
  }

  /// Structures are few; equal ones are shared.
  private SignalStructure structure(int actions, int signals, double[] likelihood) {
    var key = new ArrayList<Double>();
    key.add((double) actions);
    for (double p : likelihood) {
      key.add(p);
    }
    return structures.computeIfAbsent(key, _ -> new SignalStructure(actions, signals, likelihood));
  }

  private static void gather(
      List<double[]> columns, List<List<Integer>> members, double[] column, int o) {
    double sum = sum(column);
    for (int s = 0; s < columns.size(); s++) {
      double[] other = columns.get(s);
      double otherSum = sum(other);
      boolean same = true;
      for (int a = 0; a < column.length; a++) {
        same &= Math.abs(column[a] / sum - other[a] / otherSum) <= 1e-15;
      }
      if (same) {
        for (int a = 0; a < column.length; a++) {
          other[a] += column[a];
        }
        members.get(s).add(o);
        return;
      }
    }
    columns.add(column);
    members.add(new ArrayList<>(List.of(o)));
  }

  private static double sum(double[] column) {
    double sum = 0;
    for (double p : column) {
      sum += p;
    }
    return sum;
  }

  /// Puts signals in the order of the first action that gives them.
  private static void sortByAction(List<double[]> columns, List<List<Integer>> members) {
    for (int s = 1; s < columns.size(); s++) {
      for (int r = s; r > 0 && firstAction(columns.get(r)) < firstAction(columns.get(r - 1)); r--) {
        var column = columns.get(r);
        columns.set(r, columns.get(r - 1));
        columns.set(r - 1, column);
        var member = members.get(r);
        members.set(r, members.get(r - 1));
        members.set(r - 1, member);
      }
    }
  }

  private static int firstAction(double[] column) {
    int a = 0;
    while (column[a] == 0) {
      a++;
    }
    return a;
  }
}
