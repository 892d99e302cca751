package org.servanda.model.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;

/// What each clause does: the scientific claim, one small method per clause.
public final class ClauseEffects {
  private final Scenario scenario;

  private ClauseEffects(Scenario scenario) {
    this.scenario = scenario;
  }

  /// {@return the effects of every clause, in the order of the agreement}
  ///
  /// @param scenario parties, dates and defaults
  /// @param agreement the clauses
  public static List<Effect> of(Scenario scenario, Agreement agreement) {
    var reader = new ClauseEffects(scenario);
    var effects = new ArrayList<Effect>();
    for (Clause clause : agreement.clauses()) {
      effects.addAll(reader.effects(clause));
    }
    return List.copyOf(effects);
  }

  private List<Effect> effects(Clause clause) {
    return switch (clause) {
      case Clause.NeutralityPledge(var by, var until) ->
          List.of(new Effect.MakeBreach(by, Move.APPLY, until));
      case Clause.NonAggressionPledge(var by) -> nonAggression(by);
      case Clause.ForceLimit(var by, var cap) -> limit(by, Move.BUILD, cap);
      case Clause.Disarmament disarmament -> disarmament(disarmament);
      case Clause.TerritorialTerms(var from, var to, var share, var when) ->
          List.of(new Effect.Transfer(from, to, share, when == null ? null : day(when)));
      case Clause.DemilitarizedZone(_, var strength) -> zone(strength);
      case Clause.Peacekeepers(_, var strength) -> peacekeepers(strength);
      case Clause.SecurityGuarantee(var by, var to, var level) ->
          List.of(new Effect.Oblige(by, to, level));
      case Clause.Verification(var of, var detection, var falseAlarm, var attribution) ->
          List.of(new Effect.Monitor(of, detection, falseAlarm, attribution));
      case Clause.Snapback(var of, var automatic, var sanctions) ->
          List.of(new Effect.Automatic(of, automatic, sanctions));
      case Clause.SanctionsRelief(_, var to, var size, var years) ->
          List.of(new Effect.Flow(to, size, null, years));
      case Clause.Aid aid -> aid(aid);
      case Clause.Sunset(var when) -> List.of(new Effect.Lapse(day(when)));
      case Clause.ExitClause(var notice) -> List.of(new Effect.LawfulExit(notice));
      case Clause.Review(var when) -> List.of(new Effect.Review(day(when)));
      case Clause.ImplementationCommission() ->
          List.of(
              new Effect.SortOut(
                  scenario.estimate("commission.false-alarm"),
                  scenario.estimate("commission.attribution")));
    };
  }

  /// Attack ends any agreement in force; the pledge adds the reputation of a broken word.
  private static List<Effect> nonAggression(List<String> by) {
    var effects = new ArrayList<Effect>();
    for (String party : by) {
      effects.add(new Effect.MakeBreach(party, Move.ATTACK, null));
    }
    return effects;
  }

  private static List<Effect> limit(String by, Move move, int openSteps) {
    return List.of(new Effect.MakeBreach(by, move, null), new Effect.Hide(by, move, openSteps));
  }

  private List<Effect> disarmament(Clause.Disarmament disarmament) {
    var effects = new ArrayList<Effect>();
    String by = disarmament.by();
    if (disarmament.of() == Arms.NUCLEAR) {
      effects.add(new Effect.StartArms(by, afterDisarmament(scenario.party(by))));
      effects.addAll(limit(by, Move.NUCLEAR_STEP, 0));
    } else {
      @Nullable Estimate size = disarmament.size();
      if (size != null) {
        effects.add(new Effect.StartWeaker(by, size));
      }
      effects.addAll(limit(by, Move.BUILD, 0));
    }
    return effects;
  }

  /// Knowledge stays: whoever was on the way can start again.
  private static NuclearStatus afterDisarmament(Party party) {
    return party.nuclear() == NuclearStatus.NONE ? NuclearStatus.NONE : NuclearStatus.LATENT;
  }

  private List<Effect> zone(Estimate strength) {
    return List.of(
        new Effect.SlowAttack(scenario.estimate("zone.surprise"), strength),
        new Effect.Observe(scenario.estimate("detection.peacekeepers"), strength));
  }

  private List<Effect> peacekeepers(Estimate strength) {
    var effects = new ArrayList<Effect>();
    for (Party principal : scenario.principals()) {
      effects.add(
          new Effect.Charge(
              principal.key(),
              Move.ATTACK,
              scenario.estimate("peacekeepers.attack-cost"),
              strength));
    }
    effects.add(new Effect.Observe(scenario.estimate("detection.peacekeepers"), strength));
    return effects;
  }

  private static List<Effect> aid(Clause.Aid aid) {
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Flow(aid.to(), aid.size(), aid.by(), aid.years()));
    @Nullable Estimate balance = aid.balance();
    if (balance != null) {
      effects.add(new Effect.Strengthen(aid.to(), balance, aid.years()));
    }
    return effects;
  }

  private LocalDate day(When when) {
    return when.date(scenario.time().start());
  }
}
