package org.servanda.model.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.compile.Codebook.Signature;
import org.servanda.model.effect.ClauseEffects;
import org.servanda.model.effect.Effect;

/// What terms are read from; remembers every estimate that was asked for.
///
/// @param years length of one period
/// @param periods number of periods played
/// @param used receives the estimates asked for, by key
record Inputs(
    Scenario scenario,
    StateOfTheWorld world,
    List<Effect> effects,
    Signature signature,
    double years,
    int periods,
    Map<String, Estimate> used) {

  static Inputs of(Scenario scenario, @Nullable Agreement agreement, StateOfTheWorld world) {
    return new Inputs(
        scenario,
        world,
        agreement == null ? List.of() : ClauseEffects.of(scenario, agreement),
        agreement == null ? Signature.REFUSED : Signature.SIGNED,
        scenario.time().yearsPerPeriod(),
        ScenarioCompiler.periodsPlayed(scenario.time()),
        new LinkedHashMap<>());
  }

  double ask(Estimate estimate) {
    used.putIfAbsent(estimate.key(), estimate);
    return world.value(estimate);
  }

  double ask(String key) {
    return ask(scenario.estimate(key));
  }

  double ask(String key, Party party) {
    return ask(scenario.estimate(key, party));
  }

  /// Probability per period of what happens with probability `perYear` in a year.
  double perPeriod(double perYear) {
    return 1 - Math.pow(1 - Math.clamp(perYear, 0, 1), years);
  }

  /// Probability per period of what takes `meanYears` on average.
  double within(double meanYears) {
    return 1 - Math.exp(-years / meanYears);
  }

  int period(LocalDate day) {
    return scenario.time().periodOf(day);
  }

  /// {@return the flows of which `party` is the end that `whose` picks}
  List<Terms.Flow> flows(Party party, Function<Effect.Flow, @Nullable String> whose) {
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
}
