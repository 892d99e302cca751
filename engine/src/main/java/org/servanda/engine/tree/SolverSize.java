package org.servanda.engine.tree;

/// What was solved and what it took.
///
/// @param unknowns those of the traced system; information sets on no cycle of dependence need none
/// @param explicit actions that follow from the others and still enter the linear systems
/// @param bytes memory of the work space
/// @param steps accepted steps
/// @param refused refused steps
/// @param factorizations matrices factored
/// @param seconds wall time
public record SolverSize(
    int unknowns,
    int explicit,
    long bytes,
    int steps,
    int refused,
    int factorizations,
    double seconds) {}
