package org.servanda.report.answer;

import java.util.List;
import java.util.Locale;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.study.finding.Band;
import org.servanda.study.proposition.Criterion;
import org.servanda.study.proposition.Verdict;
import org.servanda.study.proposition.VerdictWords;
import org.servanda.study.statistic.Share;

/// What is said of one proposition, 80 columns wide.
public final class TerminalProposition {
  private static final int COLUMNS = 79;
  private static final int LABEL = 12;
  private static final int FAILURES = 2;

  private final Verdict verdict;
  private final Ink ink;
  private final StringBuilder text = new StringBuilder();

  private TerminalProposition(Verdict verdict, Ink ink) {
    this.verdict = verdict;
    this.ink = ink;
  }

  /// {@return the card of a proposition}
  public static String of(Verdict verdict, Ink ink) {
    var card = new TerminalProposition(verdict, ink);
    card.claim();
    card.share();
    card.effect();
    card.drivers();
    card.failures();
    card.entry("In short", VerdictWords.sentence(verdict));
    return card.text.append('\n').toString();
  }

  /// {@return the ruling as a word}
  public static String word(Verdict.Ruling ruling) {
    return switch (ruling) {
      case HOLDS -> "holds";
      case FAILS -> "fails";
      case OPEN -> "open";
      case UNSOLVED -> "not solved";
    };
  }

  private void claim() {
    var proposition = verdict.proposition();
    String title = proposition.id() + "  " + PlainText.clean(proposition.name());
    String ruling = word(verdict.ruling()).toUpperCase(Locale.ROOT);
    String gap = " ".repeat(Math.max(1, COLUMNS - PlainText.columns(title) - ruling.length()));
    text.append(ink.strong(title + gap + ruling)).append('\n');
    entry("Claim", proposition.claim());
    entry("Counter", proposition.counterClaim());
  }

  private void share() {
    var holds = verdict.holds();
    if (holds == null) {
      return;
    }
    var reversed = verdict.reversed();
    entry(
        "Holds in",
        "%s of %,d worlds (%s to %s)%s"
            .formatted(
                VerdictWords.percent(holds.value()),
                holds.total(),
                VerdictWords.percent(holds.wilson().low()),
                VerdictWords.percent(holds.wilson().high()),
                reversed == null
                    ? ""
                    : ", the opposite in " + VerdictWords.percent(reversed.value())));
    for (var accord : verdict.accords()) {
      text.append(
          "%s%-30s %5s   %s%n"
              .formatted(
                  " ".repeat(LABEL),
                  PlainText.fit(PlainText.clean(accord.accord()), 30),
                  share(accord),
                  band(accord)));
    }
  }

  private static String share(Verdict.OfAccord accord) {
    Share holds = accord.holds();
    return holds == null ? "-" : VerdictWords.percent(holds.value());
  }

  private static String band(Verdict.OfAccord accord) {
    Band band = accord.effect();
    return band == null ? "not solved" : VerdictWords.number(band.middle()) + "  " + ends(band);
  }

  private static String ends(Band band) {
    return "(%s to %s)"
        .formatted(VerdictWords.number(band.low()), VerdictWords.number(band.high()));
  }

  private void effect() {
    var effect = verdict.effect();
    var criterion = verdict.proposition().criterion();
    if (effect != null) {
      entry(
          "Effect",
          "%s %s in the middle %s: %s; the claim needs %s %s"
              .formatted(
                  VerdictWords.number(effect.middle()),
                  criterion.unit().word(),
                  ends(effect),
                  criterion.words(),
                  criterion.bound() == Criterion.Bound.ABOVE ? "more than" : "less than",
                  VerdictWords.number(criterion.limit())));
    }
  }

  private void drivers() {
    if (verdict.holds() == null) {
      return;
    }
    if (verdict.drivers().isEmpty()) {
      entry("Drivers", "none that can be told from estimates that do nothing");
    }
    String label = "Drivers";
    for (var driver : verdict.drivers()) {
      entry(
          label,
          "%s (%.2f): the effect %s with it"
              .formatted(
                  words(driver.name()),
                  driver.delta(),
                  driver.direction() >= 0 ? "grows" : "falls"));
      label = "";
    }
    var flip = verdict.flip();
    if (flip != null) {
      entry(
          "Flips",
          "holds in most worlds with %s %s %s"
              .formatted(
                  words(flip.name()),
                  flip.holds() == Criterion.Bound.ABOVE ? "above" : "below",
                  String.format(Locale.ROOT, "%.3g", flip.at())));
    } else if (!verdict.drivers().isEmpty()) {
      entry("Flips", "nowhere along the first driver");
    }
  }

  /// {@return what an estimate is, in words; roles stand for parties}
  public static String words(String name) {
    String plain = name.replace("$", "the ");
    return switch (name) {
      case "balance.now" -> "strength of the challenger relative to the protected side";
      case "balance.drift" -> "yearly drift of strength towards the challenger";
      case "initiative" -> "how often the challenger moves first";
      default -> {
        var parameters = Parameters.standard();
        yield parameters.has(name) ? parameters.parameter(name).about() : plain;
      }
    };
  }

  private void failures() {
    if (verdict.unsolved() == 0) {
      return;
    }
    entry("Not solved", "%,d worlds, left out above".formatted(verdict.unsolved()));
    for (var failure : verdict.failures().stream().limit(FAILURES).toList()) {
      entry(
          "",
          "world %d, %s: %s"
              .formatted(
                  failure.world(),
                  failure.side(),
                  PlainText.clean(failure.reason().lines().findFirst().orElse(""))));
    }
  }

  private void entry(String label, String value) {
    List<String> lines = PlainText.wrapped(PlainText.clean(value), COLUMNS - LABEL);
    String head = label.isEmpty() ? "" : "  " + label;
    for (String line : lines) {
      text.append("%-12s%s%n".formatted(head, line));
      head = "";
    }
  }
}
