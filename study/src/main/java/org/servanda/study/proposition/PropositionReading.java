package org.servanda.study.proposition;

import java.util.List;
import org.servanda.agreement.scenario.Problem;

/// What came of reading a proposition.
public sealed interface PropositionReading {
  /// It says something.
  ///
  /// @param proposition what it says
  record Read(Proposition proposition) implements PropositionReading {}

  /// It cannot be used.
  ///
  /// @param problems all that is wrong with it, by place; at least one
  record Rejected(List<Problem> problems) implements PropositionReading {
    public Rejected {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("rejected without a problem");
      }
    }
  }
}
