package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// What a party gives up when it disarms.
public enum Arms {
  /// Nuclear arms.
  NUCLEAR("nuclear"),
  /// Conventional forces.
  FORCES("forces");

  private final String word;

  Arms(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable Arms named(String word) {
    for (Arms constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
