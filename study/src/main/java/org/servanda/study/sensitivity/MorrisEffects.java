package org.servanda.study.sensitivity;

import java.util.Comparator;
import java.util.List;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;

/// Elementary effects of every column.
///
/// @param effects in the order of the design's columns; a column with fewer than two effects is
///   left out
/// @param walks of the design
/// @param leftOut worlds that did not solve; effects on either side of them are left out
/// @param caveats what limits the result
public record MorrisEffects(
    List<MorrisEffect> effects, int walks, int leftOut, List<Caveat> caveats)
    implements DesignedIndices {

  public MorrisEffects {
    effects = List.copyOf(effects);
    caveats = List.copyOf(caveats);
  }

  /// {@return the effects, the largest size first}
  public List<MorrisEffect> largestFirst() {
    return effects.stream()
        .sorted(Comparator.comparingDouble((MorrisEffect e) -> e.size().value()).reversed())
        .toList();
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
