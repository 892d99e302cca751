package org.servanda.study.sensitivity;

import java.util.List;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;

/// Elementary effects of every column.
///
/// @param effects in the order of the design's columns; a column with fewer than two effects is
///   left out
/// @param leftOut worlds that did not solve; effects on either side of them are left out
/// @param caveats what limits the result
public record MorrisEffects(List<MorrisEffect> effects, int leftOut, List<Caveat> caveats) {

  public MorrisEffects {
    effects = List.copyOf(effects);
    caveats = List.copyOf(caveats);
  }

  /// Changes of the output per full range of one column, over walks.
  ///
  /// @param column its name
  /// @param size mean of their sizes (mu*): how much the column does
  /// @param mean their mean (mu): below `size` where the direction changes
  /// @param spread their standard deviation (sigma): large where curved or working with others
  /// @param walks the effects used
  /// @source Campolongo, Cariboni and Saltelli (2007), for mu*
  public record MorrisEffect(String column, Estimate size, double mean, double spread, int walks) {}
}
