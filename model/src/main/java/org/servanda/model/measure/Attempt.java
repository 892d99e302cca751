package org.servanda.model.measure;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something beside the headline that was solved, or what stopped it.
///
/// @param result what came out; absent if it could not be solved
/// @param omission what stopped it; absent if it was solved
record Attempt<T>(@Nullable T result, Assessment.@Nullable Omission omission) {

  /// {@return the result of some work, or why its game has none}
  ///
  /// @param what names it to a reader
  /// @throws Unsolved if the work was canceled
  static <T> Attempt<T> of(String what, Supplier<T> work) {
    try {
      return new Attempt<>(work.get(), null);
    } catch (Unsolved unsolved) {
      if (unsolved.reason().reason() == NotAssessed.Reason.CANCELED) {
        throw unsolved;
      }
      return new Attempt<>(null, new Assessment.Omission(what, unsolved.reason().detail()));
    }
  }
}
