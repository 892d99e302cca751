package org.servanda.engine.markov;

/// A stationary logit equilibrium.
///
/// @param lambda precision, in 1/utility
/// @param crossing 1 where the branch meets this precision for the first time, 2 for the second,
///   and so on; 0 for a point that was not asked for
/// @param profile the play
/// @param residual largest difference between a probability and its logit response
public record MarkovLogitEquilibrium(
    double lambda, int crossing, MarkovProfile profile, double residual) {}
