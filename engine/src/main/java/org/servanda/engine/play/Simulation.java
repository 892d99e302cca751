package org.servanda.engine.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.servanda.engine.equilibrium.PeriodSolution;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;
import org.servanda.engine.game.TypeSpace;

/// Samples histories of an equilibrium: types are drawn, then actions and outcomes; beliefs are
/// exact posteriors, off the grid.
public final class Simulation {
  private final QuantalResponseEquilibrium equilibrium;
  private final StochasticGame game;
  private final TypeSpace types;
  private final PathListener listener;
  private final Visit visit;

  private Simulation(QuantalResponseEquilibrium equilibrium, PathListener listener) {
    this.equilibrium = equilibrium;
    this.game = equilibrium.game();
    this.types = game.types();
    this.listener = listener;
    this.visit = new Visit(types);
  }

  /// Samples one history.
  ///
  /// @param generator supplies the chance
  /// @return the steps, from the root to a terminal or the horizon
  public static List<Step> path(
      QuantalResponseEquilibrium equilibrium, RandomGenerator.SplittableGenerator generator) {
    var steps = new ArrayList<Step>();
    run(equilibrium, 1, generator, (_, step) -> steps.add(step));
    return steps;
  }

  /// Samples many histories, all through one period before the next, so that each period is
  /// computed once. Path `n` depends on the generator and `n` only.
  ///
  /// @param paths how many, at least 1
  /// @param generator is split once per path
  /// @throws IllegalArgumentException if `paths` is less than 1
  public static void run(
      QuantalResponseEquilibrium equilibrium,
      int paths,
      RandomGenerator.SplittableGenerator generator,
      PathListener listener) {
    run(equilibrium, paths, Integer.MAX_VALUE, generator, listener);
  }

  /// Samples the beginnings of many histories; see [#run(QuantalResponseEquilibrium, int,
  /// RandomGenerator.SplittableGenerator, PathListener)].
  ///
  /// @param paths how many, at least 1
  /// @param periods at which play is left, at least 1; more than the game has: all of them
  /// @param generator is split once per path
  /// @throws IllegalArgumentException if `paths` or `periods` is less than 1
  public static void run(
      QuantalResponseEquilibrium equilibrium,
      int paths,
      int periods,
      RandomGenerator.SplittableGenerator generator,
      PathListener listener) {
    atLeastOne("paths", paths, 1000);
    atLeastOne("periods", periods, equilibrium.periods());
    int followed = Math.min(periods, equilibrium.periods());
    new Simulation(equilibrium, listener).run(paths, followed, generator);
  }

  private static void atLeastOne(String name, int value, int better) {
    if (!(value >= 1)) {
      throw new IllegalArgumentException(
          "%s is %d, must be at least 1\nTry: %d".formatted(name, value, better));
    }
  }

  private static final class Walker {
    final int index;
    final RandomGenerator generator;
    final int[] drawn;
    final int[] types;
    final double[] beliefs;
    final double[] weight;
    final double[] payoff;
    int position;
    boolean ended;

    Walker(int index, RandomGenerator generator, int[] types, double[] beliefs, int position) {
      this.index = index;
      this.generator = generator;
      this.drawn = types.clone();
      this.types = types;
      this.beliefs = beliefs;
      this.weight = new double[types.length];
      this.payoff = new double[types.length];
      Arrays.fill(weight, 1);
      this.position = position;
    }
  }

  private void run(int paths, int periods, RandomGenerator.SplittableGenerator generator) {
    var walkers = new ArrayList<Walker>();
    for (int n = 0; n < paths; n++) {
      var own = generator.split();
      var drawn = new int[types.players()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = draw(game.prior(i), own);
      }
      walkers.add(new Walker(n, own, drawn, equilibrium.priors(), game.root()));
    }
    for (int t = 0; t < periods; t++) {
      var period = equilibrium.period(t);
      for (var walker : walkers) {
        walk(period, walker);
      }
    }
    for (var walker : walkers) {
      if (!walker.ended) {
        for (int i = 0; i < types.players(); i++) {
          int v = types.valueFunction(i, walker.types[i]);
          walker.payoff[i] += walker.weight[i] * worth(periods, walker, v);
        }
        listener.end(walker.index, walker.drawn, walker.payoff);
      }
    }
  }

  /// What the play that is left unfollowed is worth.
  private double worth(int period, Walker walker, int v) {
    return period < equilibrium.periods()
        ? equilibrium.period(period).value(walker.position, v, walker.beliefs)
        : equilibrium.valueAfter(walker.position, v, walker.beliefs);
  }

  /// Walks to the end of the period or of the game.
  private void walk(PeriodSolution period, Walker walker) {
    boolean advanced = walker.ended;
    while (!advanced) {
      var position = game.position(walker.position);
      if (position instanceof Terminal terminal) {
        end(terminal, walker);
        return;
      }
      period.visit(walker.position, walker.beliefs, visit);
      int o =
          switch (position) {
            case Chance chance -> draw(chance.lottery(period.period()), walker.generator);
            case Decision decision -> decide(decision, walker);
            case Simultaneous simultaneous -> decide(simultaneous, walker);
            case Terminal _ -> throw new AssertionError("terminal at " + walker.position);
          };
      listener.step(
          walker.index,
          new Step(
              period.period(),
              walker.position,
              o,
              FlatBelief.of(walker.beliefs),
              visit.probability(o)));
      visit.copyPosterior(o, walker.beliefs);
      advanced = follow(Propagation.outcomes(position).get(o), walker);
    }
  }

  private void end(Terminal terminal, Walker walker) {
    int profile = 0;
    for (int i = 0; i < types.players(); i++) {
      profile = profile * types.types(i) + walker.types[i];
    }
    for (int i = 0; i < types.players(); i++) {
      walker.payoff[i] += walker.weight[i] * terminal.value(types, i, profile);
    }
    walker.ended = true;
    listener.end(walker.index, walker.drawn, walker.payoff);
  }

  private boolean follow(Outcome outcome, Walker walker) {
    boolean advances = outcome.timing() == Timing.NEXT_PERIOD;
    for (int i = 0; i < types.players(); i++) {
      int v = types.valueFunction(i, walker.types[i]);
      walker.payoff[i] += walker.weight[i] * outcome.payoffs().at(v);
      walker.weight[i] *= advances ? game.discount(i) : 1;
    }
    for (var redraw : outcome.redraws()) {
      walker.types[redraw.player()] = draw(redraw.distribution(), walker.generator);
      walker.weight[redraw.player()] *= redraw.regard();
    }
    walker.position = outcome.successor();
    return advances;
  }

  private int decide(Decision decision, Walker walker) {
    int i = decision.mover();
    int actions = decision.actions().size();
    int a = choose(walker.types[i] * actions, actions, walker.generator);
    credit(walker, i, decision.actions().get(a).own());
    return draw(decision.actions().get(a).lottery(), walker.generator);
  }

  private int decide(Simultaneous simultaneous, Walker walker) {
    int from = 0;
    int joint = 0;
    for (var mover : simultaneous.movers()) {
      int i = mover.player();
      int a = choose(from + walker.types[i] * mover.actions(), mover.actions(), walker.generator);
      credit(walker, i, mover.own().get(a));
      joint = joint * mover.actions() + a;
      from += types.types(i) * mover.actions();
    }
    return draw(simultaneous.joint().get(joint), walker.generator);
  }

  private void credit(Walker walker, int i, Payoffs own) {
    walker.payoff[i] += walker.weight[i] * own.at(types.valueFunction(i, walker.types[i]));
  }

  private int choose(int from, int actions, RandomGenerator generator) {
    double u = generator.nextDouble();
    int a = 0;
    while (a < actions - 1 && u >= visit.choice(from + a)) {
      u -= visit.choice(from + a);
      a++;
    }
    return a;
  }

  private static int draw(Lottery lottery, RandomGenerator generator) {
    double u = generator.nextDouble();
    int last = 0;
    for (int o = 0; o < lottery.outcomes(); o++) {
      if (lottery.at(o) > 0) {
        last = o;
        if (u < lottery.at(o)) {
          return o;
        }
        u -= lottery.at(o);
      }
    }
    return last;
  }

  private static int draw(Belief belief, RandomGenerator generator) {
    double u = generator.nextDouble();
    int last = 0;
    for (int k = 0; k < belief.types(); k++) {
      if (belief.at(k) > 0) {
        last = k;
        if (u < belief.at(k)) {
          return k;
        }
        u -= belief.at(k);
      }
    }
    return last;
  }
}
