package org.servanda.study.sensitivity;

import java.util.List;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;

/// Shares of an output's variance, from a design made for them.
///
/// @param indices in the order of the design's columns; empty if too few worlds solved
/// @param size pairs of the design used, and a number that would do
/// @param leftOut worlds that did not solve; an index is estimated from the pairs whose three
///   worlds did
/// @param caveats what limits the result
public record SobolIndices(
    List<SobolIndex> indices, SampleSize size, int leftOut, List<Caveat> caveats)
    implements DesignedIndices {

  public SobolIndices {
    indices = List.copyOf(indices);
    caveats = List.copyOf(caveats);
  }

  /// What one column does to the variance. Estimates can be slightly negative.
  ///
  /// @param column its name
  /// @param first the share that vanishes when this column is known
  /// @param total the share that is left when all others are known
  /// @param interaction `total` less `first`: what the column does together with others
  /// @param pairs the pairs of the design used
  public record SobolIndex(
      String column, Estimate first, Estimate total, Estimate interaction, int pairs) {}
}
