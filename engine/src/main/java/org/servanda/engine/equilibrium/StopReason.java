package org.servanda.engine.equilibrium;

/// Why a solver stopped without an equilibrium.
public enum StopReason {
  /// The values would need more memory than the options allow; no work was done.
  TOO_LARGE,
  /// The cancellation token was triggered.
  CANCELLED
}
