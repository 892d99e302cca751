package org.servanda.agreement.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Unit;

/// What others believe about a party's disposition before its record is looked at.
public sealed interface Dispositions {

  /// Stated weights.
  ///
  /// @param weights probability of each disposition, in the order written; modes sum to 1 within
  ///   1e-9
  record Stated(SequencedMap<Disposition, Estimate> weights) implements Dispositions {
    /// @throws IllegalArgumentException if empty, or modes do not sum to 1 within 1e-9
    public Stated {
      weights = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weights));
      double sum = weights.values().stream().mapToDouble(Estimate::mode).sum();
      if (!(Math.abs(sum - 1) <= 1e-9)) {
        throw new IllegalArgumentException("dispositions sum to " + sum + ", bound: 1 within 1e-9");
      }
    }
  }

  /// The guarantor is resolute with the probability of the parameter `guarantor.reliability`,
  /// wavering otherwise.
  record FromReliability() implements Dispositions {}

  /// {@return the belief that a party has one disposition for sure}
  ///
  /// @param key key of the estimate
  /// @param disposition the disposition
  static Stated sure(String key, Disposition disposition) {
    return new Stated(
        new LinkedHashMap<>(Map.of(disposition, Estimate.exactly(key, 1, Unit.SHARE))));
  }
}
