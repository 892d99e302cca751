package org.servanda.model.compile;

import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.State.Cohesion;
import org.servanda.model.effect.Move;

/// Demands, attacks, calls for help and sanctions.
record CrisisSpots(GameWriter writer) {

  Draft response(Spot.Response spot) {
    int i = spot.demander();
    int j = 1 - i;
    var state = spot.state();
    var conceded = state.withShare(state.share() + (i == 0 ? 1 : -1));
    return new Draft()
        .action("concede", Payoffs.none())
        .with(1, writer.end(conceded), Meaning.of(Happening.CONCEDED, j))
        .action("refuse", Payoffs.none())
        .with(1, writer.to(new Spot.Resolve(state, i)), Meaning.of(Happening.REFUSED, j));
  }

  Draft resolve(Spot.Resolve spot) {
    int i = spot.demander();
    var principal = writer.terms().principals().get(i);
    var loss = writer.tally().add(Component.AUDIENCE, i, -principal.audience());
    var draft =
        new Draft()
            .action("back down", Payoffs.none())
            .with(1, writer.end(spot.state(), loss), Meaning.of(Happening.BACKED_DOWN, i))
            .action(Move.ATTACK, friction(i, Move.ATTACK));
    attack(draft, spot.state(), i, Happening.ATTACKED_AFTER_REFUSAL);
    return draft;
  }

  private Payoffs friction(int i, Move move) {
    double cost = writer.terms().principals().get(i).friction().getOrDefault(move, 0.0);
    return writer.tally().add(Component.FRICTION, i, -cost).payoffs();
  }

  /// Adds the outcome of an attack by `i` to the current action.
  void attack(Draft draft, State state, int i, Happening happening) {
    var principal = writer.terms().principals().get(i);
    var cost = writer.tally();
    var meaning = Meaning.of(happening, i, Clock.CLASH);
    if (state.standing().binds()) {
      meaning = Meaning.of(happening, i, Clock.CLASH, Clock.BREACH, Clock.EXIT);
      cost.add(Component.WAR, i, -principal.charges().getOrDefault(Move.ATTACK, 0.0));
      if (principal.breaches().contains(Move.ATTACK)) {
        cost.add(Component.REPUTATION, i, -principal.breachCost());
      }
    }
    int defender = 1 - i;
    boolean obliged = writer.worth().obliged(defender, state.accession(defender));
    var war = Spot.War.of(state, i, obliged);
    draft.with(1, call(war, 0, Spot.Support.NONE, cost), meaning);
  }

  /// {@return the way to the next guarantor of the attacked side, or to the fighting}
  private Outcome call(Spot.War war, int from, Spot.Support support, Tally payoffs) {
    int defender = 1 - war.attacker();
    for (int g = from; g < writer.terms().guarantors().size(); g++) {
      if (writer.terms().guarantors().get(g).protects().contains(defender)) {
        return writer.to(new Spot.Called(war, g, support), payoffs);
      }
    }
    return writer.to(new Spot.Fighting(war.joined(), support), payoffs);
  }

  Draft called(Spot.Called spot) {
    int g = spot.guarantor();
    int player = 2 + g;
    var guarantor = writer.terms().guarantors().get(g);
    int defender = 1 - spot.war().attacker();
    var level = level(guarantor, spot.war(), defender);
    double drawnIn = level == null ? 0 : guarantor.automatic().getOrDefault(level, 0.0);
    var fought = call(spot.war(), g + 1, spot.support().fought(g), fightCost(spot.war(), g));
    var supplied =
        call(
            spot.war(),
            g + 1,
            spot.support().supplied(g),
            writer
                .tally()
                .add(Component.WAR, player, -guarantor.supplyCost())
                .add(Component.RENEGING, player, -shortfall(guarantor, level)));
    var stayedOut =
        call(
            spot.war(),
            g + 1,
            spot.support(),
            writer.tally().add(Component.RENEGING, player, -reneging(guarantor, level)));
    return new Draft()
        .action("fight", Payoffs.none())
        .with(1, fought, Meaning.of(Happening.FOUGHT, player))
        .action("supply", Payoffs.none())
        .with(drawnIn, fought, Meaning.of(Happening.FOUGHT, player))
        .with(1 - drawnIn, supplied, Meaning.of(Happening.SUPPLIED, player))
        .action("stay out", Payoffs.none())
        .with(drawnIn, fought, Meaning.of(Happening.FOUGHT, player))
        .with(1 - drawnIn, stayedOut, Meaning.of(Happening.ABSTAINED, player));
  }

  private static @Nullable GuaranteeLevel level(
      Terms.Guarantor guarantor, Spot.War war, int defender) {
    return Worth.level(
        guarantor,
        defender,
        war.obligations() == Spot.Obligations.HOLD,
        war.state().accession(defender));
  }

  private Tally fightCost(Spot.War war, int g) {
    var guarantor = writer.terms().guarantors().get(g);
    double divided =
        war.cohesion() == Cohesion.DIVIDED ? writer.terms().alliance().dividedCost() : 0;
    var tally = writer.tally();
    for (int k = 0; k < guarantor.fightCost().size(); k++) {
      tally.add(Component.WAR, 2 + g, k, -guarantor.fightCost().get(k) - divided);
    }
    return tally;
  }

  private static double reneging(Terms.Guarantor guarantor, @Nullable GuaranteeLevel level) {
    if (level == null) {
      return 0;
    }
    double lost = level == GuaranteeLevel.TRIPWIRE ? guarantor.tripwireLoss() : 0;
    return promised(guarantor, level) + lost;
  }

  private static double promised(Terms.Guarantor guarantor, @Nullable GuaranteeLevel level) {
    return level == null ? 0 : guarantor.reneging().getOrDefault(level, 0.0);
  }

  /// Arms instead of soldiers keep a promise to confer or support, and half of one to defend.
  private static double shortfall(Terms.Guarantor guarantor, @Nullable GuaranteeLevel level) {
    if (level == null || level.compareTo(GuaranteeLevel.DEFENSE_COMMITMENT) < 0) {
      return 0;
    }
    return reneging(guarantor, level) / 2;
  }

  /// {@return what follows a breach: the mechanism, the guarantors, or the end of the period}
  Outcome afterBreach(State state, int breacher, Tally payoffs) {
    if (writer.terms().principals().get(breacher).automatic() > 0) {
      return writer.to(new Spot.Mechanism(state, breacher), payoffs);
    }
    return enforcementFrom(state, breacher, 0, payoffs);
  }

  /// {@return the way to the next guarantor that may impose sanctions, or the end of the period}
  Outcome enforcementFrom(State state, int breacher, int from, Tally payoffs) {
    int victim = 1 - breacher;
    for (int g = from; g < writer.terms().guarantors().size(); g++) {
      if (writer.terms().guarantors().get(g).protects().contains(victim)) {
        return writer.to(new Spot.Enforcement(state, breacher, g), payoffs);
      }
    }
    return writer.end(state, payoffs);
  }

  Draft enforcement(Spot.Enforcement spot) {
    int g = spot.guarantor();
    int player = 2 + g;
    var guarantor = writer.terms().guarantors().get(g);
    int breacher = spot.breacher();
    var level = writer.worth().level(guarantor, spot.state(), 1 - breacher);
    var sanctioned = spot.state().withStanding(Standing.sanctioned(breacher));
    var waived =
        writer
            .tally()
            .add(Component.RENEGING, player, -guarantor.waiveShare() * promised(guarantor, level));
    var enforced = writer.tally().add(Component.FRICTION, player, -guarantor.enforceCost());
    return new Draft()
        .action("impose sanctions", Payoffs.none())
        .with(1, writer.end(sanctioned, enforced), Meaning.of(Happening.SANCTIONED, player))
        .action("let it pass", Payoffs.none())
        .with(
            1,
            enforcementFrom(spot.state(), breacher, g + 1, waived),
            Meaning.of(Happening.WAIVED, player));
  }
}
