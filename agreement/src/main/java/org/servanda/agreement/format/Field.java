package org.servanda.agreement.format;

/// A key with a meaning of its own.
///
/// @param key the key
/// @param shape what may stand there
/// @param presence whether it may be left out
/// @param about what it means, one sentence
/// @param example a value as it would be written
public record Field(String key, Shape shape, Presence presence, String about, String example) {
  /// Whether a key may be left out.
  public enum Presence {
    /// It may not.
    REQUIRED,
    /// It may.
    OPTIONAL
  }

  /// {@return a key that must be written}
  ///
  /// @param key the key
  /// @param shape what may stand there
  /// @param about what it means
  /// @param example a value
  public static Field required(String key, Shape shape, String about, String example) {
    return new Field(key, shape, Presence.REQUIRED, about, example);
  }

  /// {@return a key that may be left out}
  ///
  /// @param key the key
  /// @param shape what may stand there
  /// @param about what it means
  /// @param example a value
  public static Field optional(String key, Shape shape, String about, String example) {
    return new Field(key, shape, Presence.OPTIONAL, about, example);
  }

  /// {@return the same key, not required}
  Field optional() {
    return new Field(key, shape, Presence.OPTIONAL, about, example);
  }
}
