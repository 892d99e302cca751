package org.servanda.study.design;

import org.servanda.agreement.evidence.Estimate;

/// A number of a scenario that is not known exactly.
///
/// @param estimate the number, with range, unit and source
/// @param distribution how plausible its values are
public record Uncertainty(Estimate estimate, Distribution distribution) {
  /// {@return the key of the estimate}
  public String key() {
    return estimate.key();
  }
}
