package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.table.Table;

/// What came of a proposition in the worlds of one accord.
///
/// @param accord such as `ukraine/1994-budapest`
/// @param shares one row per world; columns are names of estimates, numbers shares of plausibility
/// @param values as `shares`, in the estimates' own units
/// @param effects one per world; null where some side did not solve
/// @param failures one per side and world that did not solve
public record Evidence(
    String accord,
    Table shares,
    Table values,
    List<@Nullable Double> effects,
    List<Failure> failures) {
  public Evidence {
    effects = Collections.unmodifiableList(new ArrayList<>(effects));
    failures = List.copyOf(failures);
  }

  /// A side that did not solve in a world.
  ///
  /// @param side name of the side
  /// @param world from 0
  /// @param reason what stopped the solver
  public record Failure(String side, int world, String reason) {}

  /// {@return the number of worlds}
  public int worlds() {
    return effects.size();
  }
}
