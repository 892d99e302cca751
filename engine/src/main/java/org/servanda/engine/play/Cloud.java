package org.servanda.engine.play;

import org.jspecify.annotations.Nullable;

/// The particles of one period, place by place, in the order in which they came.
final class Cloud {
  private static final long LIGHT = -1;

  private final @Nullable Crowd[] at;
  private final BeliefCells cells;
  private final double negligible;
  private final Spare spare;
  int largestMerge = 1;
  double widestMerge;

  Cloud(int places, BeliefCells cells, double negligible, Spare spare) {
    this.at = new Crowd[places];
    this.cells = cells;
    this.negligible = negligible;
    this.spare = spare;
  }

  /// Adds a particle, which may be written to again afterwards.
  void add(int place, Particle particle) {
    var crowd = at[place];
    if (crowd == null) {
      crowd = spare.crowd();
      at[place] = crowd;
    }
    long key = particle.mass < negligible ? LIGHT : cells.key(particle.beliefs);
    var there = crowd.put(key, particle, spare);
    if (there != null) {
      widestMerge = Math.max(widestMerge, there.absorb(particle));
      largestMerge = Math.max(largestMerge, there.merged);
    }
  }

  /// Takes out all particles at a place; null if there are none.
  @Nullable Crowd take(int place) {
    var crowd = at[place];
    at[place] = null;
    return crowd;
  }
}
