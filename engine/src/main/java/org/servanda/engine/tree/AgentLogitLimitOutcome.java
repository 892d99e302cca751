package org.servanda.engine.tree;

import java.util.List;

/// What the search for the limit of the principal branch hands back.
public sealed interface AgentLogitLimitOutcome {
  /// The branch was followed, as far as `status` says.
  ///
  /// @param status [BranchStatus#REACHED] if precision was raised until the limit had settled or to
  ///   the highest that double precision bears; otherwise `limit` is what the branch looked like
  ///   where it ended
  /// @param lambda precision at the end of the trace, in 1/utility
  /// @param limit the limit, to be believed as far as [AgentLogitLimit#verified] says
  /// @param last the last point of the branch
  /// @param turningPoints where the branch turns in lambda, in the order met
  /// @param bifurcations where other branches cross, in the order met
  /// @param size what was solved and what it took
  record Followed(
      BranchStatus status,
      double lambda,
      AgentLogitLimit limit,
      AgentLogitEquilibrium last,
      List<AgentLogitEquilibrium> turningPoints,
      List<AgentLogitEquilibrium> bifurcations,
      SolverSize size)
      implements AgentLogitLimitOutcome {
    /// Copies.
    public Followed {
      turningPoints = List.copyOf(turningPoints);
      bifurcations = List.copyOf(bifurcations);
    }
  }

  /// The game was refused before the work started.
  ///
  /// @param reason size, cause and what to try
  record Refused(AgentLogitOutcome.TooLarge reason) implements AgentLogitLimitOutcome {}

  /// Returns the limit.
  ///
  /// @throws IllegalStateException if the game was refused, with the reason
  default Followed orThrow() {
    return switch (this) {
      case Followed followed -> followed;
      case Refused(var reason) -> throw new IllegalStateException(reason.message());
    };
  }
}
