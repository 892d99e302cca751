package org.servanda.literature;

import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A published model as a game for the solvers, and what is read off the solution.
@FunctionalInterface
interface Reduction {
  /// {@return quantities by name}
  ///
  /// @param given parameters
  /// @throws IllegalArgumentException if a parameter is missing or outside its bounds
  SequencedMap<String, Double> quantities(Given given);

  /// {@return every reduction by the name that files use}
  static SequencedMap<String, Reduction> all() {
    var all = new TreeMap<String, Reduction>();
    all.putAll(Bargaining.REDUCTIONS);
    all.putAll(Trust.REDUCTIONS);
    all.putAll(Enforcement.REDUCTIONS);
    all.putAll(Reputation.REDUCTIONS);
    all.putAll(Nuclear.REDUCTIONS);
    all.putAll(Guarantees.REDUCTIONS);
    all.putAll(Crowds.REDUCTIONS);
    all.putAll(Inspection.REDUCTIONS);
    all.putAll(Contests.REDUCTIONS);
    all.putAll(Quantal.REDUCTIONS);
    all.putAll(CrisisSignaling.REDUCTIONS);
    return all;
  }

  /// {@return one quantity}
  static SequencedMap<String, Double> one(String name, double value) {
    return new TreeMap<>(Map.of(name, value));
  }
}
