package org.servanda.study.finding;

import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Trial;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.table.Table;

/// What one agreement comes to over plausible worlds.
///
/// @param name of the agreement
/// @param curves survival on each clock that there is, in the order breach, clash, exit
/// @param values what each party expects, in the order of the file
public record VariantFinding(String name, List<CurveBand> curves, List<PartyBand> values) {
  private static final List<String> CLOCKS = List.of("breach", "clash", "exit");

  public VariantFinding {
    curves = List.copyOf(curves);
    values = List.copyOf(values);
  }

  /// Survival on a clock, year by year.
  ///
  /// @param clock `breach`, `clash` or `exit`
  /// @param years from year 1, ascending
  public record CurveBand(String clock, List<YearBand> years) {
    public CurveBand {
      years = List.copyOf(years);
    }

    /// {@return the band after some years; that of the last year if the curve is shorter}
    ///
    /// @param after whole years, at least 1
    public Band at(int after) {
      return years.get(Math.min(after, years.size()) - 1).band();
    }
  }

  /// @param years since signature
  /// @param band of survival, in [0, 1]
  public record YearBand(int years, Band band) {}

  /// @param party its key
  /// @param band of what it expects under the prior on its types, in stakes
  public record PartyBand(String party, Band band) {}

  /// {@return the finding of a table of measures, one row per world}
  ///
  /// @param name of the agreement
  /// @param measures columns as [VariantSolver#measures] names them
  static VariantFinding of(String name, Table measures, Scenario scenario) {
    var curves = new ArrayList<CurveBand>();
    for (String clock : CLOCKS) {
      var years = new ArrayList<YearBand>();
      for (int year = 1; year <= VariantSolver.wholeYears(scenario.time()); year++) {
        var band = Band.of(measures.column(Trial.survival(clock, year)));
        if (band != null) {
          years.add(new YearBand(year, band));
        }
      }
      if (!years.isEmpty()) {
        curves.add(new CurveBand(clock, years));
      }
    }
    var values = new ArrayList<PartyBand>();
    for (var party : scenario.parties()) {
      var band = Band.of(measures.column(Trial.value(party.key())));
      if (band != null) {
        values.add(new PartyBand(party.key(), band));
      }
    }
    return new VariantFinding(name, curves, values);
  }
}
