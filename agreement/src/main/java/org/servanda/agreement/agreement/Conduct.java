package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// What a party did with a pledge.
public enum Conduct {
  /// It kept the pledge.
  KEPT("kept"),
  /// It broke the pledge.
  BROKEN("broken");

  private final String word;

  Conduct(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable Conduct named(String word) {
    for (Conduct constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
