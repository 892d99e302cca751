package org.servanda.engine.equilibrium;

import java.util.Arrays;
import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.belief.Stencil;
import org.servanda.engine.response.Continuation;
import org.servanda.engine.response.JointMove;
import org.servanda.engine.response.JointResponse;

/// Continuation values of a joint move, interpolated on the grid.
final class GridContinuation implements Continuation {
  private final BeliefGrid grid;
  private final CompiledPosition position;
  private final JointMove move;
  private final LayerValues layer;
  private final int rank;
  private final double[] beliefs;
  private final double[] after;
  private final Stencil stencil;

  GridContinuation(
      CompiledGame compiled, BeliefGrid grid, int rank, LayerValues layer, double[] beliefs) {
    this.grid = grid;
    this.position = compiled.positions[rank];
    this.move = GeneralVisit.move(position);
    this.layer = layer;
    this.rank = rank;
    this.beliefs = beliefs.clone();
    this.after = new double[beliefs.length];
    this.stencil = grid.stencil();
  }

  @Override
  public void after(int o, double[] posterior, double[] value, double[] gradient) {
    System.arraycopy(beliefs, 0, after, 0, beliefs.length);
    int at = 0;
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types(m); k++) {
        after[grid.types().valueFunction(move.player(m), k)] = posterior[at++];
      }
    }
    redraw(o);
    stencil.locate(after);
    write(o, value);
    Arrays.fill(gradient, 0);
    at = 0;
    for (int m = 0; m < move.movers(); m++) {
      int player = move.player(m);
      for (int k = 1; k < move.types(m); k++) {
        if (!redrawn(o, player)) {
          stencil.locateGradient(after, player, k);
          column(o, gradient, at + k, value.length);
        }
      }
      at += move.types(m);
    }
  }

  private void write(int o, double[] value) {
    int at = 0;
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types(m); k++) {
        int v = grid.types().valueFunction(move.player(m), k);
        value[at++] = payoff(o, v) + weighted(o, v);
      }
    }
  }

  private void column(int o, double[] gradient, int column, int width) {
    int at = 0;
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types(m); k++) {
        int v = grid.types().valueFunction(move.player(m), k);
        gradient[at * width + column] = weighted(o, v);
        at++;
      }
    }
  }

  private void redraw(int o) {
    for (var redraw : position.redraws[o]) {
      redraw.distribution().copyTo(after, grid.types().valueFunction(redraw.player(), 0));
    }
  }

  private boolean redrawn(int o, int player) {
    return PointSolver.redrawn(position, o, player);
  }

  private double payoff(int o, int v) {
    double[] pay = layer.layer.outcomes[rank];
    return pay.length == 0 ? 0 : pay[o * layer.layer.values + v];
  }

  /// Discounted value at the stencil, types that are drawn anew averaged over their successors.
  private double weighted(int o, int v) {
    int y = position.successor[o];
    double[] from = position.advances[o] ? layer.next[y] : layer.here[y];
    double discount = position.advances[o] ? layer.layer.discount[v] : 1;
    for (var redraw : position.redraws[o]) {
      int first = grid.types().valueFunction(redraw.player(), 0);
      int types = grid.types().types(redraw.player());
      if (v >= first && v < first + types) {
        double sum = 0;
        for (int k = 0; k < types; k++) {
          sum += redraw.distribution().at(k) * stencil.value(from, (first + k) * grid.size());
        }
        return discount * redraw.regard() * sum;
      }
    }
    return discount * stencil.value(from, v * grid.size());
  }

  /// Writes the values of all value functions after an outcome of a solved position.
  void values(int o, JointResponse solved, double[] to, int at) {
    System.arraycopy(beliefs, 0, after, 0, beliefs.length);
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types(m); k++) {
        after[grid.types().valueFunction(move.player(m), k)] = solved.posterior(o, m, k);
      }
    }
    redraw(o);
    stencil.locate(after);
    for (int v = 0; v < layer.layer.values; v++) {
      to[at + v] = payoff(o, v) + weighted(o, v);
    }
  }
}
