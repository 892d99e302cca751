package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.study.repair.Binding;
import org.servanda.study.repair.Measured;
import org.servanda.study.repair.PartyAccount;
import org.servanda.study.repair.Repair;
import org.servanda.study.repair.RepairFindings;
import org.servanda.study.statistic.Share;

/// What a search for repairs has found, 80 columns wide.
public final class TerminalRepair {
  private static final int FAILURES = 3;
  private static final int CELL = 12;

  private final RepairFindings findings;
  private final Screen screen;

  private TerminalRepair(RepairFindings findings, Ink ink) {
    this.findings = findings;
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
    screen.paragraph(0, "As drafted: " + reached(findings.draft()));
    parties(findings.draft());
    screen.blank();
    if (findings.unneeded()) {
      screen.paragraph(0, "The agreement as drafted reaches the target; it needs no repair.");
      screen.blank();
    } else if (findings.closest() != null) {
      screen.paragraph(0, "Nothing that was tried reaches the target.");
      screen.blank();
    } else if (findings.single().isEmpty()) {
      screen.paragraph(
          0, "No change of one clause reaches the target; combinations do, see below.");
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
    screen.item(words(repair) + ". " + steps(repair.steps()) + ".");
    screen.paragraph(4, reached(repair));
    parties(repair);
    screen.blank();
  }

  private static String words(Repair repair) {
    return PlainText.clean(
        capital(repair.changes().stream().map(c -> c.words()).collect(Collectors.joining("; "))));
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String steps(int steps) {
    return steps == 1 ? "1 step" : steps + " steps";
  }

  private String reached(Repair repair) {
    var fresh = repair.fresh();
    return "long enough in %s of worlds%s."
        .formatted(
            share(repair.found().reaching()),
            fresh == null
                ? "; not verified"
                : ", in %s of fresh ones: %s"
                    .formatted(share(fresh.reaching()), verdict(repair, fresh)));
  }

  private String verdict(Repair repair, Measured fresh) {
    boolean found = repair.found().reaches(findings.target());
    return switch (repair.verdict()) {
      case HOLDS -> found ? "holds" : "reached in fresh ones only";
      case NOT_SHOWN -> found ? "short of it, perhaps by chance" : "short of it";
      case FAILS -> {
        String plain = found ? "does not hold" : "short of it";
        yield fresh.endures(findings.target()) ? "somebody would refuse" : plain;
      }
      case NOT_VERIFIED -> throw new IllegalStateException("fresh worlds without a verdict");
    };
  }

  private static String share(Share share) {
    return "%s (%s to %s)"
        .formatted(
            Numbers.percent(share.value()),
            Numbers.percent(share.wilson().low()),
            Numbers.percent(share.wilson().high()));
  }

  /// Fresh worlds are the better witness: a search picks what looks good in its own.
  private void parties(Repair repair) {
    var measured = witness(repair);
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
      screen.row(4, name(account.party()) + consent(account), cells, CELL);
    }
  }

  private static Measured witness(Repair repair) {
    var fresh = repair.fresh();
    return fresh == null ? repair.found() : fresh;
  }

  private static String consent(PartyAccount account) {
    return account.asked() == PartyAccount.Asked.BYSTANDER
        ? ", not asked"
        : account.accepts() ? ", accepts" : ", would refuse";
  }

  private String name(String party) {
    return PlainText.clean(findings.scenario().party(party).name());
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
      screen.item(words(repair) + ".");
      screen.row(
          4,
          fresh == null ? "" : verdict(repair, fresh),
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
    screen.paragraph(0, binding(binding));
    screen.blank();
  }

  private String binding(@Nullable Binding binding) {
    return switch (binding) {
      case Binding.Durability(var best) ->
          "What is in the way is durability: nothing that was tried lasts long enough in more than"
              + " %s of worlds.".formatted(Numbers.percent(best));
      case Binding.Participation(var account) ->
          "What is in the way is the consent of "
              + name(account.party())
              + ": beside refusing it gains %s stakes on average, and it is no worse off in %s of worlds."
                  .formatted(
                      Numbers.signed(account.againstRefusing()),
                      Numbers.percent(account.better().value()));
      case null -> "";
    };
  }

  private void foot() {
    var effort = findings.effort();
    screen.note(
        0,
        "%,d changes of one clause and %,d combinations were tried in %,d experiments; shares with"
                .formatted(effort.changes(), effort.combinations(), effort.experiments())
            + " the interval that holds in nine samples of ten; values in stakes, in fresh worlds"
            + " where there are some.");
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
