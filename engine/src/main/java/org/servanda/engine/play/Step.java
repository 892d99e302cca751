package org.servanda.engine.play;

/// One step of a history.
///
/// @param period from 0
/// @param position of the game
/// @param outcome index of what happened there
/// @param beliefs what was believed at the position
/// @param probability of the outcome given the history before it, all types unknown
public record Step(int period, int position, int outcome, FlatBelief beliefs, double probability) {}
