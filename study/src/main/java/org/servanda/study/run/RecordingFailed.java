package org.servanda.study.run;

/// Outcomes could not be kept, for example because a disk is full.
public final class RecordingFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message what went wrong and where, with a `Try:` line
  public RecordingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
