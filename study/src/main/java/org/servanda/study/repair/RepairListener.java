package org.servanda.study.repair;

/// Hears how far a search has come; may be called by any thread.
public interface RepairListener {
  /// Takes note of progress.
  ///
  /// @param stage what is being done, a word or two
  /// @param done experiments of the stage
  /// @param all experiments of the stage, at least 1
  void at(String stage, int done, int all);
}
