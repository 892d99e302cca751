package org.servanda.study.run;

/// Takes outcomes as they come in, from several threads.
public interface Recorder {
  /// Takes the outcome of an experiment, once.
  ///
  /// @throws RecordingFailed if it cannot be kept; the run then stops
  void record(Experiment experiment, Outcome outcome);
}
