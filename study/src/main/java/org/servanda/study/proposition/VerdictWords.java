package org.servanda.study.proposition;

import java.util.Locale;
import java.util.Objects;
import org.servanda.study.finding.Band;
import org.servanda.study.proposition.Verdict.Spread;

/// Says a verdict in one plain sentence.
public final class VerdictWords {
  private VerdictWords() {}

  /// {@return one sentence}
  public static String sentence(Verdict verdict) {
    var holds = verdict.holds();
    if (holds == null) {
      return "No world could be solved, so nothing is said about the claim.";
    }
    String share = percent(holds.value());
    String how =
        switch (verdict.ruling()) {
          case HOLDS -> "The claim holds in %s of the worlds".formatted(share);
          case FAILS -> "The claim fails: it holds in only %s of the worlds".formatted(share);
          case OPEN, UNSOLVED ->
              "The question is open: the claim holds in %s of the worlds".formatted(share);
        };
    String where = verdict.spread() == Spread.BY_ACCORD ? ", but not alike in all accords" : "";
    var criterion = verdict.proposition().criterion();
    Band effect = Objects.requireNonNull(verdict.effect());
    String unit =
        criterion.unit() == Criterion.Unit.PROBABILITY ? "" : " " + criterion.unit().word();
    return "%s%s; in the median world, %s is %s%s."
        .formatted(how, where, criterion.words(), number(effect.middle()), unit);
  }

  /// {@return a share as per cent}
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /// {@return an effect with its sign}
  public static String number(double effect) {
    String written = String.format(Locale.ROOT, "%+.3f", effect);
    return written.equals("-0.000") ? "+0.000" : written;
  }
}
