package org.servanda.engine.play;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The particles of one period, place by place, in the order in which they came.
final class Cloud {
  private static final long LIGHT = -1;

  private final @Nullable Crowd[] at;
  private final BeliefCells cells;
  private final double negligible;
  int largestMerge = 1;
  double widestMerge;

  Cloud(int places, BeliefCells cells, double negligible) {
    this.at = new Crowd[places];
    this.cells = cells;
    this.negligible = negligible;
  }

  /// Adds a particle, which may be written to again afterwards.
  void add(int place, Particle particle) {
    var crowd = at[place];
    if (crowd == null) {
      crowd = new Crowd();
      at[place] = crowd;
    }
    long key = particle.mass < negligible ? LIGHT : cells.key(particle.beliefs);
    var there = crowd.put(key, particle);
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

  /// The particles at one place; mostly a few.
  static final class Crowd {
    private static final int FEW = 8;

    private Particle[] particles = new Particle[2];
    private long[] keys = new long[2];
    private int count;

    /// Index of each particle plus one, by key, open addressing; empty while there are few.
    private int[] table = new int[0];

    int count() {
      return count;
    }

    Particle particle(int i) {
      return particles[i];
    }

    /// Adds a copy of a particle, or returns the one that has its key.
    @Nullable Particle put(long key, Particle particle) {
      int slot = 0;
      if (table.length == 0) {
        for (int i = 0; i < count; i++) {
          if (keys[i] == key) {
            return particles[i];
          }
        }
      } else {
        slot = slot(key);
        if (table[slot] > 0) {
          return particles[table[slot] - 1];
        }
      }
      if (count == particles.length) {
        particles = Arrays.copyOf(particles, 2 * count);
        keys = Arrays.copyOf(keys, 2 * count);
      }
      particles[count] = particle.copy();
      keys[count++] = key;
      if (table.length > 0) {
        table[slot] = count;
      }
      if (count > Math.max(FEW, table.length / 2)) {
        index();
      }
      return null;
    }

    private void index() {
      table = new int[4 * Integer.highestOneBit(count)];
      for (int i = 0; i < count; i++) {
        table[slot(keys[i])] = i + 1;
      }
    }

    /// Place in the table of a key, or the free one where it belongs.
    private int slot(long key) {
      int mask = table.length - 1;
      int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
      while (table[slot] > 0 && keys[table[slot] - 1] != key) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }
  }
}
