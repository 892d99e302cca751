package org.servanda.workbench.draft;

import static org.servanda.workbench.question.Json.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.scenario.Alternative;
import org.servanda.agreement.scenario.ClauseForm;
import org.servanda.agreement.scenario.ClauseForm.Entry;
import org.servanda.agreement.scenario.ClauseForm.Term;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;

/// One clause of every kind that could be added to a scenario.
///
/// Who, how much and how strongly is tried in turn, and the first that leaves a text without
/// problems is shown. What was found is remembered by what it depends on, so that a slider moved
/// costs nothing.
final class ClauseExamples {
  /// Texts longer than this are not tried: every try reads the whole.
  private static final int LONGEST_TRIED = 64 << 10;

  /// Tries for one kind.
  private static final int MOST_TRIED = 12;

  private static final int MOST_MORE = 4;
  private static final int MOST_REMEMBERED = 128;
  private static final List<String> SMALLER = List.of("0.1", "0.05", "0.02", "0.01");
  private static final List<String> OTHER_TIMES = List.of("P10Y", "P2Y", "P1Y");

  /// What may change without changing what can be added: ranges of numbers and levels.
  private static final String RANGES = "\\{low: [^}]*}|level: [a-z-]+";

  private static final String NEITHER = "no party of the scenario can be named in it";

  private static final Map<String, List<Object>> REMEMBERED =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Object>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private final ScenarioText text;
  private final Scenario scenario;

  private ClauseExamples(ScenarioText text, Scenario scenario) {
    this.text = text;
    this.scenario = scenario;
  }

  /// {@return an entry for every kind, JSON}
  ///
  /// @param text without problems
  /// @param scenario what it says
  static List<Object> of(ScenarioText text, Scenario scenario) {
    var examples = new ClauseExamples(text, scenario);
    if (text.text().length() > LONGEST_TRIED) {
      return examples.all();
    }
    String key = examples.key();
    synchronized (REMEMBERED) {
      var known = REMEMBERED.get(key);
      if (known != null) {
        return known;
      }
    }
    var made = examples.all();
    synchronized (REMEMBERED) {
      REMEMBERED.put(key, made);
    }
    return made;
  }

  private List<Object> all() {
    return Arrays.stream(ClauseKind.values()).<Object>map(this::example).toList();
  }

  /// What the examples depend on: all but the values of numbers, save those that decide which
  /// amounts are tried.
  private String key() {
    var key = new StringBuilder(scenario.time().start().toString());
    scenario.parties().forEach(p -> key.append(p.key()).append(p.role()).append(p.protects()));
    key.append(tries(ClauseForm.of(ClauseKind.TERRITORIAL_TERMS)));
    append(key, "", scenario.agreement());
    scenario
        .alternatives()
        .forEach((name, a) ->
            append(key, name, a instanceof Alternative.Variant(_, var signed) ? signed : null));
    return key.toString();
  }

  private static void append(StringBuilder key, String name, @Nullable Agreement agreement) {
    key.append('\n').append(name).append(": ");
    if (agreement != null) {
      agreement
          .clauses()
          .forEach(c -> key.append(ClauseText.of(c).replaceAll(RANGES, "{}")).append("; "));
    }
  }

  private SequencedMap<String, @Nullable Object> example(ClauseKind kind) {
    var form = ClauseForm.of(kind);
    var tries = tries(form);
    String first = tries.isEmpty() ? form.example(this::party) : tries.getFirst();
    if (text.text().length() > LONGEST_TRIED) {
      return entry(form, first, null, null);
    }
    String problem = NEITHER;
    for (String one : tries) {
      String found = problem(one);
      if (found == null) {
        return entry(form, one, true, null);
      }
      problem = one.equals(first) ? found : problem;
    }
    return entry(form, first, false, problem);
  }

  private static SequencedMap<String, @Nullable Object> entry(
      ClauseForm form, String example, @Nullable Boolean fits, @Nullable String problem) {
    return object(
        "kind",
        form.kind().word(),
        "words",
        form.about(),
        "example",
        example,
        "fits",
        fits,
        "problem",
        problem);
  }

  /// {@return why a clause cannot be added; null if it can}
  private @Nullable String problem(String clause) {
    return switch (text.append(clause, "agreement").read()) {
      case ScenarioReading.Read _ -> null;
      case ScenarioReading.Rejected(var problems) -> problems.getFirst().what();
    };
  }

  /// {@return clauses to try: first with what must be said, the parties changing before the rest,
  /// then with one thing more, which sets a second clause of a kind apart from the first}
  private List<String> tries(ClauseForm form) {
    var required = form.terms().stream().filter(Term::isRequired).toList();
    List<List<String>> rows = List.of(List.of());
    for (Term term : required.reversed()) {
      var longer = new ArrayList<List<String>>();
      for (List<String> row : rows) {
        values(term)
            .forEach(v ->
                longer.add(Stream.concat(Stream.of(term.key() + ": " + v), row.stream()).toList()));
      }
      rows = longer;
    }
    var plain = rows.stream().filter(this::isSensible).limit(MOST_TRIED).toList();
    var all = new ArrayList<>(plain);
    for (Term term : form.terms()) {
      boolean setsApart =
          !term.isRequired()
              && (term.entry() instanceof Entry.Words
                  || term.entry() instanceof Entry.Length
                  || term.entry() instanceof Entry.Moment
                  || form.kind() == ClauseKind.DISARMAMENT);
      if (setsApart) {
        plain.stream()
            .limit(MOST_MORE)
            .forEach(row ->
                all.add(
                    Stream.concat(row.stream(), Stream.of(term.key() + ": " + more(term)))
                        .toList()));
      }
    }
    return all.stream().map(r -> form.kind().word() + ": {" + String.join(", ", r) + "}").toList();
  }

  private static String more(Term term) {
    return term.entry() instanceof Entry.Words ? "the border" : term.example();
  }

  private List<String> values(Term term) {
    return switch (term.entry()) {
      case Entry.OneParty(var role) -> {
        var fitting =
            scenario.parties().stream()
                .filter(p -> role == null || p.role() == role)
                .map(Party::key)
                .toList();
        String usual = party(term);
        yield Stream.concat(fitting.stream().filter(usual::equals), fitting.stream())
            .distinct()
            .toList();
      }
      case Entry.Parties() -> {
        String one = scenario.first().key();
        String two = scenario.second().key();
        yield List.of("[" + one + ", " + two + "]", "[" + one + "]", "[" + two + "]");
      }
      case Entry.Choice(var words) -> with(term.example(), words);
      case Entry.Number _ ->
          term.key().equals("share") ? with(term.example(), SMALLER) : List.of(term.example());
      case Entry.Moment() -> with(term.example(), OTHER_TIMES);
      case Entry.Count _, Entry.Day _, Entry.Length _, Entry.Words _ -> List.of(term.example());
    };
  }

  private static List<String> with(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).distinct().toList();
  }

  /// {@return whether a clause is between two parties, and nobody hands over more than is held}
  private boolean isSensible(List<String> terms) {
    String from = said(terms, "from") == null ? said(terms, "by") : said(terms, "from");
    String share = said(terms, "share");
    if (from != null && from.equals(said(terms, "to"))) {
      return false;
    }
    if (share == null || from == null) {
      return true;
    }
    var issue = scenario.issue();
    var held = issue.first().key().equals("issue.share." + from) ? issue.first() : issue.second();
    return Double.parseDouble(share) <= held.mode() + 1e-9;
  }

  private static @Nullable String said(List<String> terms, String key) {
    String start = key + ": ";
    return terms.stream()
        .filter(t -> t.startsWith(start))
        .map(t -> t.substring(start.length()))
        .findFirst()
        .orElse(null);
  }

  /// {@return the party that a term names first}
  private String party(Term term) {
    if (!(term.entry() instanceof Entry.OneParty(var role))) {
      return "[" + scenario.first().key() + ", " + scenario.second().key() + "]";
    }
    return scenario.parties().stream()
        .filter(p -> role == null || p.role() == role)
        .filter(p -> !term.key().equals("to") || p.key().equals(scenario.second().key()))
        .map(Party::key)
        .findFirst()
        .orElse(scenario.second().key());
  }
}
