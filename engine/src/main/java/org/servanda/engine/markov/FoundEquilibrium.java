package org.servanda.engine.markov;

/// An equilibrium found by search.
///
/// @param equilibrium its crossing is 1 for the one on the principal branch, 0 for the others
/// @param index sign of the determinant of the equations' derivatives, 1 or -1; 0 where several
///   equilibria touch
public record FoundEquilibrium(MarkovLogitEquilibrium equilibrium, int index) {}
