package org.servanda.study.discovery;

/// Which worlds are cases: those whose output lies strictly on one side of a threshold.
///
/// @param side of the threshold
/// @param threshold in the output's unit, finite
public record Criterion(Side side, double threshold) {

  public Criterion {
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException(
          "threshold is %s, must be finite\nTry: a value between the outputs".formatted(threshold));
    }
  }

  /// {@return whether a world with this output is a case}
  ///
  /// @param output finite
  public boolean meets(double output) {
    return side == Side.BELOW ? output < threshold : output > threshold;
  }
}
