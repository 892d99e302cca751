package org.servanda.study.sensitivity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;

/// What decides an output, read off a sample of worlds.
///
/// @param drivers every column, the largest `delta` first; empty if there are too few worlds
/// @param together sum of the first-order indices of the columns told from idle ones: where columns
///   are independent, what is missing to 1 is owed to columns working together, or to what is not
///   told; absent if there are no indices
/// @param size whether the sample was large enough
/// @param leftOut worlds that did not solve
/// @param caveats what limits the result
public record Drivers(
    List<Driver> drivers,
    @Nullable Estimate together,
    SampleSize size,
    int leftOut,
    List<Caveat> caveats) {

  public Drivers {
    drivers = List.copyOf(drivers);
    caveats = List.copyOf(caveats);
  }

  /// {@return the columns that can be told from idle ones, the largest `delta` first}
  public List<Driver> told() {
    return drivers.stream().filter(Driver::told).toList();
  }

  /// {@return what is said of a column}
  ///
  /// @throws IllegalArgumentException if no driver has this name
  public Driver of(String column) {
    return drivers.stream()
        .filter(driver -> driver.column().equals(column))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no driver \"%s\"\nTry: one of %s"
                    .formatted(column, drivers.stream().map(Driver::column).toList())));
  }
}
