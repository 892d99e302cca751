package org.servanda.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;
import tools.jackson.databind.JsonNode;

/// Models with a known solution, written as games. Where the solution is a best response, precision
/// is large and the tolerance is what grids of offers and logit smoothing explain.
class ClosedFormOracleTest {
  private static Stream<JsonNode> cases(String id) {
    return StreamSupport.stream(OracleFile.read(id).get("expected").spliterator(), false);
  }

  private static double parameter(JsonNode entry, String name) {
    return entry.get("parameters").get(name).asDouble();
  }

  static Stream<JsonNode> fearon() {
    return cases("ana-01-fearon-risk-return");
  }

  /// The cost is drawn after the demand, which is the same to a proposer who does not see it: 200
  /// costs, and demands that fall between them, so that the war probability of each demand is
  /// exact. Demands are a hundredth of the costs' range apart; at precision 50,000 choices spread
  /// over less than .003 around the best, where the payoff is flat.
  @ParameterizedTest
  @MethodSource("fearon")
  void riskReturnTradeoff(JsonNode entry) {
    double p = parameter(entry, "p");
    double cost = parameter(entry, "c_A");
    double low = parameter(entry, "c_low");
    double high = parameter(entry, "c_high");
    var game = SmallGames.uninformed(2, 1, 50_000);
    var offers = new ArrayList<Outcome>();
    var demands = new ArrayList<Double>();
    for (int j = -20; j <= 100; j++) {
      double demand = p + low + j * (high - low) / 100;
      if (demand > 1) {
        break;
      }
      demands.add(demand);
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
                              SmallGames.end(game, demand, 1 - demand),
                              SmallGames.end(game, p - cost, 1 - p - c))))));
    }
    var equilibrium = SmallGames.solve(game.root(game.add(SmallGames.choice(0, offers))).build());
    double[] sigma = SmallGames.strategyAtRoot(equilibrium);
    double mean = 0;
    double war = 0;
    for (int a = 0; a < demands.size(); a++) {
      mean += sigma[a] * demands.get(a);
      double d = demands.get(a) - p;
      war += sigma[a] * Math.clamp((d - low) / (high - low), 0, 1);
    }
    assertThat(mean).isCloseTo(entry.get("optimal_demand").asDouble(), offset(0.004));
    assertThat(war)
        .isCloseTo(entry.get("probability_of_war").asDouble(), offset(0.005 / (high - low)));
    assertThat(equilibrium.value(0, 0))
        .isCloseTo(entry.get("proposer_payoff").asDouble(), offset(0.001));
  }

  static Stream<JsonNode> screening() {
    return cases("ana-02-two-type-screening");
  }

  /// B's cost is its type; demands are 2e-4 short of the costs, so that B is not indifferent. The
  /// proposer's payoff has a kink in the belief, so it is taken at the belief itself and not from
  /// the grid.
  @ParameterizedTest
  @MethodSource("screening")
  void riskIsTakenAboveTheThresholdBelief(JsonNode entry) {
    double p = parameter(entry, "p");
    double cost = parameter(entry, "c_A");
    double low = parameter(entry, "c_low");
    double high = parameter(entry, "c_high");
    double q = parameter(entry, "prob_high");
    var game =
        StochasticGame.builder(TypeSpace.of(1, 2), 1)
            .precision(0, 100_000)
            .precision(1, 100_000)
            .prior(1, Belief.of(1 - q, q));
    var offers = new ArrayList<Outcome>();
    var demands = new ArrayList<Double>();
    for (double x = p; x <= p + high + 0.05; x += 0.05) {
      double demand = x - 2e-4;
      demands.add(demand);
      offers.add(
          Outcome.to(
              game.add(
                  SmallGames.choice(
                      1,
                      SmallGames.end(game, demand, 1 - demand, 1 - demand),
                      SmallGames.end(game, p - cost, 1 - p - low, 1 - p - high)))));
    }
    var equilibrium = SmallGames.solve(game.root(game.add(SmallGames.choice(0, offers))).build());
    double[] sigma = SmallGames.strategyAtRoot(equilibrium);
    double mean = 0;
    for (int a = 0; a < demands.size(); a++) {
      mean += sigma[a] * demands.get(a);
    }
    var visit = new Visit(equilibrium.game().types());
    equilibrium.period(0).visit(equilibrium.game().root(), equilibrium.priors(), visit);
    double payoff = 0;
    for (int a = 0; a < demands.size(); a++) {
      payoff += visit.choice(a) * visit.actionValue(a);
    }
    assertThat(mean).isCloseTo(entry.get("demand").asDouble(), offset(3e-4));
    assertThat(payoff).isCloseTo(entry.get("proposer_payoff").asDouble(), offset(3e-4));
  }

  static Stream<JsonNode> powell() {
    return cases("ana-03-powell-commitment");
  }

  /// Sixty periods, salvage at the stationary values; a share for A in steps of .05 and the shares
  /// that hold either side to its war value, a hair on the accepted side.
  @ParameterizedTest
  @MethodSource("powell")
  void preventiveWarWhenTheShiftExceedsTheSurplus(JsonNode entry) {
    var powell =
        new PowerShift(
            parameter(entry, "delta"),
            parameter(entry, "p0"),
            parameter(entry, "p1"),
            parameter(entry, "C_A"),
            parameter(entry, "C_B"),
            entry.get("parameters").get("proposer_from_date_1").asString().equals("A"));
    double war = powell.warAtDateZero();
    if (entry.get("war_at_date_0").asBoolean()) {
      assertThat(war).isGreaterThan(0.99);
    } else {
      assertThat(war).isLessThan(0.01);
    }
  }

  static Stream<JsonNode> rubinstein() {
    return cases("ana-04-rubinstein");
  }

  /// Shares in steps of .001, less 2e-4: what a proposer leaves on the table by rounding adds up
  /// over the rounds to at most .0012 / (1 - delta_1 delta_2); logit smoothing adds less than .001.
  @ParameterizedTest
  @MethodSource("rubinstein")
  void alternatingOffers(JsonNode entry) {
    JsonNode parameters = entry.get("parameters");
    double d1 = parameters.path("delta_1").asDouble();
    double d2 = parameters.path("delta_2").asDouble();
    boolean finite = parameters.path("horizon").isNumber();
    double outside = parameters.path("outside_option_of_2_when_responding").asDouble(-1);
    int horizon = finite ? parameters.get("horizon").asInt() : 150;
    var equilibrium = alternating(d1, d2, horizon, outside);
    double expected =
        entry.has("share_of_proposer_1")
            ? entry.get("share_of_proposer_1").asDouble()
            : entry.get("share_1").asDouble();
    assertThat(equilibrium.value(0, 0)).isCloseTo(expected, offset(0.0012 / (1 - d1 * d2) + 1e-3));
  }

  private static QuantalResponseEquilibrium alternating(
      double d1, double d2, int horizon, double outside) {
    var game = SmallGames.uninformed(2, horizon, 20_000).discount(0, d1).discount(1, d2);
    int[] opens = {game.reserve(), game.reserve()};
    for (int i = 0; i < 2; i++) {
      game.salvage(opens[i], Payoffs.none());
      var offers = new ArrayList<Outcome>();
      for (int n = 0; n <= 1000; n++) {
        // The proposer's share; 2e-4 are left on the table so that indifference means acceptance.
        double share = Math.max(0, n / 1000.0 - 2e-4);
        var answers = new ArrayList<Outcome>();
        answers.add(
            i == 0
                ? SmallGames.end(game, share, 1 - share)
                : SmallGames.end(game, 1 - share, share));
        answers.add(Outcome.next(opens[1 - i], Payoffs.none()));
        if (i == 0 && outside >= 0) {
          answers.add(SmallGames.end(game, 0, outside));
        }
        offers.add(Outcome.to(game.add(SmallGames.choice(1 - i, answers))));
      }
      game.define(opens[i], SmallGames.choice(i, offers));
    }
    return SmallGames.solve(game.root(opens[0]).build());
  }

  static Stream<JsonNode> kydd() {
    return cases("ana-05-kydd-threshold");
  }

  @ParameterizedTest
  @MethodSource("kydd")
  void trustThresholdAndReassurance(JsonNode entry) {
    if (entry.has("minimum_trust_threshold")) {
      double expected = entry.get("minimum_trust_threshold").asDouble();
      double crossing = SmallGames.crossing(0, 1, trust -> cooperation(entry, trust));
      assertThat(crossing).isCloseTo(expected, offset(1e-3));
      return;
    }
    double low = entry.get("alpha_low").asDouble();
    double high = entry.get("alpha_high").asDouble();
    for (double alpha = 0.05; alpha < 1; alpha += 0.05) {
      boolean inside = alpha > low + 0.02 && alpha < high - 0.02;
      boolean outside = alpha < low - 0.02 || alpha > high + 0.02 || low > high;
      double separation = separation(entry, alpha, 60);
      if (inside) {
        assertThat(separation).as("alpha %s", alpha).isGreaterThan(0.9);
      } else if (outside) {
        assertThat(separation).as("alpha %s", alpha).isLessThan(0.9);
      }
    }
  }

  private static double cooperation(JsonNode entry, double trust) {
    return Trust.cooperation(
        parameter(entry, "R"),
        parameter(entry, "T"),
        parameter(entry, "P"),
        parameter(entry, "S"),
        trust);
  }

  static Stream<JsonNode> signorino() {
    return cases("ana-06-signorino-deterrence");
  }

  @ParameterizedTest
  @MethodSource("signorino")
  void logitDeterrenceIsExact(JsonNode entry) {
    var game = SmallGames.uninformed(2, 1, parameter(entry, "lambda"));
    int answer =
        game.add(SmallGames.choice(1, end(game, entry, "capitulation"), end(game, entry, "war")));
    int root = game.add(SmallGames.choice(0, end(game, entry, "status_quo"), Outcome.to(answer)));
    var equilibrium = SmallGames.solve(game.root(root).build());
    assertThat(SmallGames.strategyAtRoot(equilibrium)[1])
        .isCloseTo(entry.get("p_attack").asDouble(), offset(1e-12));
    assertThat(SmallGames.strategy(equilibrium, 0, answer, equilibrium.priors())[1])
        .isCloseTo(entry.get("p_fight").asDouble(), offset(1e-12));
    assertThat(equilibrium.value(0, 0)).isCloseTo(entry.get("value_1").asDouble(), offset(1e-12));
    assertThat(equilibrium.value(1, 0)).isCloseTo(entry.get("value_2").asDouble(), offset(1e-12));
  }

  private static Outcome end(StochasticGame.Builder game, JsonNode entry, String name) {
    JsonNode pair = entry.get("parameters").get(name);
    return SmallGames.end(game, pair.get(0).asDouble(), pair.get(1).asDouble());
  }

  static Stream<JsonNode> pennies() {
    return cases("ana-07-asymmetric-matching-pennies")
        .filter(entry -> entry.get("parameters").get("lambda").isNumber());
  }

  @ParameterizedTest
  @MethodSource("pennies")
  void asymmetricMatchingPenniesAreExact(JsonNode entry) {
    double x = parameter(entry, "x");
    var game = SmallGames.uninformed(2, 1, parameter(entry, "lambda"));
    var outcomes =
        List.of(
            SmallGames.end(game, x, 0),
            SmallGames.end(game, 0, 1),
            SmallGames.end(game, 0, 1),
            SmallGames.end(game, 1, 0));
    var joint = new ArrayList<Lottery>();
    for (int j = 0; j < 4; j++) {
      joint.add(Lottery.sure(j, 4));
    }
    int root = game.add(new Simultaneous(List.of(Mover.of(0, 2), Mover.of(1, 2)), outcomes, joint));
    double[] sigma = SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build()));
    assertThat(sigma[0]).isCloseTo(entry.get("p_up").asDouble(), offset(1e-10));
    assertThat(sigma[2]).isCloseTo(entry.get("q_left").asDouble(), offset(1e-10));
  }

  static Stream<JsonNode> grim() {
    return cases("ana-08-grim-trigger");
  }

  @ParameterizedTest
  @MethodSource("grim")
  void cooperationHoldsFromTheThresholdDiscountOn(JsonNode entry) {
    double reward = parameter(entry, "R");
    double temptation = parameter(entry, "T");
    double punishment = parameter(entry, "P");
    double detection = parameter(entry, "m");
    double threshold =
        SmallGames.crossing(
            0.1,
            0.95,
            discount ->
                Enforcement.complianceRate(
                    discount,
                    reward,
                    temptation,
                    detection,
                    Enforcement.punish(punishment, 0),
                    800,
                    5000));
    assertThat(threshold).isCloseTo(entry.get("delta_star").asDouble(), offset(1e-3));
  }

  @org.junit.jupiter.api.Test
  void everyClosedFormCaseIsUsed() {
    assertThat(OracleFile.list("ana-"))
        .containsExactly(
            "ana-01-fearon-risk-return",
            "ana-02-two-type-screening",
            "ana-03-powell-commitment",
            "ana-04-rubinstein",
            "ana-05-kydd-threshold",
            "ana-06-signorino-deterrence",
            "ana-07-asymmetric-matching-pennies",
            "ana-08-grim-trigger");
  }

  /// How far the signal separates: the probability that the trustworthy send less that the others
  /// do. The receiver trusts when it believes the sender to be trustworthy with more than one half;
  /// the prior is .4.
  static double separation(JsonNode entry, double alpha, double lambda) {
    JsonNode p = entry.get("parameters");
    double punishment = p.get("P").asDouble();
    double trusted = (1 - alpha) * (p.get("R").asDouble() - punishment);
    double exploit = (1 - alpha) * (p.get("T_u").asDouble() - punishment);
    double costTrustworthy = alpha * p.get("a_t").asDouble();
    double costOther = alpha * p.get("a_u").asDouble();
    // Sender: type 0 trustworthy, type 1 not; receiver without a secret.
    var game =
        StochasticGame.builder(TypeSpace.of(2, 1), 1)
            .precision(0, lambda)
            .precision(1, lambda)
            .prior(0, Belief.of(0.4, 0.6));
    var after = new Outcome[2];
    for (int sent = 0; sent < 2; sent++) {
      double zero = -sent * costTrustworthy;
      double one = -sent * costOther;
      int trust =
          game.add(
              Terminal.byProfile(
                  List.of(new double[] {zero + trusted, one + exploit}, new double[] {1, -1})));
      int distrust =
          game.add(Terminal.byProfile(List.of(new double[] {zero, one}, new double[] {0, 0})));
      after[sent] =
          Outcome.to(game.add(SmallGames.choice(1, Outcome.to(trust), Outcome.to(distrust))));
    }
    int root = game.add(SmallGames.choice(0, after[0], after[1]));
    double[] sigma = SmallGames.strategyAtRoot(SmallGames.solve(game.root(root).build(), 60));
    return sigma[1] - sigma[3];
  }
}
