package org.servanda.study.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Share;

/// Boxes of the uncertain estimates in which cases are frequent, each found among the worlds
/// outside the boxes before it.
///
/// @param found in the order found; empty if there is nothing to discover
/// @param worlds that solved
/// @param cases how many of them are cases
/// @param leftOut worlds that did not solve
/// @param caveats what limits the result
public record Boxes(List<Found> found, int worlds, int cases, int leftOut, List<Caveat> caveats) {

  public Boxes {
    found = List.copyOf(found);
    caveats = List.copyOf(caveats);
  }

  /// A box with the way it was found.
  ///
  /// @param box the one chosen
  /// @param trajectory the boxes peeled one from another, largest first, before anything was
  ///   dropped
  public record Found(Box box, List<Step> trajectory) {
    public Found {
      trajectory = List.copyOf(trajectory);
    }
  }

  /// A box: the worlds within all its bounds.
  ///
  /// @param restrictions bounded columns, least owed to chance first
  /// @param density cases among the worlds in the box that no box before holds
  /// @param coverage cases of the box among all cases
  /// @param mass worlds of the box among all worlds
  public record Box(List<Restriction> restrictions, Share density, Share coverage, Share mass) {
    public Box {
      restrictions = List.copyOf(restrictions);
    }
  }

  /// The bounds of a box on one column.
  ///
  /// @param column its name
  /// @param low worlds in the box are at least this; absent if unbounded
  /// @param high worlds in the box are at most this; absent if unbounded
  /// @param chance how likely as many cases would be, were the bound drawn without regard to them
  /// @param reappears of the samples drawn again, those whose box bounds this column on the same
  ///   side
  /// @source Bryant and Lempert (2010), for the last two
  public record Restriction(
      String column, @Nullable Double low, @Nullable Double high, double chance, Share reappears) {}

  /// One box of a trajectory.
  ///
  /// @param restricted number of bounded columns
  /// @param coverage share of all cases, in [0, 1]
  /// @param density share of cases in the box, in [0, 1]
  /// @param mass share of all worlds, in [0, 1]
  public record Step(int restricted, double coverage, double density, double mass) {}
}
