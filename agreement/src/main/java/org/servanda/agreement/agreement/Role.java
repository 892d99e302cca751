package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// What a party is to the agreement.
public enum Role {
  /// One of the two between whom the issue stands.
  PRINCIPAL("principal"),
  /// An outsider who protects a principal.
  GUARANTOR("guarantor");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable Role named(String word) {
    for (Role constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
