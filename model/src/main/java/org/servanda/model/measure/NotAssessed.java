package org.servanda.model.measure;

/// No answer, and why.
///
/// @param reason short: what stopped the solver
/// @param detail where, with which residual or size, and a `Try:` line
public record NotAssessed(Reason reason, String detail) implements Assessed {

  /// Kinds of failure.
  public enum Reason {
    /// The game is too large for the memory limit; nothing was started.
    TOO_LARGE,
    /// Some decision did not reach its tolerance.
    NOT_CONVERGED,
    /// The caller asked to stop.
    CANCELED
  }
}
