package org.servanda.agreement.format;

import static org.servanda.agreement.format.Field.optional;
import static org.servanda.agreement.format.Field.required;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.agreement.evidence.Unit;

/// The words for clauses and their terms.
final class ClauseVocabulary {
  private static final Shape ANYONE = new Shape.PartyKey(null);
  private static final Shape PRINCIPAL = new Shape.PartyKey(Role.PRINCIPAL);
  private static final Shape GUARANTOR = new Shape.PartyKey(Role.GUARANTOR);
  private static final Shape SHARE = new Shape.Quantity(Unit.SHARE, 0, 1);
  private static final Shape RATE = new Shape.Quantity(Unit.PER_YEAR, 0, 1);
  private static final Shape FLOW = new Shape.Quantity(Unit.PER_YEAR, 0, 10);
  private static final Shape LENGTH =
      new Shape.Span(Period.ofDays(1), Period.ofYears(200), Shape.Grain.DAYS);
  private static final Shape WHERE = new Shape.Text(200);

  private ClauseVocabulary() {}

  /// {@return a block of one clause}
  static Shape.Choice clause() {
    var choices = new LinkedHashMap<String, Shape.Fields>();
    for (ClauseKind kind : ClauseKind.values()) {
      choices.put(kind.word(), new Shape.Fields(kind.word(), terms(kind)));
    }
    return new Shape.Choice("clause", choices);
  }

  /// {@return the same with no term required}
  static Shape.Choice partial() {
    var choices = new LinkedHashMap<String, Shape.Fields>();
    clause().choices().forEach((k, f) -> choices.put(k, f.allOptional(k + "-terms")));
    return new Shape.Choice("clause", choices);
  }

  /// {@return the kinds, as words}
  static List<String> kinds() {
    return Arrays.stream(ClauseKind.values()).map(ClauseKind::word).toList();
  }

  /// {@return what a kind means, one sentence}
  ///
  /// @param kind the kind's word
  static String about(String kind) {
    return switch (ClauseKind.named(kind)) {
      case NEUTRALITY_PLEDGE -> "A party pledges not to join an alliance.";
      case NON_AGGRESSION_PLEDGE -> "Parties pledge not to attack.";
      case FORCE_LIMIT -> "A party's forces are limited.";
      case DISARMAMENT -> "A party gives up arms.";
      case TERRITORIAL_TERMS -> "A share of the issue is handed over.";
      case DEMILITARIZED_ZONE -> "A zone is kept without forces.";
      case PEACEKEEPERS -> "Outside observers or forces stand between the parties.";
      case SECURITY_GUARANTEE -> "A guarantor promises a principal protection.";
      case VERIFICATION -> "Obligations are inspected.";
      case SNAPBACK -> "Sanctions return by themselves after a breach.";
      case SANCTIONS_RELIEF -> "Sanctions are lifted.";
      case AID -> "Aid is given.";
      case SUNSET -> "The agreement ends on a date.";
      case EXIT_CLAUSE -> "Leaving after notice is lawful.";
      case REVIEW -> "Leaving is lawful on a date.";
      case IMPLEMENTATION_COMMISSION -> "A joint body settles incidents.";
      case null -> throw new IllegalArgumentException("no kind of clause: " + kind);
    };
  }

  private static List<Field> terms(ClauseKind kind) {
    return switch (kind) {
      case NEUTRALITY_PLEDGE ->
          List.of(
              by(PRINCIPAL, "Who pledges."),
              optional(
                  "until", new Shape.Day(), "Last day of the pledge; default: for ever.", DAY));
      case NON_AGGRESSION_PLEDGE ->
          List.of(
              required(
                  "by",
                  new Shape.OneOrMore(ANYONE, 6),
                  "Who pledges: a party or a list.",
                  "[russia, ukraine]"));
      case FORCE_LIMIT ->
          List.of(
              by(PRINCIPAL, "Whose forces."),
              optional(
                  "cap",
                  new Shape.Count(0, 20),
                  "Steps of build-up allowed openly; default 0.",
                  "1"));
      case DISARMAMENT ->
          List.of(
              by(PRINCIPAL, "Who disarms."),
              required("of", words(Arms.values()), "What it gives up.", "nuclear"),
              optional(
                  "size",
                  new Shape.Quantity(Unit.LOG_STRENGTH, 0, 10),
                  "Log strength given up; with \"of: forces\" only, and then required.",
                  "0.3"));
      case TERRITORIAL_TERMS ->
          List.of(
              required("from", PRINCIPAL, "Who hands over.", "ukraine"),
              required("to", PRINCIPAL, "Who receives.", "russia"),
              required("share", SHARE, "Share of the whole issue.", "0.2"),
              optional("when", new Shape.Moment(), "When; default: at signature.", "P1Y"));
      case DEMILITARIZED_ZONE, PEACEKEEPERS ->
          List.of(
              optional("where", WHERE, "The place.", "Sinai"),
              optional("strength", SHARE, "How far it is what its name says; default 1.", "0.8"));
      case SECURITY_GUARANTEE ->
          List.of(
              by(GUARANTOR, "Who promises."),
              required("to", PRINCIPAL, "To whom.", "ukraine"),
              required(
                  "level",
                  words(GuaranteeLevel.values()),
                  "How far it binds itself, weakest first.",
                  "tripwire"));
      case VERIFICATION ->
          List.of(
              required(
                  "of", words(VerifiedObligation.values()), "What is inspected.", "force-limit"),
              optional(
                  "detection",
                  RATE,
                  "Probability per year that a violation is found; default: parameter"
                      + " detection.verified.",
                  "0.8"),
              optional(
                  "false-alarm",
                  RATE,
                  "Probability per year of an alarm without a violation; default: parameter"
                      + " false-alarm.",
                  "0.02"),
              optional(
                  "attribution",
                  SHARE,
                  "Probability that a finding is accepted; default: parameter attribution.",
                  "0.6"));
      case SNAPBACK ->
          List.of(
              required("of", PRINCIPAL, "Against whom.", "iran"),
              optional(
                  "automatic", SHARE, "Probability that no decision is needed; default 1.", "0.9"),
              optional(
                  "sanctions",
                  FLOW,
                  "Yearly loss under them, as a share of the yearly value of the issue; default:"
                      + " parameter sanctions.cost.",
                  "0.1 /yr"));
      case SANCTIONS_RELIEF ->
          flow(
              "lifts them",
              "Yearly worth to the receiver, as a share of the yearly value of the issue.",
              List.of());
      case AID ->
          flow(
              "gives",
              "Yearly flow to the receiver and cost to the giver, as a share of the yearly value of"
                  + " the issue.",
              List.of(
                  optional(
                      "balance",
                      new Shape.Quantity(Unit.PER_YEAR, -2, 2),
                      "Log strength it adds to the receiver, per year; default none.",
                      "0.02 /yr")));
      case SUNSET ->
          List.of(required("when", new Shape.Moment(), "When the agreement ends.", "P10Y"));
      case EXIT_CLAUSE ->
          List.of(
              optional(
                  "notice",
                  new Shape.Span(Period.ZERO, Period.ofYears(60), Shape.Grain.DAYS),
                  "Time between saying so and leaving; default P0D.",
                  "P6M"));
      case REVIEW ->
          List.of(required("when", new Shape.Moment(), "When leaving is lawful.", "P5Y"));
      case IMPLEMENTATION_COMMISSION -> List.of();
    };
  }

  private static List<Field> flow(String does, String size, List<Field> more) {
    var terms = new ArrayList<Field>();
    terms.add(by(ANYONE, "Who " + does + "."));
    terms.add(required("to", ANYONE, "Who receives.", "iran"));
    terms.add(required("size", FLOW, size, "0.05 /yr"));
    terms.addAll(more);
    terms.add(optional("years", LENGTH, "For how long; default: for ever.", "P10Y"));
    return terms;
  }

  private static final String DAY = "2004-12-05";

  private static Field by(Shape who, String about) {
    return required("by", who, about, who.equals(PRINCIPAL) ? "ukraine" : "usa");
  }

  private static Shape words(Arms[] values) {
    return new Shape.Word(Arrays.stream(values).map(Arms::word).toList());
  }

  private static Shape words(GuaranteeLevel[] values) {
    return new Shape.Word(Arrays.stream(values).map(GuaranteeLevel::word).toList());
  }

  private static Shape words(VerifiedObligation[] values) {
    return new Shape.Word(Arrays.stream(values).map(VerifiedObligation::word).toList());
  }
}
