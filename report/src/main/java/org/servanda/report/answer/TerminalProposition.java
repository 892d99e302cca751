package org.servanda.report.answer;

import java.util.List;
import java.util.Locale;
import org.servanda.study.proposition.Verdict;
import org.servanda.study.proposition.VerdictWords;

/// What is said of one proposition, 80 columns wide.
public final class TerminalProposition {
  private static final int COLUMNS = 79;
  private static final int LABEL = 12;
  private static final int FAILURES = 2;

  private final Verdict verdict;
  private final PropositionWords words;
  private final Ink ink;
  private final StringBuilder text = new StringBuilder();

  private TerminalProposition(Verdict verdict, Ink ink) {
    this.verdict = verdict;
    this.words = new PropositionWords(verdict);
    this.ink = ink;
  }

  /// {@return the card of a proposition}
  public static String of(Verdict verdict, Ink ink) {
    var card = new TerminalProposition(verdict, ink);
    card.claim();
    card.share();
    card.entries("Not solved", card.words.unsolved(FAILURES));
    card.entry("In short", VerdictWords.sentence(verdict));
    return card.text.append('\n').toString();
  }

  private void claim() {
    var proposition = verdict.proposition();
    String title = proposition.id() + "  " + PlainText.clean(proposition.name());
    String ruling = PropositionWords.word(verdict.ruling()).toUpperCase(Locale.ROOT);
    String gap = " ".repeat(Math.max(1, COLUMNS - PlainText.columns(title) - ruling.length()));
    text.append(ink.strong(title + gap + ruling)).append('\n');
    entry("Claim", proposition.claim());
    entry("Counter", proposition.counterClaim());
  }

  private void share() {
    if (verdict.holds() == null) {
      return;
    }
    entry("Holds in", words.holds());
    for (var accord : verdict.accords()) {
      text.append(
          "%s%-30s %5s   %s%n"
              .formatted(
                  " ".repeat(LABEL),
                  PlainText.fit(PlainText.clean(accord.accord()), 30),
                  PropositionWords.share(accord),
                  PropositionWords.effect(accord)));
    }
    entry("Effect", words.effect());
    entries("Drivers", words.drivers());
    if (!words.flips().isEmpty()) {
      entry("Flips", words.flips());
    }
  }

  private void entries(String label, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      entry(i == 0 ? label : "", values.get(i));
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
