package org.servanda.workbench.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.scenario.ClauseForm;
import org.servanda.agreement.scenario.Scenario;

/// Where a number stands in a scenario file, or would stand if it were written.
///
/// @param path keys and item numbers; empty if it belongs to an alternative, whose clauses are
///   changed as terms
/// @param words what it is
/// @param party key of the party it speaks of; absent if of all
/// @param min smallest value a file may give
/// @param max largest value a file may give
record EstimatePlace(
    List<String> path, String words, @Nullable String party, double min, double max) {
  private static final String ASSUMPTIONS = "assumptions";

  /// {@return the place of a number}
  ///
  /// @param key key of an estimate that the scenario rests on
  static EstimatePlace of(Scenario scenario, String key) {
    var steps = List.of(key.split("\\."));
    return switch (steps.getFirst()) {
      case "balance" -> balance(steps);
      case "issue" ->
          new EstimatePlace(
              steps, "Share of the issue held at the signature.", steps.getLast(), 0, 1);
      case "parties" -> party(steps);
      case "agreement" -> clause(steps);
      case "alternatives" ->
          new EstimatePlace(List.of(), "A term of a clause.", null, 0, Double.MAX_VALUE);
      default -> parameter(scenario, key);
    };
  }

  private static EstimatePlace balance(List<String> steps) {
    String key = String.join(".", steps);
    if (!Parameters.standard().has(key)) {
      return new EstimatePlace(
          steps, "Strength of the first principal relative to the second.", null, 0.001, 1000);
    }
    var known = Parameters.standard().parameter(key);
    return new EstimatePlace(steps, known.about(), null, known.min(), known.max());
  }

  private static EstimatePlace party(List<String> steps) {
    String party = steps.get(1);
    return steps.contains("dispositions")
        ? new EstimatePlace(steps, "Probability that it is " + steps.getLast() + ".", party, 0, 1)
        : new EstimatePlace(
            steps, "Probability per year that the leader leaves office.", party, 0, 1);
  }

  private static EstimatePlace clause(List<String> steps) {
    if (steps.size() == 4 && ClauseKind.named(steps.get(2)) instanceof ClauseKind kind) {
      for (var term : ClauseForm.of(kind).terms()) {
        if (term.key().equals(steps.get(3))
            && term.entry() instanceof ClauseForm.Entry.Number(var _, var min, var max)) {
          return new EstimatePlace(steps, term.about(), null, min, max);
        }
      }
    }
    return new EstimatePlace(steps, "A term of a clause.", null, 0, Double.MAX_VALUE);
  }

  private static EstimatePlace parameter(Scenario scenario, String key) {
    var table = Parameters.standard();
    var path = List.of(ASSUMPTIONS, key);
    if (table.has(key)) {
      var known = table.parameter(key);
      return new EstimatePlace(path, known.about(), null, known.min(), known.max());
    }
    for (var party : scenario.parties()) {
      String suffix = "." + party.key();
      if (key.endsWith(suffix) && table.has(key.substring(0, key.length() - suffix.length()))) {
        var known = table.parameter(key.substring(0, key.length() - suffix.length()));
        return new EstimatePlace(path, known.about(), party.key(), known.min(), known.max());
      }
    }
    return new EstimatePlace(path, key, null, Unit.NUMBER.min(), Unit.NUMBER.max());
  }
}
