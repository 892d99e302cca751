package org.servanda.agreement.format;

import java.time.Period;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.evidence.Unit;

/// What may stand in a place of a scenario file.
public sealed interface Shape {

  /// Plain text.
  ///
  /// @param longest most characters
  record Text(int longest) implements Shape {}

  /// One word of a closed list.
  ///
  /// @param words the list
  record Word(List<String> words) implements Shape {}

  /// The version of the format.
  ///
  /// @param number the only version read
  record Version(int number) implements Shape {}

  /// The key of a party of this file.
  ///
  /// @param role the role it must have, null for any
  record PartyKey(@Nullable Role role) implements Shape {}

  /// The key of a source: the file's own or the bibliography's.
  record SourceKey() implements Shape {}

  /// A number: plain, with a unit, or as an estimate with its range.
  ///
  /// @param unit what unit it is in
  /// @param min smallest value
  /// @param max largest value
  record Quantity(Unit unit, double min, double max) implements Shape {
    /// {@return the number alone}
    Amount amount() {
      return new Amount(unit, min, max);
    }
  }

  /// A number, plain or with a unit, never an estimate.
  ///
  /// @param unit what unit it is in
  /// @param min smallest value
  /// @param max largest value
  record Amount(Unit unit, double min, double max) implements Shape {}

  /// A plain number without a unit.
  ///
  /// @param above it must be larger than this
  /// @param max largest value
  record Plain(double above, double max) implements Shape {}

  /// A whole number.
  ///
  /// @param min smallest value
  /// @param max largest value
  record Count(int min, int max) implements Shape {}

  /// The word `true`.
  record Yes() implements Shape {}

  /// A day, as in `1994-12-05`.
  record Day() implements Shape {}

  /// A length of time in ISO 8601, as in `P6M`.
  ///
  /// @param min shortest
  /// @param max longest
  /// @param grain what it is counted in
  record Span(Period min, Period max, Grain grain) implements Shape {}

  /// What a length of time is counted in.
  enum Grain {
    /// Years, months, weeks or days.
    DAYS,
    /// Whole months and years only.
    MONTHS
  }

  /// A day, or a length of time after the signature.
  record Moment() implements Shape {}

  /// One item or a list of such items.
  ///
  /// @param item the item
  /// @param most most items
  record OneOrMore(Shape item, int most) implements Shape {}

  /// A list.
  ///
  /// @param item each item
  /// @param most most items
  /// @param noun what the items are called, plural
  record Items(Shape item, int most, String noun) implements Shape {}

  /// A block of known keys.
  ///
  /// @param name its name in the schema
  /// @param fields the keys
  record Fields(String name, List<Field> fields) implements Shape {
    /// {@return the field with this key, or null}
    ///
    /// @param key a key
    @Nullable Field field(String key) {
      for (Field field : fields) {
        if (field.key().equals(key)) {
          return field;
        }
      }
      return null;
    }

    /// {@return the keys, in order}
    List<String> keys() {
      return fields.stream().map(Field::key).toList();
    }

    /// {@return the same keys, none required, under another name}
    ///
    /// @param other the name
    Fields allOptional(String other) {
      return new Fields(other, fields.stream().map(Field::optional).toList());
    }
  }

  /// A block of keys the file chooses.
  ///
  /// @param noun what the entries are called, plural
  /// @param keys what a key may look like
  /// @param value what stands behind each
  /// @param most most entries
  record Table(String noun, KeyRule keys, Shape value, int most) implements Shape {}

  /// What a chosen key may look like.
  enum KeyRule {
    /// Lower-case words with hyphens.
    PARTY("[a-z][a-z0-9]*(-[a-z0-9]+)*", 40, "lower-case words with hyphens, such as west-germany"),
    /// A key of a party that is a principal.
    PRINCIPAL("[a-z][a-z0-9]*(-[a-z0-9]+)*", 40, "the key of a principal"),
    /// Lower-case words with hyphens or dots.
    SOURCE("[a-z0-9]+([.-][a-z0-9]+)*", 60, "lower-case words with hyphens, such as powell-2006"),
    /// Text.
    NAME("\\S(.*\\S)?", 200, "text of at most 200 characters");

    private final String pattern;
    private final int longest;
    private final String words;

    KeyRule(String pattern, int longest, String words) {
      this.pattern = pattern;
      this.longest = longest;
      this.words = words;
    }

    /// {@return a regular expression for the whole key}
    String pattern() {
      return pattern;
    }

    /// {@return most characters}
    int longest() {
      return longest;
    }

    /// {@return the rule in words}
    String words() {
      return words;
    }
  }

  /// Shapes told apart by whether one word, a block or a list is written.
  ///
  /// @param forms at most one of each; several blocks are told apart by their keys
  record Either(List<Shape> forms) implements Shape {}

  /// A block of exactly one key out of several, with its own block behind it.
  ///
  /// @param noun what the keys are, singular
  /// @param choices the keys, each with its block
  record Choice(String noun, SequencedMap<String, Fields> choices) implements Shape {}

  /// The terms to change in the clauses named by the neighboring key `replace`.
  ///
  /// @param clauses all kinds of clauses with none of their terms required
  record Terms(Choice clauses) implements Shape {}

  /// The numbers a scenario puts in the place of default parameters.
  record Assumptions() implements Shape {}
}
