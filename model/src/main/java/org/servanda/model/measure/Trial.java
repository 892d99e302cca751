package org.servanda.model.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What one agreement comes to in one state of the world.
///
/// @param measures by name, in a fixed order, all of a scenario's variants with the same names:
///   `survival.CLOCK.YEARSy` for every whole year, clocks `breach`, `clash` and `exit`, in [0, 1],
///   NaN where there is no agreement to breach; `value.PARTY` under the prior on its types, in
///   stakes; and for each party, how often on average in a history it acts: see [#count]
/// @param residual largest residual of any decision's equilibrium condition
public record Trial(SequencedMap<String, Double> measures, double residual) {
  public Trial {
    measures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(measures));
  }

  /// {@return the name of survival on a clock}
  ///
  /// @param clock `breach`, `clash` or `exit`
  /// @param years whole years since signature
  public static String survival(String clock, int years) {
    return "survival.%s.%dy".formatted(clock, years);
  }

  /// {@return the name of what a party expects}
  ///
  /// @param party its key
  public static String value(String party) {
    return "value." + party;
  }

  /// {@return the name of how often a party acts}
  ///
  /// @param act one of [TrialCounts.Act]
  /// @param party its key
  public static String count(TrialCounts.Act act, String party) {
    return act.word() + "." + party;
  }
}
