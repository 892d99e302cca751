package org.servanda.agreement.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Source;

/// Pledges kept or broken before the signature.
///
/// @param entries in the order written
public record TrackRecord(List<Entry> entries) {
  public TrackRecord {
    entries = List.copyOf(entries);
  }

  /// What one party did with one pledge.
  ///
  /// @param by key of the party
  /// @param pledge the pledge, text
  /// @param from when it was given, null if not said
  /// @param conduct kept or broken
  /// @param on the day it was broken, or the last day it is known to have been kept
  /// @param weight how much it counts, above 0, at most 1
  /// @param source where this comes from, null if nobody said
  public record Entry(
      String by,
      String pledge,
      @Nullable LocalDate from,
      Conduct conduct,
      LocalDate on,
      double weight,
      @Nullable Source source) {
    /// @throws IllegalArgumentException unless `0 < weight <= 1`
    public Entry {
      if (!(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException(
            "weight of the pledge \"" + pledge + "\" is " + weight + ", bound: above 0, at most 1");
      }
    }
  }

  /// {@return the entries of one party, in the order written}
  ///
  /// @param party key of the party
  public List<Entry> of(String party) {
    return entries.stream().filter(e -> e.by().equals(party)).toList();
  }
}
