package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.number;
import static org.servanda.workbench.question.Json.object;

import java.util.ArrayList;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Grain;
import org.servanda.model.measure.Trial;
import org.servanda.model.measure.TrialCounts;
import org.servanda.model.measure.VariantSolver;

/// A trial as JSON.
public final class TrialJson {
  private TrialJson() {}

  /// {@return survival, values and counts}
  ///
  /// @param proposal its name
  public static SequencedMap<String, @Nullable Object> of(
      Scenario scenario, String proposal, Trials.Answer answer, Grain grain) {
    var trial = answer.trial();
    return object(
        "proposal", proposal,
        "survival",
            object(
                "breach", curve(scenario, trial, "breach"),
                "clash", curve(scenario, trial, "clash"),
                "exit", curve(scenario, trial, "exit")),
        "values",
            scenario.parties().stream()
                .map(p -> object("party", p.key(), "value", measure(trial, Trial.value(p.key()))))
                .toList(),
        "acts", acts(scenario, trial),
        "residual", number(trial.residual()),
        "grain", object("resolution", grain.resolution(), "balanceSteps", grain.balanceSteps()),
        "seconds", answer.seconds(),
        "remembered", answer.remembered());
  }

  private static @Nullable Object curve(Scenario scenario, Trial trial, String clock) {
    var points = new ArrayList<Object>();
    points.add(object("years", 0, "probability", 1.0));
    for (int year = 1; year <= VariantSolver.wholeYears(scenario.time()); year++) {
      var probability = measure(trial, Trial.survival(clock, year));
      if (probability == null) {
        return null;
      }
      points.add(object("years", year, "probability", probability));
    }
    return points;
  }

  private static Object acts(Scenario scenario, Trial trial) {
    var acts = new ArrayList<Object>();
    for (var party : scenario.parties()) {
      for (var act : TrialCounts.Act.values()) {
        if (act.role() == party.role()) {
          acts.add(
              object(
                  "party", party.key(),
                  "act", act.word(),
                  "count", measure(trial, Trial.count(act, party.key()))));
        }
      }
    }
    return acts;
  }

  private static @Nullable Double measure(Trial trial, String name) {
    return number(trial.measures().getOrDefault(name, Double.NaN));
  }
}
