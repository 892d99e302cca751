package org.servanda.engine.equilibrium;

import java.util.List;
import org.servanda.engine.belief.Stencil;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;

/// One period of an [Evaluated]. Beliefs are flat, as in [PeriodSolution]. Not safe for use by
/// several threads at once.
public final class EvaluatedPeriod {
  private final QuantalResponseEquilibrium equilibrium;
  private final StochasticGame other;
  private final LayerValues values;
  private final PointSolver points;
  private final Visit visit;
  private final Stencil stencil;
  private final double[] after;
  private final int period;

  private EvaluatedPeriod(
      QuantalResponseEquilibrium equilibrium,
      StochasticGame other,
      LayerValues decider,
      LayerValues values,
      int period) {
    this.equilibrium = equilibrium;
    this.other = other;
    this.values = values;
    this.points = new PointSolver(equilibrium.compiled, equilibrium.grid, decider, period);
    this.visit = new Visit(other.types());
    this.stencil = equilibrium.grid.stencil();
    this.after = new double[other.types().valueFunctions()];
    this.period = period;
  }

  static EvaluatedPeriod compute(
      QuantalResponseEquilibrium equilibrium,
      StochasticGame other,
      PayoffLayer payoffs,
      double[][][] store,
      int t) {
    var decider =
        PeriodSolution.recomputed(equilibrium, equilibrium.layer, equilibrium.store, t, 1);
    var values = PeriodSolution.recomputed(equilibrium, payoffs, store, t, 1);
    new PeriodSweep(
            equilibrium.compiled,
            equilibrium.grid,
            new LayerValues[] {decider, values},
            new SweepTally(),
            equilibrium.run().options().tolerance(),
            SweepOrder.depthFirst(equilibrium.compiled))
        .run(t, new Cancellation());
    return new EvaluatedPeriod(equilibrium, other, decider, values, t);
  }

  /// Returns which period this is, from 0.
  public int period() {
    return period;
  }

  /// Returns an interpolated value.
  public double value(int position, int valueFunction, double[] beliefs) {
    equilibrium.check();
    stencil.locate(beliefs);
    return stencil.value(
        values.here[equilibrium.compiled.rankOf(position)],
        valueFunction * equilibrium.grid.size());
  }

  /// Writes what each action is worth under the other payoffs, with the posteriors of the
  /// equilibrium's play at this belief.
  ///
  /// @param q receives them, in the order mover, type, action
  public void actionValues(int position, double[] beliefs, double[] q) {
    int rank = equilibrium.compiled.rankOf(position);
    equilibrium.check();
    points.solve(rank, beliefs, visit);
    switch (other.position(position)) {
      case Decision decision ->
          actionValues(
              rank,
              beliefs,
              List.of(
                  new Mover(
                      decision.mover(), decision.actions().stream().map(Action::own).toList())),
              decision.actions().stream().map(Action::lottery).toList(),
              q);
      case Simultaneous simultaneous ->
          actionValues(rank, beliefs, simultaneous.movers(), simultaneous.joint(), q);
      case Chance _, Terminal _ -> {}
    }
  }

  private void actionValues(
      int rank, double[] beliefs, List<Mover> movers, List<Lottery> joint, double[] q) {
    var types = other.types();
    double[][] averages = averages(beliefs, movers);
    double[][] continuation = continuation(rank);
    int index = 0;
    for (int m = 0; m < movers.size(); m++) {
      var mover = movers.get(m);
      for (int k = 0; k < types.types(mover.player()); k++) {
        int v = types.valueFunction(mover.player(), k);
        for (int a = 0; a < mover.actions(); a++) {
          double sum = mover.own().get(a).at(v);
          for (int j = 0; j < joint.size(); j++) {
            double weight = others(movers, averages, j, m, a);
            for (int o = 0; weight > 0 && o < visit.outcomes(); o++) {
              sum += weight * joint.get(j).at(o) * continuation[o][v];
            }
          }
          q[index++] = sum;
        }
      }
    }
  }

  /// Average strategy of each mover over its types.
  private double[][] averages(double[] beliefs, List<Mover> movers) {
    var averages = new double[movers.size()][];
    int index = 0;
    for (int m = 0; m < movers.size(); m++) {
      var mover = movers.get(m);
      averages[m] = new double[mover.actions()];
      for (int k = 0; k < other.types().types(mover.player()); k++) {
        double belief = beliefs[other.types().valueFunction(mover.player(), k)];
        for (int a = 0; a < mover.actions(); a++) {
          averages[m][a] += belief * visit.choice(index++);
        }
      }
    }
    return averages;
  }

  /// Probability that the others play their part of joint action `j`; 0 if `j` has another action
  /// than `a` for mover `m`.
  private static double others(List<Mover> movers, double[][] averages, int j, int m, int a) {
    double weight = 1;
    int rest = j;
    for (int i = movers.size() - 1; i >= 0; i--) {
      int action = rest % movers.get(i).actions();
      rest /= movers.get(i).actions();
      if (i == m) {
        weight = action == a ? weight : 0;
      } else {
        weight *= averages[i][action];
      }
    }
    return weight;
  }

  /// Payoff and discounted value after each outcome, shape `[outcomes][valueFunctions]`.
  private double[][] continuation(int rank) {
    var position = equilibrium.compiled.positions[rank];
    var reader = new PointSolver(equilibrium.compiled, equilibrium.grid, values, period);
    var continuation = new double[visit.outcomes()][after.length];
    for (int o = 0; o < continuation.length; o++) {
      visit.copyPosterior(o, after);
      for (int v = 0; v < after.length; v++) {
        continuation[o][v] = reader.valueAfter(rank, o, v, after);
      }
    }
    if (continuation.length != position.outcomes()) {
      throw new AssertionError("outcomes of position " + position.original);
    }
    return continuation;
  }
}
