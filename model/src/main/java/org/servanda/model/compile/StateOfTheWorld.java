package org.servanda.model.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.servanda.agreement.evidence.Estimate;

/// One draw of a scenario's uncertainties: a value for some estimates, the mode for all others.
///
/// @param drawn values by key of the estimate, finite
public record StateOfTheWorld(Map<String, Double> drawn) {
  public StateOfTheWorld {
    drawn = Map.copyOf(drawn);
  }

  /// {@return the world in which every estimate has its most plausible value}
  public static StateOfTheWorld modes() {
    return new StateOfTheWorld(Map.of());
  }

  /// {@return the value of an estimate in this world}
  public double value(Estimate estimate) {
    return drawn.getOrDefault(estimate.key(), estimate.mode());
  }

  /// {@return the same world with another value for one estimate}
  ///
  /// @param key of the estimate
  /// @param value finite
  public StateOfTheWorld with(String key, double value) {
    var next = new LinkedHashMap<>(drawn);
    next.put(key, value);
    return new StateOfTheWorld(next);
  }
}
