package org.servanda.engine.equilibrium;

/// What a solver hands back: the caller cannot reach an equilibrium without saying what happens
/// when there is none.
public sealed interface SolveOutcome {
  /// Returns what was done.
  SolverRun run();

  /// Returns the equilibrium, or fails.
  ///
  /// @throws IllegalStateException if there is none; the message says why
  QuantalResponseEquilibrium orThrow();

  /// The game was solved, each decision as well as [SolverRun#residual()] says.
  record Solved(QuantalResponseEquilibrium equilibrium, SolverRun run) implements SolveOutcome {
    @Override
    public QuantalResponseEquilibrium orThrow() {
      return equilibrium;
    }
  }

  /// The game was not solved.
  ///
  /// @param detail one line to read, then a line that starts with `Try:`
  record NotSolved(StopReason reason, String detail, SolverRun run) implements SolveOutcome {
    @Override
    public QuantalResponseEquilibrium orThrow() {
      throw new IllegalStateException(detail);
    }
  }
}
