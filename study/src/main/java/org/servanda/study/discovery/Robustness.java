package org.servanda.study.discovery;

import java.util.List;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Share;

/// How alternatives hold up over the same worlds.
///
/// @param standings of every alternative, in their order; empty if no world was solved for all
/// @param differences of every pair, the earlier alternative first
/// @param leftOut worlds in which not all alternatives were solved
/// @param caveats what limits the result
public record Robustness(
    List<Standing> standings, List<Difference> differences, int leftOut, List<Caveat> caveats) {

  public Robustness {
    standings = List.copyOf(standings);
    differences = List.copyOf(differences);
    caveats = List.copyOf(caveats);
  }

  /// One alternative.
  ///
  /// @param alternative its name
  /// @param satisfied worlds in which its value is as good as the one asked for
  /// @param mean over the worlds, in the unit of the values
  /// @param worst value in any world, in the unit of the values
  /// @param largestRegret by how much at most another alternative is better in one world, at least
  ///   0
  /// @param usualRegret the regret that nine worlds in ten do not exceed, at least 0
  /// @param best the criteria by which no other alternative is better
  /// @param unsolved worlds in which it was not solved
  public record Standing(
      String alternative,
      Share satisfied,
      Estimate mean,
      double worst,
      double largestRegret,
      Estimate usualRegret,
      List<Merit> best,
      int unsolved) {
    public Standing {
      best = List.copyOf(best);
    }
  }

  /// A way to judge an alternative over many worlds.
  ///
  /// @source Wald (1950) for the worst value; Savage (1951) for regret; Simon (1956) for satisfying
  public enum Merit {
    SATISFIED,
    MEAN,
    WORST,
    LARGEST_REGRET,
    USUAL_REGRET
  }

  /// One alternative less another in the same worlds.
  ///
  /// @param one name of the first
  /// @param other name of the second
  /// @param mean of the differences of values, in their unit
  /// @param better worlds in which the first is strictly better
  /// @param worse worlds in which it is strictly worse
  public record Difference(String one, String other, Estimate mean, Share better, Share worse) {}
}
