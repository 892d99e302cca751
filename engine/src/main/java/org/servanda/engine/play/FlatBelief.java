package org.servanda.engine.play;

import java.util.Arrays;

/// Beliefs about all players: the probabilities of all types, in the order of value functions.
public final class FlatBelief {
  private final double[] p;

  private FlatBelief(double[] p) {
    this.p = p;
  }

  /// Makes one from a flat array, copied.
  static FlatBelief of(double[] p) {
    return new FlatBelief(p.clone());
  }

  /// Returns the number of entries, the number of value functions.
  public int size() {
    return p.length;
  }

  /// Returns the probability of a type, in [0, 1].
  public double at(int valueFunction) {
    return p[valueFunction];
  }

  /// Writes all probabilities.
  public void copyTo(double[] target) {
    System.arraycopy(p, 0, target, 0, p.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlatBelief belief && Arrays.equals(p, belief.p);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(p);
  }

  @Override
  public String toString() {
    return "FlatBelief" + Arrays.toString(p);
  }
}
