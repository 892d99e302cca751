package org.servanda.engine.equilibrium;

import org.servanda.engine.belief.BeliefGrid;
import org.servanda.engine.response.JointMove;
import org.servanda.engine.response.JointResponse;

/// Computes positions where movers have three types or more or move at the same time, belief by
/// belief.
final class GeneralVisit {
  private final CompiledGame compiled;
  private final BeliefGrid grid;
  private final double[] beliefs;

  GeneralVisit(CompiledGame compiled, BeliefGrid grid) {
    this.compiled = compiled;
    this.grid = grid;
    this.beliefs = new double[grid.types().valueFunctions()];
  }

  void visit(int rank, LayerValues[] layers, SweepTally tally, double tolerance) {
    var position = compiled.positions[rank];
    for (int b = 0; b < grid.size(); b++) {
      grid.belief(b, beliefs);
      var solved = solve(compiled, grid, rank, layers[0], beliefs);
      tally.decision(position.original, solved.residual(), solved.several(), tolerance);
      for (var layer : layers) {
        write(layer, rank, solved, b);
      }
    }
  }

  /// Solves a general position at any belief.
  static JointResponse solve(
      CompiledGame compiled, BeliefGrid grid, int rank, LayerValues layer, double[] beliefs) {
    var response = at(compiled, grid, rank, layer, beliefs);
    response.solve();
    return response;
  }

  /// The equations of a general position at any belief.
  static JointResponse at(
      CompiledGame compiled, BeliefGrid grid, int rank, LayerValues layer, double[] beliefs) {
    var position = compiled.positions[rank];
    var move = move(position);
    int n = 0;
    for (int m = 0; m < move.movers(); m++) {
      n += move.types(m);
    }
    var about = new double[n];
    int at = 0;
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types(m); k++) {
        about[at++] = beliefs[grid.types().valueFunction(move.player(m), k)];
      }
    }
    var continuation = new GridContinuation(compiled, grid, rank, layer, beliefs);
    return new JointResponse(move, about, layer.layer.own[rank], continuation);
  }

  static JointMove move(CompiledPosition position) {
    var move = position.joint;
    if (move == null) {
      throw new AssertionError("no joint move at position " + position.original);
    }
    return move;
  }

  private void write(LayerValues layer, int rank, JointResponse solved, int b) {
    var position = compiled.positions[rank];
    var move = move(position);
    var continuation = new GridContinuation(compiled, grid, rank, layer, beliefs);
    int values = layer.layer.values;
    var after = new double[move.outcomes() * values];
    for (int o = 0; o < move.outcomes(); o++) {
      continuation.values(o, solved, after, o * values);
    }
    double[] to = layer.here[rank];
    for (int v = 0; v < values; v++) {
      to[v * grid.size() + b] = 0;
    }
    for (int o = 0; o < move.outcomes(); o++) {
      double probability = probability(move, solved, o);
      for (int v = 0; v < values; v++) {
        to[v * grid.size() + b] += probability * after[o * values + v];
      }
    }
    for (int m = 0; m < move.movers(); m++) {
      for (int k = 0; k < move.types(m); k++) {
        int v = grid.types().valueFunction(move.player(m), k);
        double sum = 0;
        for (int a = 0; a < move.actions(m); a++) {
          double u = layer.layer.own[rank][move.index(m, k, a)];
          for (int o = 0; o < move.outcomes(); o++) {
            u += solved.reach(m, a, o) * after[o * values + v];
          }
          sum += solved.choice(m, k, a) * u;
        }
        to[v * grid.size() + b] = sum;
      }
    }
  }

  /// Probability of an outcome, all types unknown.
  private double probability(JointMove move, JointResponse solved, int o) {
    double sum = 0;
    for (int k = 0; k < move.types(0); k++) {
      double given = 0;
      for (int a = 0; a < move.actions(0); a++) {
        given += solved.choice(0, k, a) * solved.reach(0, a, o);
      }
      sum += beliefs[grid.types().valueFunction(move.player(0), k)] * given;
    }
    return sum;
  }
}
