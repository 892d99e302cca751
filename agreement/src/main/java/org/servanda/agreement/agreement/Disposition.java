package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// What a party is like at heart: known to itself, guessed at by the others.
///
/// @source Glaser (1992); Kydd (2005)
public enum Disposition {
  /// A principal that wants to be safe more than it wants gains.
  SECURITY_SEEKER("security-seeker", Role.PRINCIPAL),
  /// A principal that wants gains more than it wants to be safe.
  EXPANSIONIST("expansionist", Role.PRINCIPAL),
  /// A guarantor that bears the cost of honoring its promises.
  RESOLUTE("resolute", Role.GUARANTOR),
  /// A guarantor that finds honoring its promises costly.
  WAVERING("wavering", Role.GUARANTOR);

  private final String word;
  private final Role role;

  Disposition(String word, Role role) {
    this.word = word;
    this.role = role;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the role of the parties that can have it}
  public Role role() {
    return role;
  }

  /// {@return the disposition of a party about which nothing is said}
  ///
  /// @param role the party's role
  public static Disposition benign(Role role) {
    return switch (role) {
      case PRINCIPAL -> SECURITY_SEEKER;
      case GUARANTOR -> RESOLUTE;
    };
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable Disposition named(String word) {
    for (Disposition disposition : values()) {
      if (disposition.word.equals(word)) {
        return disposition;
      }
    }
    return null;
  }
}
