package org.servanda.engine.markov;

/// What following a branch took.
///
/// @param steps accepted steps
/// @param refused steps refused as too long
/// @param factorizations matrices factored
/// @param seconds wall time
/// @param options as given
public record MarkovRun(
    int steps, int refused, int factorizations, double seconds, MarkovOptions options) {}
