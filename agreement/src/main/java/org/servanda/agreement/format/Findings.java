package org.servanda.agreement.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything found wrong with a file, in the order found.
///
/// Only the first [#KEPT] findings are kept; the rest are counted.
public final class Findings {
  /// The number of findings kept.
  public static final int KEPT = 500;

  /// One thing wrong.
  ///
  /// @param place where
  /// @param what what is wrong, with the offending value and the bound; no period
  /// @param value the offending value as written, null if something is missing
  /// @param tryThis what to do about it
  public record Finding(Place place, String what, @Nullable String value, String tryThis) {}

  private final List<Finding> kept = new ArrayList<>();
  private int count;

  /// Adds a finding.
  ///
  /// @param place where
  /// @param what what is wrong
  /// @param value the offending value as written, null if something is missing
  /// @param tryThis what to do about it
  public void add(Place place, String what, @Nullable String value, String tryThis) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(new Finding(place, what, value, tryThis));
    }
  }

  /// Counts a finding without keeping it: for those beyond the ones kept.
  public void pass() {
    count++;
  }

  /// {@return whether no more findings are kept}
  public boolean full() {
    return kept.size() >= KEPT;
  }

  /// {@return the findings kept}
  public List<Finding> kept() {
    return Collections.unmodifiableList(kept);
  }

  /// {@return the number of findings, kept or not}
  public int count() {
    return count;
  }

  /// {@return whether nothing was found}
  public boolean none() {
    return count == 0;
  }
}
