package org.servanda.agreement.evidence;

/// A number the model needs, with its default.
///
/// @param standard the default, under the parameter's key
/// @param min smallest value a scenario may give, within the unit
/// @param max largest value a scenario may give, within the unit
/// @param scope whether a scenario may give it party by party
/// @param about what it is, one line
public record Parameter(Estimate standard, double min, double max, Scope scope, String about) {
  /// Whom a parameter speaks of.
  public enum Scope {
    /// One number for the whole scenario.
    SCENARIO,
    /// A number that may differ by party: `key.party` overrides `key`.
    PARTY
  }

  /// @throws IllegalArgumentException unless `min <= low` and `high <= max`
  public Parameter {
    if (!(min <= standard.low() && standard.high() <= max)) {
      throw new IllegalArgumentException(
          "parameter %s from %s to %s leaves its own bounds %s to %s"
              .formatted(standard.key(), standard.low(), standard.high(), min, max));
    }
  }

  /// {@return the key}
  public String key() {
    return standard.key();
  }

  /// {@return the unit}
  public Unit unit() {
    return standard.unit();
  }
}
