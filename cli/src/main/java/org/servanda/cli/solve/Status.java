package org.servanda.cli.solve;

/// How one result was come by, or why it was not.
public enum Status {
  /// Found, with the accuracy asked for.
  SOLVED,
  /// Found, and its residual is above what was asked for.
  INACCURATE,
  /// The branch could not be followed so far.
  STALLED,
  /// The limit of steps was met.
  STEP_LIMIT,
  /// The limit of time was met.
  TIME_LIMIT,
  /// The work was told to stop.
  CANCELED,
  /// The game needs more memory than there is.
  TOO_LARGE,
  /// The question has no answer for this game.
  UNDEFINED;

  /// {@return the word for it in JSON}
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
