package org.servanda.engine.tree;

import java.util.List;

/// What a search for all agent logit equilibria at one precision hands back.
public sealed interface AgentLogitSearchOutcome {
  /// What was found.
  ///
  /// @param equilibria those on the principal branch first, in the order of the branch and with
  ///   their crossing number; then the others with crossing number 0, in the order of their
  ///   probabilities
  /// @param indices index of each, 1 or -1; 0 where it is singular to working precision
  /// @param knowledge what is known about equilibria that are not among them
  /// @param principal how the following of the principal branch ended
  /// @param starts paths followed
  /// @param broken paths that ended before they could, for instance at a limit of steps
  /// @param seconds wall time
  record Found(
      List<AgentLogitEquilibrium> equilibria,
      List<Integer> indices,
      Knowledge knowledge,
      BranchStatus principal,
      int starts,
      int broken,
      double seconds)
      implements AgentLogitSearchOutcome {
    /// Copies.
    public Found {
      equilibria = List.copyOf(equilibria);
      indices = List.copyOf(indices);
    }
  }

  /// The game was refused before the work started.
  ///
  /// @param reason size, cause and what to try
  record Refused(AgentLogitOutcome.TooLarge reason) implements AgentLogitSearchOutcome {}

  /// What is known about equilibria that were not found.
  enum Knowledge {
    /// There are none: no information sets are tied to each other, so that choices follow one from
    /// another.
    ONLY_ONE,
    /// The indices of those found add up to one, as those of all must: none need be missing, but
    /// pairs may be.
    INDICES_ADD_UP,
    /// The indices do not add up to one: some are certainly missing, or one is singular.
    SOME_MISSING
  }

  /// Returns what was found.
  ///
  /// @throws IllegalStateException if the game was refused, with the reason
  default Found orThrow() {
    return switch (this) {
      case Found found -> found;
      case Refused(var reason) -> throw new IllegalStateException(reason.message());
    };
  }
}
