package org.servanda.engine.tree;

import java.util.List;

/// What a solver of agent logit equilibria hands back.
public sealed interface AgentLogitOutcome {
  /// The branch was followed, as far as `status` says.
  ///
  /// @param status why the trace ended; anything but [BranchStatus#REACHED] means that precisions
  ///   may be missing among the equilibria
  /// @param lambda precision at the end of the trace
  /// @param equilibria solutions at the precisions asked for, in the order of the options and
  ///   within one precision in the order in which the branch meets it
  /// @param last the last point of the branch, the best there is where a precision was missed
  /// @param turningPoints where the branch turns in lambda, in the order met
  /// @param bifurcations where other branches cross, in the order met
  /// @param size what was solved and what it took
  record Traced(
      BranchStatus status,
      double lambda,
      List<AgentLogitEquilibrium> equilibria,
      AgentLogitEquilibrium last,
      List<AgentLogitEquilibrium> turningPoints,
      List<AgentLogitEquilibrium> bifurcations,
      SolverSize size)
      implements AgentLogitOutcome {
    /// Copies.
    public Traced {
      equilibria = List.copyOf(equilibria);
      turningPoints = List.copyOf(turningPoints);
      bifurcations = List.copyOf(bifurcations);
    }
  }

  /// The game was refused before the work started.
  ///
  /// @param bytes what the work would take at least
  /// @param most what it may take
  /// @param message size, cause and what to try
  record TooLarge(long bytes, long most, String message) implements AgentLogitOutcome {}

  /// Returns the trace.
  ///
  /// @throws IllegalStateException if the game was refused, with the reason
  default Traced orThrow() {
    return switch (this) {
      case Traced traced -> traced;
      case TooLarge refused -> throw new IllegalStateException(refused.message());
    };
  }
}
