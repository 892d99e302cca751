package org.servanda.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.model.Drafts;
import org.servanda.model.compile.Meaning.Happening;

/// The equations of `docs/model/model.md`, written out here by their numbers, against compiled
/// games.
class DocumentedEquationsTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private static final double HALF_A_YEAR = 0.5;

  private static final Scenario LIMITED =
      Drafts.read(
          """
          servanda: 1
          title: Limited
          time: {start: 2000-01-01, step: P6M, horizon: P10Y}
          parties:
            north:
              role: principal
              dispositions: {security-seeker: 0.5, expansionist: 0.5}
              leadership: anocracy
            south: {role: principal, nuclear: threshold}
          balance: {now: 2, drift: 0.03}
          issue: {share: {north: 0.4, south: 0.6}, steps: 2}
          agreement:
            - force-limit: {by: south}
            - disarmament: {by: south, of: nuclear}
            - verification: {of: force-limit, detection: 0.7, false-alarm: 0.03}
            - peacekeepers: {strength: 0.5}
            - implementation-commission: {}
          """);

  private static final Scenario GUARANTEED =
      Drafts.read(
          """
          servanda: 1
          title: Guaranteed
          time: {start: 2000-01-01, step: P6M, horizon: P10Y}
          parties:
            north:
              role: principal
              nuclear: armed
              dispositions: {security-seeker: 0.5, expansionist: 0.5}
            south: {role: principal}
            ally: {role: guarantor, of: south}
          balance: {now: 2}
          issue: {share: {north: 0.4, south: 0.6}, steps: 2}
          agreement:
            - security-guarantee: {by: ally, to: south, level: tripwire}
            - territorial-terms: {from: south, to: north, share: 0.1}
          """);

  private final CompiledGame limited = compile(LIMITED);
  private final CompiledGame guaranteed = compile(GUARANTEED);

  private static CompiledGame compile(Scenario scenario) {
    return ScenarioCompiler.of(scenario, scenario.agreement(), 2).compile(StateOfTheWorld.modes());
  }

  private static double number(Scenario scenario, String key) {
    return scenario.estimate(key).mode();
  }

  /// Equation (2).
  private static double perPeriod(double perYear) {
    return 1 - Math.pow(1 - perYear, HALF_A_YEAR);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static int place(CompiledGame compiled, Predicate<Spot> wanted) {
    var spots = compiled.codebook().spots();
    for (int x = 0; x < spots.size(); x++) {
      if (wanted.test(spots.get(x))) {
        return x;
      }
    }
    throw new AssertionError("no such position");
  }

  private static boolean atSignature(State state) {
    return state.balance() == 0 && state.share() == 0 && state.standing() == Standing.IN_FORCE;
  }

  private static int outcome(CompiledGame compiled, int x, Happening happening) {
    var meanings = compiled.codebook().meanings().get(x);
    for (int o = 0; o < meanings.size(); o++) {
      if (meanings.get(o).happening() == happening) {
        return o;
      }
    }
    throw new AssertionError(happening + " is not among " + meanings);
  }

  /// Probability of what is seen of a move of the second principal at the signature.
  private double seen(String move, Happening happening) {
    int x =
        place(
            limited,
            s ->
                s instanceof Spot.MoveOf(var state, int principal)
                    && principal == 1
                    && atSignature(state));
    var decision = (Decision) limited.game().position(x);
    int action = limited.codebook().actions().get(x).indexOf(move);
    return decision.actions().get(action).lottery().at(outcome(limited, x, happening));
  }

  @Test
  void monitoringFollowsEquationsFourToSeven() {
    double observed = number(LIMITED, "detection.peacekeepers") * 0.5;
    double alarmsLeft = number(LIMITED, "commission.false-alarm");
    double alpha =
        Math.min(1, number(LIMITED, "attribution") + number(LIMITED, "commission.attribution"));
    double foundBuilding = alpha * perPeriod(1 - (1 - 0.7) * (1 - observed));
    double foundNuclear =
        alpha * perPeriod(1 - (1 - number(LIMITED, "detection")) * (1 - observed));
    double mistakenBuilding = alpha * perPeriod(0.03 * alarmsLeft);
    double mistakenNuclear = alpha * perPeriod(number(LIMITED, "false-alarm") * alarmsLeft);
    double completes = 1 - Math.exp(-HALF_A_YEAR / number(LIMITED, "nuclear.time"));
    double grows = perPeriod(number(LIMITED, "build.success"));
    double growsAnyway = perPeriod(number(LIMITED, "build.unexplained"));

    double quiet = (1 - mistakenBuilding) * (1 - mistakenNuclear);
    assertThat(seen("comply", Happening.BUILD_EXPOSED)).isCloseTo(mistakenBuilding, EXACTLY);
    assertThat(seen("comply", Happening.NUCLEAR_EXPOSED))
        .isCloseTo((1 - mistakenBuilding) * mistakenNuclear, EXACTLY);
    assertThat(seen("comply", Happening.GREW)).isCloseTo(quiet * growsAnyway, EXACTLY);
    assertThat(seen("comply", Happening.COMPLIED)).isCloseTo(quiet * (1 - growsAnyway), EXACTLY);

    assertThat(seen("build up", Happening.BUILD_EXPOSED)).isCloseTo(foundBuilding, EXACTLY);
    assertThat(seen("build up", Happening.GREW))
        .isCloseTo((1 - foundBuilding) * (1 - mistakenNuclear) * grows, EXACTLY);

    double unfound = (1 - mistakenBuilding) * (1 - foundNuclear);
    assertThat(seen("nuclear step", Happening.NUCLEAR_BREAKOUT))
        .isCloseTo(unfound * completes, EXACTLY);
    assertThat(seen("nuclear step", Happening.GREW))
        .isCloseTo(unfound * (1 - completes) * growsAnyway, EXACTLY);
  }

  @Test
  void leadersFollowEquationSixteen() {
    int x = place(limited, s -> s instanceof Spot.Turnover);
    var chance = (Chance) limited.game().position(x);
    double expected =
        number(LIMITED, "leader.change") * perPeriod(number(LIMITED, "leader.exit.anocracy"));
    assertThat(chance.byPeriod().getFirst().at(outcome(limited, x, Happening.LEADER_CHANGED)))
        .isCloseTo(expected, EXACTLY);
  }

  @Test
  void strengthFollowsEquationSeventeen() {
    double step = number(LIMITED, "balance.step");
    double volatility = number(LIMITED, "balance.volatility");
    double mean = 0.03 * HALF_A_YEAR / step;
    double square = volatility * volatility * HALF_A_YEAR / (step * step) + mean * mean;
    double moves = Math.min(1, Math.max(square, Math.abs(mean)));
    assertThat(shift(1)).isCloseTo((moves + mean) / 2, EXACTLY);
    assertThat(shift(-1)).isCloseTo((moves - mean) / 2, EXACTLY);
  }

  private double shift(int steps) {
    int x = place(limited, s -> s instanceof Spot.Events(var state) && atSignature(state));
    var chance = (Chance) limited.game().position(x);
    double sum = 0;
    for (int o = 0; o < chance.outcomes().size(); o++) {
      int next = chance.outcomes().get(o).successor();
      var move = (Spot.MoveOf) limited.codebook().spots().get(next);
      sum += move.state().balance() == steps ? chance.byPeriod().getFirst().at(o) : 0;
    }
    return sum;
  }

  private double paid(Outcome outcome, int player, int type) {
    int v = guaranteed.game().types().valueFunction(player, type);
    return outcome.payoffs().at(v);
  }

  /// Equation (11).
  private static double worth(double share, double before, double greed) {
    return Math.min(share, before) + greed * Math.max(0, share - before);
  }

  @Test
  void warFollowsEquationsNineToEleven() {
    // The south attacks after the north has conceded a step: shares .25 and .75, before .5 and .5.
    int x =
        place(
            guaranteed,
            s ->
                s instanceof Spot.Fighting(var war, var support)
                    && war.attacker() == 1
                    && war.balance() == 0
                    && war.share() == -1
                    && support.fighting() + support.supplying() == 0);
    var chance = (Chance) guaranteed.game().position(x);
    var odds = chance.byPeriod().getFirst();
    double strength =
        -Math.log(2) - number(GUARANTEED, "nuclear.deterrence") + number(GUARANTEED, "war.offense");
    double steepness = number(GUARANTEED, "war.steepness");
    double stalemate = number(GUARANTEED, "war.stalemate");
    int won = outcome(guaranteed, x, Happening.PREVAILED);
    int lost = outcome(guaranteed, x, Happening.REPELLED);
    assertThat(odds.at(won)).isCloseTo(logistic(steepness * (strength - stalemate)), EXACTLY);
    assertThat(odds.at(lost)).isCloseTo(logistic(-steepness * (strength + stalemate)), EXACTLY);

    double cost = number(GUARANTEED, "war.cost");
    double attacking = cost + number(GUARANTEED, "nuclear.retaliation");
    double kept = 1 - number(GUARANTEED, "war.spoils");
    double seeker = number(GUARANTEED, "greed.security-seeker");
    double expansionist = number(GUARANTEED, "greed.expansionist");
    var victory = chance.outcomes().get(won);
    assertThat(paid(victory, 1, 0))
        .isCloseTo(worth(1 - kept * 0.25, 0.5, seeker) - attacking, EXACTLY);
    assertThat(paid(victory, 0, 1))
        .isCloseTo(
            worth(kept * 0.25, 0.5, expansionist) - cost - number(GUARANTEED, "war.conquest-loss"),
            EXACTLY);
    var defeat = chance.outcomes().get(lost);
    assertThat(paid(defeat, 1, 0))
        .isCloseTo(
            worth(kept * 0.75, 0.5, seeker) - attacking - number(GUARANTEED, "war.defeat-loss"),
            EXACTLY);
    assertThat(paid(defeat, 0, 1))
        .isCloseTo(worth(1 - kept * 0.75, 0.5, expansionist) - cost, EXACTLY);
    assertThat(paid(defeat, 2, 0))
        .isCloseTo(number(GUARANTEED, "guarantor.stake") * kept * 0.75 / 2, EXACTLY);
  }

  @Test
  void flowsFollowEquationsTwelveToFourteen() {
    int x =
        place(
            guaranteed,
            s ->
                s instanceof Spot.MoveOf(var state, int principal)
                    && principal == 0
                    && atSignature(state));
    var decision = (Decision) guaranteed.game().position(x);
    var peace = decision.outcomes().get(outcome(guaranteed, x, Happening.COMPLIED));
    double flow = 1 - Math.pow(number(GUARANTEED, "discount"), HALF_A_YEAR);
    double steepness = number(GUARANTEED, "war.steepness");
    double offense = number(GUARANTEED, "war.offense") - number(GUARANTEED, "war.stalemate");
    double shield =
        number(GUARANTEED, "guarantor.reliability")
            * number(GUARANTEED, "guarantor.fight-strength");
    double north =
        logistic(steepness * (-Math.log(2) - number(GUARANTEED, "nuclear.deterrence") + offense));
    double south = logistic(steepness * (Math.log(2) - shield + offense));
    double fear = number(GUARANTEED, "fear.security-seeker");
    assertThat(paid(peace, 0, 0)).isCloseTo(flow * (0.5 - fear * north), EXACTLY);
    assertThat(paid(peace, 1, 0)).isCloseTo(flow * (0.5 - fear * south), EXACTLY);
    assertThat(paid(peace, 2, 0))
        .isCloseTo(flow * number(GUARANTEED, "guarantor.stake") * 0.75, EXACTLY);
  }
}
