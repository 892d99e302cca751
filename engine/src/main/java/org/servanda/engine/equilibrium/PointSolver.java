package org.servanda.engine.equilibrium;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.belief.IntervalAxis;
import org.servanda.engine.belief.Stencil;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.response.Exponential;
import org.servanda.engine.response.JointMove;
import org.servanda.engine.response.JointResponse;
import org.servanda.engine.response.TwoTypeResponse;

/// Solves single positions at any belief, on the grid or off it. One instance per thread.
final class PointSolver {
  private final CompiledGame compiled;
  private final BeliefGrid grid;
  private final LayerValues layer;
  private final int period;
  private final int values;
  private final int size;
  private final Stencil stencil;
  private final TwoTypeResponse response;
  private final double[] after;
  private final double[] row;
  private final double[] slopes;
  private final double[] outcomeValue;

  PointSolver(CompiledGame compiled, BeliefGrid grid, LayerValues layer, int period) {
    this.compiled = compiled;
    this.grid = grid;
    this.layer = layer;
    this.period = period;
    this.values = grid.types().valueFunctions();
    this.size = grid.size();
    this.stencil = grid.stencil();
    this.response = new TwoTypeResponse(Math.max(compiled.mostActions, compiled.mostSignals));
    this.after = new double[values];
    int nodes = 1;
    for (int i = 0; i < grid.types().players(); i++) {
      nodes = grid.types().types(i) == 2 ? Math.max(nodes, grid.axis(i).nodes()) : nodes;
    }
    this.row = new double[compiled.mostSignals * 2 * nodes];
    this.slopes = new double[row.length];
    this.outcomeValue = new double[values];
  }

  void solve(int rank, double[] beliefs, Visit visit) {
    var position = compiled.positions[rank];
    switch (position.kind) {
      case TERMINAL -> visit.reset(0, 0);
      case CHANCE -> chance(position, beliefs, visit);
      case UNINFORMED -> uninformed(rank, beliefs, visit);
      case TWO_TYPES -> twoTypes(rank, beliefs, visit);
      case GENERAL -> general(rank, beliefs, visit);
    }
    if (position.redrawn) {
      redrawAll(position, visit);
    }
  }

  private void redrawAll(CompiledPosition position, Visit visit) {
    for (int o = 0; o < visit.outcomes; o++) {
      redraw(position.redraws[o], visit.posterior, o * values);
    }
  }

  private void redraw(Redraw[] redraws, double[] beliefs, int from) {
    for (var redraw : redraws) {
      redraw.distribution().copyTo(beliefs, from + grid.types().valueFunction(redraw.player(), 0));
    }
  }

  private void clear(Visit visit, int choices, CompiledPosition position, double[] beliefs) {
    visit.reset(choices, position.outcomes());
    for (int o = 0; o < position.outcomes(); o++) {
      visit.probability[o] = 0;
      System.arraycopy(beliefs, 0, visit.posterior, o * values, values);
      Arrays.fill(visit.likelihood, o * values, (o + 1) * values, 0);
    }
  }

  private void chance(CompiledPosition position, double[] beliefs, Visit visit) {
    clear(visit, 0, position, beliefs);
    double[] share = position.shares(period);
    for (int i = 0; i < share.length; i++) {
      visit.probability[position.termOutcome[i]] = share[i];
    }
    sameForAll(position, visit);
  }

  private void sameForAll(CompiledPosition position, Visit visit) {
    for (int o = 0; o < position.outcomes(); o++) {
      Arrays.fill(visit.likelihood, o * values, (o + 1) * values, visit.probability[o]);
    }
  }

  private void uninformed(int rank, double[] beliefs, Visit visit) {
    var position = compiled.positions[rank];
    int actions = position.signals;
    clear(visit, actions, position, beliefs);
    int v = grid.types().valueFunction(position.mover, 0);
    double[] q = visit.actionValues;
    System.arraycopy(layer.layer.own[rank], 0, q, 0, actions);
    double[] share = position.shares(period);
    if (!position.redrawn) {
      stencil.locate(beliefs);
    }
    for (int i = 0; i < share.length; i++) {
      int o = position.termOutcome[i];
      double value =
          position.redrawn
              ? valueAfter(rank, o, v, beliefs)
              : payoff(rank, o, v) + discounted(position, o, v, 0);
      q[position.termSignal[i]] += share[i] * value;
    }
    double top = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < actions; a++) {
      top = Math.max(top, q[a]);
    }
    double sum = 0;
    for (int a = 0; a < actions; a++) {
      visit.sigma[a] = Exponential.exp(position.precision * (q[a] - top));
      sum += visit.sigma[a];
    }
    for (int a = 0; a < actions; a++) {
      visit.sigma[a] /= sum;
    }
    for (int i = 0; i < share.length; i++) {
      visit.probability[position.termOutcome[i]] += visit.sigma[position.termSignal[i]] * share[i];
    }
    sameForAll(position, visit);
  }

  /// Payoff and discounted value after an outcome, the belief before it given.
  double valueAfter(int rank, int o, int v, double[] beliefs) {
    var position = compiled.positions[rank];
    System.arraycopy(beliefs, 0, after, 0, values);
    redraw(position.redraws[o], after, 0);
    stencil.locate(after);
    return payoff(rank, o, v) + discounted(position, o, v, 0);
  }

  private double payoff(int rank, int o, int v) {
    double[] pay = layer.layer.outcomes[rank];
    return pay.length == 0 ? 0 : pay[o * values + v];
  }

  /// Discounted value at the stencil, shifted; types that are drawn anew averaged.
  private double discounted(CompiledPosition position, int o, int v, int shift) {
    int y = position.successor[o];
    double[] from = position.advances[o] ? layer.next[y] : layer.here[y];
    double discount = position.advances[o] ? layer.layer.discount[v] : 1;
    if (!position.redrawn) {
      return discount * stencil.value(from, v * size + shift);
    }
    for (var redraw : position.redraws[o]) {
      int first = grid.types().valueFunction(redraw.player(), 0);
      int types = grid.types().types(redraw.player());
      if (v >= first && v < first + types) {
        double sum = 0;
        for (int k = 0; k < types; k++) {
          sum += redraw.distribution().at(k) * stencil.value(from, (first + k) * size + shift);
        }
        return discount * redraw.regard() * sum;
      }
    }
    return discount * stencil.value(from, v * size + shift);
  }

  private void twoTypes(int rank, double[] beliefs, Visit visit) {
    readRow(rank, beliefs);
    int first = grid.types().valueFunction(compiled.positions[rank].mover, 0);
    response.solve(beliefs[first + 1]);
    fill(rank, beliefs, visit);
  }

  /// Looks for solutions from random candidates; every one found is filled in and reported.
  void search(
      int rank,
      double[] beliefs,
      int starts,
      RandomGenerator generator,
      Visit visit,
      Runnable found) {
    var position = compiled.positions[rank];
    switch (position.kind) {
      case TERMINAL, CHANCE -> {}
      case UNINFORMED -> {
        solve(rank, beliefs, visit);
        found.run();
      }
      case TWO_TYPES -> searchTwoTypes(rank, beliefs, starts, generator, visit, found);
      case GENERAL -> {
        for (int n = 0; n < starts; n++) {
          var joint = GeneralVisit.at(compiled, grid, rank, layer, beliefs);
          if (joint.solveFrom(logChoices(GeneralVisit.move(position), generator))) {
            fill(rank, beliefs, joint, visit);
            found.run();
          }
        }
      }
    }
  }

  private void searchTwoTypes(
      int rank,
      double[] beliefs,
      int starts,
      RandomGenerator generator,
      Visit visit,
      Runnable found) {
    var position = compiled.positions[rank];
    readRow(rank, beliefs);
    double p = beliefs[grid.types().valueFunction(position.mover, 0) + 1];
    if (!(p > 0 && p < 1)) {
      solve(rank, beliefs, visit);
      found.run();
      return;
    }
    var candidate = new double[position.signals];
    for (int n = 0; n < starts; n++) {
      for (int s = 0; s < candidate.length; s++) {
        candidate[s] = generator.nextDouble();
      }
      if (response.solveFrom(p, candidate)) {
        fill(rank, beliefs, visit);
        found.run();
      }
    }
  }

  private static double[] logChoices(JointMove move, RandomGenerator generator) {
    var y = new double[move.unknowns()];
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types(m); k++) {
        double sum = 0;
        for (int a = 0; a < move.actions(m); a++) {
          y[move.index(m, k, a)] = -StrictMath.log(1 - generator.nextDouble());
          sum += y[move.index(m, k, a)];
        }
        for (int a = 0; a < move.actions(m); a++) {
          int i = move.index(m, k, a);
          y[i] = StrictMath.log(Math.max(1e-300, y[i] / sum));
        }
      }
    }
    return y;
  }

  private void fill(int rank, double[] beliefs, Visit visit) {
    var position = compiled.positions[rank];
    int first = grid.types().valueFunction(position.mover, 0);
    double p = beliefs[first + 1];
    int actions = layer.layer.own[rank].length / 2;
    clear(visit, 2 * actions, position, beliefs);
    for (int k = 0; k < 2; k++) {
      for (int a = 0; a < actions; a++) {
        visit.sigma[k * actions + a] = response.choice(k, a);
        visit.actionValues[k * actions + a] = response.actionValue(k, a);
      }
    }
    visit.residual = response.residual();
    visit.several = response.several();
    double[] share = position.shares(period);
    for (int i = 0; i < share.length; i++) {
      int s = position.termSignal[i];
      int o = position.termOutcome[i];
      double zero = share[i] * response.likelihood(0, s);
      double one = share[i] * response.likelihood(1, s);
      visit.probability[o] = (1 - p) * zero + p * one;
      Arrays.fill(visit.likelihood, o * values, (o + 1) * values, visit.probability[o]);
      visit.likelihood[o * values + first] = zero;
      visit.likelihood[o * values + first + 1] = one;
      visit.posterior[o * values + first] = 1 - response.posterior(s);
      visit.posterior[o * values + first + 1] = response.posterior(s);
    }
  }

  /// Interpolates continuation rows across the other players' beliefs.
  private void readRow(int rank, double[] beliefs) {
    var position = compiled.positions[rank];
    int mover = position.mover;
    var axis = (IntervalAxis) grid.axis(mover);
    int nodes = axis.nodes();
    int stride = grid.stride(mover);
    int first = grid.types().valueFunction(mover, 0);
    Arrays.fill(row, 0, position.signals * 2 * nodes, 0);
    double[] share = position.shares(period);
    if (!position.redrawn) {
      stencil.locate(beliefs, 1L << mover);
      for (int i = 0; i < share.length; i++) {
        addTerm(rank, i, share[i], first, nodes, stride);
      }
    }
    for (int i = 0; i < share.length && position.redrawn; i++) {
      int o = position.termOutcome[i];
      boolean own = position.redrawn && redrawn(position, o, mover);
      if (position.redrawn) {
        System.arraycopy(beliefs, 0, after, 0, values);
        redraw(position.redraws[o], after, 0);
        stencil.locate(after, own ? 0 : 1L << mover);
      }
      for (int k = 0; k < 2; k++) {
        int at = (position.termSignal[i] * 2 + k) * nodes;
        for (int c = 0; c < nodes; c++) {
          double value =
              own && c > 0
                  ? outcomeValue[0]
                  : payoff(rank, o, first + k)
                      + discounted(position, o, first + k, own ? 0 : c * stride);
          outcomeValue[0] = value;
          row[at + c] += share[i] * value;
        }
      }
    }
    for (int r = 0; r < 2 * position.signals; r++) {
      axis.derivatives(row, slopes, r * nodes, 1);
    }
    var rows = response.rows();
    rows.values = row;
    rows.derivatives = slopes;
    rows.intervals = axis.intervals();
    rows.signalStride = 2 * nodes;
    rows.typeStride = nodes;
    rows.nodeStride = 1;
    var structure = position.structure;
    if (structure == null) {
      throw new AssertionError(
          "two-type decision without signals at position " + position.original);
    }
    response.decision(structure, layer.layer.own[rank], position.precision);
    response.row(0);
  }

  /// Adds the values after an outcome without redraws to the row of its signal, at the stencil.
  private void addTerm(int rank, int term, double share, int first, int nodes, int stride) {
    var position = compiled.positions[rank];
    int o = position.termOutcome[term];
    int y = position.successor[o];
    double[] from = position.advances[o] ? layer.next[y] : layer.here[y];
    for (int k = 0; k < 2; k++) {
      double discount = position.advances[o] ? layer.layer.discount[first + k] : 1;
      double pay = payoff(rank, o, first + k);
      int at = (position.termSignal[term] * 2 + k) * nodes;
      for (int c = 0; c < nodes; c++) {
        double value = stencil.value(from, (first + k) * size + c * stride);
        row[at + c] += share * (pay + discount * value);
      }
    }
  }

  static boolean redrawn(CompiledPosition position, int o, int player) {
    for (var redraw : position.redraws[o]) {
      if (redraw.player() == player) {
        return true;
      }
    }
    return false;
  }

  private void general(int rank, double[] beliefs, Visit visit) {
    fill(rank, beliefs, GeneralVisit.solve(compiled, grid, rank, layer, beliefs), visit);
  }

  private void fill(int rank, double[] beliefs, JointResponse solved, Visit visit) {
    var position = compiled.positions[rank];
    var move = GeneralVisit.move(position);
    clear(visit, move.unknowns(), position, beliefs);
    visit.residual = solved.residual();
    visit.several = solved.several();
    for (int o = 0; o < move.outcomes(); o++) {
      for (int m = 0; m < move.movers(); m++) {
        int first = grid.types().valueFunction(move.player(m), 0);
        double all = 0;
        for (int k = 0; k < move.types(m); k++) {
          double given = 0;
          for (int a = 0; a < move.actions(m); a++) {
            int index = move.index(m, k, a);
            visit.sigma[index] = solved.choice(m, k, a);
            visit.actionValues[index] = solved.actionValue(m, k, a);
            given += solved.choice(m, k, a) * solved.reach(m, a, o);
          }
          all += beliefs[first + k] * given;
          visit.likelihood[o * values + first + k] = given;
          visit.posterior[o * values + first + k] = solved.posterior(o, m, k);
        }
        visit.probability[o] = all;
      }
      spread(move.movers(), position, o, visit);
    }
  }

  /// Players who do not move see the outcome with its overall probability.
  private void spread(int movers, CompiledPosition position, int o, Visit visit) {
    var move = GeneralVisit.move(position);
    for (int i = 0; i < grid.types().players(); i++) {
      boolean moves = false;
      for (int m = 0; m < movers; m++) {
        moves |= move.player(m) == i;
      }
      if (!moves) {
        int first = grid.types().valueFunction(i, 0);
        Arrays.fill(
            visit.likelihood,
            o * values + first,
            o * values + first + grid.types().types(i),
            visit.probability[o]);
      }
    }
  }
}
