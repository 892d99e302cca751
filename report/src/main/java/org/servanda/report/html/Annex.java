package org.servanda.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Conduct;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.evidence.Source;
import org.servanda.model.measure.AssessOptions.Detail;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Assessment.BeliefPath;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.ClauseWords;
import org.servanda.report.answer.Clock;
import org.servanda.report.answer.EstimateWords;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;
import org.servanda.report.answer.Quality;
import org.servanda.report.answer.Verdict;

/// What the answer rests on, for those who want to dispute it.
final class Annex {
  private final Answer answer;
  private final Assessment assessment;
  private final Findings findings;
  private final Charts charts;

  Annex(Answer answer, Findings findings, Charts charts) {
    this.answer = answer;
    this.assessment = answer.assessment();
    this.findings = findings;
    this.charts = charts;
  }

  Markup markup() {
    return Markup.of(
        "<div class=\"annex\"><h2 class=\"annexhead\">Annex: what the answer rests"
            + " on</h2>{}{}{}{}{}{}{}{}{}{}{}{}{}{}</div>",
        agreement(),
        Worlds.markup(answer, charts),
        Repairs.markup(answer),
        Signs.markup(answer),
        beliefs(),
        priors(),
        assumptions(),
        values(),
        WorstCase.markup(answer, findings),
        otherCauses(),
        rates(),
        otherLedgers(),
        omissions(),
        manifest());
  }

  static Markup section(String id, String heading, String deck, Object body) {
    return Markup.of(
        "<section id=\"{}\"><h3>{}</h3><p class=\"deck\">{}</p>{}</section>",
        id,
        heading,
        deck,
        body);
  }

  private Markup agreement() {
    var scenario = answer.scenario();
    var clauses =
        ClauseWords.of(scenario.agreement(), scenario).stream()
            .map(c -> Markup.of("<li>{}</li>", c))
            .toList();
    String about = scenario.issue().about();
    String issue =
        "Disputed: %s. Held at signature: by %s %s, by %s %s."
            .formatted(
                about == null ? "an issue the file does not name" : PlainText.isolated(about),
                answer.name(scenario.first().key()),
                Numbers.quantity(scenario.issue().first().mode(), scenario.issue().first().unit()),
                answer.name(scenario.second().key()),
                Numbers.quantity(
                    scenario.issue().second().mode(), scenario.issue().second().unit()));
    return section(
        "agreement",
        "The agreement as read",
        issue,
        clauses.isEmpty()
            ? Markup.of("<p>No clause.</p>")
            : Markup.of("<ol class=\"clauses\">{}</ol>", clauses));
  }

  private Markup beliefs() {
    if (assessment.beliefs().isEmpty()) {
      return Markup.NONE;
    }
    var figures = new ArrayList<Markup>();
    int i = 0;
    for (BeliefPath path : tellingBeliefs()) {
      figures.add(
          Markup.of(
              "<div><h4>Belief about {}: {}</h4>{}</div>",
              answer.name(path.party()),
              path.type(),
              Figure.of("belief-" + ++i, charts.belief(path), "", points(path))));
    }
    return section(
        "beliefs",
        "How trust moves",
        "While the agreement is in force: the average over histories, and the range in which 80 of"
            + " 100 histories lie.",
        Markup.of("<div class=\"multiples\">{}</div>", figures));
  }

  /// Beliefs that say something of their own: of two dispositions, the second; the first is the
  /// rest.
  private List<BeliefPath> tellingBeliefs() {
    return assessment.beliefs().stream()
        .filter(path -> {
          var own = assessment.beliefs().stream().filter(b -> b.party().equals(path.party()));
          var types = own.map(BeliefPath::type).toList();
          return types.size() != 2 || types.getLast().equals(path.type());
        })
        .toList();
  }

  private static Table points(BeliefPath path) {
    var table = new Table("Belief by year", "Years", "#Lowest tenth", "#Average", "#Highest tenth");
    for (var p : path.points()) {
      if (p.years() == Math.rint(p.years())) {
        table.row(
            Numbers.plain(p.years()),
            Numbers.percent(p.low()),
            Numbers.percent(p.mean()),
            Numbers.percent(p.high()));
      }
    }
    return table;
  }

  private Markup priors() {
    var shown =
        assessment.priors().stream()
            .filter(p -> p.after().size() > 1 && !p.steps().isEmpty())
            .toList();
    if (shown.isEmpty()) {
      return Markup.NONE;
    }
    return section(
        "priors",
        "From record to belief",
        "What others believe at signature. Every pledge kept or broken before counts once, the"
            + " older the less: its likelihood under each disposition is raised to the weight shown"
            + " and multiplied into the belief before it. A party with one disposition has none to"
            + " be believed; its pledges are in the file and move nothing.",
        shown.stream().map(this::prior).toList());
  }

  private Markup prior(RecordedPrior prior) {
    var types = List.copyOf(prior.before().keySet());
    var heads =
        new ArrayList<>(List.of("Pledge of " + answer.name(prior.party()), "Conduct", "#Weight"));
    types.forEach(t -> heads.add("#Likelihood if " + t.word()));
    types.forEach(t -> heads.add("#Belief: " + t.word()));
    var table = new Table("Belief about " + PlainText.clean(answer.name(prior.party())), heads);
    var before = new ArrayList<>(List.of("before the record", "", ""));
    types.forEach(_ -> before.add(""));
    types.forEach(t -> before.add(Numbers.percent(prior.before().getOrDefault(t, 0.0))));
    table.row(before, "");
    for (var step : prior.steps()) {
      table.row(cells(step, types), "");
    }
    return table.markup();
  }

  private static List<String> cells(RecordedPrior.Step step, List<Disposition> types) {
    var entry = step.entry();
    var source = entry.source();
    var cells = new ArrayList<String>();
    cells.add(
        PlainText.isolated(entry.pledge()) + (source == null ? "" : " [" + source.key() + "]"));
    cells.add(
        (entry.conduct() == Conduct.KEPT ? "kept until " : "broken ") + Numbers.day(entry.on()));
    cells.add(Numbers.plain(step.weight()));
    types.forEach(t -> cells.add(Numbers.plain(step.likelihood().getOrDefault(t, 0.0))));
    types.forEach(t -> cells.add(Numbers.percent(step.posterior().getOrDefault(t, 0.0))));
    return cells;
  }

  private Markup assumptions() {
    var table =
        new Table(
            "Every estimate, with the value of this run",
            "Assumption",
            "#Used",
            "#Range",
            "Confidence",
            "Source");
    var sources = new TreeMap<String, String>();
    answer.scenario().record().entries().forEach(entry -> note(sources, entry.source()));
    for (var a : assessment.assumptions()) {
      var e = a.estimate();
      var source = e.source();
      note(sources, source);
      table.row(
          Markup.of(
              "{} <code>{}</code>",
              EstimateWords.of(e.key(), answer.scenario()),
              PlainText.clean(e.key())),
          Numbers.quantity(a.value(), e.unit()),
          e.isUncertain() ? Numbers.range(e.low(), e.high(), e.unit()) : "exact",
          EstimateWords.confidence(e.confidence()),
          source == null
              ? "none given"
              : Markup.of("<code>{}</code>", PlainText.clean(source.key())));
    }
    var citations = new ArrayList<Markup>();
    sources.forEach(
        (key, text) -> citations.add(Markup.of("<p><code>{}</code> {}</p>", key, text)));
    return section(
        "assumptions",
        "Assumptions",
        "Each can be changed in the file, under its key. Unchecked means: may be wrong in detail,"
            + " or nobody said where it comes from.",
        Markup.of("{}<h4>Sources</h4><div class=\"sources\">{}</div>", table.markup(), citations));
  }

  private static void note(Map<String, String> sources, @Nullable Source source) {
    if (source != null) {
      sources.put(PlainText.clean(source.key()), PlainText.clean(source.citation()));
    }
  }

  private Markup values() {
    var table =
        new Table(
            "Worth in stakes, by disposition",
            "Party",
            "Disposition",
            "#Belief at signature",
            "#With this agreement",
            "#Without any",
            "#Gain");
    for (var party : answer.parties()) {
      for (var value : averageFirst()) {
        if (value.party().equals(party.key())) {
          boolean all = value.type().equals("all");
          int type = party.types().indexOf(value.type());
          table.row(
              List.of(
                  answer.name(party.key()),
                  all ? "on average" : value.type(),
                  type < 0 ? "" : Numbers.percent(party.prior().get(type)),
                  Numbers.stakes(value.value()),
                  Numbers.stakes(value.refused()),
                  Numbers.signed(value.value() - value.refused())),
              all ? "total" : "");
        }
      }
    }
    return section(
        "values", "What it is worth to whom", "With this agreement and with none.", table.markup());
  }

  private List<Assessment.PartyValue> averageFirst() {
    return assessment.values().stream()
        .sorted(Comparator.comparing(v -> !v.type().equals("all")))
        .toList();
  }

  private Markup otherCauses() {
    var table = new Table("First event on each clock", "Clock", "First event", "#Probability");
    for (Clock clock : Clock.values()) {
      for (var cause : findings.causes(clock)) {
        table.row(clock.label(), findings.words(cause), Numbers.percent(cause.probability()));
      }
    }
    return section(
        "clocks",
        "How each clock stops",
        "Within " + Numbers.years(findings.horizon()) + ".",
        table.markup());
  }

  private Markup rates() {
    var rates = new Table("How often", "What", "#Per year", "#At least once");
    for (var r : assessment.rates()) {
      Double ever = r.ever();
      rates.row(
          PlainText.clean(r.name()),
          Numbers.plain(r.perYear()),
          ever == null ? "" : Numbers.percent(ever));
    }
    var margins =
        new Table(
            "Smallest advantage of complying along likely histories, in stakes",
            "Party",
            "Disposition",
            "#Advantage",
            "Over",
            "When");
    for (var m : assessment.margins()) {
      margins.row(
          answer.name(m.party()),
          m.type(),
          Numbers.signed(m.slack()),
          PlainText.clean(m.deviation()),
          Numbers.dated(PlainText.clean(m.situation())));
    }
    return section(
        "rates",
        "What else happens, and how thin the margins are",
        "A negative advantage means that some other move is better than to comply.",
        Markup.of("{}{}", rates.markup(), margins.markup()));
  }

  private Markup otherLedgers() {
    var first = findings.ledger();
    var ledgers = assessment.ledgers().stream().filter(l -> !l.equals(first)).toList();
    if (ledgers.isEmpty()) {
      return Markup.NONE;
    }
    var parts = new ArrayList<Markup>();
    int i = 0;
    for (var ledger : ledgers) {
      parts.add(
          Markup.of(
              "<div class=\"ledger\"><h4>{}, if {}</h4><p class=\"deck\">{}</p>{}</div>",
              answer.name(ledger.party()),
              EstimateWords.withArticle(ledger.type()),
              Findings.slackWords(ledger),
              Ledgers.markup("ledger-" + ++i, ledger, charts)));
    }
    return section("ledgers", "Other incentives", "At other turns of the road.", parts);
  }

  private Markup omissions() {
    if (assessment.omissions().isEmpty()) {
      return Markup.NONE;
    }
    var table = new Table("Not solved", "What", "Why");
    for (var o : assessment.omissions()) {
      table.row(PlainText.isolated(o.what()), PlainText.isolated(o.reason()));
    }
    return section(
        "omissions",
        "What was left out",
        "Asked for and not solved: alternatives and single assumptions at an end of their range.",
        table.markup());
  }

  private Markup manifest() {
    var manifest = answer.manifest();
    var precision = manifest.precision();
    var table = new Table("How to get this report again", "Item", "Value");
    table.row("Servanda", manifest.version());
    table.row("Scenario file", PlainText.isolated(manifest.file()));
    table.row("SHA-256 of the file", Markup.of("<code>{}</code>", manifest.sha256()));
    table.row("Agreement", PlainText.isolated(manifest.variant()));
    table.row("Precision", precision == null ? "each party's own" : Numbers.plain(precision));
    table.row(
        "Detail",
        manifest.detail() == Detail.SENSITIVITY
            ? "full, single assumptions moved"
            : "quick, single assumptions not moved");
    table.row("Belief intervals per party", String.valueOf(manifest.resolution()));
    table.row("Balance steps on either side", String.valueOf(manifest.balanceSteps()));
    table.row("Seed", String.valueOf(manifest.seed()));
    String words =
        List.of(Verdict.values()).stream()
            .map(v ->
                v.words().toLowerCase(java.util.Locale.ROOT) + " from " + Numbers.percent(v.from()))
            .collect(Collectors.joining("; "));
    return section(
        "manifest",
        "How well it was solved, and how to repeat it",
        Quality.sentence(assessment.solution()) + " " + findings.selection(),
        Markup.of(
            "{}<p class=\"source\">Words of the verdict: {}. A stake is what holding the whole"
                + " disputed issue for ever is worth today.</p>",
            table.markup(),
            words));
  }
}
