package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;
import org.servanda.engine.game.TypeSpace;

/// Seeded random games for property tests.
///
/// Positions are layered: layer 0 opens the period, outcomes lead to later layers or end the
/// period.
public final class RandomGames {
  private final SplittableRandom random;
  private final TypeSpace types;
  private final int horizon;
  private final Features features;

  /// What a game may contain.
  public enum Features {
    PLAIN,
    REDRAWS,
    SIMULTANEOUS,
    REDRAWS_AND_SIMULTANEOUS;

    boolean redraws() {
      return this == REDRAWS || this == REDRAWS_AND_SIMULTANEOUS;
    }

    boolean simultaneous() {
      return this == SIMULTANEOUS || this == REDRAWS_AND_SIMULTANEOUS;
    }
  }

  private RandomGames(long seed, TypeSpace types, int horizon, Features features) {
    this.random = new SplittableRandom(seed);
    this.types = types;
    this.horizon = horizon;
    this.features = features;
  }

  /// Seeds to run: one if `servanda.seed` is set, else `count` from 1.
  public static LongStream seeds(int count) {
    Long only = Long.getLong("servanda.seed");
    return only == null ? LongStream.rangeClosed(1, count) : LongStream.of(only);
  }

  public static StochasticGame make(
      long seed, TypeSpace types, int horizon, double lambda, Features features) {
    return new RandomGames(seed, types, horizon, features).make(lambda);
  }

  private StochasticGame make(double lambda) {
    var builder = StochasticGame.builder(types, horizon);
    for (int i = 0; i < types.players(); i++) {
      builder.discount(i, 0.8 + 0.2 * random.nextDouble());
      builder.precision(i, lambda * (0.5 + random.nextDouble()));
      builder.prior(i, Belief.of(distribution(types.types(i))));
    }
    int layers = 4;
    int width = 3;
    var index = new int[layers * width];
    for (int x = 0; x < index.length; x++) {
      index[x] = builder.reserve();
    }
    for (int layer = 0; layer < layers; layer++) {
      for (int w = 0; w < width; w++) {
        builder.define(index[layer * width + w], position(layer, layers, width, index));
        if (layer == 0) {
          builder.salvage(index[w], payoffs());
        }
      }
    }
    return builder.root(index[0]).build();
  }

  private org.servanda.engine.game.Position position(
      int layer, int layers, int width, int[] index) {
    if (layer == layers - 1) {
      return random.nextInt(3) == 0 ? terminal() : chance(layer, layers, width, index);
    }
    int kind = random.nextInt(10);
    if (kind < 2) {
      return chance(layer, layers, width, index);
    }
    if (kind < 4 && features.simultaneous() && types.players() > 1) {
      return simultaneous(layer, layers, width, index);
    }
    int actions = 2 + random.nextInt(2);
    var outcomes = outcomes(2 + random.nextInt(2), layer, layers, width, index);
    var list = new ArrayList<Action>();
    for (int a = 0; a < actions; a++) {
      Lottery lottery =
          random.nextBoolean()
              ? Lottery.sure(a % outcomes.size(), outcomes.size())
              : Lottery.of(distribution(outcomes.size()));
      list.add(new Action(lottery, random.nextBoolean() ? payoffs() : Payoffs.none()));
    }
    return new Decision(random.nextInt(types.players()), outcomes, list);
  }

  private Simultaneous simultaneous(int layer, int layers, int width, int[] index) {
    var outcomes = outcomes(4, layer, layers, width, index);
    var joint = new ArrayList<Lottery>();
    for (int j = 0; j < 4; j++) {
      joint.add(Lottery.sure(j, 4));
    }
    return new Simultaneous(List.of(Mover.of(0, 2), Mover.of(1, 2)), outcomes, joint);
  }

  private Chance chance(int layer, int layers, int width, int[] index) {
    var outcomes = outcomes(2, layer, layers, width, index);
    if (random.nextBoolean()) {
      return Chance.of(outcomes, Lottery.of(distribution(2)));
    }
    var byPeriod = new ArrayList<Lottery>();
    for (int t = 0; t < horizon; t++) {
      byPeriod.add(Lottery.of(distribution(2)));
    }
    return new Chance(outcomes, byPeriod);
  }

  private List<Outcome> outcomes(int count, int layer, int layers, int width, int[] index) {
    var outcomes = new ArrayList<Outcome>();
    for (int o = 0; o < count; o++) {
      boolean ends = layer == layers - 1 || random.nextInt(4) == 0;
      int to = ends ? random.nextInt(width) : (layer + 1) * width + random.nextInt(width);
      var redraws = new ArrayList<Redraw>();
      if (features.redraws() && random.nextInt(4) == 0) {
        int i = random.nextInt(types.players());
        redraws.add(
            new Redraw(
                i, Belief.of(distribution(types.types(i))), 0.5 + 0.5 * random.nextDouble()));
      }
      outcomes.add(
          new Outcome(
              index[to],
              ends ? Timing.NEXT_PERIOD : Timing.WITHIN_PERIOD,
              random.nextBoolean() ? payoffs() : Payoffs.none(),
              redraws));
    }
    return outcomes;
  }

  private Terminal terminal() {
    if (random.nextBoolean()) {
      return Terminal.of(payoffs());
    }
    var values = new ArrayList<double[]>();
    for (int i = 0; i < types.players(); i++) {
      var perProfile = new double[types.profiles()];
      for (int w = 0; w < perProfile.length; w++) {
        perProfile[w] = 2 * random.nextDouble() - 1;
      }
      values.add(perProfile);
    }
    return Terminal.byProfile(values);
  }

  private Payoffs payoffs() {
    var values = new double[types.valueFunctions()];
    for (int v = 0; v < values.length; v++) {
      values[v] = 0.6 * random.nextDouble() - 0.3;
    }
    return Payoffs.of(values);
  }

  private double[] distribution(int n) {
    if (n == 1) {
      return new double[] {1};
    }
    // Multiples of 1/64, so that sums and complements are exact.
    var p = new double[n];
    int left = 64;
    for (int k = 0; k < n - 1; k++) {
      int part = 1 + random.nextInt(Math.max(1, left - (n - 1 - k)));
      p[k] = part / 64.0;
      left -= part;
    }
    p[n - 1] = left / 64.0;
    return p;
  }
}
