package org.servanda.study.sensitivity;

/// What one column decides of an output.
///
/// @param column its name
/// @param delta mean change of the whole distribution of the output when the column is known: half
///   the area between the densities
/// @param first share of the output's variance that vanishes when the column is known
/// @source Borgonovo (2007); Sobol' (1993)
public record Driver(String column, Index delta, Index first) {

  /// {@return whether either index can be told from zero}
  public boolean told() {
    return delta.told() || first.told();
  }
}
