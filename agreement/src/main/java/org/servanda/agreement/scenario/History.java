package org.servanda.agreement.scenario;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Source;

/// What happened to the agreement.
///
/// @param outcome how it ended, or that it did not
/// @param on when it ended, null if it did not or nobody said
/// @param yearsHeld years it held, 0 or more; null if nobody said
/// @param by who ended it, text; null if nobody said
/// @param how how it ended, text; null if nobody said
/// @param source where this comes from, null if nobody said
public record History(
    Outcome outcome,
    @Nullable LocalDate on,
    @Nullable Double yearsHeld,
    @Nullable String by,
    @Nullable String how,
    @Nullable Source source) {
  /// How an agreement ended.
  public enum Outcome {
    /// It was kept.
    HELD("held"),
    /// It was broken.
    FAILED("failed"),
    /// Another agreement took its place.
    SUPERSEDED("superseded"),
    /// Nobody knows yet.
    OPEN("open");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /// {@return the word for it in files and reports}
    public String word() {
      return word;
    }

    /// {@return the constant with this word, or null if there is none}
    ///
    /// @param word a word as [#word()] gives it
    public static @Nullable Outcome named(String word) {
      for (Outcome outcome : values()) {
        if (outcome.word.equals(word)) {
          return outcome;
        }
      }
      return null;
    }
  }
}
