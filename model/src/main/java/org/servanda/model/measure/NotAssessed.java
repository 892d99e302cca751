package org.servanda.model.measure;

import java.util.List;

/// No answer, and why.
///
/// @param reason short: what stopped the solver
/// @param detail where, with which residual or size, and a `Try:` line
/// @param place keys of the scenario file that lead to the cause; empty if it is in no one place
public record NotAssessed(Reason reason, String detail, List<String> place) implements Assessed {
  public NotAssessed {
    place = List.copyOf(place);
  }

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
