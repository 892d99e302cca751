package org.servanda.engine.game;

import java.util.Arrays;

/// A probability distribution over the outcomes of one position.
public final class Lottery {
  private final double[] p;

  private Lottery(double[] p) {
    this.p = p;
  }

  /// Makes a lottery from the probability of each outcome.
  ///
  /// @param p shape `[outcomes]`, each in [0, 1], sum 1 within 1e-12; copied
  /// @throws IllegalArgumentException if `p` is no probability distribution
  public static Lottery of(double... p) {
    return new Lottery(Distribution.checked("lottery", p));
  }

  /// Makes the lottery that gives `outcome` for sure.
  ///
  /// @throws IllegalArgumentException if `outcome` is not from 0 to `outcomes - 1`
  public static Lottery sure(int outcome, int outcomes) {
    if (!(outcome >= 0 && outcome < outcomes)) {
      throw new IllegalArgumentException(
          "outcome is %d, must be from 0 to %d\nTry: an outcome that exists"
              .formatted(outcome, outcomes - 1));
    }
    var p = new double[outcomes];
    p[outcome] = 1;
    return new Lottery(p);
  }

  /// Returns the number of outcomes, those of probability zero included.
  public int outcomes() {
    return p.length;
  }

  /// Returns the probability of outcome `o`, in [0, 1].
  public double at(int o) {
    return p[o];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lottery lottery && Arrays.equals(p, lottery.p);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(p);
  }

  @Override
  public String toString() {
    return "Lottery" + Arrays.toString(p);
  }
}
