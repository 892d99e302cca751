package org.servanda.study.repair;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Trial;
import org.servanda.model.measure.VariantSolver;

/// What a repair is to reach: survival on a clock, in a share of the worlds.
///
/// @param clock what must not happen
/// @param years whole years since signature, at least 1
/// @param survival probability of surviving so long that a world must reach, in (0, 1]
/// @param share share of the worlds that must reach it, in (0, 1]
public record Target(Clock clock, int years, double survival, double share) {
  /// A share of worlds times their number may lie this far above a whole number by rounding.
  private static final double ROUNDING = 1e-9;

  /// @throws IllegalArgumentException if a bound is not kept
  public Target {
    if (years < 1) {
      throw new IllegalArgumentException(
          "years is %d, must be at least 1\nTry: 5".formatted(years));
    }
    if (!(survival > 0 && survival <= 1)) {
      throw new IllegalArgumentException(
          "survival is %s, must be above 0 and at most 1\nTry: 0.7".formatted(survival));
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share is %s, must be above 0 and at most 1\nTry: 0.8".formatted(share));
    }
  }

  /// What is waited for.
  public enum Clock {
    /// The first material breach.
    BREACH("material breach"),
    /// The first attack.
    CLASH("armed clash"),
    /// The end of the agreement, for whatever reason.
    EXIT("agreement in force");

    private final String words;

    Clock(String words) {
      this.words = words;
    }

    /// {@return the words for it in a target}
    public String words() {
      return words;
    }

    /// {@return the key for it in names of measures}
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the clock with these words or this key; null if there is none}
    ///
    /// @param written in lower case
    static @Nullable Clock named(String written) {
      return Arrays.stream(values())
          .filter(c -> c.words.equals(written) || c.key().equals(written))
          .findFirst()
          .orElse(null);
    }

    /// {@return all that may be written for a clock}
    static List<String> written() {
      return Arrays.stream(values()).flatMap(c -> List.of(c.words, c.key()).stream()).toList();
    }
  }

  /// {@return the target that a text states, such as `survival(armed clash, 5y) >= 0.7 in 80% of
  /// worlds`}
  ///
  /// @throws IllegalArgumentException if it states none; the message names the word and its place
  public static Target of(String text) {
    return new TargetReader(text).read();
  }

  /// {@return the measure it is about}
  public String measure() {
    return Trial.survival(clock.key(), years);
  }

  /// {@return how many of so many worlds must reach the survival}
  int needed(int worlds) {
    return (int) Math.ceil(share * worlds - ROUNDING);
  }

  /// @throws IllegalArgumentException if the scenario is not followed so long
  void check(Scenario scenario) {
    int most = VariantSolver.wholeYears(scenario.time());
    if (years > most) {
      throw new IllegalArgumentException(
          "the target asks for %d years, and the scenario is followed for %d\nTry: survival(%s, %dy)"
              .formatted(years, most, clock.words(), most));
    }
  }

  /// {@return the target as it may be written}
  @Override
  public String toString() {
    return "survival(%s, %dy) >= %s in %s%% of worlds"
        .formatted(
            clock.words(), years, TargetReader.plain(survival), TargetReader.plain(100 * share));
  }
}
