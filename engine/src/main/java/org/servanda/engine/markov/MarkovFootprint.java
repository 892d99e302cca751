package org.servanda.engine.markov;

/// How much memory a solve takes beside the game, known before any work.
///
/// @param bytes total
/// @param formula the computation of `bytes`, with the numbers put in
public record MarkovFootprint(long bytes, String formula) {}
