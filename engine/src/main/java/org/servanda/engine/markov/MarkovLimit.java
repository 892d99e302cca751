package org.servanda.engine.markov;

import org.jspecify.annotations.Nullable;

/// Where the principal branch goes as precision grows without bound.
public sealed interface MarkovLimit {
  /// Returns what was met on the way.
  MarkovBranch branch();

  /// Returns the equilibrium, or fails.
  ///
  /// @throws IllegalStateException if none was verified; the message says why
  MarkovProfile orThrow();

  /// The branch closes in on a Markov perfect equilibrium.
  ///
  /// @param equilibrium solved on its own support, not read off the branch
  /// @param regret what the best single deviation in any state would bring, in utility; verified to
  ///   be within the options' share of the range of payoffs
  /// @param lambda precision at which the branch was left
  /// @param distance largest difference there between a probability and its limit
  record Verified(
      MarkovProfile equilibrium, double regret, double lambda, double distance, MarkovBranch branch)
      implements MarkovLimit {
    @Override
    public MarkovProfile orThrow() {
      return equilibrium;
    }

    /// Returns whether every player takes a single action in every state.
    public boolean pure() {
      return equilibrium.pure();
    }
  }

  /// No equilibrium was verified; the branch says how far it was followed.
  ///
  /// @param best play at the last point, null if no work was done; no equilibrium of the game
  /// @param regret what the best single deviation from it would bring, in utility; NaN if no work
  ///   was done
  /// @param detail one line to read, then a line that starts with `Try:`
  record NotVerified(
      @Nullable MarkovProfile best, double regret, String detail, MarkovBranch branch)
      implements MarkovLimit {
    @Override
    public MarkovProfile orThrow() {
      throw new IllegalStateException(detail);
    }
  }
}
