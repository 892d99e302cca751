package org.servanda.literature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.TypeSpace;

/// Guarantors: whether they come, how many, and who pays.
final class Guarantees {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of(
          "extended-deterrence", Guarantees::deterrence,
          "hand-tying", Guarantees::handTying,
          "enough-guarantors", Guarantees::enough,
          "coalition-size", Guarantees::coalition,
          "public-good", Guarantees::publicGood);

  private static final double STEP = 1;
  private static final int STEPS = 5;

  private Guarantees() {}

  /// The belief in an honoring guarantor above which an attack is not worth it.
  private static SequencedMap<String, Double> deterrence(Given given) {
    return Reduction.one(
        "trust",
        SmallGames.crossing(
            0.01,
            0.99,
            g -> {
              var game =
                  StochasticGame.builder(TypeSpace.of(1, 2), 1)
                      .precision(0, 500)
                      .precision(1, 500)
                      .prior(1, Belief.of(1 - g, g));
              int guarantor =
                  game.add(
                      SmallGames.choice(
                          1,
                          SmallGames.end(game, given.number("alone"), 0, -1),
                          SmallGames.end(game, given.number("joined"), -1, 0)));
              int root =
                  game.add(
                      SmallGames.choice(
                          0,
                          SmallGames.end(game, given.number("status-quo"), 0, 0),
                          Outcome.to(guarantor)));
              return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
            }));
  }

  /// How often a guarantor with a private value uniform on the unit interval honors its word.
  ///
  /// @source Fearon (1997)
  private static SequencedMap<String, Double> handTying(Given given) {
    int points = 200;
    var game = SmallGames.uninformed(1, 1, 100_000);
    var root =
        SmallGames.uniform(
            game,
            0,
            1,
            points,
            v ->
                Outcome.to(
                    game.add(
                        SmallGames.choice(
                            0,
                            SmallGames.end(game, v - given.number("cost")),
                            SmallGames.end(game, -given.number("audience"))))));
    var equilibrium = SmallGames.solve(game.root(root.successor()).build());
    var chance = (Chance) equilibrium.game().position(root.successor());
    double rate = 0;
    for (var outcome : chance.outcomes()) {
      rate +=
          SmallGames.strategy(equilibrium, 0, outcome.successor(), equilibrium.priors())[0]
              / points;
    }
    return Reduction.one("honored", rate);
  }

  /// The probability that at least so many of several independent guarantors act, each of them one
  /// that does with the given probability; an onlooker is paid if they do.
  private static SequencedMap<String, Double> enough(Given given) {
    int n = given.whole("guarantors");
    int needed = given.whole("needed");
    double g = given.number("reliability");
    var types = new int[n + 1];
    Arrays.fill(types, 2);
    types[n] = 1;
    var game = StochasticGame.builder(TypeSpace.of(types), 1).precision(n, 1);
    for (int i = 0; i < n; i++) {
      game.precision(i, 100).prior(i, Belief.of(1 - g, g));
    }
    return Reduction.one("enough", SmallGames.solve(acting(game, n, needed), 2).value(n, 0));
  }

  private static StochasticGame acting(StochasticGame.Builder game, int n, int needed) {
    var after = new ArrayList<Outcome>();
    for (int acted = 0; acted <= n; acted++) {
      after.add(SmallGames.end(game, paid(n, acted >= needed ? 1 : 0, -1)));
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int acted = 0; acted <= i; acted++) {
        // One type gains by acting, the other by not acting; nobody else cares.
        var yes = SmallGames.pays(after.get(acted + 1), paid(n, 0, i));
        after.set(acted, Outcome.to(game.add(SmallGames.choice(i, after.get(acted), yes))));
      }
    }
    return game.root(after.getFirst().successor()).build();
  }

  /// Payoffs of all types: the onlooker's, and 1 less or more for the types of one guarantor.
  private static double[] paid(int n, double onlooker, int guarantor) {
    var values = new double[2 * n + 1];
    values[2 * n] = onlooker;
    if (guarantor >= 0) {
      values[2 * guarantor] = -1;
      values[2 * guarantor + 1] = 1;
    }
    return values;
  }

  /// The largest coalition that no member gains by leaving and no outsider by joining: benefits are
  /// linear in all efforts, costs quadratic in one's own, members maximize their joint payoff.
  ///
  /// @source Barrett (1994)
  private static SequencedMap<String, Double> coalition(Given given) {
    int n = given.whole("countries");
    int largest = 0;
    for (int k = 1; k <= n; k++) {
      if (staysIn(n, k) >= 0.5 && (k == n || staysIn(n, k + 1) <= 0.5)) {
        largest = k;
      }
    }
    return Reduction.one("largest", largest);
  }

  /// Probability that the last member of a coalition of `k` stays; one half where it does not
  /// matter to it.
  private static double staysIn(int n, int k) {
    var game = SmallGames.uninformed(1, 1, 1000);
    double member = (double) k * k + n - k - k * k / 2.0;
    double outsider = (k - 1.0) * (k - 1) + n - k + 1 - 0.5;
    int root =
        game.add(
            SmallGames.choice(0, SmallGames.end(game, member), SmallGames.end(game, outsider)));
    return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
  }

  /// What is given to a public good worth `v_i log(total) - own` to each, all giving at once, and
  /// what would be best for all together.
  ///
  /// @source Olson and Zeckhauser (1966)
  private static SequencedMap<String, Double> publicGood(Given given) {
    var valuations = given.numbers("valuations");
    int n = valuations.size();
    var game = SmallGames.uninformed(n, 1, 60);
    var movers = new ArrayList<Mover>();
    for (int i = 0; i < n; i++) {
      movers.add(Mover.of(i, STEPS));
    }
    int joint = (int) Math.round(Math.pow(STEPS, n));
    var outcomes = new ArrayList<Outcome>();
    var lotteries = new ArrayList<Lottery>();
    var gifts = new ArrayList<List<Double>>();
    for (int j = 0; j < joint; j++) {
      var gift = gifts(j, n);
      gifts.add(gift);
      outcomes.add(SmallGames.end(game, worth(valuations, gift)));
      lotteries.add(Lottery.sure(j, joint));
    }
    int root = game.add(new Simultaneous(movers, outcomes, lotteries));
    double[] sigma = SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()));
    var found = new TreeMap<String, Double>();
    double total = 0;
    for (int i = 0; i < n; i++) {
      double mean = 0;
      for (int a = 0; a < STEPS; a++) {
        mean += sigma[i * STEPS + a] * a * STEP;
      }
      found.put("given-by-" + (i + 1), mean);
      total += mean;
    }
    found.put("total", total);
    return found;
  }

  private static List<Double> gifts(int joint, int n) {
    var gifts = new ArrayList<Double>();
    int rest = joint;
    for (int i = 0; i < n; i++) {
      gifts.addFirst(rest % STEPS * STEP);
      rest /= STEPS;
    }
    return gifts;
  }

  private static double[] worth(List<Double> valuations, List<Double> gifts) {
    double total = gifts.stream().mapToDouble(g -> g).sum();
    var worth = new double[valuations.size()];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = valuations.get(i) * Math.log(Math.max(total, STEP / 4)) - gifts.get(i);
    }
    return worth;
  }
}
