package org.servanda.agreement.scenario;

import java.time.Period;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.format.Field;
import org.servanda.agreement.format.Shape;
import org.servanda.agreement.format.Vocabulary;

/// What may be said in a clause of one kind: the form to be filled in.
///
/// Read off the vocabulary that files are checked against.
///
/// @param kind the kind
/// @param about what it means, one sentence
/// @param terms in the order of the vocabulary
public record ClauseForm(ClauseKind kind, String about, List<Term> terms) {
  public ClauseForm {
    terms = List.copyOf(terms);
  }

  /// One term.
  ///
  /// @param key its key
  /// @param about what it means, one sentence
  /// @param isRequired whether it must be written
  /// @param entry what may be written
  /// @param example a value as it would be written
  public record Term(String key, String about, boolean isRequired, Entry entry, String example) {
    /// {@return whether parties are written for it}
    public boolean namesParties() {
      return entry instanceof Entry.OneParty || entry instanceof Entry.Parties;
    }
  }

  /// What may be written for a term.
  public sealed interface Entry {
    /// A number within bounds, plain or with its range.
    record Number(Unit unit, double min, double max) implements Entry {}

    /// A whole number within bounds.
    record Count(int min, int max) implements Entry {}

    /// One of several words, weakest first where there is an order.
    record Choice(List<String> words) implements Entry {
      public Choice {
        words = List.copyOf(words);
      }
    }

    /// A party.
    ///
    /// @param role which it must have; absent for any
    record OneParty(@Nullable Role role) implements Entry {}

    /// One or more parties.
    record Parties() implements Entry {}

    /// A day, as in `2004-12-05`.
    record Day() implements Entry {}

    /// A length of time, as in `P10Y`.
    record Length(Period min, Period max) implements Entry {}

    /// A day, or a length of time after the signature.
    record Moment() implements Entry {}

    /// Text.
    record Words(int longest) implements Entry {}
  }

  /// {@return the form for a kind}
  public static ClauseForm of(ClauseKind kind) {
    var fields = Vocabulary.clause().choices().get(kind.word());
    if (fields == null) {
      throw new IllegalStateException("the vocabulary lacks " + kind.word());
    }
    return new ClauseForm(
        kind, Vocabulary.about(kind), fields.fields().stream().map(ClauseForm::term).toList());
  }

  /// {@return a clause of this kind on one line with every required term, as an example}
  ///
  /// @param parties gives the keys of parties to a term that names some, as they are written
  public String example(Function<Term, String> parties) {
    return terms.stream()
        .filter(Term::isRequired)
        .map(t -> t.key() + ": " + (t.namesParties() ? parties.apply(t) : t.example()))
        .collect(Collectors.joining(", ", kind.word() + ": {", "}"));
  }

  private static Term term(Field field) {
    return new Term(
        field.key(),
        field.about(),
        field.presence() == Field.Presence.REQUIRED,
        entry(field.shape()),
        field.example());
  }

  private static Entry entry(Shape shape) {
    return switch (shape) {
      case Shape.Quantity(var unit, var min, var max) -> new Entry.Number(unit, min, max);
      case Shape.Count(var min, var max) -> new Entry.Count(min, max);
      case Shape.Word(var words) -> new Entry.Choice(words);
      case Shape.PartyKey(var role) -> new Entry.OneParty(role);
      case Shape.OneOrMore _ -> new Entry.Parties();
      case Shape.Day() -> new Entry.Day();
      case Shape.Span(var min, var max, _) -> new Entry.Length(min, max);
      case Shape.Moment() -> new Entry.Moment();
      case Shape.Text(var longest) -> new Entry.Words(longest);
      default -> throw new IllegalStateException("no term of a clause has the shape " + shape);
    };
  }

  /// {@return what a clause says under a term: an [Estimate], an [Integer], a list of party keys or
  /// text; null if it was not written and has no value of its own}
  ///
  /// @param clause a clause of any kind
  /// @param term key of a term of that kind
  /// @throws IllegalArgumentException if the kind has no such term
  public static @Nullable Object value(Clause clause, String term) {
    return switch (clause) {
      case Clause.NeutralityPledge c -> of(term, "by", c.by(), "until", c.until());
      case Clause.NonAggressionPledge c -> of(term, "by", c.by());
      case Clause.ForceLimit c -> of(term, "by", c.by(), "cap", c.cap());
      case Clause.Disarmament c -> of(term, "by", c.by(), "of", c.of().word(), "size", c.size());
      case Clause.TerritorialTerms c ->
          of(term, "from", c.from(), "to", c.to(), "share", c.share(), "when", said(c.when()));
      case Clause.DemilitarizedZone c -> of(term, "where", c.where(), "strength", c.strength());
      case Clause.Peacekeepers c -> of(term, "where", c.where(), "strength", c.strength());
      case Clause.SecurityGuarantee c ->
          of(term, "by", c.by(), "to", c.to(), "level", c.level().word());
      case Clause.Verification c ->
          of(
              term,
              "of",
              c.of().word(),
              "detection",
              c.detection(),
              "false-alarm",
              c.falseAlarm(),
              "attribution",
              c.attribution());
      case Clause.Snapback c ->
          of(term, "of", c.of(), "automatic", c.automatic(), "sanctions", c.sanctions());
      case Clause.SanctionsRelief c ->
          of(term, "by", c.by(), "to", c.to(), "size", c.size(), "years", c.years());
      case Clause.Aid c ->
          of(
              term,
              "by",
              c.by(),
              "to",
              c.to(),
              "size",
              c.size(),
              "balance",
              c.balance(),
              "years",
              c.years());
      case Clause.Sunset c -> of(term, "when", said(c.when()));
      case Clause.ExitClause c -> of(term, "notice", c.notice());
      case Clause.Review c -> of(term, "when", said(c.when()));
      case Clause.ImplementationCommission _ -> of(term);
    };
  }

  private static @Nullable Object of(String term, @Nullable Object... termsAndValues) {
    for (int i = 0; i < termsAndValues.length; i += 2) {
      if (term.equals(termsAndValues[i])) {
        Object value = termsAndValues[i + 1];
        return switch (value) {
          case null -> null;
          case Estimate e -> e;
          case Integer count -> count;
          case List<?> keys -> keys;
          default -> value.toString();
        };
      }
    }
    throw new IllegalArgumentException("no term \"" + term + "\" in this kind of clause");
  }

  private static @Nullable String said(@Nullable When when) {
    return switch (when) {
      case When.On(var day) -> day.toString();
      case When.After(var delay) -> delay.toString();
      case null -> null;
    };
  }
}
