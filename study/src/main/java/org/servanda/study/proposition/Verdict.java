package org.servanda.study.proposition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.finding.Band;
import org.servanda.study.statistic.Share;

/// How a proposition fared.
///
/// @param proposition what was claimed
/// @param ruling in one word
/// @param spread whether accords agree
/// @param holds worlds in which the claim holds, of those that solved; null if none did
/// @param reversed worlds in which the opposite holds by as much; null if none solved, or if the
///   claim is that there is no effect
/// @param effect over all worlds that solved; null if none did
/// @param accords one by one
/// @param drivers what decides the effect within accords, strongest first; at most two, only those
///   told from estimates that do nothing
/// @param flip where the claim stops holding along the first driver; null if it does not
/// @param failures sides and worlds that did not solve
/// @param unsolved worlds in which some side did not solve
public record Verdict(
    Proposition proposition,
    Ruling ruling,
    Spread spread,
    @Nullable Share holds,
    @Nullable Share reversed,
    @Nullable Band effect,
    List<OfAccord> accords,
    List<Decider> drivers,
    @Nullable Flip flip,
    List<Evidence.Failure> failures,
    int unsolved) {
  public Verdict {
    accords = List.copyOf(accords);
    drivers = List.copyOf(drivers);
    failures = List.copyOf(failures);
  }

  /// The verdict in one word.
  public enum Ruling {
    /// The whole interval of the share lies above one half.
    HOLDS,
    /// The whole interval lies below one half.
    FAILS,
    /// The interval contains one half.
    OPEN,
    /// No world solved.
    UNSOLVED
  }

  /// Whether accords agree.
  public enum Spread {
    /// No accord's interval lies on the other side of one half.
    ALIKE,
    /// The claim holds in some accords and fails in others.
    BY_ACCORD
  }

  /// The verdict in one accord.
  ///
  /// @param accord such as `ukraine/1994-budapest`
  /// @param ruling as for all
  /// @param holds null if nothing solved
  /// @param effect null if nothing solved
  public record OfAccord(
      String accord, Ruling ruling, @Nullable Share holds, @Nullable Band effect) {}

  /// An estimate that decides.
  ///
  /// @param name of the estimate, with roles in place of parties
  /// @param delta mean change of the effect's distribution when it is known, in [0, 1]
  /// @param low lower end of the interval of `delta`
  /// @param high upper end
  /// @param direction whether the effect grows with it: correlation of the effect with the
  ///   estimate's share of plausibility, in [-1, 1]
  public record Decider(String name, double delta, double low, double high, double direction) {}

  /// Where a claim stops holding.
  ///
  /// @param name of the estimate
  /// @param at value at which the claim holds in half of the worlds, in the estimate's unit
  /// @param holds on which side of it the claim holds
  public record Flip(String name, double at, Criterion.Bound holds) {}

  /// {@return the number of worlds that solved}
  public int solved() {
    return holds == null ? 0 : holds.total();
  }
}
