package org.servanda.literature;

/// A published figure beside what the solvers find.
///
/// @param given the row's parameters
/// @param quantity what is compared
/// @param expected as published
/// @param got as found; not a number if the game was not solved
/// @param trouble why it was not solved; empty if it was
/// @param tolerance largest difference allowed
public record Comparison(
    Given given, String quantity, double expected, double got, String trouble, double tolerance) {

  /// {@return whether the game was solved}
  public boolean isSolved() {
    return trouble.isEmpty();
  }

  /// {@return found less published}
  public double difference() {
    return got - expected;
  }

  /// {@return whether the difference is within the tolerance}
  public boolean isReproduced() {
    return isSolved() && Math.abs(difference()) <= tolerance;
  }
}
