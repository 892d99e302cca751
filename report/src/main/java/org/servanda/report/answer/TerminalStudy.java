package org.servanda.report.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.study.finding.Band;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.finding.VariantFinding;
import org.servanda.study.sensitivity.MorrisEffects;
import org.servanda.study.sensitivity.SobolIndices;

/// What a study says, 80 columns wide.
public final class TerminalStudy {
  private static final int WIDE = 13;
  private static final int NARROW = 8;
  private static final int DRIVERS = 6;
  private static final int EFFECT = 19;
  private static final int EFFECTS = 12;
  private static final int BOXES = 2;
  private static final int FAILURES = 3;
  private static final int CELL = 12;

  private final WorldsWords words;
  private final StudyFindings findings;
  private final Screen screen;

  private TerminalStudy(WorldsWords words, Ink ink) {
    this.words = words;
    this.findings = words.findings();
    this.screen = new Screen(ink);
  }

  /// {@return the screen}
  ///
  /// @param estimates every estimate drawn, by key
  public static String of(
      Scenario scenario, Map<String, Estimate> estimates, StudyFindings findings, Ink ink) {
    var shown = new TerminalStudy(new WorldsWords(scenario, estimates, findings), ink);
    shown.title(scenario);
    shown.bands();
    shown.drivers();
    shown.boxes();
    shown.robustness();
    shown.failures();
    return shown.screen.toString();
  }

  private void title(Scenario scenario) {
    screen.heading(PlainText.clean(scenario.title()), words.worlds());
    if (findings.finished() < findings.experiments()) {
      screen.note(
          2,
          "%,d of %,d experiments are finished; what follows is of those."
              .formatted(findings.finished(), findings.experiments()));
    }
    screen.blank();
  }

  private void bands() {
    screen.heading("How sure", "nine worlds of ten; the middle one");
    screen.row(2, "", List.of("no breach", "middle", "no clash", "middle"), CELL);
    for (var variant : findings.variants()) {
      var breach = band(variant, "breach");
      var clash = band(variant, "clash");
      screen.row(
          2,
          PlainText.clean(variant.name()),
          List.of(WorldsWords.cell(breach), middle(breach), WorldsWords.cell(clash), middle(clash)),
          CELL);
    }
    screen.note(2, "After " + Numbers.years(findings.question().years()) + ". " + words.grid());
    if (!words.caution().isEmpty()) {
      screen.note(2, words.caution());
    }
    screen.blank();
  }

  private @Nullable Band band(VariantFinding variant, String clock) {
    return variant.curves().stream()
        .filter(c -> c.clock().equals(clock))
        .findFirst()
        .map(c -> c.at(findings.question().years()))
        .orElse(null);
  }

  private static String middle(@Nullable Band band) {
    return band == null ? "-" : Numbers.percent(band.middle());
  }

  private void drivers() {
    screen.heading("What decides it", "");
    if (!words.drivers().isEmpty()) {
      screen.row(2, "", List.of("explains", "lowest", "highest"), WIDE, NARROW);
    }
    var swings = findings.swings();
    for (var driver : words.drivers().stream().limit(DRIVERS).toList()) {
      var swing = swings.of(List.of(driver.column())).swings().stream().findFirst().orElse(null);
      screen.row(
          2,
          PlainText.withoutMarks(words.name(driver.column())),
          List.of(
              WorldsWords.index(driver.first()),
              swing == null ? "-" : Numbers.percent(swing.low().value()),
              swing == null ? "-" : Numbers.percent(swing.high().value())),
          WIDE,
          NARROW);
    }
    if (!words.drivers().isEmpty()) {
      screen.note(
          2,
          "Explains: share of the spread. Lowest, highest: %s in the fifth of the worlds with its lowest and its highest values, on average."
              .formatted(words.question()));
    }
    if (!words.idle().isEmpty()) {
      screen.note(2, words.idle());
    }
    designed();
    screen.blank();
  }

  private void designed() {
    switch (findings.designed()) {
      case null -> {}
      case SobolIndices sobol -> sobol(sobol);
      case MorrisEffects morris -> morris(morris);
    }
  }

  private void sobol(SobolIndices sobol) {
    screen.row(2, "Sobol' indices", List.of("first order", "total"), WIDE);
    for (var index :
        sobol.indices().stream()
            .sorted(Comparator.comparingDouble(i -> -i.total().value()))
            .limit(DRIVERS)
            .toList()) {
      screen.row(
          2,
          PlainText.withoutMarks(words.name(index.column())),
          List.of(WorldsWords.share(index.first()), WorldsWords.share(index.total())),
          WIDE);
    }
    screen.note(2, words.designed());
  }

  private void morris(MorrisEffects morris) {
    screen.row(2, "Elementary effects", List.of("size", "mean", "spread", "walks"), EFFECT, NARROW);
    for (var effect : morris.largestFirst().stream().limit(EFFECTS).toList()) {
      screen.row(
          2,
          PlainText.withoutMarks(words.name(effect.column())),
          List.of(
              WorldsWords.points(effect.size()),
              WorldsWords.points(effect.mean()),
              WorldsWords.points(effect.spread()),
              "%,d".formatted(effect.walks())),
          EFFECT,
          NARROW);
    }
    int more = morris.effects().size() - EFFECTS;
    screen.note(
        2,
        (more > 0 ? "%d smaller ones are in the report. ".formatted(more) : "") + words.designed());
  }

  private void boxes() {
    screen.heading("Where it fails", words.failures());
    for (var found : findings.boxes().found().stream().limit(BOXES).toList()) {
      screen.item(PlainText.withoutMarks(words.box(found.box())));
    }
    if (!words.rule().isEmpty()) {
      screen.item(PlainText.withoutMarks(words.rule()));
    }
    screen.note(2, words.failing());
    screen.blank();
  }

  private void robustness() {
    var robustness = findings.robustness();
    if (robustness == null || robustness.standings().isEmpty()) {
      return;
    }
    screen.heading(
        "Which holds up best", "no armed clash for " + Numbers.years(findings.question().years()));
    screen.row(2, "", List.of("likelier so", "on average", "at worst", "regret"), CELL);
    for (var standing : robustness.standings()) {
      screen.row(
          2,
          PlainText.clean(standing.alternative()),
          List.of(
              Numbers.percent(standing.satisfied().value()),
              Numbers.percent(standing.mean().value()),
              Numbers.percent(standing.worst()),
              "%.0f".formatted(100 * standing.usualRegret().value())),
          CELL);
    }
    screen.note(
        2,
        "Likelier so: share of worlds in which a clash is less likely than not. Regret: points by"
            + " which another is better, exceeded in one world of ten.");
    if (!words.information().isEmpty()) {
      screen.note(2, PlainText.withoutMarks(words.information()));
    }
    screen.blank();
  }

  private void failures() {
    var failures = findings.failures();
    if (failures.isEmpty()) {
      return;
    }
    screen.heading(
        "Not solved and left out: %,d of %,d experiments"
            .formatted(failures.size(), findings.finished()),
        "");
    words.unsolved(FAILURES).forEach(screen::item);
    screen.blank();
  }
}
