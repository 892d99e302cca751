package org.servanda.report.html;

import org.servanda.model.measure.Assessment;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;

/// The incentives at one situation: every move with its worth, and why complying or not pays.
final class Ledgers {
  private Ledgers() {}

  static Markup markup(String id, Assessment.Ledger ledger, Charts charts) {
    var moves = new Table("What each move is worth", "Move", "#Worth, stakes", "#Chosen with");
    for (var move : ledger.moves()) {
      moves.row(
          PlainText.clean(move.name()),
          Numbers.stakes(move.value()),
          Numbers.percent(move.probability()));
    }
    return Markup.of(
        "<p class=\"situation\">{} (reached in {})</p>{}{}",
        Numbers.dated(PlainText.clean(ledger.situation())),
        Numbers.histories(ledger.reached()),
        moves.markup(),
        Figure.of(
            id,
            charts.ledger(ledger),
            "What each part adds to complying over the best other move, in stakes: to the right it"
                + " speaks for complying, to the left (hatched) against. The parts add up to the"
                + " sum.",
            components(ledger)));
  }

  private static Table components(Assessment.Ledger ledger) {
    var table =
        new Table(
            "Parts of the difference, in stakes",
            "Part",
            "#If it complies",
            "#If it does not",
            "#Difference");
    for (var c : ledger.components()) {
      table.row(
          PlainText.clean(c.name()),
          exact(c.compliance()),
          exact(c.deviation()),
          exact(c.difference()));
    }
    return table.total(
        "Sum",
        exact(ledger.components().stream().mapToDouble(Assessment.Component::compliance).sum()),
        exact(ledger.components().stream().mapToDouble(Assessment.Component::deviation).sum()),
        exact(Findings.slack(ledger)));
  }

  private static String exact(double value) {
    return String.format(java.util.Locale.ROOT, "%.6f", value + 0.0).replace('-', '\u2212');
  }
}
