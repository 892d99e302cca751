package org.servanda.gamefile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.gamefile.GambitTokens.Kind;
import org.servanda.gamefile.GambitTokens.Stop;

/// The outcomes of a tree: numbered, described once.
final class OutcomeTable {
  private final GambitTokens tokens;
  private final Findings findings;
  private final int players;
  private final Map<Integer, Outcome> known = new HashMap<>();

  /// An outcome as first described.
  private static final class Outcome {
    final int at;
    final String name;
    final double[] payoffs;

    Outcome(int at, String name, double[] payoffs) {
      this.at = at;
      this.name = name;
      this.payoffs = payoffs;
    }
  }

  OutcomeTable(GambitTokens tokens, int players) {
    this.tokens = tokens;
    this.findings = tokens.findings();
    this.players = players;
  }

  /// Reads an outcome.
  ///
  /// @return its payoffs, not to be changed; null for outcome 0
  double @Nullable [] read() throws Stop {
    int at = tokens.at();
    int number = tokens.whole("the number of the outcome", 0, Integer.MAX_VALUE);
    String name = tokens.kind() == Kind.TEXT ? tokens.text("the name of the outcome") : null;
    double[] payoffs = tokens.kind() == Kind.OPEN ? payoffs() : null;
    if (number == 0) {
      if (name != null || payoffs != null) {
        findings.add(
            at,
            "outcome 0 is described, and 0 stands for no outcome",
            "0",
            "another number, such as 1");
      }
      return null;
    }
    var before = known.get(number);
    if (before == null) {
      if (payoffs == null) {
        findings.add(
            at,
            "outcome %d is named for the first time and has no payoffs".formatted(number),
            Integer.toString(number),
            "%d \"\" { %s }".formatted(number, "0 ".repeat(Math.min(players, 4)).strip()));
        throw new Stop();
      }
      known.put(number, new Outcome(at, name == null ? "" : name, payoffs));
      return payoffs;
    }
    boolean otherName = name != null && !name.equals(before.name);
    if (otherName || (payoffs != null && !Arrays.equals(payoffs, before.payoffs))) {
      findings.contradiction(
          at,
          "outcome %d is described again with %s"
              .formatted(number, otherName ? "another name" : "other payoffs"),
          Integer.toString(number),
          "the same words, or none; or another number if it is another one",
          before.at);
    }
    return before.payoffs;
  }

  private double[] payoffs() throws Stop {
    int at = tokens.at();
    tokens.brace(Kind.OPEN, "an opening brace");
    var numbers = tokens.payoffs();
    if (numbers.size() != players) {
      findings.add(
          at,
          "the outcome has %d payoffs, bound: %d, one per player"
              .formatted(numbers.size(), players),
          Integer.toString(numbers.size()),
          "as many payoffs as there are players");
    }
    return padded(numbers);
  }

  /// Payoffs of the right number, so that reading can go on after a finding.
  private double[] padded(List<Double> numbers) {
    var payoffs = new double[players];
    for (int i = 0; i < Math.min(players, numbers.size()); i++) {
      payoffs[i] = numbers.get(i);
    }
    return payoffs;
  }
}
