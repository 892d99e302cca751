package org.servanda.model.compile;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.model.compile.Codebook.Signature;
import org.servanda.model.compile.State.Arsenal;
import org.servanda.model.effect.Effect;
import org.servanda.model.effect.Move;

/// Reads what a principal can do, what it costs and how it is watched.
record PrincipalReader(Inputs inputs, PersonReader people) {

  Terms.Principal principal(Party party) {
    var person = people.person(party);
    var tastes =
        person.types().stream()
            .map(type ->
                new Terms.Taste(
                    inputs.ask("greed." + type.word(), party),
                    inputs.ask("fear." + type.word(), party)))
            .toList();
    boolean worksOnArms = worksOnArms(party);
    boolean seeks = party.seeks() != null && protector(party);
    boolean armsMatter = armsMatter(party);
    return new Terms.Principal(
        person,
        tastes,
        inputs.ask("war.cost", party),
        inputs.ask("war.conquest-loss", party),
        inputs.ask("war.defeat-loss", party),
        friction(party, worksOnArms, seeks),
        inputs.ask("audience.cost", party),
        inputs.signature() == Signature.SIGNED ? inputs.ask("breach.cost", party) : 0,
        sanctionsCost(party),
        breaches(party),
        neutralityEnds(party),
        hidden(party),
        openSteps(party),
        charges(party),
        monitoring(party),
        hidden(party).contains(Move.BUILD)
            ? inputs.perPeriod(inputs.ask("build.success", party))
            : 1,
        hidden(party).contains(Move.BUILD)
            ? inputs.perPeriod(inputs.ask("build.unexplained", party))
            : 0,
        arsenal(startArms(party)),
        worksOnArms ? inputs.within(inputs.ask("nuclear.time", party)) : 0,
        armsMatter ? inputs.ask("nuclear.deterrence", party) : 0,
        armsMatter ? inputs.ask("nuclear.retaliation", party) : 0,
        seeks ? inputs.within(inputs.ask("accession.time", party)) : 0,
        automatic(party),
        inputs.flows(party, Effect.Flow::to));
  }

  private boolean sanctionable() {
    return inputs.signature() == Signature.SIGNED
        && (!inputs.scenario().guarantors().isEmpty()
            || inputs.effects().stream().anyMatch(e -> e instanceof Effect.Automatic));
  }

  private boolean protector(Party party) {
    return inputs.scenario().guarantors().stream()
        .anyMatch(g -> g.protects().contains(party.key()));
  }

  /// Whether the party may work its way up: it knows how, and is not armed already.
  private boolean worksOnArms(Party party) {
    NuclearStatus start = startArms(party);
    return start == NuclearStatus.LATENT || start == NuclearStatus.THRESHOLD;
  }

  private boolean armsMatter(Party party) {
    return worksOnArms(party) || startArms(party) == NuclearStatus.ARMED;
  }

  private NuclearStatus startArms(Party party) {
    NuclearStatus status = party.nuclear();
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.StartArms(var by, var start) && by.equals(party.key())) {
        status = start;
      }
    }
    return status;
  }

  private static Arsenal arsenal(NuclearStatus status) {
    return switch (status) {
      case NONE, LATENT -> Arsenal.NONE;
      case THRESHOLD -> Arsenal.THRESHOLD;
      case ARMED -> Arsenal.ARMED;
    };
  }

  private Map<Move, Double> friction(Party party, boolean worksOnArms, boolean seeks) {
    var costs = new EnumMap<Move, Double>(Move.class);
    costs.put(Move.BUILD, inputs.ask("friction.build", party));
    costs.put(Move.DEMAND, inputs.ask("friction.demand", party));
    costs.put(Move.ATTACK, inputs.ask("friction.attack", party));
    if (seeks) {
      costs.put(Move.APPLY, inputs.ask("friction.apply", party));
    }
    if (worksOnArms) {
      costs.put(Move.NUCLEAR_STEP, inputs.ask("friction.nuclear", party));
    }
    if (inputs.signature() == Signature.SIGNED) {
      costs.put(Move.EXIT, inputs.ask("friction.exit", party));
    }
    return costs;
  }

  private Set<Move> breaches(Party party) {
    var moves = new HashSet<Move>();
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.MakeBreach(var by, var move, _) && by.equals(party.key())) {
        moves.add(move);
      }
    }
    return moves;
  }

  private Set<Move> hidden(Party party) {
    var moves = new HashSet<Move>();
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Hide(var by, var move, _) && by.equals(party.key())) {
        moves.add(move);
      }
    }
    return moves;
  }

  private int openSteps(Party party) {
    int steps = Integer.MAX_VALUE;
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Hide(var by, var move, int open)
          && by.equals(party.key())
          && move == Move.BUILD) {
        steps = Math.min(steps, open);
      }
    }
    return steps;
  }

  private Map<Move, Double> charges(Party party) {
    var costs = new EnumMap<Move, Double>(Move.class);
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Charge(var by, var move, var cost, var times)
          && by.equals(party.key())) {
        costs.merge(move, inputs.ask(cost) * inputs.world().value(times), Double::sum);
      }
    }
    return costs;
  }

  private Map<Move, Terms.Monitoring> monitoring(Party party) {
    var watched = new EnumMap<Move, Terms.Monitoring>(Move.class);
    for (Move move : hidden(party)) {
      watched.put(move, monitoring(move));
    }
    return watched;
  }

  /// An exposure counts once it is both detected and accepted.
  private Terms.Monitoring monitoring(Move move) {
    double detection = inputs.ask("detection");
    double falseAlarm = inputs.ask("false-alarm");
    double attribution = inputs.ask("attribution");
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Monitor(var of, var d, var f, var a) && watches(of, move)) {
        detection = d == null ? inputs.ask("detection.verified") : inputs.ask(d);
        falseAlarm = f == null ? falseAlarm : inputs.ask(f);
        attribution = a == null ? attribution : inputs.ask(a);
      }
    }
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Observe(var added, var strength)) {
        detection = 1 - (1 - detection) * (1 - inputs.ask(added) * inputs.ask(strength));
      } else if (effect instanceof Effect.SortOut(var left, var added)) {
        falseAlarm *= inputs.ask(left);
        attribution = Math.min(1, attribution + inputs.ask(added));
      }
    }
    return new Terms.Monitoring(
        inputs.perPeriod(detection) * attribution, inputs.perPeriod(falseAlarm) * attribution);
  }

  private static boolean watches(VerifiedObligation of, Move move) {
    return switch (of) {
      case FORCE_LIMIT -> move == Move.BUILD;
      case DISARMAMENT -> move == Move.NUCLEAR_STEP || move == Move.BUILD;
      case ALL -> true;
    };
  }

  private double automatic(Party party) {
    double spared = 1;
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Automatic(var of, var probability, _)
          && of.equals(party.key())) {
        spared *= 1 - inputs.ask(probability);
      }
    }
    return 1 - spared;
  }

  /// Sanctions cost what the snapback clause says, or the default.
  private double sanctionsCost(Party party) {
    if (!sanctionable()) {
      return 0;
    }
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Automatic(var of, _, var size)
          && of.equals(party.key())
          && size != null) {
        return inputs.ask(size);
      }
    }
    return inputs.ask("sanctions.cost", party);
  }

  /// {@return the period in which the party's pledge of neutrality runs out; null if it does not}
  private @Nullable Integer neutralityEnds(Party party) {
    @Nullable LocalDate last = null;
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.MakeBreach(var by, var move, var until)
          && by.equals(party.key())
          && move == Move.APPLY) {
        if (until == null) {
          return null;
        }
        last = last == null || until.isAfter(last) ? until : last;
      }
    }
    return last == null ? null : inputs.period(last);
  }
}
