package org.servanda.model.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.effect.Effect;

/// Reads a scenario, one agreement and one state of the world into [Terms].
record TermsReader(Inputs inputs, int balanceSteps) {

  /// Reads.
  ///
  /// @param agreement what is signed; absent when the agreement is refused
  /// @param balanceSteps steps of relative strength followed on either side of today's, at least 1
  static Terms read(
      Scenario scenario, @Nullable Agreement agreement, StateOfTheWorld world, int balanceSteps) {
    return new TermsReader(Inputs.of(scenario, agreement, world), balanceSteps).terms();
  }

  private Terms terms() {
    var records = new ArrayList<RecordedPrior>();
    var scenario = inputs.scenario();
    var people = new PersonReader(scenario, inputs.periods(), inputs::ask, records);
    var principals = new PrincipalReader(inputs, people);
    var guarantors = new GuarantorReader(inputs, people);
    return new Terms(
        inputs.periods(),
        inputs.years(),
        inputs.signature(),
        scenario.principals().stream().map(principals::principal).toList(),
        scenario.guarantors().stream().map(guarantors::guarantor).toList(),
        balance(),
        issue(),
        war(),
        alliance(scenario.guarantors().size()),
        schedule(),
        new LinkedHashMap<>(inputs.used()),
        List.copyOf(records));
  }

  private Terms.Balance balance() {
    double ratio = Math.log(inputs.ask(inputs.scenario().balance().now()));
    for (int i = 0; i < 2; i++) {
      String key = inputs.scenario().principals().get(i).key();
      for (Effect effect : inputs.effects()) {
        if (effect instanceof Effect.StartWeaker(var party, var loss) && party.equals(key)) {
          ratio += (i == 0 ? -1 : 1) * inputs.ask(loss);
        }
      }
    }
    double step = inputs.ask("balance.step");
    double drift = inputs.ask(inputs.scenario().balance().drift());
    double volatility = inputs.ask(inputs.scenario().balance().volatility());
    var rise = new ArrayList<Double>();
    var fall = new ArrayList<Double>();
    for (int t = 0; t < inputs.periods(); t++) {
      var walk = Walk.of(drift + aided(t), volatility, step, inputs.years());
      rise.add(walk.up());
      fall.add(walk.down());
    }
    var free = Walk.of(drift, volatility, step, inputs.years());
    return new Terms.Balance(
        ratio, step, balanceSteps, rise, fall, free.up(), free.down(), inputs.ask("initiative"));
  }

  private double aided(int period) {
    double rate = 0;
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Strengthen(var party, var added, var length)) {
        int until =
            length == null
                ? inputs.periods()
                : inputs.period(inputs.scenario().time().start().plus(length));
        if (period < until) {
          rate += (party.equals(inputs.scenario().first().key()) ? 1 : -1) * inputs.ask(added);
        }
      }
    }
    return rate;
  }

  /// A walk on the grid of strength with the mean and variance of the drift; a drift of more than a
  /// step per period moves one step for sure.
  private record Walk(double up, double down) {
    static Walk of(double drift, double volatility, double step, double years) {
      double drifted = drift * years / step;
      double mean = Math.clamp(drifted, -1, 1);
      double square = volatility * volatility * years / (step * step) + drifted * drifted;
      double moves = Math.clamp(square, Math.abs(mean), 1);
      return new Walk((moves + mean) / 2, (moves - mean) / 2);
    }
  }

  private Terms.War war() {
    double slowed = 0;
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.SlowAttack(var advantage, var strength)) {
        slowed += inputs.ask(advantage) * inputs.ask(strength);
      }
    }
    return new Terms.War(
        inputs.ask("war.steepness"),
        inputs.ask("war.offense"),
        slowed,
        inputs.ask("war.stalemate"),
        inputs.ask("war.spoils"));
  }

  private Terms.Alliance alliance(int guarantors) {
    boolean coalition = guarantors >= 2;
    boolean joined =
        inputs.scenario().principals().stream().anyMatch(p -> p.seeks() != null)
            || inputs.effects().stream()
                .anyMatch(e ->
                    e instanceof Effect.Oblige(_, _, var level)
                        && level == GuaranteeLevel.MEMBERSHIP);
    return new Terms.Alliance(
        joined ? inputs.ask("alliance.threat") : 0,
        coalition ? inputs.perPeriod(inputs.ask("cohesion.divide")) : 0,
        coalition ? inputs.perPeriod(inputs.ask("cohesion.unite")) : 0,
        coalition ? inputs.ask("guarantor.divided-cost") : 0);
  }

  private Terms.Issue issue() {
    double first = inputs.ask(inputs.scenario().issue().first());
    double second = inputs.ask(inputs.scenario().issue().second());
    double share = first / (first + second);
    var transfers = new ArrayList<Terms.Transfer>();
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Transfer(_, var to, var size, var on)) {
        boolean gains = to.equals(inputs.scenario().first().key());
        double gain = (gains ? 1 : -1) * inputs.ask(size);
        if (on == null) {
          share = Math.clamp(share + gain, 0, 1);
        } else {
          transfers.add(new Terms.Transfer(inputs.period(on), gain));
        }
      }
    }
    transfers.sort(Comparator.comparingInt(Terms.Transfer::period));
    int steps = inputs.scenario().issue().steps();
    return new Terms.Issue(
        share, (1 - share) / steps, share / steps, steps, List.copyOf(transfers));
  }

  private Terms.Schedule schedule() {
    @Nullable Integer lapse = null;
    @Nullable Integer review = null;
    @Nullable Double notice = null;
    for (Effect effect : inputs.effects()) {
      if (effect instanceof Effect.Lapse(var on)) {
        lapse = earlier(lapse, inputs.period(on));
      } else if (effect instanceof Effect.Review(var on)) {
        review = earlier(review, inputs.period(on));
      } else if (effect instanceof Effect.LawfulExit(var length)) {
        double years = length.toTotalMonths() / 12.0 + length.getDays() / 365.2425;
        notice = years / inputs.years();
      }
    }
    return new Terms.Schedule(lapse, review, notice);
  }

  private static int earlier(@Nullable Integer one, int other) {
    return one == null ? other : Math.min(one, other);
  }
}
