package org.servanda.study.repair;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of the agreement, with what it comes to.
///
/// @param changes of different clauses, in the order of the levers
/// @param cost to the guarantors: the fall of their values against the draft, summed, in stakes;
///   below 0 if they gain
/// @param found in the worlds of the search
/// @param fresh in worlds the search has not seen; absent if it was not verified
/// @param verdict what the fresh worlds say
public record Repair(
    List<Change> changes, double cost, Measured found, @Nullable Measured fresh, Verdict verdict) {
  public Repair {
    changes = List.copyOf(changes);
  }

  /// What fresh worlds say of a repair.
  public enum Verdict {
    /// It reaches the target there, too, and everybody accepts.
    HOLDS,
    /// It stays below the target there, but so little that chance may be the reason.
    NOT_SHOWN,
    /// It does not reach the target there, or somebody refuses.
    FAILS,
    /// It was not tried there.
    NOT_VERIFIED;

    static Verdict of(@Nullable Measured fresh, Target target) {
      if (fresh == null) {
        return NOT_VERIFIED;
      }
      if (fresh.reaches(target)) {
        return HOLDS;
      }
      boolean near = fresh.accepted() && fresh.reaching().exact().high() >= target.share();
      return near ? NOT_SHOWN : FAILS;
    }
  }

  /// {@return its steps, summed over the levers}
  public int steps() {
    return changes.stream().mapToInt(Change::steps).sum();
  }
}
