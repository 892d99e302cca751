package org.servanda.study.run;

import java.util.List;

/// What an experiment came to.
public sealed interface Outcome {
  /// It was solved.
  ///
  /// @param measures in the order of [Plan#measures()]; NaN where there is nothing to measure
  record Solved(List<Double> measures) implements Outcome {
    public Solved {
      measures = List.copyOf(measures);
    }
  }

  /// It has no answer.
  ///
  /// @param reason what stopped the solver, with a `Try:` line
  record Failed(String reason) implements Outcome {}
}
