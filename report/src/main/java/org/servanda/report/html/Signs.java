package org.servanda.report.html;

import org.servanda.model.measure.Assessment;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Clock;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;

/// What to watch, for the annex.
final class Signs {
  private Signs() {}

  /// {@return the section; nothing if no sign was found or none asked for}
  static Markup markup(Answer answer) {
    var signs = answer.assessment().warningSigns();
    if (signs.isEmpty()) {
      return Markup.NONE;
    }
    var first = signs.getFirst();
    String within = Numbers.years(first.years());
    var table =
        new Table(
            "The most telling first",
            "What everybody can see",
            "#Ever seen",
            "What it announces within " + within,
            "#Just seen",
            "#Not seen yet",
            "#Change");
    for (var sign : signs) {
      table.row(
          PlainText.clean(sign.words()),
          Numbers.percent(sign.seen()),
          event(sign),
          Numbers.percent(sign.after()),
          Numbers.percent(sign.without()),
          change(sign));
    }
    return Annex.section(
        "signs",
        "Warning signs to watch",
        "Counted in %,d histories drawn from the model: those that have just shown a sign for the"
                .formatted(first.histories())
            + " first time, beside those that have not at the same dates. A sign tells what to"
            + " expect; it neither brings that about nor says who answers for it. Less of a risk is"
            + " a sign too. ± is one standard error of the count, not what the model may have"
            + " wrong.",
        table.markup());
  }

  private static String event(Assessment.WarningSign sign) {
    return switch (Clock.named(sign.clock())) {
      case BREACH -> "material breach";
      case CLASH -> "armed clash";
      case EXIT -> "end of the agreement";
    };
  }

  private static String change(Assessment.WarningSign sign) {
    long points = Math.round(100 * sign.difference());
    return "%s%d ± %d points"
        .formatted(
            points < 0 ? "\u2212" : "+",
            Math.abs(points),
            Math.max(1, Math.round(100 * sign.error())));
  }
}
