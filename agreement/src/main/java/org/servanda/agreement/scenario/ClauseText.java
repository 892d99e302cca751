package org.servanda.agreement.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Confidence;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.format.Plain;
import org.servanda.agreement.format.Words;

/// Writes clauses and numbers as a scenario file does.
public final class ClauseText {
  private final StringBuilder terms = new StringBuilder();

  private ClauseText() {}

  /// {@return a clause on one line, for example `sunset: {when: P10Y}`}
  ///
  /// @param clause the clause
  public static String of(Clause clause) {
    var text = new ClauseText();
    text.terms(clause);
    return clause.kind().word() + ": {" + text.terms + "}";
  }

  /// {@return a number on one line: plain if that is all there is to say, else with its range}
  ///
  /// @param estimate the number
  public static String of(Estimate estimate) {
    boolean plain =
        !estimate.isUncertain()
            && estimate.source() == null
            && estimate.confidence() == Confidence.CHECK;
    if (plain) {
      return Words.number(estimate.mode());
    }
    var text = new ClauseText();
    text.term("low", Words.number(estimate.low()));
    text.term("mode", Words.number(estimate.mode()));
    text.term("high", Words.number(estimate.high()));
    if (estimate.source() != null) {
      text.term("source", Plain.text(estimate.source().key()));
    }
    text.term("confidence", estimate.confidence().word());
    return "{" + text.terms + "}";
  }

  private void terms(Clause clause) {
    switch (clause) {
      case Clause.NeutralityPledge c -> {
        term("by", c.by());
        term("until", c.until());
      }
      case Clause.NonAggressionPledge c -> term("by", "[" + String.join(", ", c.by()) + "]");
      case Clause.ForceLimit c -> {
        term("by", c.by());
        term("cap", c.cap());
      }
      case Clause.Disarmament c -> {
        term("by", c.by());
        term("of", c.of().word());
        number("size", c.size());
      }
      case Clause.TerritorialTerms c -> {
        term("from", c.from());
        term("to", c.to());
        number("share", c.share());
        when(c.when());
      }
      case Clause.DemilitarizedZone c -> place(c.where(), c.strength());
      case Clause.Peacekeepers c -> place(c.where(), c.strength());
      case Clause.SecurityGuarantee c -> {
        parties(c.by(), c.to());
        term("level", c.level().word());
      }
      case Clause.Verification c -> {
        term("of", c.of().word());
        number("detection", c.detection());
        number("false-alarm", c.falseAlarm());
        number("attribution", c.attribution());
      }
      case Clause.Snapback c -> {
        term("of", c.of());
        number("automatic", c.automatic());
        number("sanctions", c.sanctions());
      }
      case Clause.SanctionsRelief c -> {
        parties(c.by(), c.to());
        number("size", c.size());
        term("years", c.years());
      }
      case Clause.Aid c -> {
        parties(c.by(), c.to());
        number("size", c.size());
        number("balance", c.balance());
        term("years", c.years());
      }
      case Clause.Sunset c -> when(c.when());
      case Clause.ExitClause c -> term("notice", c.notice());
      case Clause.Review c -> when(c.when());
      case Clause.ImplementationCommission _ -> {}
    }
  }

  private void parties(String by, String to) {
    term("by", by);
    term("to", to);
  }

  private void place(@Nullable String where, Estimate strength) {
    if (where != null) {
      term("where", Plain.text(where));
    }
    number("strength", strength);
  }

  private void when(@Nullable When when) {
    switch (when) {
      case When.On(var day) -> term("when", day);
      case When.After(var delay) -> term("when", delay);
      case null -> {}
    }
  }

  private void number(String key, @Nullable Estimate value) {
    if (value != null) {
      term(key, of(value));
    }
  }

  private void term(String key, @Nullable Object value) {
    if (value != null) {
      terms.append(terms.isEmpty() ? "" : ", ").append(key).append(": ");
      terms.append(Objects.toString(value));
    }
  }
}
