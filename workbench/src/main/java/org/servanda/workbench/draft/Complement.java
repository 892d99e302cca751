package org.servanda.workbench.draft;

import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioText;

/// The other of two shares that sum to one.
///
/// @param before the file before either was changed
/// @param text the file with the one share changed, so that it may not be readable
/// @param block where both stand
/// @param key of the one that was changed
record Complement(Scenario before, ScenarioText text, List<String> block, String key) {

  /// {@return the file with the other share put to a value, if there is exactly one other}
  ///
  /// @param mode in [0, 1]
  ScenarioText putTo(double mode) {
    String prefix = String.join(".", block) + ".";
    var others =
        before.written().values().stream()
            .filter(e -> e.key().startsWith(prefix) && !e.key().equals(prefix + key))
            .toList();
    if (others.size() != 1) {
      return text;
    }
    Estimate other = others.getFirst();
    var range = TermValue.Range.around(other, rounded(mode));
    var path = new ArrayList<>(block);
    path.add(other.key().substring(prefix.length()));
    return text.set(TermValue.written(range), path.toArray(String[]::new));
  }

  /// One less a decimal fraction is one again, to the digit.
  private static double rounded(double share) {
    return Math.rint(share * 1e12) / 1e12;
  }
}
