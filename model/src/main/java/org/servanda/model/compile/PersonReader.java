package org.servanda.model.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.Leadership;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;

/// Reads who a party may be and how long its leaders stay.
///
/// @param periods number of periods played
/// @param records receives how each record became a prior
record PersonReader(
    Scenario scenario, int periods, ToDoubleFunction<Estimate> value, List<RecordedPrior> records) {

  Terms.Person person(Party party) {
    var recorded = scenario.prior(party.key(), value);
    var types = new ArrayList<Disposition>();
    var prior = new ArrayList<Double>();
    var successor = new ArrayList<Double>();
    for (var belief : recorded.after().entrySet()) {
      double before = recorded.before().getOrDefault(belief.getKey(), 0.0);
      if (before > 0) {
        types.add(belief.getKey());
        prior.add(belief.getValue());
        successor.add(before);
      }
    }
    if (types.size() > 1) {
      records.add(recorded);
    }
    return new Terms.Person(
        party.key(),
        party.name(),
        List.copyOf(types),
        normalized(prior),
        normalized(successor),
        types.size() > 1 ? turnover(party) : List.of(0.0),
        types.size() > 1 ? value.applyAsDouble(scenario.estimate("leader.regard", party)) : 1,
        value.applyAsDouble(scenario.estimate("precision", party)),
        Math.pow(
            value.applyAsDouble(scenario.estimate("discount", party)),
            scenario.time().yearsPerPeriod()));
  }

  private static List<Double> normalized(List<Double> weights) {
    double sum = weights.stream().mapToDouble(w -> w).sum();
    return weights.stream().map(w -> w / sum).toList();
  }

  /// Probability per period that another kind of leader takes over.
  private List<Double> turnover(Party party) {
    return switch (party.leadership()) {
      case Leadership.Stable() -> List.of(0.0);
      case Leadership.ByRegime(var regime) ->
          List.of(hazard(party, scenario.estimate("leader.exit." + regime.word(), party)));
      case Leadership.ExitHazard(var hazard) -> List.of(hazard(party, hazard));
      case Leadership.Elections elections -> elections(party, elections);
    };
  }

  private double change(Party party) {
    return value.applyAsDouble(scenario.estimate("leader.change", party));
  }

  private double hazard(Party party, Estimate exitPerYear) {
    double exit = Math.clamp(value.applyAsDouble(exitPerYear), 0, 1);
    return (1 - Math.pow(1 - exit, scenario.time().yearsPerPeriod())) * change(party);
  }

  private List<Double> elections(Party party, Leadership.Elections elections) {
    double loss =
        value.applyAsDouble(scenario.estimate("leader.election-loss", party)) * change(party);
    var time = scenario.time();
    var perPeriod = new ArrayList<Double>();
    for (int t = 0; t < periods; t++) {
      perPeriod.add(0.0);
    }
    LocalDate end = time.startOf(periods);
    LocalDate day = elections.first();
    for (int count = 1; day.isBefore(end); count++) {
      if (!day.isBefore(time.start())) {
        int t = time.periodOf(day);
        perPeriod.set(t, 1 - (1 - perPeriod.get(t)) * (1 - loss));
      }
      day = elections.first().plus(elections.every().multipliedBy(count));
    }
    return List.copyOf(perPeriod);
  }
}
