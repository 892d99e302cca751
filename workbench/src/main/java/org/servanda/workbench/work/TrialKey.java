package org.servanda.workbench.work;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.TrackRecord;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Balance;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.agreement.scenario.Issue;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.TimeFrame;

/// All that a trial depends on: two questions with equal keys have the same answer.
///
/// Title, comments, and clauses of other proposals are not in it.
///
/// @param agreement the clauses; absent when nothing is signed
/// @param numbers the file's own, without those of clauses
record TrialKey(
    TimeFrame time,
    List<Party> parties,
    Balance balance,
    Issue issue,
    TrackRecord record,
    @Nullable Agreement agreement,
    Map<String, Estimate> numbers) {

  static TrialKey of(Scenario scenario, @Nullable Agreement agreement) {
    return new TrialKey(
        scenario.time(),
        scenario.parties(),
        scenario.balance(),
        scenario.issue(),
        scenario.record(),
        agreement,
        scenario.written().entrySet().stream()
            .filter(e -> !e.getKey().startsWith("agreement."))
            .filter(e -> !e.getKey().startsWith("alternatives."))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// {@return a text that is the same for questions whose games are likely to have the same
  /// structure: what differs in numbers only}
  String shape() {
    var clauses =
        agreement == null
            ? "refused"
            : agreement.clauses().stream()
                .map(ClauseText::of)
                .map(c -> c.replaceAll("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?", "#"))
                .collect(Collectors.joining("\n"));
    var people =
        parties.stream()
            .map(p -> p.key() + " " + p.role() + " " + p.nuclear() + " " + p.protects())
            .collect(Collectors.joining("\n"));
    return time + "\n" + people + "\n" + issue.steps() + "\n" + clauses;
  }
}
