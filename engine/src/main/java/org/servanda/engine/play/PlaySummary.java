package org.servanda.engine.play;

/// What a propagation adds up to.
public final class PlaySummary {
  private final double mass;
  private final double left;
  private final long particles;
  private final int largestMerge;
  private final double widestMerge;
  private final double[] payoff;

  PlaySummary(
      double mass,
      double left,
      long particles,
      int largestMerge,
      double widestMerge,
      double[] payoff) {
    this.mass = mass;
    this.left = left;
    this.particles = particles;
    this.largestMerge = largestMerge;
    this.widestMerge = widestMerge;
    this.payoff = payoff;
  }

  /// Returns the mass of histories that ended, outlived the horizon or were followed no further; 1
  /// but for rounding.
  public double mass() {
    return mass;
  }

  /// Returns the mass of histories that were followed no further because they were too light: no
  /// probability of an event is off by more.
  public double left() {
    return left;
  }

  /// Returns the number of particles processed.
  public long particles() {
    return particles;
  }

  /// Returns the largest number of particles merged into one, 1 if none were.
  public int largestMerge() {
    return largestMerge;
  }

  /// Returns the largest distance, in probability of a type, from a merged particle to the mean
  /// that replaced it when it arrived.
  public double widestMerge() {
    return widestMerge;
  }

  /// Returns the expected discounted payoff of a type drawn at the root, whatever the condition of
  /// the run; NaN if payoffs were not added up.
  public double payoff(int valueFunction) {
    return payoff[valueFunction];
  }
}
