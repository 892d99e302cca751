package org.servanda.workbench.draft;

import static org.servanda.workbench.question.Refusal.Kind.NOT_POSSIBLE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.VariantSolver;
import org.servanda.workbench.question.Question;
import org.servanda.workbench.question.Refusal;
import tools.jackson.databind.JsonNode;

/// Makes the changes of a request in the text of a scenario file; comments and layout stay.
public final class Edits {
  private static final int MOST = 100;
  private static final int LONGEST_VALUE = 4000;
  private static final int MOST_STEPS = 12;
  private static final String DRAFTED = AssessOptions.AS_DRAFTED;

  private Edits() {}

  /// {@return the text with all edits of a request made, in their order}
  ///
  /// @param question with a list `edits`
  /// @throws Refusal if one cannot be made; then none is
  public static ScenarioText made(ScenarioText text, Question question) {
    ScenarioText changed = text;
    int place = 0;
    for (JsonNode edit : question.items("edits", MOST)) {
      String at = "/edits/" + place++;
      try {
        changed = made(changed, at, edit);
      } catch (IllegalArgumentException refused) {
        throw Refusal.saying(NOT_POSSIBLE, at + ": " + refused.getMessage());
      }
    }
    return changed;
  }

  private static ScenarioText made(ScenarioText text, String at, JsonNode edit) {
    JsonNode said = edit.get("do");
    String what = said != null && said.isString() ? said.stringValue() : "";
    return switch (what) {
      case "set" -> {
        var asked = Question.of(at, edit, "do", "path", "value");
        yield text.set(asked.text("value", LONGEST_VALUE), path(asked));
      }
      case "remove" -> text.remove(path(Question.of(at, edit, "do", "path")));
      case "append" -> {
        var asked = Question.of(at, edit, "do", "path", "value");
        yield text.append(asked.text("value", LONGEST_VALUE), path(asked));
      }
      case "addClause", "dropClause", "setTerm" -> clause(text, at, edit, what, null);
      case "setEstimate" -> estimate(text, at, edit);
      case "addProposal" -> addProposal(text, at, edit);
      case "dropProposal" ->
          new Proposals(text)
              .dropProposal(Question.of(at, edit, "do", "name").text("name", Drafts.LONGEST_NAME));
      case "swapRoles" -> {
        Question.of(at, edit, "do");
        yield swapped(text);
      }
      case "chooseRivals" -> rivals(text, at, edit);
      default ->
          throw Question.wrong(
              at + "/do",
              "is not an edit",
              "set, remove, append, addClause, dropClause, setTerm, setEstimate, addProposal,"
                  + " dropProposal, swapRoles, chooseRivals",
              "\"do\": \"setTerm\"");
    };
  }

  private static String[] path(Question asked) {
    var path = asked.texts("path", MOST_STEPS, Drafts.LONGEST_NAME);
    if (path == null || path.isEmpty()) {
      throw Question.wrong(
          asked.place() + "/path",
          path == null ? "is missing" : "is empty",
          "keys and item numbers",
          "[\"agreement\", \"2\"]");
    }
    return path.toArray(String[]::new);
  }

  /// {@return the text with one clause changed}
  ///
  /// @param into the proposal to change; null if the edit names it
  private static ScenarioText clause(
      ScenarioText text, String at, JsonNode edit, String what, @Nullable String into) {
    var asked = Question.of(at, edit, "do", "proposal", "clause", "term", "value");
    String named = asked.textIfSaid("proposal", Drafts.LONGEST_NAME);
    String proposal = into != null ? into : named == null ? DRAFTED : named;
    var proposals = new Proposals(text);
    return switch (what) {
      case "addClause" -> proposals.addClause(proposal, asked.text("clause", LONGEST_VALUE));
      case "dropClause" -> proposals.dropClause(proposal, number(asked));
      default -> setTerm(proposals, proposal, asked);
    };
  }

  private static int number(Question asked) {
    return (int) asked.whole("clause", 0, 0, 1000);
  }

  private static ScenarioText setTerm(Proposals proposals, String proposal, Question asked) {
    String term = asked.text("term", Drafts.LONGEST_NAME);
    return proposals.setTerm(proposal, number(asked), term, TermValue.of(asked, "value"));
  }

  private static ScenarioText addProposal(ScenarioText text, String at, JsonNode edit) {
    var asked = Question.of(at, edit, "do", "name", "from", "change");
    String name = asked.text("name", Drafts.LONGEST_NAME);
    String from = asked.textIfSaid("from", Drafts.LONGEST_NAME);
    JsonNode change = edit.get("change");
    if (change == null || change.isNull()) {
      return new Proposals(text).addProposal(name, from);
    }
    JsonNode said = change.get("do");
    String what = said != null && said.isString() ? said.stringValue() : "";
    if (!List.of("addClause", "dropClause", "setTerm").contains(what)) {
      throw Question.wrong(
          at + "/change/do", "is not a change", "addClause, dropClause or setTerm", "addClause");
    }
    return NewProposal.of(text, name, from == null ? DRAFTED : from)
        .changed(t -> clause(t, at + "/change", change, what, DRAFTED));
  }

  private static ScenarioText estimate(ScenarioText text, String at, JsonNode edit) {
    var asked = Question.of(at, edit, "do", "key", "value");
    String key = asked.text("key", 2 * Drafts.LONGEST_NAME);
    var scenario = Drafts.read(text);
    var estimate =
        VariantSolver.estimates(scenario, VariantSolver.variants(scenario).values()).get(key);
    if (estimate == null) {
      throw Refusal.of(
          NOT_POSSIBLE, at + "/key: no proposal rests on such a number", "a key of the reading");
    }
    var place = EstimatePlace.of(scenario, key);
    if (place.path().isEmpty()) {
      throw Refusal.of(
          NOT_POSSIBLE,
          at + "/key: this number belongs to a clause of an alternative",
          "setTerm with the proposal, the clause and the term");
    }
    var range = TermValue.range(asked, "value", estimate);
    var changed = text.set(TermValue.written(range), path(place.path()));
    return complemented(scenario, changed, place.path(), range.mode());
  }

  /// Shares of two sum to one: what one gains the other loses.
  private static ScenarioText complemented(
      Scenario before, ScenarioText text, List<String> path, double mode) {
    boolean isShare = path.size() == 3 && path.getFirst().equals("issue");
    boolean isDisposition = path.size() == 4 && path.get(2).equals("dispositions");
    if (!isShare && !isDisposition) {
      return text;
    }
    var block = path.subList(0, path.size() - 1);
    return new Complement(before, text, block, path.getLast()).putTo(1 - mode);
  }

  private static String[] path(List<String> path) {
    return path.toArray(String[]::new);
  }

  private static ScenarioText swapped(ScenarioText text) {
    var scenario = Drafts.read(text);
    var first = scenario.first();
    var second = scenario.second();
    return text.set(Quoted.text(second.name()), "parties", first.key(), "name")
        .set(Quoted.text(first.name()), "parties", second.key(), "name");
  }

  private static ScenarioText rivals(ScenarioText text, String at, JsonNode edit) {
    var asked = Question.of(at, edit, "do", "key", "set");
    String key = asked.text("key", Drafts.LONGEST_NAME);
    String set = asked.textIfSaid("set", Drafts.LONGEST_NAME);
    var sets =
        Parameters.standard().has(key)
            ? Parameters.standard().sets(key).keySet()
            : List.<String>of();
    if (sets.isEmpty() || (set != null && !sets.contains(set))) {
      throw Refusal.of(
          NOT_POSSIBLE,
          at + (sets.isEmpty() ? "/key: schools do not differ on it" : "/set: no such set"),
          sets.isEmpty() ? "a key of rivals in the reading" : "one of " + String.join(", ", sets));
    }
    if (set != null) {
      return text.set(set, "assumptions", key);
    }
    return Drafts.read(text).written().containsKey(key) ? text.remove("assumptions", key) : text;
  }
}
