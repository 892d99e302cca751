package org.servanda.agreement.evidence;

import org.jspecify.annotations.Nullable;

/// How far a number can be relied on.
public enum Confidence {
  /// Computed from, or read in, a primary source.
  VERIFIED("V"),
  /// Well established.
  SURE("sure"),
  /// Likely right; look it up before citing.
  FAIRLY_SURE("fairly-sure"),
  /// Follows by algebra from something published.
  DERIVED("derived"),
  /// May be wrong in detail, or nobody said. A number without a tag is this.
  CHECK("check");

  private final String word;

  Confidence(String word) {
    this.word = word;
  }

  /// {@return the word for this tag in files and reports}
  public String word() {
    return word;
  }

  /// {@return the tag with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable Confidence named(String word) {
    for (Confidence confidence : values()) {
      if (confidence.word.equals(word)) {
        return confidence;
      }
    }
    return null;
  }
}
