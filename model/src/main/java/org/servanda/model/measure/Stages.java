package org.servanda.model.measure;

/// Listens to the progress of an assessment; called from the threads that compute.
@FunctionalInterface
public interface Stages {
  /// Receives how far a stage is.
  ///
  /// @param stage one word, such as `solving`
  /// @param fraction of the stage, in [0, 1]
  void at(String stage, double fraction);

  /// {@return a listener that ignores everything}
  static Stages none() {
    return (_, _) -> {};
  }
}
