package org.servanda.study.run;

/// One agreement in one world.
///
/// @param world row of the sample, from 0
/// @param variant place among the plan's variants, from 0
public record Experiment(int world, int variant) {}
