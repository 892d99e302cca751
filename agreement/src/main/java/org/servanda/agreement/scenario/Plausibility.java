package org.servanda.agreement.scenario;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How plausible the values within the ranges of a scenario are.
///
/// @param shape of every range that has none of its own
/// @param shapes of single ranges, by key of the estimate
/// @param together estimates that tend to be high together and low together; no key is in two
///   groups
public record Plausibility(
    Shape shape, SequencedMap<String, Shape> shapes, List<Together> together) {

  public Plausibility {
    shapes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shapes));
    together = List.copyOf(together);
  }

  /// {@return what holds where a file says nothing: PERT everywhere}
  public static Plausibility usual() {
    return new Plausibility(Shape.PERT, new LinkedHashMap<>(), List.of());
  }

  /// {@return the shape of an estimate's range}
  ///
  /// @param key of the estimate
  public Shape shape(String key) {
    return shapes.getOrDefault(key, shape);
  }

  /// How plausibility falls from the mode to the ends of a range.
  public enum Shape {
    /// Smoothly, with little weight on the ends.
    PERT,
    /// In straight lines.
    TRIANGULAR,
    /// Not at all; the mode does not matter.
    UNIFORM;

    /// {@return the word for it in files}
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the constant with this word, or null if there is none}
    public static @Nullable Shape named(String word) {
      return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElse(null);
    }
  }

  /// Estimates that move together.
  ///
  /// @param estimates their keys, at least two
  /// @param correlation of their normal scores, above 0 and at most 1
  public record Together(List<String> estimates, double correlation) {
    public Together {
      estimates = List.copyOf(estimates);
    }
  }
}
