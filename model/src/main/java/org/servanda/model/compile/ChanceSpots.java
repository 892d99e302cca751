package org.servanda.model.compile;

import java.util.List;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Timing;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Cohesion;

/// Positions at which nobody decides.
record ChanceSpots(GameWriter writer) {

  Draft turnover(Spot.Turnover spot) {
    var person = writer.worth().person(spot.player());
    int next = writer.at(writer.afterTurnover(spot.state(), spot.player()));
    var redraw = new Redraw(spot.player(), GameWriter.belief(person.successor()), person.regard());
    var change = new Outcome(next, Timing.WITHIN_PERIOD, Payoffs.none(), List.of(redraw));
    var draft = new Draft();
    for (double p : person.turnover()) {
      draft
          .action("", Payoffs.none())
          .with(p, change, Meaning.of(Happening.LEADER_CHANGED, spot.player()))
          .with(1 - p, Outcome.to(next), nothing());
    }
    return draft;
  }

  private static Meaning nothing() {
    return Meaning.of(Happening.NOTHING, Meaning.CHANCE);
  }

  Draft mechanism(Spot.Mechanism spot) {
    var terms = writer.terms();
    double automatic = terms.principals().get(spot.breacher()).automatic();
    var sanctioned = spot.state().withStanding(Standing.sanctioned(spot.breacher()));
    return new Draft()
        .action("", Payoffs.none())
        .with(automatic, writer.end(sanctioned), Meaning.of(Happening.SANCTIONED, Meaning.CHANCE))
        .with(
            1 - automatic,
            new CrisisSpots(writer)
                .enforcementFrom(spot.state(), spot.breacher(), 0, writer.tally()),
            nothing());
  }

  Draft fighting(Spot.Fighting spot) {
    var war = spot.war();
    var state = war.state();
    int attacker = war.attacker();
    int defender = 1 - attacker;
    var worth = writer.worth();
    double strength =
        worth.strength(war.balance(), attacker)
            - support(spot.support())
            - worth.deterrence(state.arms(defender), defender);
    var contest = Contest.of(writer.terms().war(), strength);
    int end = writer.at(new Spot.End());
    var draft = new Draft().action("", Payoffs.none());
    var principals = writer.terms().principals();
    draft.with(
        contest.prevails(),
        Outcome.to(end, won(state, attacker, attacker, principals.get(defender).conquestLoss())),
        Meaning.of(Happening.PREVAILED, attacker));
    draft.with(
        contest.stalemate(),
        Outcome.to(end, standoff(state, attacker)),
        Meaning.of(Happening.STALEMATE, attacker));
    draft.with(
        contest.repelled(),
        Outcome.to(end, won(state, attacker, defender, principals.get(attacker).defeatLoss())),
        Meaning.of(Happening.REPELLED, attacker));
    return draft;
  }

  private double support(Spot.Support support) {
    double strength = 0;
    var guarantors = writer.terms().guarantors();
    for (int g = 0; g < guarantors.size(); g++) {
      if ((support.fighting() >> g & 1) == 1) {
        strength += guarantors.get(g).fightStrength();
      } else if ((support.supplying() >> g & 1) == 1) {
        strength += guarantors.get(g).supplyStrength();
      }
    }
    return strength;
  }

  private Tally costs(State state, int attacker) {
    var tally = writer.tally();
    var principals = writer.terms().principals();
    for (int i = 0; i < 2; i++) {
      tally.add(Component.WAR, i, -principals.get(i).warCost());
    }
    int defender = 1 - attacker;
    if (state.arms(defender) == State.Arsenal.ARMED) {
      tally.add(Component.WAR, attacker, -principals.get(defender).nuclearRetaliation());
    }
    return tally;
  }

  /// What everybody gets when one side has won: it keeps the spoils, the other pays for defeat.
  private Payoffs won(State state, int attacker, int winner, double loss) {
    int loser = 1 - winner;
    var worth = writer.worth();
    var tally = costs(state, attacker);
    double kept = worth.share(state, loser) * (1 - writer.terms().war().spoils());
    worth.addShare(tally, state, winner, 1 - kept, 1);
    worth.addShare(tally, state, loser, kept, 1);
    tally.add(Component.CONQUEST, loser, -loss);
    for (int g = 0; g < writer.terms().guarantors().size(); g++) {
      worth.addProtection(tally, g, winner == 0 ? 1 - kept : kept, loser, 1);
    }
    return tally.payoffs();
  }

  private Payoffs standoff(State state, int attacker) {
    var tally = costs(state, attacker);
    writer.worth().addForEver(tally, state);
    return tally.payoffs();
  }

  Draft events(Spot.Events spot) {
    var draft = new Draft();
    int lotteries = varies(spot.state()) ? writer.terms().periods() : 1;
    for (int t = 0; t < lotteries; t++) {
      draft.action("", Payoffs.none());
      schedule(draft, spot.state(), t);
    }
    return draft;
  }

  /// Whether the lottery of events depends on the period.
  private boolean varies(State state) {
    var terms = writer.terms();
    if (!state.standing().binds()) {
      return false;
    }
    var schedule = terms.schedule();
    boolean dated =
        schedule.lapse() != null
            || schedule.review() != null
            || !terms.issue().transfers().isEmpty()
            || terms.principals().stream().anyMatch(p -> p.neutralityEnds() != null);
    boolean paid =
        terms.principals().stream().anyMatch(p -> !p.flows().isEmpty())
            || terms.guarantors().stream().anyMatch(g -> !g.paid().isEmpty());
    boolean strengthened =
        terms.balance().rise().stream().distinct().count() > 1
            || terms.balance().fall().stream().distinct().count() > 1;
    return dated || paid || strengthened;
  }

  /// What is fixed by date comes first; only then do strength, cohesion and accession move.
  private void schedule(Draft draft, State state, int t) {
    var schedule = writer.terms().schedule();
    var standing = state.standing();
    if (standing.binds() && is(schedule.lapse(), t)) {
      var lapsed = Meaning.of(Happening.LAPSED, Meaning.CHANCE, Clock.EXIT);
      var last = writer.transferred(state, t);
      drift(draft, last.withStanding(Standing.ENDED), t, 1, lapsed);
      return;
    }
    var next = standing.binds() ? dated(state, t) : state;
    switch (standing) {
      case IN_FORCE, UNDER_REVIEW ->
          drift(
              draft,
              next.withStanding(
                  is(schedule.review(), t) ? Standing.UNDER_REVIEW : Standing.IN_FORCE),
              t,
              1,
              nothing());
      case NOTICE -> {
        double ends = noticeEnds();
        var ended = Meaning.of(Happening.NOTICE_RAN_OUT, Meaning.CHANCE, Clock.EXIT);
        drift(draft, next.withStanding(Standing.ENDED), t, ends, ended);
        drift(draft, next, t, 1 - ends, nothing());
      }
      case BREACHED_BY_FIRST, SANCTIONED_FIRST, BREACHED_BY_SECOND, SANCTIONED_SECOND, ENDED ->
          drift(draft, next, t, 1, nothing());
    }
  }

  /// The state after what falls due under an agreement in force.
  private State dated(State state, int t) {
    var next = writer.transferred(state, t + 1);
    for (int i = 0; i < 2; i++) {
      Integer ends = writer.terms().principals().get(i).neutralityEnds();
      if (ends != null && ends <= t) {
        next = next.withExpired(i);
      }
    }
    return next;
  }

  private static boolean is(@org.jspecify.annotations.Nullable Integer period, int t) {
    return period != null && period == t;
  }

  private double noticeEnds() {
    Double notice = writer.terms().schedule().noticePeriods();
    return notice == null ? 1 : Math.min(1, 1 / Math.max(notice, 1e-9));
  }

  private void drift(Draft draft, State state, int t, double probability, Meaning meaning) {
    var balance = writer.terms().balance();
    boolean binds = state.standing().binds();
    double rise = binds ? balance.rise().get(t) : balance.riseFree();
    double fall = binds ? balance.fall().get(t) : balance.fallFree();
    int top = balance.steps();
    int up = Math.min(top, state.balance() + 1);
    int down = Math.max(-top, state.balance() - 1);
    cohere(draft, state.withBalance(up), t, probability * rise, meaning);
    cohere(draft, state, t, probability * (1 - rise - fall), meaning);
    cohere(draft, state.withBalance(down), t, probability * fall, meaning);
  }

  private void cohere(Draft draft, State state, int t, double probability, Meaning meaning) {
    var alliance = writer.terms().alliance();
    boolean united = state.cohesion() == Cohesion.UNITED;
    double flips = united ? alliance.divide() : alliance.unite();
    var other = state.withCohesion(united ? Cohesion.DIVIDED : Cohesion.UNITED);
    accede(draft, other, 0, t, probability * flips, meaning);
    accede(draft, state, 0, t, probability * (1 - flips), meaning);
  }

  private void accede(
      Draft draft, State state, int principal, int t, double probability, Meaning meaning) {
    if (probability <= 0) {
      return;
    }
    if (principal == 2) {
      initiative(draft, state, t, probability, meaning);
      return;
    }
    boolean applicant = state.accession(principal) == Accession.APPLICANT;
    double joins = applicant ? writer.terms().principals().get(principal).accession() : 0;
    var member = state.withAccession(principal, Accession.MEMBER);
    accede(draft, member, principal + 1, t, probability * joins, meaning);
    accede(draft, state, principal + 1, t, probability * (1 - joins), meaning);
  }

  private void initiative(Draft draft, State state, int t, double probability, Meaning meaning) {
    double first = writer.terms().balance().initiative();
    var paid = payments(state, t).payoffs();
    int running = running(state, t);
    var known = writer.withoutOldBreach(state); // accession may have replaced what was pledged
    var firstMoves = Outcome.to(writer.at(new Spot.MoveOf(known, 0)), paid);
    var secondMoves = Outcome.to(writer.at(new Spot.MoveOf(known, 1)), paid);
    draft.with(probability * first, firstMoves, meaning, running);
    draft.with(probability * (1 - first), secondMoves, meaning, running);
  }

  /// Number of flows that have not run out: flows stop one after the other.
  private int running(State state, int t) {
    if (!state.standing().binds()) {
      return 0;
    }
    int running = 0;
    for (var principal : writer.terms().principals()) {
      running += running(principal.flows(), t);
    }
    for (var guarantor : writer.terms().guarantors()) {
      running += running(guarantor.paid(), t);
    }
    return running;
  }

  private static int running(List<Terms.Flow> flows, int t) {
    int running = 0;
    for (var flow : flows) {
      if (t < flow.until()) {
        running++;
      }
    }
    return running;
  }

  private Tally payments(State state, int t) {
    var tally = writer.tally();
    if (state.standing().binds()) {
      var terms = writer.terms();
      for (int i = 0; i < 2; i++) {
        pay(tally, i, terms.principals().get(i).flows(), t, 1);
      }
      for (int g = 0; g < terms.guarantors().size(); g++) {
        pay(tally, 2 + g, terms.guarantors().get(g).paid(), t, -1);
      }
    }
    return tally;
  }

  private void pay(Tally tally, int player, List<Terms.Flow> flows, int t, int sign) {
    double scale = 1 - writer.worth().person(player).discount();
    for (var flow : flows) {
      if (t < flow.until()) {
        tally.add(Component.AID, player, sign * scale * flow.size());
      }
    }
  }
}
