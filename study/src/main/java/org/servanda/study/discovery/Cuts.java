package org.servanda.study.discovery;

/// Numbers between neighbors.
final class Cuts {
  private Cuts() {}

  /// Returns the middle of two numbers, or the one to keep if there is none between them.
  ///
  /// @param low smaller number
  /// @param high larger number
  /// @param kept one of the two, on whose side the cut must be
  static double between(double low, double high, double kept) {
    double middle = low + (high - low) / 2;
    return middle > low && middle < high ? middle : kept;
  }
}
