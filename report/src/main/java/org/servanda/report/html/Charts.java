package org.servanda.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.History;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Assessment.Cause;
import org.servanda.model.measure.Survival;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Clock;
import org.servanda.report.answer.EstimateWords;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;
import org.servanda.report.answer.WorldsWords;
import org.servanda.report.chart.DotRows;
import org.servanda.report.chart.LineChart;
import org.servanda.report.chart.StackedAreas;
import org.servanda.report.chart.Tornado;
import org.servanda.report.chart.Waterfall;

/// The charts of one answer. A party keeps its tone in all of them.
final class Charts {
  private static final int CAUSES = 6;
  private static final int ROWS = 7;
  private static final int COMPONENTS = 6;
  private static final int OTHER_TONE = 6;

  private final Answer answer;
  private final Findings findings;

  Charts(Answer answer, Findings findings) {
    this.answer = answer;
    this.findings = findings;
  }

  /// {@return the tone of a party: 1 and 2 for the principals, 3 to 5 and again for the others}
  int tone(@Nullable String party) {
    if (party == null) {
      return OTHER_TONE;
    }
    int place = answer.place(party);
    return place < 2 ? place + 1 : 3 + (place - 2) % 3;
  }

  LineChart survival() {
    var lines = new ArrayList<LineChart.Line>();
    for (Clock clock : Clock.values()) {
      var curve = clock.of(answer.assessment().survival());
      if (curve != null) {
        int tone = clock == findings.clock() ? 0 : clock == Clock.CLASH ? 7 : 6;
        lines.add(
            new LineChart.Line(
                clock.label(),
                tone,
                clock.ordinal() + 1,
                points(curve.points()),
                clock == findings.clock() ? bands(clock) : List.of()));
      }
    }
    return new LineChart(
        "Survival on three clocks",
        survivalSentence(),
        lines,
        findings.horizon(),
        startYear(),
        mark());
  }

  /// Where survival lies in nine worlds of ten, from certainty at signature.
  private List<LineChart.Band> bands(Clock clock) {
    var bands = new ArrayList<LineChart.Band>();
    for (var year : findings.bands(clock)) {
      if (bands.isEmpty()) {
        bands.add(new LineChart.Band(0, 1, 1));
      }
      bands.add(new LineChart.Band(year.years(), year.band().low(), year.band().high()));
    }
    return bands;
  }

  private String survivalSentence() {
    return lineup(Clock.values())
        + " after "
        + findings.milestones().stream().map(Numbers::plain).collect(Collectors.joining(", "))
        + " years.";
  }

  private String lineup(Clock[] clocks) {
    var parts = new ArrayList<String>();
    for (Clock clock : clocks) {
      var curve = clock.of(answer.assessment().survival());
      if (curve != null) {
        parts.add(
            clock.label()
                + " "
                + findings.milestones().stream()
                    .map(y -> Numbers.percent(curve.at(y)))
                    .collect(Collectors.joining(", ")));
      }
    }
    return String.join("; ", parts);
  }

  private LineChart.@Nullable Mark mark() {
    History history = answer.scenario().history();
    if (history == null) {
      return null;
    }
    Double years = Account.yearsHeld(answer);
    return years == null ? null : new LineChart.Mark(years, "In fact: " + Account.fate(history));
  }

  StackedAreas causes() {
    var causes = shownCauses();
    var layers = new ArrayList<StackedAreas.Layer>();
    var used = new java.util.HashMap<Integer, Integer>();
    for (Cause cause : causes) {
      int tone = tone(cause.party());
      int hatch = used.merge(tone, 1, Integer::sum) - 1;
      layers.add(
          new StackedAreas.Layer(
              findings.words(cause), tone, Math.min(hatch, 4), points(cause.byYear())));
    }
    return new StackedAreas(
        "How it ends, by who moves first",
        causes.stream()
                .map(c -> findings.words(c) + " " + Numbers.percent(c.probability()))
                .collect(Collectors.joining("; "))
            + " within "
            + Numbers.years(findings.horizon())
            + ".",
        layers,
        findings.horizon(),
        startYear());
  }

  /// The likeliest causes grouped by party, the rest added up as one.
  private List<Cause> shownCauses() {
    var all = findings.causes(findings.clock());
    var shown = new ArrayList<>(all.stream().limit(CAUSES).toList());
    var rest = all.stream().skip(CAUSES).toList();
    shown.sort(java.util.Comparator.comparingInt(c -> tone(c.party())));
    if (!rest.isEmpty()) {
      var sum = new ArrayList<Survival.Point>();
      for (int i = 0; i < rest.getFirst().byYear().size(); i++) {
        int t = i;
        sum.add(
            new Survival.Point(
                rest.getFirst().byYear().get(i).years(),
                rest.stream().mapToDouble(c -> c.byYear().get(t).probability()).sum()));
      }
      shown.add(new Cause(findings.clock().key(), null, rest.size() + " other ways", sum));
    }
    return shown;
  }

  Waterfall ledger(Assessment.Ledger ledger) {
    var components = Findings.largest(ledger, COMPONENTS);
    double[] rounded =
        Numbers.addingUp(
            components.stream().mapToDouble(Assessment.Component::difference).toArray(), 3);
    var terms = new ArrayList<Waterfall.Term>();
    for (int i = 0; i < rounded.length; i++) {
      terms.add(
          new Waterfall.Term(
              PlainText.clean(components.get(i).name()),
              components.get(i).difference(),
              Numbers.signed(rounded[i])));
    }
    double slack = Findings.slack(ledger);
    return new Waterfall(
        "What speaks for complying and what against",
        terms.stream().map(t -> t.name() + " " + t.shown()).collect(Collectors.joining("; "))
            + "; sum "
            + Numbers.signed(slack)
            + " stakes.",
        terms,
        new Waterfall.Term(
            "Sum: to comply rather than to " + PlainText.clean(ledger.deviation()),
            slack,
            Numbers.signed(slack)));
  }

  DotRows alternatives() {
    var rows = new ArrayList<>(List.of(PlainText.clean(answer.assessment().variant())));
    answer.assessment().alternatives().forEach(a -> rows.add(PlainText.isolated(a.name())));
    boolean listed =
        answer.assessment().alternatives().stream().anyMatch(a -> a.survival().breach() == null);
    if (!listed && !findings.isRefused()) {
      rows.add("no agreement");
    }
    var panels = new ArrayList<DotRows.Panel>();
    var lasting = new ArrayList<>(List.of(percentCell(findings.curve())));
    answer.assessment().alternatives().forEach(a -> lasting.add(lastingCell(a.survival())));
    pad(lasting, rows.size(), new DotRows.Cell(null, "none"));
    panels.add(
        new DotRows.Panel(
            findings.clock().label() + " for " + Numbers.years(findings.years()), 0, lasting));
    for (var party : answer.parties().stream().limit(4).toList()) {
      panels.add(panel(party.key(), rows.size()));
    }
    return new DotRows(
        "The agreement beside its alternatives",
        panels.stream().map(p -> describe(p, rows)).collect(Collectors.joining(". ")) + ".",
        rows,
        panels);
  }

  private DotRows.Panel panel(String party, int rows) {
    var cells = new ArrayList<DotRows.Cell>();
    var own = findings.value(party);
    cells.add(own == null ? new DotRows.Cell(null, "") : stakesCell(own.value()));
    for (var alternative : answer.assessment().alternatives()) {
      cells.add(
          alternative.values().stream()
              .filter(v -> v.party().equals(party))
              .map(v -> stakesCell(v.value()))
              .findFirst()
              .orElse(new DotRows.Cell(null, "")));
    }
    pad(cells, rows, own == null ? new DotRows.Cell(null, "") : stakesCell(own.refused()));
    return new DotRows.Panel("Worth to " + answer.name(party), tone(party), cells);
  }

  private static void pad(List<DotRows.Cell> cells, int size, DotRows.Cell cell) {
    while (cells.size() < size) {
      cells.add(cell);
    }
  }

  private static String describe(DotRows.Panel panel, List<String> rows) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      parts.add(rows.get(i) + " " + panel.cells().get(i).shown());
    }
    return panel.name() + ": " + String.join(", ", parts);
  }

  /// Survival on the headline's clock; without an agreement to breach, of peace, with a mark.
  private DotRows.Cell lastingCell(Survival survival) {
    var curve = findings.clock().of(survival);
    if (curve != null) {
      return percentCell(curve);
    }
    double peace = survival.clash().at(findings.years());
    return new DotRows.Cell(peace, Numbers.percent(peace) + "*");
  }

  private DotRows.Cell percentCell(Survival.Curve curve) {
    double p = curve.at(findings.years());
    return new DotRows.Cell(p, Numbers.percent(p));
  }

  private static DotRows.Cell stakesCell(double value) {
    return new DotRows.Cell(value, Numbers.stakes(value));
  }

  Tornado sensitivity() {
    var rows = new ArrayList<Tornado.Row>();
    for (var s : findings.sensitivities().stream().limit(ROWS).toList()) {
      var e = s.estimate();
      rows.add(
          new Tornado.Row(
              EstimateWords.of(e.key(), answer.scenario()),
              Numbers.range(e.low(), e.high(), e.unit())
                  + ", "
                  + EstimateWords.confidence(e.confidence()),
              s.low(),
              s.high()));
    }
    return new Tornado(
        "How far single assumptions move: " + findings.moved().words(),
        rows.stream()
                .map(r ->
                    r.name() + " " + Numbers.percent(r.low()) + " to " + Numbers.percent(r.high()))
                .collect(Collectors.joining("; "))
            + ".",
        rows,
        findings.moved().survival(),
        "as assumed");
  }

  /// {@return what plausible worlds say of each assumption that decides}
  Tornado swings(WorldsWords words) {
    var rows = new ArrayList<Tornado.Row>();
    for (var swing : words.swings().stream().limit(ROWS).toList()) {
      var low = swing.low().interval();
      var high = swing.high().interval();
      rows.add(
          new Tornado.Row(
              words.name(swing.column()),
              words.ends(swing),
              swing.low().value(),
              swing.high().value(),
              new Tornado.Spread(low.low(), low.high()),
              new Tornado.Spread(high.low(), high.high())));
    }
    return new Tornado(
        "How far single assumptions move it over all worlds: " + words.question(),
        rows.stream()
                .map(r ->
                    r.name() + " " + Numbers.percent(r.low()) + " to " + Numbers.percent(r.high()))
                .collect(Collectors.joining("; "))
            + ".",
        rows,
        words.findings().swings().mean(),
        "all worlds");
  }

  LineChart belief(Assessment.BeliefPath path) {
    var points = path.points();
    var line =
        new LineChart.Line(
            "on average",
            tone(path.party()),
            1,
            points.stream().map(p -> new LineChart.Point(p.years(), p.mean())).toList(),
            points.stream().map(p -> new LineChart.Band(p.years(), p.low(), p.high())).toList());
    return new LineChart(
        "Belief about " + answer.name(path.party()) + ": " + path.type(),
        "From %s at signature to %s after %s, on average."
            .formatted(
                Numbers.percent(points.getFirst().mean()),
                Numbers.percent(points.getLast().mean()),
                Numbers.years(points.getLast().years())),
        List.of(line),
        findings.horizon(),
        startYear(),
        null);
  }

  private double startYear() {
    return answer.assessment().start().getYear();
  }

  private static List<LineChart.Point> points(List<Survival.Point> points) {
    return points.stream().map(p -> new LineChart.Point(p.years(), p.probability())).toList();
  }
}
