package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.List;
import org.servanda.study.repair.Repair;
import org.servanda.study.repair.RepairFindings;

/// What a search for repairs has found, 80 columns wide.
public final class TerminalRepair {
  private static final int FAILURES = 3;
  private static final int CELL = 12;

  private final RepairFindings findings;
  private final RepairWords words;
  private final Screen screen;

  private TerminalRepair(RepairFindings findings, Ink ink) {
    this.findings = findings;
    this.words = new RepairWords(findings);
    this.screen = new Screen(ink);
  }

  /// {@return the screen}
  public static String of(RepairFindings findings, Ink ink) {
    var shown = new TerminalRepair(findings, ink);
    shown.head();
    shown.single();
    shown.unconfirmed();
    shown.front();
    shown.closest();
    shown.foot();
    return shown.screen.toString();
  }

  private void head() {
    var effort = findings.effort();
    screen.heading(
        PlainText.clean(findings.scenario().title()),
        "%,d worlds, %,d fresh ones".formatted(effort.worlds(), effort.fresh()));
    screen.paragraph(0, "Target: " + findings.target() + ".");
    screen.blank();
    screen.paragraph(0, "As drafted: " + words.reached(findings.draft()));
    parties(findings.draft());
    screen.blank();
    if (!words.outcome().isEmpty()) {
      screen.paragraph(0, words.outcome());
      screen.blank();
    }
  }

  private void single() {
    if (findings.single().isEmpty()) {
      return;
    }
    screen.heading("One clause changed, smallest first", "");
    findings.single().forEach(this::repair);
  }

  private void unconfirmed() {
    if (findings.unconfirmed().isEmpty()) {
      return;
    }
    screen.heading("Found, but not confirmed in fresh worlds", "");
    findings.unconfirmed().forEach(this::repair);
  }

  private void repair(Repair repair) {
    screen.item(RepairWords.changes(repair) + ". " + RepairWords.steps(repair) + ".");
    screen.paragraph(4, words.reached(repair));
    parties(repair);
    screen.blank();
  }

  private void parties(Repair repair) {
    var measured = RepairWords.witness(repair);
    boolean draft = repair.changes().isEmpty();
    var heads = new ArrayList<>(List.of("vs refusing", "no worse in"));
    if (!draft) {
      heads.addFirst("vs draft");
    }
    screen.row(4, "", heads, CELL);
    for (var account : measured.parties()) {
      var cells =
          new ArrayList<>(
              List.of(
                  Numbers.signed(account.againstRefusing()),
                  Numbers.percent(account.better().value())));
      if (!draft) {
        cells.addFirst(Numbers.signed(account.againstDraft()));
      }
      screen.row(4, words.name(account.party()) + ", " + RepairWords.consent(account), cells, CELL);
    }
  }

  private void front() {
    if (findings.front().isEmpty()) {
      return;
    }
    var principals = findings.scenario().principals();
    screen.headingRow(
        "Beaten in all by no other tried",
        List.of(
            "worlds",
            "fresh",
            "cost",
            PlainText.clean(principals.getFirst().name()),
            PlainText.clean(principals.getLast().name())),
        9);
    for (var repair : findings.front()) {
      var fresh = repair.fresh();
      screen.item(RepairWords.changes(repair) + ".");
      screen.row(
          4,
          fresh == null ? "" : words.verdict(repair),
          List.of(
              Numbers.percent(repair.found().reaching().value()),
              fresh == null ? "-" : Numbers.percent(fresh.reaching().value()),
              Numbers.signed(repair.cost()),
              Numbers.signed(draftGain(repair, principals.getFirst().key())),
              Numbers.signed(draftGain(repair, principals.getLast().key()))),
          9);
    }
    screen.note(
        2,
        "Cost to the guarantors and values are against the draft, in stakes. Whether a combination"
            + " holds is said of the target.");
    screen.blank();
  }

  private static double draftGain(Repair repair, String party) {
    return repair.found().party(party).againstDraft();
  }

  private void closest() {
    var closest = findings.closest();
    var binding = findings.binding();
    if (closest == null || binding == null) {
      return;
    }
    screen.heading("What comes closest", "");
    repair(closest);
    screen.paragraph(0, words.binding(binding));
    screen.blank();
  }

  private void foot() {
    screen.note(0, words.effort());
    var failures = findings.failures();
    if (!failures.isEmpty()) {
      screen.blank();
      screen.heading("Without an answer, counted as not reaching the target", "");
      for (var failure : failures.stream().limit(FAILURES).toList()) {
        screen.item(
            "%s, in %,d worlds: %s"
                .formatted(
                    PlainText.clean(failure.agreement()), failure.worlds(), failure.shortly()));
      }
      if (failures.size() > FAILURES) {
        screen.note(2, "%,d more agreements".formatted(failures.size() - FAILURES));
      }
    }
  }
}
