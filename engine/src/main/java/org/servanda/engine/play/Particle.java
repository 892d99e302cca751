package org.servanda.engine.play;

/// Histories that are at the same position with (nearly) the same beliefs.
final class Particle {
  final double[] beliefs;

  /// Probability of these histories.
  double mass;

  /// Probability given the type conditioned on, that type still being in office.
  double given;

  /// Probability given the type conditioned on, another one having been drawn since.
  double since;

  /// For each player, type drawn at the root and type now: discounted probability of the histories
  /// and the type now, given the type at the root.
  final double[] weights;

  int merged = 1;

  Particle(double[] beliefs, double[] weights) {
    this.beliefs = beliefs;
    this.weights = weights;
  }

  /// Makes a particle of its own of one that will be written to again.
  Particle copy() {
    var copy = new Particle(new double[beliefs.length], new double[weights.length]);
    copy.become(this);
    return copy;
  }

  /// Becomes a copy of another particle, nothing merged into it.
  void become(Particle other) {
    System.arraycopy(other.beliefs, 0, beliefs, 0, beliefs.length);
    System.arraycopy(other.weights, 0, weights, 0, weights.length);
    mass = other.mass;
    given = other.given;
    since = other.since;
    merged = 1;
  }

  /// Takes in another particle; beliefs become the mean weighted by mass. Returns how far the other
  /// one was from the new mean.
  double absorb(Particle other) {
    double all = mass + other.mass;
    double share = all > 0 ? other.mass / all : 0;
    double distance = 0;
    for (int v = 0; v < beliefs.length; v++) {
      double gap = other.beliefs[v] - beliefs[v];
      beliefs[v] += share * gap;
      distance = Math.max(distance, Math.abs((1 - share) * gap));
    }
    for (int w = 0; w < weights.length; w++) {
      weights[w] += other.weights[w];
    }
    mass = all;
    given += other.given;
    since += other.since;
    merged += other.merged;
    return distance;
  }
}
