package org.servanda.engine.equilibrium;

/// Listens to the progress of a computation; called on the thread that computes.
@FunctionalInterface
public interface Progress {
  /// Receives the share of the work done.
  ///
  /// @param fraction in [0, 1], never falling within one computation
  void done(double fraction);

  /// Returns a listener that ignores everything.
  static Progress none() {
    return _ -> {};
  }
}
