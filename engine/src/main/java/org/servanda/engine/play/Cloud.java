package org.servanda.engine.play;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The particles of one period, position by position.
final class Cloud {
  private static final Object LIGHT = "light";

  private final @Nullable Map<Object, Particle>[] at;
  private final BeliefCells cells;
  private final double negligible;
  int largestMerge = 1;
  double widestMerge;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of maps cannot be made otherwise
  Cloud(int places, BeliefCells cells, double negligible) {
    this.at = new Map[places];
    this.cells = cells;
    this.negligible = negligible;
  }

  void add(int place, Particle particle) {
    var map = at[place];
    if (map == null) {
      map = new LinkedHashMap<>();
      at[place] = map;
    }
    Object key = particle.mass < negligible ? LIGHT : cells.key(particle.beliefs);
    var there = map.putIfAbsent(key, particle);
    if (there != null) {
      widestMerge = Math.max(widestMerge, there.absorb(particle));
      largestMerge = Math.max(largestMerge, there.merged);
    }
  }

  /// Takes out all particles at a place.
  Collection<Particle> take(int place) {
    var map = at[place];
    at[place] = null;
    return map == null ? List.of() : map.values();
  }
}
