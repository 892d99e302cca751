package org.servanda.study.statistic;

/// What limits a result, said beside it.
public sealed interface Caveat {

  /// Worlds without a solution were left out.
  ///
  /// @param worlds how many
  /// @param of of how many
  record LeftOut(int worlds, int of) implements Caveat {}

  /// Too few worlds for any result; none is given.
  ///
  /// @param worlds how many there are
  /// @param needed the least number for which there is a result
  record TooFew(int worlds, int needed) implements Caveat {}

  /// There are results, but wider than the precision asked for.
  ///
  /// @param worlds how many there are
  /// @param needed the number that would do, if spreads shrink with the root of the number
  record SmallSample(int worlds, int needed) implements Caveat {}

  /// The output is the same in every world; nothing drives it.
  ///
  /// @param value the output
  record ConstantOutput(double value) implements Caveat {}

  /// Every world or none is a case; there is nothing to discover.
  ///
  /// @param cases how many worlds are cases: 0 or `worlds`
  /// @param worlds how many there are
  record OneSided(int cases, int worlds) implements Caveat {}

  /// A column is the same in every world.
  ///
  /// @param column its name
  record ConstantColumn(String column) implements Caveat {}

  /// A column puts the worlds in the same order as another one, so that nothing tells them apart.
  ///
  /// @param column its name
  /// @param as the name of the earlier column
  record SameOrder(String column, String as) implements Caveat {}

  /// Two columns go together: what is said of one may be owed to the other.
  ///
  /// @param column the later column
  /// @param with the earlier column
  /// @param rankCorrelation Spearman's, in [-1, 1]
  record Correlated(String column, String with, double rankCorrelation) implements Caveat {}

  /// Pairs of columns that go together in another way than by their ranks, more than chance
  /// explains.
  ///
  /// A sample can do so by its design: of a Sobol' sequence in many dimensions, pairs of dimensions
  /// fill some parts of their square only. Columns that do nothing then look like those that do.
  ///
  /// @param pairs how many
  /// @param column one column of the worst pair
  /// @param with the other one
  record Entangled(int pairs, String column, String with) implements Caveat {}
}
