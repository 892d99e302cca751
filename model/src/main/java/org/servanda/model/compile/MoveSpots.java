package org.servanda.model.compile;

import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Arsenal;
import org.servanda.model.effect.Move;

/// What a principal can do when it has the initiative.
///
/// Hidden moves share their outcomes with compliance. Whether an exposure is a false alarm nobody
/// can see; it breaks the agreement all the same.
record MoveSpots(GameWriter writer) {

  Draft move(Spot.MoveOf spot) {
    var state = spot.state();
    int i = spot.principal();
    var draft = new Draft();
    comply(draft, state, i);
    build(draft, state, i);
    if (canTake(state, i)) {
      draft
          .action(Move.DEMAND, friction(i, Move.DEMAND))
          .with(1, writer.to(new Spot.Response(state.moved(), i)), seen(Happening.DEMANDED, i));
    }
    draft.action(Move.ATTACK, friction(i, Move.ATTACK));
    new CrisisSpots(writer).attack(draft, state, i, Happening.ATTACKED);
    apply(draft, state, i);
    nuclear(draft, state, i);
    exit(draft, state, i);
    return draft;
  }

  private static Meaning seen(Happening happening, int actor) {
    return Meaning.of(happening, actor);
  }

  private Terms.Principal principal(int i) {
    return writer.terms().principals().get(i);
  }

  private Payoffs friction(int i, Move move) {
    return writer
        .tally()
        .add(Component.FRICTION, i, -principal(i).friction().getOrDefault(move, 0.0))
        .payoffs();
  }

  private boolean hidden(State state, int i, Move move) {
    if (!state.standing().binds() || !principal(i).hidden().contains(move)) {
      return false;
    }
    return switch (move) {
      case BUILD -> canGrow(state, i) && gained(state, i) >= principal(i).openSteps();
      case NUCLEAR_STEP -> canWork(state, i);
      case COMPLY, DEMAND, ATTACK, APPLY, EXIT -> false;
    };
  }

  private static int gained(State state, int i) {
    return i == 0 ? state.balance() : -state.balance();
  }

  private boolean canGrow(State state, int i) {
    return gained(state, i) < writer.terms().balance().steps();
  }

  private boolean canWork(State state, int i) {
    return principal(i).nuclearStep() > 0 && state.arms(i) != Arsenal.ARMED;
  }

  private boolean canTake(State state, int i) {
    int steps = writer.terms().issue().steps();
    double worthTaking = 1e-9;
    return (i == 0 ? state.share() < steps : state.share() > -steps)
        && writer.worth().share(state, 1 - i) > worthTaking;
  }

  private State grown(State state, int i) {
    return state.withBalance(state.balance() + (i == 0 ? 1 : -1));
  }

  private void comply(Draft draft, State state, int i) {
    draft.action(Move.COMPLY, Payoffs.none());
    watched(draft, state, i, Move.COMPLY);
  }

  /// Adds what may be seen of compliance or of one hidden move.
  private void watched(Draft draft, State state, int i, Move move) {
    double quiet = 1;
    for (Move other : new Move[] {Move.BUILD, Move.NUCLEAR_STEP}) {
      if (hidden(state, i, other)) {
        var monitoring = principal(i).monitoring(other);
        double exposed = quiet * (move == other ? monitoring.detection() : monitoring.falseAlarm());
        var happening = other == Move.BUILD ? Happening.BUILD_EXPOSED : Happening.NUCLEAR_EXPOSED;
        draft.with(exposed, breach(state, i), broken(happening, i));
        quiet -= exposed;
      }
    }
    if (move == Move.NUCLEAR_STEP) {
      double done = quiet * principal(i).nuclearStep();
      var armed = state.withArms(i, state.arms(i).next());
      draft.with(done, breach(armed, i), broken(Happening.NUCLEAR_BREAKOUT, i));
      quiet -= done;
    }
    if (hidden(state, i, Move.BUILD)) {
      double growth =
          move == Move.BUILD ? principal(i).buildSuccess() : principal(i).unexplainedGrowth();
      draft.with(quiet * growth, writer.end(grown(state, i)), seen(Happening.GREW, i));
      quiet -= quiet * growth;
    }
    draft.with(quiet, writer.end(state), seen(Happening.COMPLIED, i));
  }

  private static Meaning broken(Happening happening, int i) {
    return Meaning.of(happening, i, Clock.BREACH, Clock.EXIT);
  }

  /// {@return what follows when `i` is held to have broken the agreement}
  private Outcome breach(State state, int i) {
    var cost = writer.tally().add(Component.REPUTATION, i, -principal(i).breachCost());
    return new CrisisSpots(writer).afterBreach(state.withStanding(Standing.breach(i)), i, cost);
  }

  private void build(Draft draft, State state, int i) {
    if (!canGrow(state, i)) {
      return;
    }
    draft.action(Move.BUILD, friction(i, Move.BUILD));
    if (hidden(state, i, Move.BUILD)) {
      watched(draft, state, i, Move.BUILD);
    } else {
      draft.with(1, writer.end(grown(state, i)), seen(Happening.BUILT, i));
    }
  }

  private void apply(Draft draft, State state, int i) {
    if (principal(i).accession() <= 0 || state.accession(i) != Accession.OUTSIDE) {
      return;
    }
    draft.action(Move.APPLY, friction(i, Move.APPLY));
    var applied = state.withAccession(i, Accession.APPLICANT);
    boolean pledged = principal(i).breaches().contains(Move.APPLY) && !state.expired(i);
    if (state.standing().binds() && pledged) {
      draft.with(1, breach(applied, i), broken(Happening.APPLIED_IN_BREACH, i));
    } else {
      draft.with(1, writer.end(applied), seen(Happening.APPLIED, i));
    }
  }

  private void nuclear(Draft draft, State state, int i) {
    if (!canWork(state, i)) {
      return;
    }
    draft.action(Move.NUCLEAR_STEP, friction(i, Move.NUCLEAR_STEP));
    if (hidden(state, i, Move.NUCLEAR_STEP)) {
      watched(draft, state, i, Move.NUCLEAR_STEP);
      return;
    }
    double done = principal(i).nuclearStep();
    var armed = state.withArms(i, state.arms(i).next());
    draft
        .with(done, writer.end(armed), seen(Happening.NUCLEAR_ADVANCED, i))
        .with(1 - done, writer.end(state), seen(Happening.NUCLEAR_WORK, i));
  }

  private void exit(Draft draft, State state, int i) {
    var standing = state.standing();
    if (!standing.binds() || standing == Standing.NOTICE) {
      return;
    }
    draft.action(Move.EXIT, friction(i, Move.EXIT));
    Double notice = writer.terms().schedule().noticePeriods();
    if (notice != null && notice > 0 && standing != Standing.UNDER_REVIEW) {
      var given = writer.end(state.withStanding(Standing.NOTICE));
      draft.with(1, given, seen(Happening.GAVE_NOTICE, i));
    } else if (notice != null || standing == Standing.UNDER_REVIEW) {
      var left = writer.end(state.withStanding(Standing.ENDED));
      draft.with(1, left, Meaning.of(Happening.LEFT, i, Clock.EXIT));
    } else {
      draft.with(1, breach(state, i), broken(Happening.LEFT_IN_BREACH, i));
    }
  }
}
