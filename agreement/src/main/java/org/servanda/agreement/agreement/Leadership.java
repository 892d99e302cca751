package org.servanda.agreement.agreement;

import java.time.LocalDate;
import java.time.Period;
import org.servanda.agreement.evidence.Estimate;

/// How often a party's leaders are replaced.
public sealed interface Leadership {

  /// Nobody leaves.
  record Stable() implements Leadership {}

  /// The hazard of the parameter `leader.exit.<regime>`.
  ///
  /// @param regime how leaders are chosen
  record ByRegime(Regime regime) implements Leadership {}

  /// Elections on fixed dates.
  ///
  /// @param every time between elections, positive
  /// @param first date of the first election
  record Elections(Period every, LocalDate first) implements Leadership {}

  /// A stated hazard.
  ///
  /// @param hazard exits per year, 0 or more
  record ExitHazard(Estimate hazard) implements Leadership {}
}
