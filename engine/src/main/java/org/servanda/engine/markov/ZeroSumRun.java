package org.servanda.engine.markov;

/// What a zero-sum solve did.
///
/// @param sweeps passes over sets of states, added up
/// @param matrixGames one-step games solved
/// @param seconds wall time
/// @param options as given
public record ZeroSumRun(long sweeps, long matrixGames, double seconds, ZeroSumOptions options) {}
