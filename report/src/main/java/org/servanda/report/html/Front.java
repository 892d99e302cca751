package org.servanda.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.History;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Assessment.PathStep;
import org.servanda.model.measure.Survival;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Clock;
import org.servanda.report.answer.EstimateWords;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;

/// The first two pages: the answer and why.
final class Front {
  private static final int STEPS = 7;

  private final Answer answer;
  private final Assessment assessment;
  private final Findings findings;
  private final Charts charts;

  Front(Answer answer, Findings findings, Charts charts) {
    this.answer = answer;
    this.assessment = answer.assessment();
    this.findings = findings;
    this.charts = charts;
  }

  Markup markup() {
    return Markup.of(
        "{}<main><div class=\"curves\">{}{}</div>{}"
            + "<div class=\"pair\"><div>{}{}</div><div>{}</div></div>{}</main>",
        header(),
        survival(),
        causes(),
        alternatives(),
        path(),
        history(),
        ledger(),
        sensitivity());
  }

  private Markup header() {
    String summary = answer.scenario().summary();
    return Markup.of(
        """
        <header>
        <p class="kicker">Will it hold? {}</p>
        <h1>{}</h1>
        <p class="summary">{}</p>
        <div class="verdict">
        <p class="answer">{}</p>
        <p class="measure">{}</p>
        <p class="caution">{}</p>
        </div>
        </header>
        """,
        kicker(),
        PlainText.clean(assessment.title()),
        summary == null ? "" : PlainText.clean(summary),
        findings.verdict(),
        findings.measure(),
        findings.caution());
  }

  private String kicker() {
    String parties =
        answer.parties().stream()
            .map(p -> PlainText.isolated(p.name()))
            .collect(Collectors.joining(", "));
    String variant =
        assessment.variant().equals("as drafted")
            ? ""
            : " · with the change “" + PlainText.isolated(assessment.variant()) + "”";
    return "From " + Numbers.day(assessment.start()) + " · " + parties + variant;
  }

  private static Markup section(String id, String heading, String deck, Markup body) {
    return Markup.of(
        "<section id=\"{}\"><h2>{}</h2><p class=\"deck\">{}</p>{}</section>",
        id,
        heading,
        deck,
        body);
  }

  private Markup survival() {
    var milestones = new ArrayList<>(List.of("Share of histories with"));
    findings.milestones().forEach(y -> milestones.add("#" + Numbers.years(y)));
    var glance = new Table("At a glance", milestones);
    for (Clock clock : Clock.values()) {
      var curve = clock.of(assessment.survival());
      if (curve != null) {
        var cells = new ArrayList<>(List.of(clock.label()));
        findings.milestones().forEach(y -> cells.add(Numbers.percent(curve.at(y))));
        glance.row(cells, clock == findings.clock() ? "total" : "");
      }
    }
    var figure =
        Figure.of(
            "survival-chart",
            charts.survival(),
            "Share of histories in which the event has not happened yet, by years since signature."
                + " A breach is an exposed violation, a pledge openly broken or an attack; a clash"
                + " is an attack by either principal; an agreement leaves force by breach, lawful"
                + " exit or lapse.",
            curves());
    return section(
        "survival",
        "How long it lasts",
        halfLife(),
        Markup.of(
            "<div class=\"beside\">{}<div class=\"glance\">{}</div></div>",
            figure,
            glance.markup()));
  }

  private Table curves() {
    var table =
        new Table(
            "Survival by year", "Years", "#No material breach", "#No armed clash", "#In force");
    for (int i = 0; i < assessment.survival().clash().points().size(); i++) {
      var point = assessment.survival().clash().points().get(i);
      if (point.years() == Math.rint(point.years())) {
        table.row(
            Numbers.plain(point.years()),
            at(assessment.survival().breach(), i),
            at(assessment.survival().clash(), i),
            at(assessment.survival().exit(), i));
      }
    }
    return table;
  }

  private static String at(Survival.@Nullable Curve curve, int i) {
    return curve == null ? "" : Numbers.percent(curve.points().get(i).probability());
  }

  private String halfLife() {
    for (var point : findings.curve().points()) {
      if (point.probability() < 0.5) {
        return "Half of all histories see %s within %s."
            .formatted(
                findings.clock() == Clock.CLASH ? "an armed clash" : "a material breach",
                Numbers.years(point.years()));
      }
    }
    return "More than half of all histories pass %s without %s."
        .formatted(
            Numbers.years(findings.horizon()),
            findings.clock() == Clock.CLASH ? "an armed clash" : "a material breach");
  }

  private Markup causes() {
    var all = findings.causes(findings.clock());
    if (all.isEmpty()) {
      return Markup.NONE;
    }
    var heads = new ArrayList<>(List.of("First event"));
    findings.milestones().forEach(y -> heads.add("#within " + Numbers.years(y)));
    var table = new Table("How it ends, by who moves first", heads);
    for (var cause : all) {
      var cells = new ArrayList<>(List.of(findings.words(cause)));
      findings
          .milestones()
          .forEach(y -> cells.add(Numbers.percent(new Survival.Curve(cause.byYear()).at(y))));
      table.row(cells, "");
    }
    return section(
        "causes",
        "Who moves first, and how",
        findings.firstMover(),
        Figure.of(
            "causes-chart",
            charts.causes(),
            "Height: probability that the agreement has ended this way by then. What is left above"
                + " is the probability that it still lasts. Colors tell parties apart, hatches the"
                + " ways.",
            table));
  }

  private Markup path() {
    var path = assessment.breakPath();
    if (path == null) {
      return Markup.NONE;
    }
    var steps = Findings.turns(path.steps(), STEPS);
    int quiet = path.steps().size() - steps.size();
    return section(
        "path",
        "The most likely way to break",
        "The likeliest single story that ends so, out of very many: %s histories go exactly like this."
            .formatted(Numbers.oneIn(path.probability())),
        Markup.of(
            "<ol class=\"story\">{}</ol><p class=\"source\">{}</p>",
            steps.stream().map(this::step).toList(),
            quiet == 0 ? "" : "Left out: " + quiet + " steps that were more to be expected."));
  }

  private Markup step(PathStep step) {
    String actor = step.actor();
    int tone = charts.tone(actor);
    Markup beliefs =
        step.beliefs().isBlank()
            ? Markup.NONE
            : Markup.of("<p class=\"belief\">{}</p>", PlainText.clean(step.beliefs()));
    return Markup.of(
        """
        <li class="p{}"><p class="when"><time datetime="{}">{}</time> <span>{}</span></p>
        <p class="what">{}</p>{}</li>
        """,
        tone,
        step.date(),
        step.date()
                .getMonth()
                .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH)
            + " "
            + step.date().getYear(),
        Numbers.percent(step.probability()) + " likely at that point",
        PlainText.clean(step.text()),
        beliefs);
  }

  private Markup ledger() {
    var ledger = findings.ledger();
    if (ledger == null) {
      return Markup.NONE;
    }
    return section(
        "ledger",
        "The incentive that decides",
        "%s, if %s. %s"
            .formatted(
                answer.name(ledger.party()),
                EstimateWords.withArticle(ledger.type()),
                Findings.slackWords(ledger)),
        Ledgers.markup("ledger-chart", ledger, charts));
  }

  private Markup alternatives() {
    var heads = new ArrayList<>(List.of("Agreement"));
    for (Clock clock : Clock.values()) {
      heads.add("#" + clock.label() + ", " + Numbers.years(findings.years()));
    }
    answer.parties().forEach(p -> heads.add("#Worth to " + PlainText.isolated(p.name())));
    var table = new Table("The agreement beside its alternatives; worth in stakes", heads);
    var own = lasting(assessment.variant(), assessment.survival());
    answer.parties().forEach(p -> own.add(worth(findings.value(p.key()))));
    table.row(own, "total");
    for (var alternative : assessment.alternatives()) {
      var cells = lasting(PlainText.isolated(alternative.name()), alternative.survival());
      for (var party : answer.parties()) {
        cells.add(
            alternative.values().stream()
                .filter(v -> v.party().equals(party.key()))
                .map(v -> Numbers.stakes(v.value()))
                .findFirst()
                .orElse(""));
      }
      table.row(cells, "");
    }
    return section(
        "alternatives",
        "Beside the alternatives",
        "The same assumptions, another text.",
        Figure.of(
            "alternatives-chart",
            charts.alternatives(),
            "Each line starts at the agreement assessed. Worth is in stakes: 1 is what holding the"
                + " whole disputed issue for ever is worth today. Every panel has its own scale. "
                + findings.gridNote()
                + (findings.clock() == Clock.BREACH && anyWithoutAgreement()
                    ? " * No armed clash: there is no agreement to breach."
                    : ""),
            table));
  }

  private boolean anyWithoutAgreement() {
    return assessment.alternatives().stream().anyMatch(a -> a.survival().breach() == null);
  }

  private List<Object> lasting(String name, Survival survival) {
    var cells = new ArrayList<Object>(List.of(name));
    for (Clock clock : Clock.values()) {
      var curve = clock.of(survival);
      cells.add(curve == null ? "none" : Numbers.percent(curve.at(findings.years())));
    }
    return cells;
  }

  private static String worth(Assessment.@Nullable PartyValue value) {
    return value == null ? "" : Numbers.stakes(value.value());
  }

  private Markup sensitivity() {
    var all = findings.sensitivities();
    if (all.isEmpty()) {
      return Markup.NONE;
    }
    var table =
        new Table(
            "Every assumption moved alone",
            "Assumption",
            "Range",
            "#At its low end",
            "#At its high end",
            "Confidence");
    for (var s : all) {
      var e = s.estimate();
      table.row(
          EstimateWords.of(e.key(), answer.scenario()),
          Numbers.range(e.low(), e.high(), e.unit()),
          Numbers.percent(s.low()),
          Numbers.percent(s.high()),
          EstimateWords.confidence(e.confidence()));
    }
    return section(
        "sensitivity",
        "What would change the answer",
        "“%s” decides most."
            .formatted(EstimateWords.of(all.getFirst().estimate().key(), answer.scenario())),
        Figure.of(
            "sensitivity-chart",
            charts.sensitivity(),
            "Share of histories with %s when one assumption goes to the low (lo) or high (hi) end of its range and the others stay."
                .formatted(findings.moved().words()),
            table));
  }

  private Markup history() {
    History history = answer.scenario().history();
    if (history == null) {
      return Markup.NONE;
    }
    var facts = new ArrayList<String>();
    facts.add(capital(Account.fate(history)) + ".");
    if (history.by() != null) {
      facts.add("By: " + PlainText.isolated(history.by()) + ".");
    }
    if (history.how() != null) {
      facts.add(PlainText.clean(history.how()));
    }
    var source = history.source();
    return section(
        "history",
        "What history did",
        Account.comparison(answer, history, findings),
        Markup.of(
            "<p>{}</p>{}",
            String.join(" ", facts),
            source == null
                ? Markup.NONE
                : Markup.of("<p class=\"source\">Source: {}</p>", source.citation())));
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
