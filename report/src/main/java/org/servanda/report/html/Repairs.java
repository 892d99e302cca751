package org.servanda.report.html;

import java.util.ArrayList;
import java.util.List;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;
import org.servanda.report.answer.RepairWords;
import org.servanda.study.repair.Repair;
import org.servanda.study.repair.RepairFindings;

/// The smallest changes that make the agreement hold, for the annex.
final class Repairs {
  private static final int FAILURES = 10;

  private final RepairFindings findings;
  private final RepairWords words;

  private Repairs(RepairFindings findings) {
    this.findings = findings;
    this.words = new RepairWords(findings);
  }

  /// {@return the section; nothing if no repair was looked for}
  static Markup markup(Answer answer) {
    var findings = answer.repairs();
    if (findings == null) {
      return Markup.NONE;
    }
    var shown = new Repairs(findings);
    return Annex.section(
        "repairs",
        "What would make it hold",
        "Target: " + PlainText.clean(findings.target().toString()) + ". " + shown.words.outcome(),
        Markup.of(
            "{}{}{}{}{}<p class=\"source\">{}</p>{}",
            shown.table("As drafted", List.of(findings.draft())),
            shown.table("One clause changed, smallest first", findings.single()),
            shown.table("Found, but not confirmed in fresh worlds", findings.unconfirmed()),
            shown.table("Beaten in all by no other tried", findings.front()),
            shown.closest(),
            shown.words.effort(),
            shown.failures()));
  }

  private Markup table(String caption, List<Repair> repairs) {
    if (repairs.isEmpty()) {
      return Markup.NONE;
    }
    var heads =
        new ArrayList<>(
            List.of(
                "Change",
                "#Steps",
                "#Long enough in, worlds of the search",
                "#In fresh worlds",
                "What fresh worlds say",
                "#Cost to guarantors"));
    findings.scenario().parties().forEach(p -> heads.add("To " + PlainText.isolated(p.name())));
    var table = new Table(caption, heads);
    for (var repair : repairs) {
      var fresh = repair.fresh();
      var cells =
          new ArrayList<Object>(
              List.of(
                  RepairWords.changes(repair),
                  repair.steps(),
                  RepairWords.share(repair.found().reaching()),
                  fresh == null ? "" : RepairWords.share(fresh.reaching()),
                  words.verdict(repair),
                  Numbers.signed(repair.cost())));
      for (var party : findings.scenario().parties()) {
        cells.add(account(repair, party.key()));
      }
      table.row(cells, "");
    }
    return table.markup();
  }

  private static String account(Repair repair, String party) {
    var account = RepairWords.witness(repair).party(party);
    return "%s: %s beside refusing, %s beside the draft"
        .formatted(
            RepairWords.consent(account),
            Numbers.signed(account.againstRefusing()),
            Numbers.signed(account.againstDraft()));
  }

  private Markup closest() {
    var closest = findings.closest();
    var binding = findings.binding();
    return closest == null || binding == null
        ? Markup.NONE
        : Markup.of(
            "{}<p>{}</p>", table("What comes closest", List.of(closest)), words.binding(binding));
  }

  private Markup failures() {
    var failures = findings.failures();
    return failures.isEmpty()
        ? Markup.NONE
        : Markup.of(
            "<h4>Without an answer, counted as not reaching the target</h4><ul>{}</ul>",
            failures.stream()
                .limit(FAILURES)
                .map(f ->
                    Markup.of(
                        "<li>{}, in {} worlds: {}</li>",
                        PlainText.clean(f.agreement()),
                        f.worlds(),
                        PlainText.clean(f.shortly())))
                .toList());
  }
}
