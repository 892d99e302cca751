package org.servanda.engine.tree;

/// Why the following of a branch ended.
public enum BranchStatus {
  /// The precision to follow to was met.
  REACHED,
  /// Steps became too short: the branch cannot be followed further in double precision.
  STALLED,
  /// The limit of steps was met.
  STEP_LIMIT,
  /// The limit of time was met.
  TIME_LIMIT,
  /// The token was triggered.
  CANCELLED
}
