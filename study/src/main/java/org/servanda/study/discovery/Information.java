package org.servanda.study.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;

/// What it would be worth to know more before choosing among alternatives.
///
/// @param chosen the alternative with the best mean, which is chosen if nothing is learned; absent
///   if there are too few worlds
/// @param perfect mean gain if everything were known before the choice, in the unit of the values
/// @param columns mean gain if one column were known, the largest first
/// @param worlds in which all alternatives were solved
/// @param leftOut the others
/// @param caveats what limits the result
public record Information(
    @Nullable String chosen,
    @Nullable Estimate perfect,
    List<Column> columns,
    int worlds,
    int leftOut,
    List<Caveat> caveats) {

  public Information {
    columns = List.copyOf(columns);
    caveats = List.copyOf(caveats);
  }

  /// One column.
  ///
  /// @param column its name
  /// @param gain mean gain if it were known, at least 0, in the unit of the values
  /// @param threshold the gain that the largest of all columns stays below in 95 of 100 samples if
  ///   none of them tells anything
  public record Column(String column, Estimate gain, double threshold) {

    /// {@return whether the gain can be told from that of a column that tells nothing}
    public boolean told() {
      return gain.value() > threshold;
    }
  }
}
