package org.servanda.study.sensitivity;

/// Whether a sample was large enough.
///
/// @param worlds the worlds used
/// @param needed a number of worlds that would do, at least 1
public record SampleSize(int worlds, int needed) {

  private static final int LARGEST = 1 << 30;

  /// {@return whether the worlds used would do}
  public boolean enough() {
    return worlds >= needed;
  }

  /// {@return the size at which a spread shrinks to `wanted`, as spreads do with the root of the
  /// number; a power of two unless the worlds used do}
  ///
  /// @param worlds at least 1
  /// @param spread half-width met, at least 0
  /// @param wanted half-width asked for, above 0
  static SampleSize of(int worlds, double spread, double wanted) {
    if (spread <= wanted) {
      return new SampleSize(worlds, worlds);
    }
    double factor = spread / wanted;
    double needed = Math.min(worlds * factor * factor, LARGEST);
    int power = 1;
    while (power < needed) {
      power *= 2;
    }
    return new SampleSize(worlds, power);
  }
}
