package org.servanda.engine.game;

import java.util.Arrays;

/// Payoffs to every type of every player, or none at all.
public final class Payoffs {
  private static final Payoffs NONE = new Payoffs(new double[0]);

  private final double[] values;

  private Payoffs(double[] values) {
    this.values = values;
  }

  /// Returns the payoffs that are zero for everybody, whatever the type space.
  public static Payoffs none() {
    return NONE;
  }

  /// Makes payoffs from one number per value function.
  ///
  /// @param perValueFunction shape `[valueFunctions]`, in utility, finite; copied
  /// @throws IllegalArgumentException if it is empty or an entry is not finite
  public static Payoffs of(double... perValueFunction) {
    if (perValueFunction.length == 0) {
      throw new IllegalArgumentException(
          "payoffs have no entries, one per player and type is needed\nTry: Payoffs.none()");
    }
    for (int v = 0; v < perValueFunction.length; v++) {
      if (!Double.isFinite(perValueFunction[v])) {
        throw new IllegalArgumentException(
            "payoffs[%d] is %s, must be finite\nTry: a large finite number"
                .formatted(v, perValueFunction[v]));
      }
    }
    return new Payoffs(perValueFunction.clone());
  }

  /// Returns the payoff of one value function, 0 if this is [#none()].
  public double at(int valueFunction) {
    return values.length == 0 ? 0 : values[valueFunction];
  }

  /// Says whether these are the payoffs of [#none()].
  public boolean isNone() {
    return values.length == 0;
  }

  /// Returns the number of value functions covered, 0 if this is [#none()].
  public int size() {
    return values.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payoffs payoffs && Arrays.equals(values, payoffs.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return isNone() ? "Payoffs none" : "Payoffs" + Arrays.toString(values);
  }
}
