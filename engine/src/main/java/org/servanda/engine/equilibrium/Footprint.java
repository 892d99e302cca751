package org.servanda.engine.equilibrium;

/// How much memory a solve needs, known before any work.
///
/// @param bytes total
/// @param beliefs grid points over the beliefs about all informed players
/// @param positions positions reachable from the root
/// @param periodStarts reachable positions that open a period
/// @param everyPeriod whether the values of all positions are kept for every period, so that none
///   has to be computed again
/// @param formula the computation of `bytes`, with the numbers put in
public record Footprint(
    long bytes,
    long beliefs,
    int positions,
    int periodStarts,
    boolean everyPeriod,
    String formula) {}
