package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Assessment.Alternative;
import org.servanda.model.measure.Assessment.Component;
import org.servanda.model.measure.Assessment.Omission;
import org.servanda.model.measure.Assessment.PathStep;
import org.servanda.model.measure.Assessment.Solution;
import org.servanda.model.measure.Survival;
import org.servanda.study.finding.Band;
import org.servanda.study.finding.VariantFinding.YearBand;

/// The answer on one screen: 80 columns, at most 50 lines, readable without color and aloud.
public final class TerminalAnswer {
  private static final int CAUSES = 3;
  private static final int CAUSE = Screen.COLUMNS - 2 - 9;
  private static final int STEPS = 3;
  private static final int COMPONENTS = 4;
  private static final int ALTERNATIVES = 5;
  private static final int ASSUMPTIONS = 3;
  private static final int OMISSIONS = 3;
  private static final int[] ALTERNATIVE_COLUMNS = {10, 9, 13};
  private static final String SURE = "how sure";
  private static final int[] CERTAINTY_COLUMNS = {12, 12};
  private static final int CERTAINTY_LABEL = Screen.COLUMNS - 2 - 12 - 12;

  private final Answer answer;
  private final Findings findings;
  private final Screen screen;

  private TerminalAnswer(Answer answer, Ink ink) {
    this.answer = answer;
    this.findings = Findings.of(answer);
    this.screen = new Screen(ink);
  }

  /// {@return the screen}
  ///
  /// @param answer what to show
  /// @param ink how to emphasize
  public static String of(Answer answer, Ink ink) {
    var shown = new TerminalAnswer(answer, ink);
    shown.title();
    shown.survival();
    shown.causes();
    shown.path();
    shown.ledger();
    shown.alternatives();
    shown.worstCase();
    shown.assumptions();
    shown.solution();
    return shown.screen.toString();
  }

  private void title() {
    var assessment = answer.assessment();
    String signed = "from " + Numbers.day(assessment.start());
    String title = PlainText.clean(assessment.title());
    screen.heading(PlainText.fit(title, Screen.COLUMNS - signed.length() - 2), signed);
    if (!assessment.variant().equals("as drafted")) {
      screen.paragraph(0, "With this change: " + PlainText.clean(assessment.variant()));
    }
    screen.heading(findings.verdict(), "");
    screen.paragraph(2, findings.measure());
    screen.note(2, findings.basis());
    screen.blank();
  }

  private void survival() {
    var years = findings.milestones();
    screen.headingRow("How long it lasts", years.stream().map(Numbers::years).toList(), 10);
    for (Clock clock : Clock.values()) {
      var curve = clock.of(answer.assessment().survival());
      if (curve != null) {
        screen.row(
            2, clock.label(), years.stream().map(y -> Numbers.percent(curve.at(y))).toList(), 10);
        worlds(clock, years);
      }
    }
    screen.blank();
  }

  private void worlds(Clock clock, List<Double> years) {
    var bands = findings.bands(clock);
    if (clock == findings.clock() && !bands.isEmpty()) {
      var cells = years.stream().map(y -> WorldsWords.cell(band(bands, y))).toList();
      screen.row(4, "in nine worlds of ten", cells, 10);
    }
  }

  private static @Nullable Band band(List<YearBand> bands, double years) {
    return bands.stream()
        .filter(b -> b.years() == years)
        .findFirst()
        .map(YearBand::band)
        .orElse(null);
  }

  private void causes() {
    var causes = findings.causes(findings.clock());
    double horizon = findings.horizon();
    screen.headingRow(
        "Who breaks it first, and how", List.of("within " + Numbers.years(horizon)), 18);
    for (var cause : causes.stream().limit(CAUSES).toList()) {
      var label = PlainText.wrapped(findings.words(cause), CAUSE);
      screen.row(2, label.getFirst(), List.of(Numbers.percent(cause.probability())), 8);
      if (label.size() > 1) {
        screen.paragraph(4, String.join(" ", label.subList(1, label.size())));
      }
    }
    if (causes.size() > CAUSES) {
      double rest = causes.stream().skip(CAUSES).mapToDouble(Assessment.Cause::probability).sum();
      int count = causes.size() - CAUSES;
      screen.row(2, count + " other ways together", List.of(Numbers.percent(rest)), 8);
    }
    double held = findings.curve().points().getLast().probability();
    screen.row(2, "never within that time", List.of(Numbers.percent(held)), 8);
    screen.blank();
  }

  private void path() {
    var path = answer.assessment().breakPath();
    if (path == null) {
      return;
    }
    screen.heading(
        "Most likely way to break", Numbers.oneIn(path.probability()) + " histories go exactly so");
    for (PathStep step : Findings.turns(path.steps(), STEPS)) {
      screen.paragraph(2, step.date().getYear() + "  " + PlainText.clean(step.text()));
    }
    screen.blank();
  }

  private void ledger() {
    var ledger = findings.ledger();
    if (ledger == null) {
      return;
    }
    screen.heading(
        "The incentive that decides: "
            + answer.name(ledger.party())
            + ", if "
            + EstimateWords.withArticle(ledger.type()),
        "stakes");
    screen.note(2, Numbers.dated(PlainText.clean(ledger.situation())));
    var components = Findings.largest(ledger, COMPONENTS);
    double[] rounded =
        Numbers.addingUp(components.stream().mapToDouble(Component::difference).toArray(), 3);
    for (int i = 0; i < components.size(); i++) {
      screen.row(4, components.get(i).name(), List.of(Numbers.signed(rounded[i])), 9);
    }
    screen.row(2, Findings.slackWords(ledger), List.of(Numbers.signed(Findings.slack(ledger))), 9);
    screen.blank();
  }

  private void alternatives() {
    var parties = answer.parties().stream().limit(3).toList();
    screen.heading(
        "Beside the alternatives",
        "share of histories after " + Numbers.years(findings.years()) + "; worth in stakes");
    partyHeads(parties);
    var others = answer.assessment().alternatives();
    alternative(answer.assessment().variant(), answer.assessment().survival(), average(parties));
    for (Alternative other : others.stream().limit(ALTERNATIVES).toList()) {
      alternative(PlainText.clean(other.name()), other.survival(), values(other, parties));
    }
    if (others.size() > ALTERNATIVES) {
      int more = others.size() - ALTERNATIVES;
      screen.note(
          2, more + (more == 1 ? " more alternative" : " more alternatives") + " in the report");
    }
    if (others.stream().allMatch(a -> a.survival().breach() != null) && !findings.isRefused()) {
      var cells = new ArrayList<>(List.of("-", "-"));
      cells.addAll(refused(parties));
      screen.row(2, "no agreement", cells, ALTERNATIVE_COLUMNS);
    }
    screen.note(2, findings.gridNote());
    screen.blank();
  }

  /// Names of parties over their columns, on two lines if need be.
  private void partyHeads(List<Assessment.PartyLabel> parties) {
    var above = new ArrayList<>(List.of("", ""));
    var names = new ArrayList<>(List.of("no breach", "no clash"));
    for (var party : parties) {
      var lines = ColumnHead.lines(PlainText.clean(party.name()), ALTERNATIVE_COLUMNS[2] - 1);
      above.add(lines.size() > 1 ? lines.getFirst() : "");
      names.add(lines.getLast());
    }
    if (above.stream().anyMatch(line -> !line.isEmpty())) {
      screen.row(2, "", above, ALTERNATIVE_COLUMNS);
    }
    screen.row(2, "", names, ALTERNATIVE_COLUMNS);
  }

  private void alternative(String name, Survival survival, List<String> values) {
    var breach = survival.breach();
    double years = findings.years();
    var cells = new ArrayList<String>();
    cells.add(breach == null ? "-" : Numbers.percent(breach.at(years)));
    cells.add(Numbers.percent(survival.clash().at(years)));
    cells.addAll(values);
    screen.row(2, name, cells, ALTERNATIVE_COLUMNS);
  }

  private List<String> average(List<Assessment.PartyLabel> parties) {
    return parties.stream()
        .map(p -> findings.value(p.key()))
        .map(v -> v == null ? "" : Numbers.stakes(v.value()))
        .toList();
  }

  private List<String> refused(List<Assessment.PartyLabel> parties) {
    return parties.stream()
        .map(p -> findings.value(p.key()))
        .map(v -> v == null ? "" : Numbers.stakes(v.refused()))
        .toList();
  }

  private static List<String> values(Alternative other, List<Assessment.PartyLabel> parties) {
    return parties.stream()
        .map(p ->
            other.values().stream()
                .filter(v -> v.party().equals(p.key()))
                .map(v -> Numbers.stakes(v.value()))
                .findFirst()
                .orElse(""))
        .toList();
  }

  private void worstCase() {
    var levels = answer.worstCase();
    if (levels == null) {
      return;
    }
    var years = findings.milestones();
    screen.headingRow("In the worst case", years.stream().map(Numbers::years).toList(), 10);
    screen.note(2, WorstCaseWords.assumption(answer, levels));
    for (Clock clock : Clock.values()) {
      var curve = clock.of(levels.survival());
      if (curve != null) {
        screen.row(
            2, clock.label(), years.stream().map(y -> Numbers.percent(curve.at(y))).toList(), 10);
      }
    }
    for (var level : WorstCaseWords.averages(answer, levels)) {
      screen.row(
          2,
          WorstCaseWords.sure(answer, levels, level.party()),
          List.of(Numbers.stakes(level.level())),
          10);
    }
    screen.blank();
  }

  private void assumptions() {
    var all = findings.sensitivities();
    if (all.isEmpty()) {
      return;
    }
    screen.heading("What it rests on", findings.moved().words() + "    " + SURE);
    for (var s : all.stream().limit(ASSUMPTIONS).toList()) {
      var estimate = s.estimate();
      String span = Numbers.percent(s.low()) + " to " + Numbers.percent(s.high());
      screen.row(
          2,
          PlainText.fit(named(estimate), CERTAINTY_LABEL),
          List.of(span, EstimateWords.confidence(estimate.confidence())),
          CERTAINTY_COLUMNS);
    }
    screen.blank();
  }

  private String named(Estimate estimate) {
    return PlainText.withoutMarks(EstimateWords.of(estimate.key(), answer.scenario()));
  }

  private void solution() {
    Solution solution = answer.assessment().solution();
    screen.note(0, Quality.sentence(solution));
    String selection = findings.selection();
    if (!selection.isEmpty()) {
      screen.note(0, selection);
    }
    var omissions = answer.assessment().omissions();
    if (!omissions.isEmpty()) {
      var names = omissions.stream().limit(OMISSIONS).map(Omission::what).toList();
      String more =
          omissions.size() > OMISSIONS ? " and " + (omissions.size() - OMISSIONS) + " more" : "";
      screen.note(
          0,
          "Not solved and left out: %s%s (why: in the report)."
              .formatted(PlainText.clean(String.join(", ", names)), more));
    }
  }
}
