package org.servanda.literature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;

/// Demands and offers in the shadow of war.
final class Bargaining {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of(
          "risk-return", Bargaining::riskReturn,
          "preventive-war", Bargaining::preventiveWar,
          "salami-slicing", Bargaining::salami,
          "alternating-offers", Bargaining::alternatingOffers);

  private static final double SLICE = 0.0005;
  private static final int SLICES = 120;
  private static final int ROUNDS = 1000;
  private static final int SHARES = 1000;

  private Bargaining() {}

  /// A demand on a grid of hundredths of the costs' range; chance draws the other side's cost,
  /// which the proposer does not see; the other side accepts or fights.
  ///
  /// @source Fearon (1995)
  private static SequencedMap<String, Double> riskReturn(Given given) {
    double p = given.number("p");
    double cost = given.number("cost");
    double low = given.number("low");
    double high = given.number("high");
    var game = SmallGames.uninformed(2, 1, 50_000);
    var offers = new ArrayList<Outcome>();
    var demands = new ArrayList<Double>();
    for (int j = -20; j <= 100; j++) {
      double x = p + low + j * (high - low) / 100;
      demands.add(x);
      offers.add(
          SmallGames.uniform(
              game,
              low,
              high,
              200,
              c ->
                  Outcome.to(
                      game.add(
                          SmallGames.choice(
                              1,
                              SmallGames.end(game, x, 1 - x),
                              SmallGames.end(game, p - cost, 1 - p - c))))));
    }
    var equilibrium = SmallGames.solve(game.root(game.add(SmallGames.choice(0, offers))).build());
    double[] sigma = SmallGames.strategyAtRoot(equilibrium);
    double mean = 0;
    double fought = 0;
    for (int a = 0; a < demands.size(); a++) {
      mean += sigma[a] * demands.get(a);
      fought += sigma[a] * Math.clamp((demands.get(a) - p - low) / (high - low), 0, 1);
    }
    var found = new TreeMap<String, Double>();
    found.put("demand", mean);
    found.put("war", fought);
    found.put("value", equilibrium.value(0, 0));
    return found;
  }

  /// The later power of the rising side above which the other fights at once.
  ///
  /// @source Fearon (1995), Powell (1999, 2004, 2006)
  private static SequencedMap<String, Double> preventiveWar(Given given) {
    double discount = given.number("discount");
    double cost = given.number("cost");
    double before = given.number("before");
    boolean rising = given.word("proposer").equals("rising");
    return Reduction.one(
        "threshold",
        SmallGames.crossing(
            before,
            1,
            later -> new PowerShift(discount, before, later, cost, cost, rising).warAtDateZero()));
  }

  /// The share taken after so many rounds, the other side being kept at its war value, which
  /// shrinks with every slice.
  ///
  /// @source Fearon (1996)
  private static SequencedMap<String, Double> salami(Given given) {
    var found = new TreeMap<String, Double>();
    double share = given.number("start");
    for (int n = 1; n <= 10; n++) {
      share = slice(given, share);
      found.put("x" + n, share);
    }
    for (int n = 0; n < ROUNDS; n++) {
      double next = slice(given, share);
      if (next - share < SLICE / 2) {
        found.put("rest", share);
        break;
      }
      share = next;
    }
    return found;
  }

  /// One round: A demands a share, B accepts and keeps its war value afterwards, or fights now.
  private static double slice(Given given, double before) {
    double a = given.number("a");
    double b = given.number("b");
    double d = given.number("discount");
    double cost = given.number("cost");
    var game = SmallGames.uninformed(2, 1, 20_000);
    double warNow = (1 - a - b * before) / (1 - d) - cost;
    var offers = new ArrayList<Outcome>();
    for (int j = 0; j <= SLICES; j++) {
      double x = before + j * SLICE;
      double warLater = (1 - a - b * x) / (1 - d) - cost;
      offers.add(
          Outcome.to(
              game.add(
                  SmallGames.choice(
                      1,
                      SmallGames.end(game, x, 1 - x + d * warLater),
                      SmallGames.end(game, before - 1, warNow)))));
    }
    double[] sigma =
        SmallGames.strategyAtRoot(
            SmallGames.solve(game.root(game.add(SmallGames.choice(0, offers))).build()));
    double mean = 0;
    for (int j = 0; j <= SLICES; j++) {
      mean += sigma[j] * (before + j * SLICE);
    }
    return mean;
  }

  /// The first proposer's share, offers in thousandths; 2e-4 are left on the table so that
  /// indifference means acceptance.
  ///
  /// @source Rubinstein (1982)
  private static SequencedMap<String, Double> alternatingOffers(Given given) {
    var discounts = List.of(given.number("d1"), given.number("d2"));
    var game =
        SmallGames.uninformed(2, 150, 20_000)
            .discount(0, discounts.getFirst())
            .discount(1, discounts.getLast());
    int[] opens = {game.reserve(), game.reserve()};
    for (int i = 0; i < 2; i++) {
      game.salvage(opens[i], Payoffs.none());
      var offers = new ArrayList<Outcome>();
      for (int n = 0; n <= SHARES; n++) {
        double share = Math.max(0, n / (double) SHARES - 2e-4);
        var accepted =
            i == 0
                ? SmallGames.end(game, share, 1 - share)
                : SmallGames.end(game, 1 - share, share);
        offers.add(
            Outcome.to(
                game.add(
                    SmallGames.choice(
                        1 - i, accepted, Outcome.next(opens[1 - i], Payoffs.none())))));
      }
      game.define(opens[i], SmallGames.choice(i, offers));
    }
    var equilibrium = SmallGames.solve(game.root(opens[0]).build());
    return Reduction.one("share", equilibrium.value(0, 0));
  }
}
