package org.servanda.study.proposition;

import java.util.List;

/// What is compared, and when the claim holds in a world.
///
/// @param terms measures of sides, added up with their signs to the *effect*
/// @param words what the effect is, as the end of a sentence, without a period
/// @param unit of the effect
/// @param bound on which side of `limit` the effect must lie for the claim to hold
/// @param limit the bound, in the effect's unit, finite
/// @param because why so much and no more
public record Criterion(
    List<Term> terms, String words, Unit unit, Bound bound, double limit, String because) {

  public Criterion {
    terms = List.copyOf(terms);
  }

  /// A measure of one side.
  ///
  /// @param sign 1 or -1
  /// @param measure name of a measure, with roles in place of parties, such as
  ///   `conquest.$protected`
  /// @param side name of a side
  public record Term(int sign, String measure, String side) {}

  /// Where the effect must lie.
  public enum Bound {
    ABOVE,
    BELOW
  }

  /// In what an effect is measured.
  public enum Unit {
    /// A probability.
    PROBABILITY("probability"),
    /// Times per history on average.
    TIMES("times"),
    /// Stakes of the party concerned.
    STAKES("stakes");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    /// {@return the word for it in files and output}
    public String word() {
      return word;
    }
  }

  /// {@return whether the claim holds where the effect is this}
  ///
  /// @param effect finite
  public boolean holds(double effect) {
    return switch (bound) {
      case ABOVE -> effect > limit;
      case BELOW -> effect < limit;
    };
  }

  /// {@return whether the effect is as far on the other side of zero as it must be on its own for
  /// the claim to hold}
  ///
  /// Never where the claim holds at zero: such a claim says that there is no effect to speak of.
  ///
  /// @param effect finite
  public boolean reversed(double effect) {
    return !holds(0) && holds(-effect);
  }
}
