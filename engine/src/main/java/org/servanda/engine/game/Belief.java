package org.servanda.engine.game;

import java.util.Arrays;

/// A probability distribution over the types of one player.
public final class Belief {
  private final double[] p;

  private Belief(double[] p) {
    this.p = p;
  }

  /// Makes a belief from the probability of each type.
  ///
  /// @param p shape `[types]`, each in [0, 1], sum 1 within 1e-12; copied
  /// @throws IllegalArgumentException if `p` is no probability distribution
  public static Belief of(double... p) {
    return new Belief(Distribution.checked("belief", p));
  }

  /// Makes the belief that is certain of type `k` among `types`.
  ///
  /// @throws IllegalArgumentException if `k` is not from 0 to `types - 1`
  public static Belief sure(int types, int k) {
    if (!(k >= 0 && k < types)) {
      throw new IllegalArgumentException(
          "type is %d, must be from 0 to %d\nTry: a type that exists".formatted(k, types - 1));
    }
    var p = new double[types];
    p[k] = 1;
    return new Belief(p);
  }

  /// Returns the number of types.
  public int types() {
    return p.length;
  }

  /// Returns the probability of type `k`, in [0, 1].
  public double at(int k) {
    return p[k];
  }

  /// Writes the probabilities to `target` from index `from` on.
  public void copyTo(double[] target, int from) {
    System.arraycopy(p, 0, target, from, p.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Belief belief && Arrays.equals(p, belief.p);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(p);
  }

  @Override
  public String toString() {
    return "Belief" + Arrays.toString(p);
  }
}
