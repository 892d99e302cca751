package org.servanda.study.proposition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.Scenario;

/// A proposition whose sides have become scenarios.
///
/// @param proposition what is claimed
/// @param accords in the order of the proposition
public record Staged(Proposition proposition, List<Stage> accords) {
  public Staged {
    accords = List.copyOf(accords);
  }

  /// One accord with all its sides.
  ///
  /// @param id such as `ukraine/1994-budapest`
  /// @param roles who plays which part
  /// @param sides in the order of the proposition
  public record Stage(String id, Roles roles, List<Play> sides) {
    public Stage {
      sides = List.copyOf(sides);
    }
  }

  /// One side in one accord.
  ///
  /// @param scenario the accord, edited
  /// @param agreement what is signed; absent when nothing is
  public record Play(Scenario scenario, @Nullable Agreement agreement) {}
}
