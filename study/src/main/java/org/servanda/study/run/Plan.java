package org.servanda.study.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Grain;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.design.Design;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Uncertainties;
import org.servanda.study.table.Table;

/// What a study solves: some agreements of a scenario, all in the same worlds.
///
/// @param scenario what the agreements are between whom
/// @param variants agreements by name, in order
/// @param worlds one row per world; columns are keys of estimates
/// @param grain how finely each is solved
public record Plan(Scenario scenario, List<Variant> variants, Table worlds, Grain grain) {
  public Plan {
    variants = List.copyOf(variants);
  }

  /// One agreement.
  ///
  /// @param name different from the others'
  /// @param agreement its clauses; absent when nothing is signed
  public record Variant(String name, @Nullable Agreement agreement) {}

  /// {@return every agreement of a scenario, the drafted one first}
  public static List<Variant> variants(Scenario scenario) {
    var all = new ArrayList<Variant>();
    VariantSolver.variants(scenario)
        .forEach((name, agreement) -> all.add(new Variant(name, agreement)));
    return List.copyOf(all);
  }

  /// {@return the plan of a study: every estimate that some of its agreements rest on is drawn}
  ///
  /// @param variants agreements of the scenario, in order
  /// @param sampling how worlds are spread
  /// @param worlds how many, at least 1
  /// @param seed of the sample
  /// @throws IllegalArgumentException if the sampling needs another number of worlds
  public static Plan of(
      Scenario scenario,
      List<Variant> variants,
      Sampling sampling,
      int worlds,
      long seed,
      Grain grain) {
    var estimates =
        VariantSolver.estimates(scenario, variants.stream().map(Variant::agreement).toList());
    var uncertainties = Uncertainties.of(scenario, estimates.values());
    var design =
        new Design(
            uncertainties, Uncertainties.together(scenario, uncertainties), sampling, worlds, seed);
    return new Plan(scenario, variants, design.sample(), grain);
  }

  /// {@return the number of experiments}
  public int experiments() {
    return variants.size() * worlds.rows();
  }

  /// {@return the names of what is measured in every experiment, in order}
  public List<String> measures() {
    return VariantSolver.measures(scenario);
  }
}
