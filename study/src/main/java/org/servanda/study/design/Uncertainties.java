package org.servanda.study.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.scenario.Plausibility;
import org.servanda.agreement.scenario.Scenario;

/// Reads what is uncertain off a scenario.
public final class Uncertainties {
  /// How far guarantors for which a parameter is written one by one resemble each other, where a
  /// file does not say: the same politics, the same habits of the time. A judgment.
  private static final double AMONG_GUARANTORS = 0.5;

  private Uncertainties() {}

  /// {@return the estimates that have a range, or are drawn from rival sets}
  ///
  /// Where the scenario leaves a parameter at its default and there are rival sets for it, the
  /// schools are equally plausible.
  ///
  /// @param estimates those that some agreement of the scenario rests on
  public static List<Uncertainty> of(Scenario scenario, Iterable<Estimate> estimates) {
    var plausibility = scenario.plausibility();
    var found = new ArrayList<Uncertainty>();
    for (var estimate : estimates) {
      var schools = Parameters.standard().sets(estimate.key());
      var shape = plausibility.shape(estimate.key());
      if (!schools.isEmpty() && !scenario.written().containsKey(estimate.key())) {
        var each = schools.values().stream().map(s -> within(s.estimate(), shape)).toList();
        found.add(new Uncertainty(estimate, new Distribution.Rivals(each)));
      } else if (estimate.isUncertain()) {
        found.add(new Uncertainty(estimate, within(estimate, shape)));
      }
    }
    return List.copyOf(found);
  }

  private static Distribution within(Estimate range, Plausibility.Shape shape) {
    return switch (shape) {
      case PERT -> new Distribution.Pert(range.low(), range.mode(), range.high());
      case TRIANGULAR -> new Distribution.Triangular(range.low(), range.mode(), range.high());
      case UNIFORM -> new Distribution.Uniform(range.low(), range.high());
    };
  }

  /// {@return what moves together: the groups of the file, and parameters written for several
  /// guarantors one by one of which the file says nothing}
  ///
  /// A parameter written once for all guarantors is one number in any case.
  ///
  /// @param uncertainties of the scenario
  public static List<Together> together(Scenario scenario, List<Uncertainty> uncertainties) {
    var uncertain = uncertainties.stream().map(Uncertainty::key).collect(Collectors.toSet());
    var groups = new ArrayList<Together>();
    var grouped = new HashSet<String>();
    for (var group : scenario.plausibility().together()) {
      grouped.addAll(group.estimates());
      var keys = group.estimates().stream().filter(uncertain::contains).toList();
      if (keys.size() > 1) {
        groups.add(new Together(keys, group.correlation()));
      }
    }
    byParameter(scenario, uncertainties).values().stream()
        .map(keys -> keys.stream().filter(k -> !grouped.contains(k)).toList())
        .filter(keys -> keys.size() > 1)
        .forEach(keys -> groups.add(new Together(keys, AMONG_GUARANTORS)));
    return List.copyOf(groups);
  }

  private static LinkedHashMap<String, List<String>> byParameter(
      Scenario scenario, List<Uncertainty> uncertainties) {
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
    return groups;
  }
}
