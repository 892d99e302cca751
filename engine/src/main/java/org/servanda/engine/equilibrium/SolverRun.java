package org.servanda.engine.equilibrium;

/// What a solve did and how good its answer is.
///
/// @param residual largest difference between a probability and its logit response over all
///   decisions solved, in [0, 1]
/// @param worstPosition position of the decision with that residual; the root if there is none
/// @param positions positions reachable from the root
/// @param beliefs points of the belief grid
/// @param periods number of periods
/// @param bytes memory of the values, as computed before any work
/// @param visits (position, period, belief) triples computed
/// @param unsolvedDecisions visits whose residual is above the tolerance
/// @param decisionsWithSeveralSolutions visits where the branch from zero precision turned back on
///   its way, so that other solutions exist; the first one met is taken
/// @param seconds wall time
/// @param options as given
public record SolverRun(
    double residual,
    int worstPosition,
    long positions,
    long beliefs,
    int periods,
    long bytes,
    long visits,
    long unsolvedDecisions,
    long decisionsWithSeveralSolutions,
    double seconds,
    SolverOptions options) {}
