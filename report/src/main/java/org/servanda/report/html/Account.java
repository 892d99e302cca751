package org.servanda.report.html;

import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.History;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.Numbers;

/// What history did, beside what the model says.
final class Account {
  private Account() {}

  /// {@return years from the signature to the end in history; absent if it has none or nobody said}
  static @Nullable Double yearsHeld(Answer answer) {
    History history = answer.scenario().history();
    if (history == null) {
      return null;
    }
    if (history.yearsHeld() != null) {
      return history.yearsHeld();
    }
    return history.on() == null ? null : answer.scenario().time().yearsUntil(history.on());
  }

  /// {@return what became of the agreement, a few words}
  static String fate(History history) {
    String what =
        switch (history.outcome()) {
          case HELD -> "held";
          case FAILED -> "failed";
          case SUPERSEDED -> "replaced by another agreement";
          case OPEN -> "still open";
        };
    return history.on() == null ? what : what + ", " + Numbers.day(history.on());
  }

  /// {@return the model's word on that, agreeing or not, as sentences}
  static String comparison(Answer answer, History history, Findings findings) {
    Double years = yearsHeld(answer);
    if (years == null) {
      return "The file does not say how long it lasted, so there is nothing to compare.";
    }
    double at = Math.min(years, findings.horizon());
    double survival = findings.curve().at(at);
    String said =
        "The model, asked without knowledge of what followed, gives %s to an agreement that stays %s for %s. "
            .formatted(
                Numbers.percent(survival), findings.clock().state(), Numbers.years(rounded(at)));
    return said
        + switch (history.outcome()) {
          case FAILED ->
              survival < 0.5
                  ? "It leans the way history went."
                  : "It leans the other way: history did what the model holds less likely.";
          case HELD ->
              survival >= 0.5
                  ? "It leans the way history went."
                  : "It leans the other way: history did what the model holds less likely.";
          case SUPERSEDED ->
              "The agreement was replaced before it could be kept or broken to the end.";
          case OPEN -> "How it ends is not known.";
        };
  }

  private static double rounded(double years) {
    return Math.round(10 * years) / 10.0;
  }
}
