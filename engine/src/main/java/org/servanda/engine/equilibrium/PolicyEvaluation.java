package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.servanda.engine.game.StochasticGame;

/// What the play of an equilibrium is worth under other payoffs.
///
/// Strategies and beliefs stay those of the equilibrium, so values are linear in payoffs: if the
/// payoffs of one game are the sum of those of others, so are its values, but for rounding.
public final class PolicyEvaluation {
  private PolicyEvaluation() {}

  /// Evaluates the play under the payoffs of one other game.
  ///
  /// @param other same types, positions, outcomes, lotteries, redraws, horizon and discounts;
  ///   precision and prior are ignored
  /// @throws IllegalArgumentException if `other` differs in more than payoffs
  public static Evaluated evaluate(QuantalResponseEquilibrium equilibrium, StochasticGame other) {
    return evaluate(equilibrium, List.of(other), every(other.horizon())).getFirst();
  }

  private static Set<Integer> every(int horizon) {
    return IntStream.range(0, horizon).boxed().collect(Collectors.toSet());
  }

  /// Evaluates the play under the payoffs of several other games in one go.
  ///
  /// What is kept grows with the number of periods that will be looked at.
  ///
  /// @param periods those that [Evaluated#period(int)] will be asked for
  /// @return one evaluation per game, in order
  /// @throws IllegalArgumentException if a game differs in more than payoffs, there is no such
  ///   period, or types become known before the horizon
  public static List<Evaluated> evaluate(
      QuantalResponseEquilibrium equilibrium, List<StochasticGame> others, Set<Integer> periods) {
    equilibrium.check();
    if (equilibrium.periods() < equilibrium.game().horizon()) {
      throw new IllegalArgumentException(
          "types are known from period %d on, before the horizon %d\nTry: an equilibrium without knownFrom"
              .formatted(equilibrium.periods(), equilibrium.game().horizon()));
    }
    for (int period : periods) {
      equilibrium.demandPeriod(period);
    }
    var compiled = equilibrium.compiled;
    var grid = equilibrium.grid;
    var payoffs = new ArrayList<PayoffLayer>();
    payoffs.add(equilibrium.layer);
    for (var other : others) {
      SamePlay.check(compiled.game, other);
      payoffs.add(new PayoffLayer(compiled, other, grid));
    }
    var layers = payoffs.stream().map(p -> new LayerValues(compiled, p, grid.size(), 1)).toList();
    var stores = new ArrayList<double[][][]>();
    for (int i = 0; i < layers.size(); i++) {
      stores.add(new double[compiled.game.horizon() + 1][][]);
      stores.get(i)[compiled.game.horizon()] =
          BeliefGridSolver.atHorizon(compiled, payoffs.get(i), grid);
    }
    var slots = new ArrayList<double[][]>();
    for (int i = 0; i < layers.size(); i++) {
      slots.add(new double[compiled.slots][payoffs.get(i).values * grid.size()]);
    }
    var sweep =
        new PeriodSweep(
            compiled,
            grid,
            layers.toArray(LayerValues[]::new),
            new SweepTally(),
            equilibrium.run().options().tolerance(),
            SweepOrder.depthFirst(compiled));
    for (int t = compiled.game.horizon() - 1; t >= 0; t--) {
      for (int i = 0; i < layers.size(); i++) {
        double[][][] store = stores.get(i);
        store[t] = BeliefGridSolver.emptyStarts(compiled, payoffs.get(i), grid);
        BeliefGridSolver.point(compiled, layers.get(i), store[t], store[t + 1], slots.get(i));
      }
      sweep.run(t, new Cancellation());
      if (!periods.contains(t)) {
        for (double[][][] store : stores) {
          store[t + 1] = new double[0][];
        }
      }
    }
    var evaluated = new ArrayList<Evaluated>();
    for (int i = 0; i < others.size(); i++) {
      evaluated.add(
          new Evaluated(equilibrium, others.get(i), payoffs.get(i + 1), stores.get(i + 1)));
    }
    return evaluated;
  }
}
