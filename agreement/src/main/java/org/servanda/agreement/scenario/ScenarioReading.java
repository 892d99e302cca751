package org.servanda.agreement.scenario;

import java.util.List;
import java.util.stream.Collectors;

/// What came of reading a scenario file.
public sealed interface ScenarioReading {

  /// {@return the scenario}
  ///
  /// @throws IllegalArgumentException if the file was rejected, with every problem in the message
  Scenario orThrow();

  /// The file says something.
  ///
  /// @param scenario what it says
  record Read(Scenario scenario) implements ScenarioReading {
    @Override
    public Scenario orThrow() {
      return scenario;
    }
  }

  /// The file cannot be used.
  ///
  /// @param problems all that is wrong with it, by place; at least one. Of more than 500, the first
  ///   500 found are told and a last one says how many more there are
  record Rejected(List<Problem> problems) implements ScenarioReading {
    public Rejected {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("rejected without a problem");
      }
    }

    @Override
    public Scenario orThrow() {
      throw new IllegalArgumentException(
          problems.stream().map(ProblemText::of).collect(Collectors.joining("\n")));
    }
  }
}
