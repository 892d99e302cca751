package org.servanda.model.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.compile.Codebook.Signature;
import org.servanda.model.compile.State.Arsenal;
import org.servanda.model.effect.ClauseEffects;
import org.servanda.model.effect.Effect;
import org.servanda.model.effect.Move;

/// Reads a scenario, one agreement and one state of the world into [Terms].
final class TermsReader {
  private final Scenario scenario;
  private final StateOfTheWorld world;
  private final List<Effect> effects;
  private final Signature signature;
  private final int balanceSteps;
  private final Map<String, Estimate> used = new LinkedHashMap<>();
  private final List<RecordedPrior> records = new ArrayList<>();
  private final double years;
  private final int periods;

  private TermsReader(
      Scenario scenario, @Nullable Agreement agreement, StateOfTheWorld world, int balanceSteps) {
    this.scenario = scenario;
    this.world = world;
    this.effects = agreement == null ? List.of() : ClauseEffects.of(scenario, agreement);
    this.signature = agreement == null ? Signature.REFUSED : Signature.SIGNED;
    this.balanceSteps = balanceSteps;
    this.years = scenario.time().yearsPerPeriod();
    this.periods = ScenarioCompiler.periodsPlayed(scenario.time());
  }

  /// Reads.
  ///
  /// @param agreement what is signed; absent when the agreement is refused
  /// @param balanceSteps steps of relative strength followed on either side of today's, at least 1
  static Terms read(
      Scenario scenario, @Nullable Agreement agreement, StateOfTheWorld world, int balanceSteps) {
    return new TermsReader(scenario, agreement, world, balanceSteps).terms();
  }

  private Terms terms() {
    var people = new PersonReader(scenario, periods, this::ask, records);
    var principals = scenario.principals().stream().map(p -> principal(p, people)).toList();
    var guarantors = scenario.guarantors().stream().map(p -> guarantor(p, people)).toList();
    return new Terms(
        periods,
        years,
        signature,
        principals,
        guarantors,
        balance(),
        issue(),
        war(),
        alliance(guarantors.size()),
        schedule(),
        new LinkedHashMap<>(used),
        List.copyOf(records));
  }

  double ask(Estimate estimate) {
    used.putIfAbsent(estimate.key(), estimate);
    return world.value(estimate);
  }

  private double ask(String key) {
    return ask(scenario.estimate(key));
  }

  private double ask(String key, Party party) {
    return ask(scenario.estimate(key, party));
  }

  /// Probability per period of what happens with probability `perYear` in a year.
  private double perPeriod(double perYear) {
    return 1 - Math.pow(1 - Math.clamp(perYear, 0, 1), years);
  }

  /// Probability per period of what takes `meanYears` on average.
  private double within(double meanYears) {
    return 1 - Math.exp(-years / meanYears);
  }

  private Terms.Principal principal(Party party, PersonReader people) {
    var person = people.person(party);
    var tastes =
        person.types().stream()
            .map(type ->
                new Terms.Taste(
                    ask("greed." + type.word(), party), ask("fear." + type.word(), party)))
            .toList();
    boolean worksOnArms = worksOnArms(party);
    boolean seeks = party.seeks() != null && protector(party);
    boolean armsMatter = armsMatter(party);
    return new Terms.Principal(
        person,
        tastes,
        ask("war.cost", party),
        ask("war.conquest-loss", party),
        ask("war.defeat-loss", party),
        friction(party, worksOnArms, seeks),
        ask("audience.cost", party),
        signature == Signature.SIGNED ? ask("breach.cost", party) : 0,
        sanctionsCost(party),
        breaches(party),
        hidden(party),
        openSteps(party),
        charges(party),
        monitoring(party),
        hidden(party).contains(Move.BUILD) ? perPeriod(ask("build.success", party)) : 1,
        hidden(party).contains(Move.BUILD) ? perPeriod(ask("build.unexplained", party)) : 0,
        arsenal(startArms(party)),
        worksOnArms ? within(ask("nuclear.time", party)) : 0,
        armsMatter ? ask("nuclear.deterrence", party) : 0,
        armsMatter ? ask("nuclear.retaliation", party) : 0,
        seeks ? within(ask("accession.time", party)) : 0,
        automatic(party),
        flows(party, Effect.Flow::to));
  }

  private boolean sanctionable() {
    return signature == Signature.SIGNED
        && (!scenario.guarantors().isEmpty()
            || effects.stream().anyMatch(e -> e instanceof Effect.Automatic));
  }

  private boolean protector(Party party) {
    return scenario.guarantors().stream().anyMatch(g -> g.protects().contains(party.key()));
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
    for (Effect effect : effects) {
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
    costs.put(Move.BUILD, ask("friction.build", party));
    costs.put(Move.DEMAND, ask("friction.demand", party));
    costs.put(Move.ATTACK, ask("friction.attack", party));
    if (seeks) {
      costs.put(Move.APPLY, ask("friction.apply", party));
    }
    if (worksOnArms) {
      costs.put(Move.NUCLEAR_STEP, ask("friction.nuclear", party));
    }
    if (signature == Signature.SIGNED) {
      costs.put(Move.EXIT, ask("friction.exit", party));
    }
    return costs;
  }

  private Set<Move> breaches(Party party) {
    var moves = new HashSet<Move>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.MakeBreach(var by, var move, _) && by.equals(party.key())) {
        moves.add(move);
      }
    }
    return moves;
  }

  private Set<Move> hidden(Party party) {
    var moves = new HashSet<Move>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Hide(var by, var move, _) && by.equals(party.key())) {
        moves.add(move);
      }
    }
    return moves;
  }

  private int openSteps(Party party) {
    int steps = Integer.MAX_VALUE;
    for (Effect effect : effects) {
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
    for (Effect effect : effects) {
      if (effect instanceof Effect.Charge(var by, var move, var cost, var times)
          && by.equals(party.key())) {
        costs.merge(move, ask(cost) * world.value(times), Double::sum);
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
    double detection = ask("detection");
    double falseAlarm = ask("false-alarm");
    double attribution = ask("attribution");
    for (Effect effect : effects) {
      if (effect instanceof Effect.Monitor(var of, var d, var f, var a) && watches(of, move)) {
        detection = d == null ? ask("detection.verified") : ask(d);
        falseAlarm = f == null ? falseAlarm : ask(f);
        attribution = a == null ? attribution : ask(a);
      }
    }
    for (Effect effect : effects) {
      if (effect instanceof Effect.Observe(var added, var strength)) {
        detection = 1 - (1 - detection) * (1 - ask(added) * ask(strength));
      } else if (effect instanceof Effect.SortOut(var left, var added)) {
        falseAlarm *= ask(left);
        attribution = Math.min(1, attribution + ask(added));
      }
    }
    return new Terms.Monitoring(
        perPeriod(detection) * attribution, perPeriod(falseAlarm) * attribution);
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
    for (Effect effect : effects) {
      if (effect instanceof Effect.Automatic(var of, var probability, _)
          && of.equals(party.key())) {
        spared *= 1 - ask(probability);
      }
    }
    return 1 - spared;
  }

  /// Sanctions cost what the snapback clause says, or the default.
  private double sanctionsCost(Party party) {
    if (!sanctionable()) {
      return 0;
    }
    for (Effect effect : effects) {
      if (effect instanceof Effect.Automatic(var of, _, var size)
          && of.equals(party.key())
          && size != null) {
        return ask(size);
      }
    }
    return ask("sanctions.cost", party);
  }

  private List<Terms.Flow> flows(
      Party party, java.util.function.Function<Effect.Flow, @Nullable String> whose) {
    var flows = new ArrayList<Terms.Flow>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Flow flow && party.key().equals(whose.apply(flow))) {
        var length = flow.years();
        int until = length == null ? periods : period(scenario.time().start().plus(length));
        flows.add(new Terms.Flow(ask(flow.size()), until));
      }
    }
    return flows;
  }

  private int period(LocalDate day) {
    return scenario.time().periodOf(day);
  }

  private Terms.Guarantor guarantor(Party party, PersonReader people) {
    var person = people.person(party);
    var reneging = new EnumMap<GuaranteeLevel, Double>(GuaranteeLevel.class);
    var automatic = new EnumMap<GuaranteeLevel, Double>(GuaranteeLevel.class);
    var obliged = new HashMap<Integer, GuaranteeLevel>();
    var protects = new HashSet<Integer>();
    for (int i = 0; i < 2; i++) {
      var principal = scenario.principals().get(i);
      if (party.protects().contains(principal.key())) {
        protects.add(i);
        if (principal.seeks() != null) {
          readLevel(GuaranteeLevel.MEMBERSHIP, party, reneging, automatic);
        }
      }
      for (Effect effect : effects) {
        if (effect instanceof Effect.Oblige(var by, var to, var level)
            && by.equals(party.key())
            && to.equals(principal.key())) {
          obliged.merge(i, level, (x, y) -> x.compareTo(y) > 0 ? x : y);
          protects.add(i);
          readLevel(level, party, reneging, automatic);
        }
      }
    }
    var fightCost =
        person.types().stream()
            .map(type -> ask("guarantor.fight-cost." + type.word(), party))
            .toList();
    boolean enforces = signature == Signature.SIGNED;
    return new Terms.Guarantor(
        person,
        protects,
        obliged,
        fightCost,
        ask("guarantor.supply-cost", party),
        ask("guarantor.stake", party),
        ask("guarantor.fight-strength", party),
        ask("guarantor.supply-strength", party),
        reneging,
        reneging.containsKey(GuaranteeLevel.TRIPWIRE) ? ask("guarantor.tripwire-loss", party) : 0,
        automatic,
        enforces ? ask("friction.enforce", party) : 0,
        enforces ? ask("guarantor.waive-share", party) : 0,
        flows(party, Effect.Flow::payer));
  }

  private void readLevel(
      GuaranteeLevel level,
      Party party,
      Map<GuaranteeLevel, Double> reneging,
      Map<GuaranteeLevel, Double> automatic) {
    reneging.put(level, ask("guarantor.renege." + level.word(), party));
    switch (level) {
      case TRIPWIRE, MEMBERSHIP ->
          automatic.put(level, ask("guarantor.automatic." + level.word(), party));
      case ASSURANCE, CONSULTATION, DEFENSE_COMMITMENT -> automatic.put(level, 0.0);
    }
  }

  private Terms.Balance balance() {
    double ratio = Math.log(ask(scenario.balance().now()));
    for (int i = 0; i < 2; i++) {
      String key = scenario.principals().get(i).key();
      for (Effect effect : effects) {
        if (effect instanceof Effect.StartWeaker(var party, var loss) && party.equals(key)) {
          ratio += (i == 0 ? -1 : 1) * ask(loss);
        }
      }
    }
    double step = ask("balance.step");
    double drift = ask(scenario.balance().drift());
    double volatility = ask(scenario.balance().volatility());
    var rise = new ArrayList<Double>();
    var fall = new ArrayList<Double>();
    for (int t = 0; t < periods; t++) {
      var walk = Walk.of(drift + aided(t), volatility, step, years);
      rise.add(walk.up());
      fall.add(walk.down());
    }
    var free = Walk.of(drift, volatility, step, years);
    return new Terms.Balance(
        ratio, step, balanceSteps, rise, fall, free.up(), free.down(), ask("initiative"));
  }

  private double aided(int period) {
    double rate = 0;
    for (Effect effect : effects) {
      if (effect instanceof Effect.Strengthen(var party, var added, var length)) {
        int until = length == null ? periods : period(scenario.time().start().plus(length));
        if (period < until) {
          rate += (party.equals(scenario.first().key()) ? 1 : -1) * ask(added);
        }
      }
    }
    return rate;
  }

  /// A walk on the grid of strength with the mean and variance of the drift.
  private record Walk(double up, double down) {
    static Walk of(double drift, double volatility, double step, double years) {
      double mean = drift * years / step;
      double square = volatility * volatility * years / (step * step) + mean * mean;
      double moves = Math.clamp(square, Math.abs(mean), 1);
      double bounded = Math.clamp(mean, -1, 1);
      return new Walk((moves + bounded) / 2, (moves - bounded) / 2);
    }
  }

  private Terms.Issue issue() {
    double first = ask(scenario.issue().first());
    double second = ask(scenario.issue().second());
    double share = first / (first + second);
    double scheduled = 0;
    for (Effect effect : effects) {
      if (effect instanceof Effect.Transfer(_, var to, var size, var on)) {
        double gain = (to.equals(scenario.first().key()) ? 1 : -1) * ask(size);
        if (on == null) {
          share = Math.clamp(share + gain, 0, 1);
        } else {
          scheduled += gain;
        }
      }
    }
    int steps = scenario.issue().steps();
    return new Terms.Issue(share, (1 - share) / steps, share / steps, steps, scheduled);
  }

  private Terms.War war() {
    double slowed = 0;
    for (Effect effect : effects) {
      if (effect instanceof Effect.SlowAttack(var advantage, var strength)) {
        slowed += ask(advantage) * ask(strength);
      }
    }
    return new Terms.War(
        ask("war.steepness"), ask("war.offense"), slowed, ask("war.stalemate"), ask("war.spoils"));
  }

  private Terms.Alliance alliance(int guarantors) {
    boolean coalition = guarantors >= 2;
    boolean joined =
        scenario.principals().stream().anyMatch(p -> p.seeks() != null)
            || effects.stream()
                .anyMatch(e ->
                    e instanceof Effect.Oblige(_, _, var level)
                        && level == GuaranteeLevel.MEMBERSHIP);
    return new Terms.Alliance(
        joined ? ask("alliance.threat") : 0,
        coalition ? perPeriod(ask("cohesion.divide")) : 0,
        coalition ? perPeriod(ask("cohesion.unite")) : 0,
        coalition ? ask("guarantor.divided-cost") : 0);
  }

  private Terms.Schedule schedule() {
    @Nullable Integer lapse = null;
    @Nullable Integer transfer = null;
    @Nullable Integer expiry = null;
    @Nullable Integer review = null;
    @Nullable Double notice = null;
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Lapse(var on) -> lapse = earlier(lapse, period(on));
        case Effect.Transfer(_, _, _, var on) when on != null ->
            transfer = earlier(transfer, period(on));
        case Effect.MakeBreach(_, _, var until) when until != null ->
            expiry = earlier(expiry, period(until));
        case Effect.Review(var on) -> review = earlier(review, period(on));
        case Effect.LawfulExit(var length) ->
            notice = length.toTotalMonths() / 12.0 / years + length.getDays() / 365.2425 / years;
        case Effect.MakeBreach _,
            Effect.Hide _,
            Effect.Charge _,
            Effect.Monitor _,
            Effect.Observe _,
            Effect.SortOut _,
            Effect.SlowAttack _,
            Effect.Automatic _,
            Effect.Oblige _,
            Effect.Flow _,
            Effect.Strengthen _,
            Effect.StartArms _,
            Effect.StartWeaker _,
            Effect.Transfer _ -> {}
      }
    }
    return new Terms.Schedule(lapse, transfer, expiry, review, notice);
  }

  private static int earlier(@Nullable Integer one, int other) {
    return one == null ? other : Math.min(one, other);
  }
}
