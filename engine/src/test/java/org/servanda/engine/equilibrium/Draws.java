package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

/// Other draws of a game: the same positions with other numbers.
final class Draws {
  private final SplittableRandom random;
  private final TypeSpace types;

  private Draws(SplittableRandom random, TypeSpace types) {
    this.random = random;
    this.types = types;
  }

  /// Draws every number anew; about half of the positions keep their lotteries.
  static StochasticGame of(StochasticGame game, long seed) {
    return new Draws(new SplittableRandom(seed), game.types()).draw(game);
  }

  private StochasticGame draw(StochasticGame game) {
    var builder = StochasticGame.builder(types, game.horizon());
    boolean precise = random.nextBoolean();
    for (int i = 0; i < types.players(); i++) {
      builder.discount(i, 0.8 + 0.2 * random.nextDouble());
      builder.precision(i, game.precision(i) * (precise ? 1 : 0.5 + random.nextDouble()));
      builder.prior(i, belief(types.types(i)));
    }
    for (int x = 0; x < game.positions(); x++) {
      builder.add(position(game.position(x)));
    }
    for (int x = 0; x < game.positions(); x++) {
      var salvage = game.salvage(x);
      if (salvage != null) {
        builder.salvage(x, payoffs(salvage));
      }
    }
    return builder.root(game.root()).build();
  }

  private Belief belief(int count) {
    return Belief.of(distribution(random.doubles(count, 0.1, 1).toArray()));
  }

  private static double[] distribution(double[] weights) {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private Payoffs payoffs(Payoffs before) {
    return random.nextInt(4) == 0
        ? before
        : Payoffs.of(random.doubles(types.valueFunctions(), -1, 1).toArray());
  }

  private Position position(Position before) {
    boolean keep = random.nextBoolean();
    return switch (before) {
      case Terminal terminal ->
          terminal.interdependent() ? terminal : Terminal.of(payoffs(terminal.own()));
      case Chance chance ->
          new Chance(
              outcomes(chance.outcomes()),
              chance.byPeriod().stream().map(lottery -> lottery(lottery, keep)).toList());
      case Decision decision ->
          new Decision(
              decision.mover(),
              outcomes(decision.outcomes()),
              decision.actions().stream()
                  .map(a -> new Action(lottery(a.lottery(), keep), payoffs(a.own())))
                  .toList());
      case Simultaneous simultaneous ->
          new Simultaneous(
              simultaneous.movers().stream()
                  .map(m -> new Mover(m.player(), m.own().stream().map(this::payoffs).toList()))
                  .toList(),
              outcomes(simultaneous.outcomes()),
              simultaneous.joint());
    };
  }

  /// Other probabilities; now and then one that was positive becomes zero.
  private Lottery lottery(Lottery before, boolean keep) {
    if (keep) {
      return before;
    }
    var weights = new double[before.outcomes()];
    double sum = 0;
    for (int o = 0; o < weights.length; o++) {
      boolean gone = random.nextInt(6) == 0 && (sum > 0 || o + 1 < weights.length);
      weights[o] = gone ? 0 : before.at(o) * (0.5 + random.nextDouble());
      sum += weights[o];
    }
    return sum > 0 ? Lottery.of(distribution(weights)) : before;
  }

  private List<Outcome> outcomes(List<Outcome> before) {
    var list = new ArrayList<Outcome>();
    for (var outcome : before) {
      var redraws =
          outcome.redraws().stream()
              .map(redraw ->
                  new Redraw(
                      redraw.player(), belief(types.types(redraw.player())), random.nextDouble()))
              .toList();
      list.add(
          new Outcome(outcome.successor(), outcome.timing(), payoffs(outcome.payoffs()), redraws));
    }
    return list;
  }
}
