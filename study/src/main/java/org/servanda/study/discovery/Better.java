package org.servanda.study.discovery;

/// Which values are better.
public enum Better {
  HIGHER,
  LOWER;

  /// Turns values so that higher is better, and back.
  double upward(double value) {
    return this == HIGHER ? value : -value;
  }
}
