package org.servanda.engine.play;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The particles at one place; mostly a few.
final class Crowd {
  private static final int FEW = 8;
  private static final int[] NONE = {};

  private Particle[] particles = new Particle[2];
  private long[] keys = new long[2];
  private int count;

  /// Index of each particle plus one, by key, open addressing; empty while there are few.
  private int[] table = NONE;

  int count() {
    return count;
  }

  Particle particle(int i) {
    return particles[i];
  }

  /// Forgets all particles.
  void clear() {
    count = 0;
    table = NONE;
  }

  /// Adds a copy of a particle, or returns the one that has its key.
  @Nullable Particle put(long key, Particle particle, Spare spare) {
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
    particles[count] = spare.copy(particle);
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
