package org.servanda.study.repair;

/// What stands between the agreement and the target.
public sealed interface Binding {

  /// Nothing that was tried lasts long enough in enough worlds.
  ///
  /// @param best the largest share of worlds that was reached
  record Durability(double best) implements Binding {}

  /// Something lasts long enough, but a party would rather refuse it.
  ///
  /// @param account of the party that lacks most to accept what comes closest
  record Participation(PartyAccount account) implements Binding {}
}
