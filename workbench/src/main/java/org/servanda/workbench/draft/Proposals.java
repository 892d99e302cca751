package org.servanda.workbench.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.scenario.Alternative;
import org.servanda.agreement.scenario.ClauseForm;
import org.servanda.agreement.scenario.ClauseForm.Entry;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.measure.AssessOptions;
import org.servanda.workbench.question.Refusal;

/// Changes the proposals of a file: the drafted one in place, others as what they change about it.
final class Proposals {
  private static final String AGREEMENT = "agreement";
  private static final String ALTERNATIVES = "alternatives";

  private final ScenarioText text;
  private final Scenario scenario;

  Proposals(ScenarioText text) {
    this.text = text;
    this.scenario = Drafts.read(text);
  }

  /// {@return the text with one more clause in a proposal}
  ///
  /// @param clause on one line
  ScenarioText addClause(String proposal, String clause) {
    if (isDrafted(proposal)) {
      return text.append(clause, AGREEMENT);
    }
    var clauses = clauses(proposal);
    clauses.add(clause);
    return rewritten(proposal, clauses);
  }

  /// {@return the text without a clause of a proposal}
  ///
  /// @param number from 1
  ScenarioText dropClause(String proposal, int number) {
    var clause = clause(proposal, number);
    if (isDrafted(proposal)) {
      return text.dropClause(number);
    }
    var clauses = clauses(proposal);
    clauses.remove(ClauseText.of(clause));
    return rewritten(proposal, clauses);
  }

  /// {@return the text with a term of a clause put to a value}
  ///
  /// @param number of the clause, from 1
  /// @param wanted the value; if there is none the term is taken out
  ScenarioText setTerm(String proposal, int number, String term, TermValue wanted) {
    var clause = clause(proposal, number);
    String kind = clause.kind().word();
    demandTerm(clause, term);
    String value = wanted.over(ClauseForm.value(clause, term));
    if (isDrafted(proposal)) {
      return value == null
          ? text.remove(AGREEMENT, String.valueOf(number), kind, term)
          : text.setTerm(number, kind, term, value);
    }
    String line = "{" + ClauseText.of(clause) + "}";
    var alone = new ScenarioText("clause", line);
    String changed =
        (value == null ? alone.remove(kind, term) : alone.set(value, kind, term)).text();
    var clauses = clauses(proposal);
    clauses.set(number - 1, changed.substring(1, changed.length() - 1));
    return rewritten(proposal, clauses);
  }

  /// {@return the text with one more proposal, a copy of another}
  ///
  /// @param from name of an alternative; null for one that refuses
  ScenarioText addProposal(String name, @Nullable String from) {
    if (isDrafted(name) || scenario.alternatives().containsKey(name)) {
      throw impossible("there is a proposal \"%s\" already".formatted(name), "another name");
    }
    if (from == null) {
      return text.set("{refuse: true}", ALTERNATIVES, name);
    }
    if (isDrafted(from)) {
      throw impossible(
          "a proposal that says the same as the drafted one cannot stand in the file",
          "addProposal with a change: addClause, dropClause or setTerm");
    }
    return switch (alternative(from)) {
      case Alternative.Refusal _ -> text.set("{refuse: true}", ALTERNATIVES, name);
      case Alternative.Variant _ -> rewritten(name, clauses(from));
    };
  }

  /// {@return the text without a proposal}
  ScenarioText dropProposal(String name) {
    if (isDrafted(name)) {
      throw impossible("the drafted proposal cannot be dropped", "an alternative");
    }
    alternative(name);
    return scenario.alternatives().size() == 1
        ? text.remove(ALTERNATIVES)
        : text.remove(ALTERNATIVES, name);
  }

  /// {@return the text with a proposal that consists of these clauses}
  ///
  /// @param clauses on one line each
  ScenarioText rewritten(String name, List<String> clauses) {
    var base = new ArrayList<>(scenario.agreement().clauses());
    var added = new ArrayList<>(clauses);
    var dropped = new ArrayList<Clause>();
    for (Clause clause : base) {
      if (!added.remove(ClauseText.of(clause))) {
        dropped.add(clause);
      }
    }
    if (dropped.isEmpty() && added.isEmpty()) {
      throw impossible(
          "proposal \"%s\" would say the same as the drafted one".formatted(name),
          "another change, or dropProposal");
    }
    var parts = new ArrayList<String>();
    if (!dropped.isEmpty()) {
      parts.add(
          dropped.stream()
              .map(c -> selector(c, base))
              .collect(Collectors.joining(", ", "drop: [", "]")));
    }
    if (!added.isEmpty()) {
      parts.add(added.stream().collect(Collectors.joining("}, {", "add: [{", "}]")));
    }
    return text.set("{" + String.join(", ", parts) + "}", ALTERNATIVES, name);
  }

  /// {@return what names a clause among others: its kind, with the terms that must be written if
  /// there are several of the kind}
  private static String selector(Clause clause, List<Clause> all) {
    String kind = clause.kind().word();
    if (all.stream().filter(c -> c.kind() == clause.kind()).count() == 1) {
      return kind;
    }
    var terms = new LinkedHashMap<String, String>();
    for (var term : ClauseForm.of(clause.kind()).terms()) {
      Object value = ClauseForm.value(clause, term.key());
      boolean isNumber = term.entry() instanceof Entry.Number;
      boolean tells = term.isRequired() || term.key().equals("where") || term.key().equals("when");
      if (value != null && !isNumber && tells) {
        String written =
            value instanceof List<?> keys
                ? keys.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                : Quoted.text(value.toString());
        terms.put(term.key(), written);
      }
    }
    return terms.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", ", "{" + kind + ": {", "}}"));
  }

  private static boolean isDrafted(String proposal) {
    return proposal.equals(AssessOptions.AS_DRAFTED);
  }

  private Alternative alternative(String name) {
    return Drafts.alternative(scenario, name);
  }

  private List<String> clauses(String proposal) {
    return new ArrayList<>(agreement(proposal).clauses().stream().map(ClauseText::of).toList());
  }

  private Agreement agreement(String proposal) {
    if (isDrafted(proposal)) {
      return scenario.agreement();
    }
    return switch (alternative(proposal)) {
      case Alternative.Variant(_, var agreement) -> agreement;
      case Alternative.Refusal(var name) ->
          throw impossible("proposal \"%s\" signs nothing".formatted(name), "another proposal");
    };
  }

  private Clause clause(String proposal, int number) {
    var clauses = agreement(proposal).clauses();
    if (number < 1 || number > clauses.size()) {
      throw impossible(
          "clause is %d, bound: 1 to %d".formatted(number, clauses.size()),
          "a number in the reading");
    }
    return clauses.get(number - 1);
  }

  private static void demandTerm(Clause clause, String term) {
    var terms = ClauseForm.of(clause.kind()).terms().stream().map(ClauseForm.Term::key).toList();
    if (!terms.contains(term)) {
      throw impossible(
          "a %s has no term of this name".formatted(clause.kind().word()),
          terms.isEmpty() ? "another clause" : "one of " + String.join(", ", terms));
    }
  }

  private static Refusal impossible(String detail, String tryThis) {
    return Refusal.of(Refusal.Kind.NOT_POSSIBLE, detail, tryThis);
  }
}
