package org.servanda.study.sensitivity;

import java.util.List;

/// How an output moves with each column.
///
/// @param mean of the output over all worlds that solved; NaN if none did
/// @param swings columns with two ends that differ, the widest first
public record Swings(double mean, List<Swing> swings) {
  public Swings {
    swings = List.copyOf(swings);
  }

  /// {@return the same for some columns only}
  ///
  /// @param columns their names
  public Swings of(List<String> columns) {
    return new Swings(mean, swings.stream().filter(s -> columns.contains(s.column())).toList());
  }
}
