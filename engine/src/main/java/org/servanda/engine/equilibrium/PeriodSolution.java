package org.servanda.engine.equilibrium;

import org.servanda.engine.belief.Stencil;
import org.servanda.engine.equilibrium.CompiledPosition.Kind;
import org.servanda.engine.game.TypeSpace;

/// Values and strategies in one period, at any position and belief.
///
/// Values are interpolated; strategies are solved again exactly at the belief asked for, with
/// interpolated continuation values. Beliefs are flat: the probabilities of all types of all
/// players, in the order of value functions. Not safe for use by several threads at once.
public final class PeriodSolution {
  private final QuantalResponseEquilibrium equilibrium;
  private final int period;
  private final LayerValues values;
  private final Stencil stencil;
  private final PointSolver points;
  private final Visit visit;
  private final double residual;

  private PeriodSolution(
      QuantalResponseEquilibrium equilibrium, int period, LayerValues values, double residual) {
    this.equilibrium = equilibrium;
    this.period = period;
    this.values = values;
    this.stencil = equilibrium.grid.stencil();
    this.points = new PointSolver(equilibrium.compiled, equilibrium.grid, values, period);
    this.visit = new Visit(equilibrium.game().types());
    this.residual = residual;
  }

  /// Reads a period if its values were kept, computes it again otherwise.
  static PeriodSolution of(QuantalResponseEquilibrium equilibrium, int t) {
    var compiled = equilibrium.compiled;
    var kept = equilibrium.kept;
    if (kept.everyPeriod) {
      var found = new LayerValues(compiled, equilibrium.layer, equilibrium.grid.size(), 0);
      kept.point(compiled, found, t);
      return new PeriodSolution(equilibrium, t, found, kept.residuals[t]);
    }
    var order = kept.order(compiled, equilibrium.layer);
    var values = recomputed(equilibrium, equilibrium.layer, equilibrium.store, t, order.together);
    var tally = new SweepTally();
    tally.reset(compiled.game.root());
    var sweep =
        new PeriodSweep(
            compiled,
            equilibrium.grid,
            new LayerValues[] {values},
            tally,
            equilibrium.run().options().tolerance(),
            order);
    sweep.run(t, new Cancellation());
    return new PeriodSolution(equilibrium, t, values, tally.residual);
  }

  /// Room for all positions of a period, none shared.
  ///
  /// @param together most positions computed at once
  static LayerValues recomputed(
      QuantalResponseEquilibrium equilibrium,
      PayoffLayer layer,
      double[][][] store,
      int t,
      int together) {
    var compiled = equilibrium.compiled;
    var grid = equilibrium.grid;
    var values = new LayerValues(compiled, layer, grid.size(), together);
    BeliefGridSolver.point(
        compiled,
        values,
        BeliefGridSolver.emptyStarts(compiled, layer, grid),
        store[t + 1],
        new double[0][]);
    for (int rank = 0; rank < compiled.positions.length; rank++) {
      if (!compiled.opens[rank] && compiled.positions[rank].kind != Kind.TERMINAL) {
        values.here[rank] = new double[layer.values * grid.size()];
      }
    }
    return values;
  }

  /// Returns which period this is, from 0.
  public int period() {
    return period;
  }

  /// Returns the largest residual of a decision at a grid point of this period.
  public double residual() {
    return residual;
  }

  /// Returns an interpolated value.
  ///
  /// @param position of the game, reachable
  /// @param valueFunction from 0
  /// @param beliefs flat belief
  public double value(int position, int valueFunction, double[] beliefs) {
    equilibrium.check();
    int rank = equilibrium.compiled.rankOf(position);
    stencil.locate(beliefs);
    return stencil.value(values.here[rank], valueFunction * equilibrium.grid.size());
  }

  /// Writes the choice probabilities at a position, solved exactly at the belief.
  ///
  /// @param sigma receives them, in the order mover, type, action
  public void strategy(int position, double[] beliefs, double[] sigma) {
    visit(position, beliefs, visit);
    System.arraycopy(visit.sigma, 0, sigma, 0, visit.choices);
  }

  /// Writes the expected payoffs of actions at a position, solved exactly at the belief.
  ///
  /// @param q receives them, in the order mover, type, action
  public void actionValues(int position, double[] beliefs, double[] q) {
    visit(position, beliefs, visit);
    System.arraycopy(visit.actionValues, 0, q, 0, visit.choices);
  }

  /// Fills in everything that happens at a position and belief.
  public void visit(int position, double[] beliefs, Visit to) {
    equilibrium.check();
    points.solve(equilibrium.compiled.rankOf(position), beliefs, to);
  }

  TypeSpace types() {
    return equilibrium.game().types();
  }

  int rankOf(int position) {
    return equilibrium.compiled.rankOf(position);
  }

  PointSolver points() {
    return points;
  }
}
