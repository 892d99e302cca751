package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// What a verification clause watches.
public enum VerifiedObligation {
  /// A force limit.
  FORCE_LIMIT("force-limit"),
  /// Disarmament.
  DISARMAMENT("disarmament"),
  /// Every force limit and disarmament of the agreement.
  ALL("all");

  private final String word;

  VerifiedObligation(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable VerifiedObligation named(String word) {
    for (VerifiedObligation constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
