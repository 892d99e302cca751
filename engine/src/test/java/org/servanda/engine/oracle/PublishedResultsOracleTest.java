package org.servanda.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.TypeSpace;

/// Results of the literature as limits of the engine: games with large precision. `docs/model/
/// published-results.md` says how each is reduced.
class PublishedResultsOracleTest {
  /// Fearon (1995): risk-return tradeoff. See [ClosedFormOracleTest] for the tolerances.
  @ParameterizedTest
  @CsvSource({
    ".5, .1, 0, .3, .600, .33333, .53333",
    ".5, .2, 0, .3, .550, .16667, .50833",
    ".5, .1, .05, .3, .600, .20000, .56000",
    ".5, .1, .1, .3, .600, 0, .60000",
    ".5, .3, 0, .3, .500, 0, .50000",
    ".5, .05, 0, .4, .675, .43750, .57656",
    ".3, .1, 0, .3, .400, .33333, .33333",
  })
  void riskReturn(
      double p, double cost, double low, double high, double demand, double war, double value) {
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
    assertThat(mean).isCloseTo(demand, offset(0.004));
    assertThat(fought).isCloseTo(war, offset(0.004 / (high - low)));
    assertThat(equilibrium.value(0, 0)).isCloseTo(value, offset(0.001));
  }

  /// Fearon (1995), Powell (1999): war above the threshold power, peace below it.
  @ParameterizedTest
  @CsvSource({
    ".5, .2, .70000",
    ".8, .2, .38500",
    ".9, .1, .33444",
    ".9, .5, .33889",
    ".95, .5, .31711",
  })
  void preventiveWarAboveTheThreshold(double discount, double cost, double threshold) {
    double step = 0.01;
    assertThat(new PowerShift(discount, 0.3, threshold - step, cost, cost, true).warAtDateZero())
        .isLessThan(0.02);
    assertThat(new PowerShift(discount, 0.3, threshold + step, cost, cost, true).warAtDateZero())
        .isGreaterThan(0.98);
  }

  /// Fearon (1996): the share taken in each round, the other side being kept at its war value.
  /// Demands in steps of .0005 are rounded down once per round, so the error stays below .0005 / (1
  /// - factor), and logit smoothing adds less than a step.
  @ParameterizedTest
  @CsvSource({
    ".2, .5, .9, .5, .3182, .3347, .3758, .4229",
    ".2, .6, .9, .5, .3203, .3394, .3896, .4546",
    ".1, .8, .9, 1, .3171, .3337, .3813, .4532",
  })
  void salamiSlices(
      double a, double b, double d, double cost, double x1, double x2, double x5, double x10) {
    double factor = b / ((1 - d) + d * b);
    var path = new ArrayList<Double>(List.of(0.3));
    for (int n = 1; n <= 10; n++) {
      path.add(slice(a, b, d, cost, path.getLast()));
    }
    double[] expected = {x1, x2, x5, x10};
    int[] rounds = {1, 2, 5, 10};
    for (int i = 0; i < rounds.length; i++) {
      double rounding = 1e-3 * (1 - Math.pow(factor, rounds[i])) / (1 - factor);
      assertThat(path.get(rounds[i])).isCloseTo(expected[i], offset(rounding + 5e-5));
    }
  }

  /// One round: A demands a share, B accepts and keeps its war value afterwards, or fights now.
  private static double slice(double a, double b, double d, double cost, double before) {
    var game = SmallGames.uninformed(2, 1, 20_000);
    double warNow = (1 - a - b * before) / (1 - d) - cost;
    var offers = new ArrayList<Outcome>();
    for (int j = 0; j <= 120; j++) {
      double x = before + j * 0.0005;
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
    for (int j = 0; j <= 120; j++) {
      mean += sigma[j] * (before + j * 0.0005);
    }
    return mean;
  }

  /// Kydd (2000): the trust needed to cooperate.
  @ParameterizedTest
  @CsvSource({"4, 3, 2, 1, .50000", "4, 3, 2, 0, .66667", "1, .5, 0, -1, .66667"})
  void trustThreshold(double r, double t, double p, double s, double threshold) {
    double crossing =
        SmallGames.crossing(0, 1, trust -> TrustGames.cooperation(r, t, p, s, trust, 2000));
    assertThat(crossing).isCloseTo(threshold, offset(1e-3));
  }

  /// A record of compliance: an expansionist complies with probability .7, a seeker always.
  @ParameterizedTest
  @CsvSource({"1, .41176", "3, .25540", "5, .14388", "10, .02747"})
  void recordOfCompliance(int rounds, double expected) {
    var game =
        StochasticGame.builder(TypeSpace.of(2), rounds)
            .precision(0, 1)
            .prior(0, Belief.of(0.5, 0.5));
    int test = game.reserve();
    game.salvage(test, Payoffs.none());
    var comply = Payoffs.of(60, Math.log(0.7 / 0.3));
    game.define(
        test,
        new Decision(
            0,
            List.of(Outcome.next(test, Payoffs.none()), Outcome.next(test, Payoffs.none())),
            List.of(new Action(Lottery.sure(0, 2), comply), Action.sure(1, 2))));
    var equilibrium = SmallGames.solve(game.root(test).build());
    double[] beliefs = equilibrium.priors();
    var visit = new org.servanda.engine.equilibrium.Visit(equilibrium.game().types());
    for (int t = 0; t < rounds; t++) {
      equilibrium.period(t).visit(test, beliefs, visit);
      visit.copyPosterior(0, beliefs);
    }
    assertThat(beliefs[1]).isCloseTo(expected, offset(1e-5));
  }

  /// Self-enforcement: the detection needed, with forgiveness. The crossing of one half is the
  /// point of indifference whatever the precision.
  @ParameterizedTest
  @CsvSource({
    ".8, 0, .25000",
    ".9, 0, .11111",
    ".95, 0, .05263",
    ".9, .05, .1611",
    ".9, .10, .2111",
    ".9, .25, .3611",
    ".9, .50, .6111",
  })
  void detectionNeeded(double discount, double forgiven, double expected) {
    double crossing =
        SmallGames.crossing(
            0,
            1,
            q ->
                SmallGames.complianceRate(
                    discount, 3, 5, q, SmallGames.punish(1, forgiven), 400, 5000));
    assertThat(crossing).isCloseTo(expected, offset(2e-3));
  }

  /// Snapback: the penalty needed at detection .05.
  @ParameterizedTest
  @CsvSource({".9, .05, 2.4444"})
  void penaltyNeeded(double discount, double detection, double expected) {
    double crossing =
        SmallGames.crossing(
            0,
            6,
            s ->
                SmallGames.complianceRate(
                    discount, 3, 5, detection, SmallGames.punish(1 - s, 0), 400, 5000));
    assertThat(crossing).isCloseTo(expected, offset(5e-3));
  }

  /// Detection for sure, after a lag: compliance up to a lag of five periods.
  @ParameterizedTest
  @CsvSource({"5, true", "6, false"})
  void lagThatComplianceSurvives(int lag, boolean complies) {
    double discount = 0.9;
    double rate =
        SmallGames.complianceRate(
            discount,
            3,
            5,
            1,
            (game, _, d) -> {
              int last = SmallGames.punish(1, 0).add(game, 0, d);
              for (int n = 0; n < lag; n++) {
                int before = game.reserve();
                game.salvage(before, Payoffs.of(1 / (1 - d)));
                game.define(
                    before, Chance.of(List.of(Outcome.next(last, Payoffs.of(5))), Lottery.of(1)));
                last = before;
              }
              return last;
            },
            400,
            200);
    assertThat(rate > 0.5).isEqualTo(complies);
  }

  /// Kreps and Wilson (1982): how often a weak incumbent fights when `n` entrants are left, at a
  /// prior of .1. At precision 60 a mixture that keeps somebody indifferent is off by the order of
  /// 1 / 60 of a payoff difference of one, times the slope of the mixture; a grid of 40 intervals
  /// adds as much.
  @ParameterizedTest
  @CsvSource({
    ".5, 1, 0",
    ".5, 2, .11111",
    ".5, 3, .33333",
    ".5, 4, .77778",
    ".7, 1, 0",
    ".7, 2, .04762",
    ".7, 3, .11565",
    ".7, 4, .21283",
    ".7, 5, .35166",
  })
  void bluffingIncumbent(double b, int left, double expected) {
    var chain = new ChainStore(b, left, 60);
    assertThat(chain.fightOfTheWeak(0.1)).isCloseTo(expected, offset(0.004));
  }

  /// The entrant stays out while the belief is above `b^n`.
  @ParameterizedTest
  @CsvSource({".5, 1", ".5, 2", ".5, 3", ".7, 1", ".7, 3"})
  void entrantsStayOutAboveTheThresholdBelief(double b, int left) {
    var chain = new ChainStore(b, left, 60);
    double threshold = Math.pow(b, left);
    assertThat(chain.entry(threshold + 0.06)).isLessThan(0.1);
    assertThat(chain.entry(threshold - 0.06)).isGreaterThan(0.9);
  }

  /// Covert build-up: invest below the threshold detection.
  @ParameterizedTest
  @CsvSource({".9, .2, .3, .5, .65217"})
  void covertInvestment(double discount, double gain, double cost, double strike, double expected) {
    double crossing =
        SmallGames.crossing(0, 1, q -> 1 - investment(discount, gain, cost, strike, q));
    assertThat(crossing).isCloseTo(expected, offset(1e-3));
  }

  private static double investment(double d, double gain, double cost, double strike, double q) {
    double forever = d * gain / (1 - d);
    var game = SmallGames.uninformed(1, 1, 500);
    var quiet = SmallGames.end(game, 0);
    var exposed = SmallGames.end(game, -strike);
    int root =
        game.add(
            new Decision(
                0,
                List.of(quiet, exposed),
                List.of(
                    new Action(Lottery.of(1 - q, q), Payoffs.of(-cost + (1 - q) * forever)),
                    Action.sure(0, 2))));
    return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
  }

  /// Protection that fails: reacquire when the guarantee is believed less than the threshold.
  @ParameterizedTest
  @CsvSource({".1, 10, .95, 3, .3, 5, .66165"})
  void reacquisition(
      double hazard, double loss, double d, double cost, double q, double strike, double expected) {
    double crossing =
        SmallGames.crossing(
            0,
            1,
            trust -> {
              var game = SmallGames.uninformed(1, 1, 200);
              double danger = (1 - trust) * hazard * loss * d / (1 - d);
              var exposed = SmallGames.end(game, -cost - strike - danger);
              var armed = SmallGames.end(game, -cost);
              var bare = SmallGames.end(game, -danger);
              int root =
                  game.add(
                      new Decision(
                          0,
                          List.of(bare, armed, exposed),
                          List.of(Action.sure(0, 3), new Action(Lottery.of(0, 1 - q, q)))));
              return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
            });
    assertThat(crossing).isCloseTo(expected, offset(1e-3));
  }

  /// Extended deterrence: attack below the threshold belief in the guarantor; the guarantor is an
  /// informed player who honors or not.
  @ParameterizedTest
  @CsvSource({".8, .1, .3, .71429", ".7, .3, .5, .50000", ".6, .1, .5, .20000"})
  void extendedDeterrence(double alone, double joined, double statusQuo, double expected) {
    double crossing =
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
                          SmallGames.end(game, alone, 0, -1),
                          SmallGames.end(game, joined, -1, 0)));
              int root =
                  game.add(
                      SmallGames.choice(
                          0, SmallGames.end(game, statusQuo, 0, 0), Outcome.to(guarantor)));
              return SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()))[0];
            });
    assertThat(crossing).isCloseTo(expected, offset(1e-3));
  }

  /// Fearon (1997), hand-tying: a guarantor with private value uniform on [0, 1] honors with
  /// probability 1 - max(0, c - a).
  @ParameterizedTest
  @CsvSource({".6, .3, .7", ".6, 0, .4", ".6, .8, 1"})
  void handTying(double cost, double audience, double honored) {
    var game = SmallGames.uninformed(1, 1, 100_000);
    var root =
        SmallGames.uniform(
            game,
            0,
            1,
            200,
            v ->
                Outcome.to(
                    game.add(
                        SmallGames.choice(
                            0, SmallGames.end(game, v - cost), SmallGames.end(game, -audience)))));
    var equilibrium = SmallGames.solve(game.root(root.successor()).build());
    var chance = (Chance) equilibrium.game().position(root.successor());
    double rate = 0;
    for (var outcome : chance.outcomes()) {
      rate +=
          SmallGames.strategy(equilibrium, 0, outcome.successor(), equilibrium.priors())[0] / 200;
    }
    assertThat(rate).isCloseTo(honored, offset(1e-9));
  }
}
