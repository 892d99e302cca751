package org.servanda.engine.markov;

import org.jspecify.annotations.Nullable;

/// What the search for a guaranteed value hands back.
public sealed interface ZeroSumOutcome {
  /// Returns what was done.
  ZeroSumRun run();

  /// Returns the values, or fails.
  ///
  /// @throws IllegalStateException if they were not found; the message says why
  ZeroSumValues orThrow();

  /// Every value is known to within the tolerance.
  record Solved(ZeroSumValues values, ZeroSumRun run) implements ZeroSumOutcome {
    @Override
    public ZeroSumValues orThrow() {
      return values;
    }
  }

  /// Some value is not known to within the tolerance.
  ///
  /// @param best values reached, with the error that is known of them; null if no work was done
  /// @param detail one line to read, then a line that starts with `Try:`
  record NotSolved(@Nullable ZeroSumValues best, Reason reason, String detail, ZeroSumRun run)
      implements ZeroSumOutcome {
    @Override
    public ZeroSumValues orThrow() {
      throw new IllegalStateException(detail);
    }
  }

  /// Why values are missing.
  enum Reason {
    /// More memory would be needed than the options allow; no work was done.
    TOO_LARGE,
    /// The cancellation token was triggered.
    CANCELLED,
    /// The sweeps allowed did not bring the error below the tolerance.
    SWEEP_LIMIT,
    /// Undiscounted payoffs of both signs recur for ever, so that their total need not exist.
    BOTH_SIGNS
  }
}
