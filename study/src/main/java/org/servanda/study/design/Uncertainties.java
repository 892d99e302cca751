package org.servanda.study.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.scenario.Scenario;

/// Reads what is uncertain off a scenario.
public final class Uncertainties {
  private Uncertainties() {}

  /// {@return the estimates that have a range, or on which schools differ}
  ///
  /// A range is read as low, mode and high of a PERT distribution. Where the scenario leaves a
  /// parameter at its default and there are rival sets for it, the schools are equally plausible.
  ///
  /// @param estimates those that some agreement of the scenario rests on
  public static List<Uncertainty> of(Scenario scenario, Iterable<Estimate> estimates) {
    var found = new ArrayList<Uncertainty>();
    for (var estimate : estimates) {
      var schools = Parameters.standard().sets(estimate.key());
      if (!schools.isEmpty() && !scenario.written().containsKey(estimate.key())) {
        var each =
            schools.values().stream().map(s -> Uncertainties.distribution(s.estimate())).toList();
        found.add(new Uncertainty(estimate, new Distribution.Rivals(each)));
      } else if (estimate.isUncertain()) {
        found.add(new Uncertainty(estimate, distribution(estimate)));
      }
    }
    return List.copyOf(found);
  }

  /// How far it is known that guarantors honor their word together: the same politics, the same
  /// habits of the time.
  private static final double AMONG_GUARANTORS = 0.5;

  /// {@return what moves together: a parameter written for several guarantors one by one}
  ///
  /// A parameter written once for all of them is one number in any case.
  ///
  /// @param uncertainties of the scenario
  public static List<Together> together(Scenario scenario, List<Uncertainty> uncertainties) {
    var guarantors = scenario.guarantors().stream().map(p -> "." + p.key()).toList();
    var groups = new LinkedHashMap<String, List<String>>();
    for (var uncertainty : uncertainties) {
      String key = uncertainty.key();
      for (String suffix : guarantors) {
        if (key.endsWith(suffix)) {
          String parameter = key.substring(0, key.length() - suffix.length());
          groups.computeIfAbsent(parameter, _ -> new ArrayList<>()).add(key);
        }
      }
    }
    return groups.values().stream()
        .filter(keys -> keys.size() > 1)
        .map(keys -> new Together(keys, AMONG_GUARANTORS))
        .toList();
  }

  private static Distribution distribution(Estimate estimate) {
    return new Distribution.Pert(estimate.low(), estimate.mode(), estimate.high());
  }
}
