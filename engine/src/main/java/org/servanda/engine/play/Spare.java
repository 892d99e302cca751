package org.servanda.engine.play;

import java.util.ArrayDeque;
import java.util.Deque;

/// Crowds and particles that nobody needs any more, to be used again.
final class Spare {
  private final Deque<Crowd> crowds = new ArrayDeque<>();
  private final Deque<Particle> particles = new ArrayDeque<>();

  /// Takes in a crowd with all its particles.
  void take(Crowd crowd) {
    for (int i = 0; i < crowd.count(); i++) {
      particles.addLast(crowd.particle(i));
    }
    crowd.clear();
    crowds.addLast(crowd);
  }

  /// Returns an empty crowd.
  Crowd crowd() {
    var crowd = crowds.pollLast();
    return crowd == null ? new Crowd() : crowd;
  }

  /// Returns a copy of a particle.
  Particle copy(Particle particle) {
    var copy = particles.pollLast();
    if (copy == null) {
      return particle.copy();
    }
    copy.become(particle);
    return copy;
  }
}
