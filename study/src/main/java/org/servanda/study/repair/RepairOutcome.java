package org.servanda.study.repair;

/// What came of a search for repairs.
public sealed interface RepairOutcome {

  /// The search was done.
  record Done(RepairFindings findings) implements RepairOutcome {}

  /// It was interrupted.
  record Interrupted() implements RepairOutcome {}

  /// The agreement as drafted, or refusing it, has no answer in any world: there is nothing to
  /// compare with.
  ///
  /// @param reason of the first world, with a `Try:` line
  record NotSolved(String reason) implements RepairOutcome {}
}
