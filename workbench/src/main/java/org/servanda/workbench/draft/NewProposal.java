package org.servanda.workbench.draft;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.workbench.question.Refusal;

/// A proposal that is another one with a change.
///
/// @param text of the file
/// @param name of the new proposal
/// @param bare the file with the other proposal as the drafted one and no alternatives
record NewProposal(ScenarioText text, String name, ScenarioText bare) {

  /// {@return a copy of a proposal, not yet in the file}
  ///
  /// @param from name of the proposal copied
  static NewProposal of(ScenarioText text, String name, String from) {
    var scenario = Drafts.read(text);
    if (Drafts.proposal(scenario, from).equals(name) || scenario.alternatives().containsKey(name)) {
      throw Refusal.of(
          Refusal.Kind.NOT_POSSIBLE, "there is a proposal of this name already", "another name");
    }
    var agreement = Drafts.agreement(scenario, from);
    if (agreement == null) {
      throw Refusal.of(
          Refusal.Kind.NOT_POSSIBLE, "the proposal copied signs nothing", "another from");
    }
    var bare = scenario.alternatives().isEmpty() ? text : text.remove("alternatives");
    var list =
        agreement.clauses().stream()
            .map(ClauseText::of)
            .collect(Collectors.joining("}, {", "[{", "}]"));
    return new NewProposal(
        text, name, bare.set(agreement.clauses().isEmpty() ? "[]" : list, "agreement"));
  }

  /// {@return the file with the proposal in it, changed}
  ///
  /// @param change of the drafted proposal of a file
  ScenarioText changed(UnaryOperator<ScenarioText> change) {
    var clauses = Drafts.read(change.apply(bare)).agreement().clauses();
    return new Proposals(text).rewritten(name, clauses.stream().map(ClauseText::of).toList());
  }
}
