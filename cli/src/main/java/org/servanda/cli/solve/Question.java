package org.servanda.cli.solve;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.Cancellation;

/// What is asked of a game.
///
/// @param lambdas precisions at which equilibria are asked for, in 1/utility, finite, at least 0
/// @param limit whether the limit of the branch is asked for
/// @param search whether equilibria beyond the principal branch are asked for
/// @param branch receives the points of the branch, null if nobody wants them
/// @param accuracy largest residual accepted, in (0, 1)
/// @param bytes memory the solver may take beside the game, positive
/// @param latest is told the last point known; null if nobody will ask for it
/// @param cancellation tells the work to stop
/// @param outOfTime whether it was told so because its time was up
public record Question(
    List<Double> lambdas,
    boolean limit,
    boolean search,
    @Nullable BranchCsv branch,
    double accuracy,
    long bytes,
    @Nullable Latest latest,
    Cancellation cancellation,
    BooleanSupplier outOfTime) {
  /// Copies.
  public Question {
    lambdas = List.copyOf(lambdas);
  }

  /// Why the cancellation was triggered.
  Status stopped() {
    return outOfTime.getAsBoolean() ? Status.TIME_LIMIT : Status.CANCELED;
  }
}
