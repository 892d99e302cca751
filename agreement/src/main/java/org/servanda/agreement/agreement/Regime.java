package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// How leaders are chosen, which sets how often they leave.
public enum Regime {
  /// Polity score of 6 or more.
  DEMOCRACY("democracy"),
  /// Between the two.
  ANOCRACY("anocracy"),
  /// Polity score of -6 or less.
  AUTOCRACY("autocracy");

  private final String word;

  Regime(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable Regime named(String word) {
    for (Regime constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
