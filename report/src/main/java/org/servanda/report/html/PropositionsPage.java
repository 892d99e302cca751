package org.servanda.report.html;

import java.util.List;
import java.util.Locale;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;
import org.servanda.report.answer.PropositionWords;
import org.servanda.study.proposition.Verdict;
import org.servanda.study.proposition.VerdictWords;

/// Verdicts on propositions as one HTML file: a card each, a table of all first.
public final class PropositionsPage {
  private static final int FAILURES = 5;

  private PropositionsPage() {}

  /// {@return a complete HTML document}
  ///
  /// @param verdicts at least one
  /// @param version of Servanda
  /// @param worlds per proposition
  /// @param seed of the worlds
  public static String of(List<Verdict> verdicts, String version, int worlds, long seed) {
    return Page.of(
        version,
        "Which claims survive",
        Markup.of(
            "<header><p class=\"kicker\">Propositions</p><h1>Which claims survive</h1>"
                + "<p class=\"summary\">{}</p></header><main>{}{}{}</main>",
            "Claims that people make about agreements, each in the same plausible worlds of several"
                + " accords. What is said is about this model and these accords.",
            summary(verdicts),
            verdicts.stream().map(PropositionsPage::card).toList(),
            manifest(version, worlds, seed)));
  }

  private static Markup summary(List<Verdict> verdicts) {
    var table =
        new Table("Verdicts", "Claim", "Verdict", "#Holds in", "#Effect in the middle", "Unit");
    for (var verdict : verdicts) {
      var holds = verdict.holds();
      var effect = verdict.effect();
      table.row(
          Markup.of(
              "<a href=\"#{}\">{}</a>",
              verdict.proposition().id(),
              verdict.proposition().id() + " " + PlainText.clean(verdict.proposition().name())),
          PropositionWords.word(verdict.ruling()),
          holds == null ? "" : VerdictWords.percent(holds.value()),
          effect == null ? "" : VerdictWords.number(effect.middle()),
          verdict.proposition().criterion().unit().word());
    }
    return Annex.section("summary", "All of them", "", table.markup());
  }

  private static Markup card(Verdict verdict) {
    var proposition = verdict.proposition();
    var words = new PropositionWords(verdict);
    var note = proposition.note();
    return Markup.of(
        "<section id=\"{}\"><h3>{}: {}</h3><p class=\"deck\">{}</p>"
            + "<p><strong>Claim.</strong> {}</p><p><strong>Counter-claim.</strong> {}</p>{}{}{}"
            + "</section>",
        proposition.id(),
        proposition.id() + " " + PlainText.clean(proposition.name()),
        PropositionWords.word(verdict.ruling()).toUpperCase(Locale.ROOT),
        VerdictWords.sentence(verdict),
        PlainText.clean(proposition.claim()),
        PlainText.clean(proposition.counterClaim()),
        note == null ? Markup.NONE : Markup.of("<p class=\"source\">{}</p>", PlainText.clean(note)),
        accords(verdict, words),
        facts(words));
  }

  private static Markup accords(Verdict verdict, PropositionWords words) {
    var table =
        new Table(
            words.effect().isEmpty() ? "No world was solved" : "Effect: " + words.effect(),
            "Accord",
            "Verdict",
            "#Holds in",
            "#Effect in the middle, and in nine worlds of ten");
    for (var accord : verdict.accords()) {
      table.row(
          PlainText.clean(accord.accord()),
          PropositionWords.word(accord.ruling()),
          PropositionWords.share(accord),
          PropositionWords.effect(accord));
    }
    if (!words.holds().isEmpty()) {
      table.total("all", PropositionWords.word(verdict.ruling()), words.holds(), "");
    }
    return table.markup();
  }

  private static Markup facts(PropositionWords words) {
    var unsolved = words.unsolved(FAILURES);
    return Markup.of(
        "<p><strong>What decides:</strong> {}.</p>{}{}",
        PlainText.clean(String.join("; ", words.drivers())),
        words.flips().isEmpty()
            ? Markup.NONE
            : Markup.of("<p><strong>Flips:</strong> {}.</p>", PlainText.clean(words.flips())),
        unsolved.isEmpty()
            ? Markup.NONE
            : Markup.of(
                "<p><strong>Not solved.</strong></p><ul>{}</ul>",
                unsolved.stream().map(l -> Markup.of("<li>{}</li>", l)).toList()));
  }

  private static Markup manifest(String version, int worlds, long seed) {
    var table = new Table("How to get this page again", "Item", "Value");
    table.row("Servanda", version);
    table.row("Worlds per proposition", Numbers.plain(worlds));
    table.row("Seed", String.valueOf(seed));
    return Annex.section("manifest", "How to repeat it", "", table.markup());
  }
}
