package org.servanda.model.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told at length about a solved game, and takes as long as solving it.
///
/// @param path how the agreement breaks most probably; absent if it does not or is not told
/// @param ledgers what complying and breaking are worth, by moment
/// @param signs what to watch for
/// @param selection how far the answer depends on the equilibrium; absent if not looked at
record Account(
    Assessment.@Nullable BreakPath path,
    List<Assessment.Ledger> ledgers,
    List<Assessment.WarningSign> signs,
    Assessment.@Nullable Selection selection) {
  static final Account NONE = new Account(null, List.of(), List.of(), null);

  static Account of(Play play, Measures measures) {
    return new Account(
        new PathTeller(play).path(measures.clocks()),
        new LedgerWriter(play).ledgers(measures.moments()),
        SignMeasure.of(play),
        SelectionMeasure.of(play));
  }
}
