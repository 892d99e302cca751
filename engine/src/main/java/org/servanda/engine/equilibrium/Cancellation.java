package org.servanda.engine.equilibrium;

/// A token through which a long computation can be told to stop; safe to use from another thread.
public final class Cancellation {
  private volatile boolean requested;

  /// Makes a token that has not been triggered.
  public Cancellation() {}

  /// Asks the computation to stop at the next convenient point.
  public void cancel() {
    requested = true;
  }

  /// Says whether a stop has been asked for.
  public boolean requested() {
    return requested;
  }
}
