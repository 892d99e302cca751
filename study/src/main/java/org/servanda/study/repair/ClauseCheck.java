package org.servanda.study.repair;

import java.util.List;
import java.util.stream.Collectors;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;

/// Looks whether an agreement could stand in the scenario's file.
///
/// It is written into the file's text and read again, so that a change has to pass what a clause
/// written by hand has to pass, and every repair can be written down.
final class ClauseCheck {
  private final ScenarioText bare;

  /// @param text of a scenario that can be read
  /// @throws IllegalArgumentException if the text cannot be changed, because of an alias
  ClauseCheck(ScenarioText text) {
    bare = text.read().orThrow().alternatives().isEmpty() ? text : text.remove("alternatives");
  }

  /// {@return whether the agreement could be drafted between these parties, and says the same when
  /// read again}
  boolean passes(Agreement agreement) {
    var written = notation(agreement);
    var list = written.stream().collect(Collectors.joining("}, {", "[{", "}]"));
    if (written.isEmpty()) {
      return false;
    }
    return switch (bare.set(list, "agreement").read()) {
      case ScenarioReading.Read(var scenario) -> notation(scenario.agreement()).equals(written);
      case ScenarioReading.Rejected _ -> false;
    };
  }

  private static List<String> notation(Agreement agreement) {
    return agreement.clauses().stream().map(ClauseText::of).toList();
  }
}
