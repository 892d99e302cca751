package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// How far a party is on the way to nuclear arms, farthest last.
public enum NuclearStatus {
  /// No program.
  NONE("none"),
  /// Could start a program.
  LATENT("latent"),
  /// A short step from arms.
  THRESHOLD("threshold"),
  /// Has nuclear arms.
  ARMED("armed");

  private final String word;

  NuclearStatus(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable NuclearStatus named(String word) {
    for (NuclearStatus constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
