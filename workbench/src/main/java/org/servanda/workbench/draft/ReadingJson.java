package org.servanda.workbench.draft;

import static org.servanda.workbench.question.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.scenario.ClauseForm;
import org.servanda.agreement.scenario.ClauseForm.Entry;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.agreement.scenario.Problem;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.VariantSolver;
import org.servanda.report.answer.ClauseWords;

/// What a scenario file says, or all that is wrong with it, as JSON.
public final class ReadingJson {
  private final ScenarioText text;
  private final Scenario scenario;

  private ReadingJson(ScenarioText text, Scenario scenario) {
    this.text = text;
    this.scenario = scenario;
  }

  /// {@return `problems`, or `scenario`, or both if only alternatives are wrong, which are left
  /// out}
  public static SequencedMap<String, @Nullable Object> of(ScenarioText text) {
    return switch (text.read()) {
      case ScenarioReading.Read(var scenario) ->
          object("scenario", new ReadingJson(text, scenario).scenario());
      case ScenarioReading.Rejected(var problems) -> {
        var reading = object("problems", problems(problems));
        var sound = Soundness.of(text, problems);
        if (sound.read() instanceof ScenarioReading.Read(var scenario)) {
          reading.put("scenario", new ReadingJson(sound, scenario).scenario());
        }
        yield reading;
      }
    };
  }

  /// {@return problems in their order}
  public static List<SequencedMap<String, @Nullable Object>> problems(List<Problem> problems) {
    return problems.stream()
        .map(p ->
            object(
                "line", p.line(),
                "column", p.column(),
                "path", p.path(),
                "what", p.what(),
                "value", p.value(),
                "try", p.tryThis()))
        .toList();
  }

  private SequencedMap<String, @Nullable Object> scenario() {
    var time = scenario.time();
    var variants = VariantSolver.variants(scenario);
    var proposals = new ArrayList<Object>();
    variants.forEach((name, agreement) -> proposals.add(proposal(name, agreement)));
    var history = scenario.history();
    return object(
        "title",
        scenario.title(),
        "summary",
        scenario.summary(),
        "start",
        time.start().toString(),
        "years",
        time.years(),
        "step",
        time.step().toString(),
        "parties",
        scenario.parties().stream()
            .map(p ->
                object(
                    "key", p.key(),
                    "name", p.name(),
                    "role", p.role().word(),
                    "protects", p.protects()))
            .toList(),
        "outcome",
        history == null ? null : history.outcome().word(),
        "proposals",
        proposals,
        "clauseKinds",
        ClauseExamples.of(text, scenario),
        "estimates",
        EstimateJson.estimates(
            scenario, VariantSolver.estimates(scenario, variants.values()).values()),
        "rivals",
        EstimateJson.rivals(scenario));
  }

  private SequencedMap<String, @Nullable Object> proposal(
      String name, @Nullable Agreement agreement) {
    var clauses = new ArrayList<Object>();
    if (agreement != null) {
      var words = ClauseWords.of(agreement, scenario);
      for (Clause clause : agreement.clauses()) {
        int place = clauses.size();
        clauses.add(clause(name, place + 1, clause, words.get(place)));
      }
    }
    return object("name", name, "refused", agreement == null, "clauses", clauses);
  }

  private Object clause(String proposal, int number, Clause clause, String words) {
    var form = ClauseForm.of(clause.kind());
    var path =
        proposal.equals(AssessOptions.AS_DRAFTED)
            ? List.of("agreement", String.valueOf(number), clause.kind().word())
            : List.<String>of();
    return object(
        "number",
        number,
        "path",
        path,
        "kind",
        clause.kind().word(),
        "words",
        words,
        "text",
        ClauseText.of(clause),
        "terms",
        form.terms().stream().map(t -> term(clause, t, path)).toList());
  }

  private Object term(Clause clause, ClauseForm.Term term, List<String> path) {
    var row =
        object(
            "key", term.key(),
            "words", term.about(),
            "required", term.isRequired(),
            "path", path.isEmpty() ? path : with(path, term.key()));
    Object value = ClauseForm.value(clause, term.key());
    entry(row, term.entry());
    switch (value) {
      case Estimate estimate -> {
        row.put("written", scenario.written().containsKey(estimate.key()));
        number(row, estimate);
      }
      case null -> {
        row.put("written", false);
        Estimate standard = standard(clause.kind(), term);
        if (standard == null) {
          row.put("value", null);
        } else {
          number(row, standard);
        }
      }
      default -> {
        row.put("written", true);
        row.put("value", value);
      }
    }
    return row;
  }

  private static void number(SequencedMap<String, @Nullable Object> row, Estimate estimate) {
    row.put(
        "value", object("low", estimate.low(), "mode", estimate.mode(), "high", estimate.high()));
    row.put("source", EstimateJson.source(estimate.source()));
    row.put("confidence", estimate.confidence().word());
  }

  /// {@return the parameter that holds where a term is not written}
  private @Nullable Estimate standard(ClauseKind kind, ClauseForm.Term term) {
    String key =
        switch (kind) {
          case VERIFICATION -> term.key().equals("detection") ? "detection.verified" : term.key();
          case SNAPBACK -> term.key().equals("sanctions") ? "sanctions.cost" : "";
          default -> "";
        };
    return Parameters.standard().has(key) ? scenario.estimate(key) : null;
  }

  private void entry(SequencedMap<String, @Nullable Object> row, Entry entry) {
    switch (entry) {
      case Entry.Number(var unit, var min, var max) -> {
        row.put("entry", "number");
        row.put("unit", unit.word());
        row.put("bounds", EstimateJson.bounds(min, max));
      }
      case Entry.Count(var min, var max) -> {
        row.put("entry", "count");
        row.put("bounds", EstimateJson.bounds(min, max));
      }
      case Entry.Choice(var words) -> {
        row.put("entry", "choice");
        row.put("choices", words);
      }
      case Entry.OneParty(var role) -> {
        row.put("entry", "party");
        row.put(
            "choices",
            scenario.parties().stream()
                .filter(p -> role == null || p.role() == role)
                .map(p -> p.key())
                .toList());
      }
      case Entry.Parties() -> {
        row.put("entry", "parties");
        row.put("choices", scenario.parties().stream().map(p -> p.key()).toList());
      }
      case Entry.Day() -> row.put("entry", "day");
      case Entry.Length _ -> row.put("entry", "length");
      case Entry.Moment() -> row.put("entry", "moment");
      case Entry.Words _ -> row.put("entry", "text");
    }
  }

  private static List<String> with(List<String> path, String step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
