package org.servanda.study.finding;

/// How far the coarse grid of a study is from the fine grid of a single answer.
///
/// @param worlds how many were solved on both
/// @param largest largest difference of the survival asked about
/// @param mean mean of the differences without sign
public record GridCheck(int worlds, double largest, double mean) {}
