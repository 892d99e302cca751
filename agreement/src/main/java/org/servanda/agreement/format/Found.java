package org.servanda.agreement.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What was read in a place.
public sealed interface Found {
  /// {@return where it stands}
  Place place();

  /// One value.
  ///
  /// @param place where it stands
  /// @param raw the text as written
  /// @param value what it means: the type follows from the shape
  record Leaf(Place place, String raw, Object value) implements Found {}

  /// A list.
  ///
  /// @param place where it stands
  /// @param items in order; null for items that were rejected
  record Row(Place place, List<@Nullable Found> items) implements Found {
    public Row {
      items = Collections.unmodifiableList(new ArrayList<>(items));
    }
  }

  /// A block of keys.
  ///
  /// @param place where it stands
  /// @param entries by key, in order
  record Block(Place place, SequencedMap<String, Entry> entries) implements Found {
    public Block {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /// {@return whether a key was written, rightly or wrongly}
    ///
    /// @param key the key
    public boolean has(String key) {
      return entries.containsKey(key);
    }

    /// {@return where a key stands, or where the block stands if it was not written}
    ///
    /// @param key the key
    public Place placeOf(String key) {
      Entry entry = entries.get(key);
      if (entry == null) {
        return place;
      }
      return entry.value() == null ? entry.key() : entry.value().place();
    }

    /// {@return what stands behind a key, or null if it was not written or rejected}
    ///
    /// @param key the key
    public @Nullable Found at(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /// {@return the block behind a key, or null}
    ///
    /// @param key the key
    public @Nullable Block block(String key) {
      return at(key) instanceof Block block ? block : null;
    }

    /// {@return the list behind a key, or null}
    ///
    /// @param key the key
    public @Nullable Row row(String key) {
      return at(key) instanceof Row row ? row : null;
    }

    /// {@return the value behind a key, or null if it was not written, rejected, or of another
    /// type}
    ///
    /// @param key the key
    /// @param type its type
    /// @param <T> its type
    public <T> @Nullable T value(String key, Class<T> type) {
      return at(key) instanceof Leaf leaf && type.isInstance(leaf.value())
          ? type.cast(leaf.value())
          : null;
    }

    /// {@return this block with the entries of another put over its own}
    ///
    /// @param over the other
    public Block with(Block over) {
      var merged = new LinkedHashMap<>(entries);
      merged.putAll(over.entries);
      return new Block(place, merged);
    }
  }

  /// A key and what stands behind it.
  ///
  /// @param key where the key stands
  /// @param value what stands behind it, null if rejected
  record Entry(Place key, @Nullable Found value) {}
}
