package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// How far a guarantor binds itself, from words to forces, weakest first.
public enum GuaranteeLevel {
  /// Words of respect and support, no obligation to act.
  ASSURANCE("assurance"),
  /// A duty to confer when the protected party is threatened.
  CONSULTATION("consultation"),
  /// A duty to defend.
  DEFENSE_COMMITMENT("defense-commitment"),
  /// A duty to defend, with own forces in harm's way.
  TRIPWIRE("tripwire"),
  /// Full membership of the guarantor's alliance.
  MEMBERSHIP("membership");

  private final String word;

  GuaranteeLevel(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable GuaranteeLevel named(String word) {
    for (GuaranteeLevel constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
