package org.servanda.report.answer;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;

/// What a clause says, in one sentence.
public final class ClauseWords {
  private final Scenario scenario;
  private final UnaryOperator<String> names;

  private ClauseWords(Scenario scenario, UnaryOperator<String> names) {
    this.scenario = scenario;
    this.names = names;
  }

  /// {@return the clauses of an agreement in words, names isolated, in the order written}
  ///
  /// @param agreement the agreement
  /// @param scenario whose parties it names
  public static List<String> of(Agreement agreement, Scenario scenario) {
    return of(agreement, scenario, key -> PlainText.isolated(scenario.party(key).name()));
  }

  /// {@return the clauses of an agreement in words with keys in place of names, in the order
  /// written: equal for clauses that say the same of the same parties}
  ///
  /// @param agreement the agreement
  /// @param scenario whose parties it names
  static List<String> keyed(Agreement agreement, Scenario scenario) {
    return of(agreement, scenario, UnaryOperator.identity());
  }

  private static List<String> of(
      Agreement agreement, Scenario scenario, UnaryOperator<String> names) {
    var words = new ClauseWords(scenario, names);
    return agreement.clauses().stream().map(words::of).toList();
  }

  private String of(Clause clause) {
    return switch (clause) {
      case Clause.NeutralityPledge(var by, var until) ->
          "Neutrality of "
              + name(by)
              + ": no alliance"
              + (until == null ? ", for ever." : " until " + Numbers.day(until) + ".");
      case Clause.NonAggressionPledge(var by) ->
          by.stream()
              .map(this::name)
              .collect(Collectors.joining(" and ", "Pledge not to attack, by ", "."));
      case Clause.ForceLimit(var by, var cap) ->
          "Force limit of "
              + name(by)
              + (cap == 0 ? ": no build-up." : ": at most " + cap + " open steps of build-up.");
      case Clause.Disarmament(var by, var of, var size) ->
          (of == Arms.NUCLEAR ? "Nuclear arms" : "Forces")
              + term(" of size ", size)
              + " given up by "
              + name(by)
              + ".";
      case Clause.TerritorialTerms(var from, var to, var share, var when) ->
          "%s of the issue from %s to %s%s."
              .formatted(
                  Numbers.quantity(share.mode(), share.unit()),
                  name(from),
                  name(to),
                  when == null ? " at signature" : " on " + date(when));
      case Clause.SecurityGuarantee(var by, var to, var level) ->
          "Guarantee by %s to %s: %s.".formatted(name(by), name(to), spaced(level.word()));
      case Clause.SanctionsRelief(var by, var to, var size, var years) ->
          "Sanctions on %s lifted by %s%s%s."
              .formatted(name(to), name(by), term(", worth ", size), during(years));
      case Clause.Aid(var by, var to, var size, var balance, var years) ->
          "Aid from %s to %s%s%s%s."
              .formatted(
                  name(by), name(to), term(", ", size), term(", adding ", balance), during(years));
      case Clause.DemilitarizedZone(var where, var strength) ->
          "A demilitarized zone" + place(where) + term(", strength ", strength) + ".";
      case Clause.Peacekeepers(var where, var strength) ->
          "Peacekeepers" + place(where) + term(", strength ", strength) + ".";
      case Clause.Verification(var of, var detection, var falseAlarm, var attribution) ->
          verification(of, detection, falseAlarm, attribution);
      case Clause.Snapback(var of, var automatic, var sanctions) ->
          "Sanctions return on %s%s%s."
              .formatted(
                  name(of), term(", automatic with ", automatic), term(", size ", sanctions));
      case Clause.Sunset(var when) -> "The agreement ends on " + date(when) + ".";
      case Clause.ExitClause(var notice) ->
          "Either side may leave"
              + (notice.isZero() ? "." : " after notice of " + span(notice) + ".");
      case Clause.Review(var when) -> "Either side may leave on " + date(when) + ", at a review.";
      case Clause.ImplementationCommission() -> "A joint commission settles incidents.";
    };
  }

  private static String verification(
      VerifiedObligation of,
      @Nullable Estimate detection,
      @Nullable Estimate falseAlarm,
      @Nullable Estimate attribution) {
    String what =
        switch (of) {
          case FORCE_LIMIT -> "the force limit";
          case DISARMAMENT -> "disarmament";
          case ALL -> "all limits";
        };
    return "Inspections watch "
        + what
        + term(", detection ", detection)
        + term(", false alarms ", falseAlarm)
        + term(", attribution accepted ", attribution)
        + ".";
  }

  private String name(String key) {
    return names.apply(key);
  }

  private String date(When when) {
    return Numbers.day(when.date(scenario.time().start()));
  }

  private static String term(String lead, @Nullable Estimate estimate) {
    return estimate == null ? "" : lead + Numbers.quantity(estimate.mode(), estimate.unit());
  }

  private static String place(@Nullable String where) {
    return where == null ? "" : " (" + PlainText.isolated(where) + ")";
  }

  private static String during(@Nullable Period years) {
    return years == null ? "" : ", for " + span(years);
  }

  private static String span(Period period) {
    var parts = new ArrayList<String>();
    add(parts, period.getYears(), "year");
    add(parts, period.getMonths(), "month");
    add(parts, period.getDays(), "day");
    return parts.isEmpty() ? "0 days" : String.join(" ", parts);
  }

  private static void add(List<String> parts, int count, String word) {
    if (count != 0) {
      parts.add(count + " " + word + (count == 1 ? "" : "s"));
    }
  }

  private static String spaced(String word) {
    return word.replace('-', ' ');
  }
}
