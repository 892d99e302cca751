package org.servanda.study.sensitivity;

/// Checks of the outputs of a design.
final class Outputs {
  private Outputs() {}

  /// Returns how many outputs are NaN.
  ///
  /// @throws IllegalArgumentException if there are not `rows` of them or one is infinite
  static int countUnsolved(double[] output, int rows) {
    if (output.length != rows) {
      throw new IllegalArgumentException(
          "output has %d numbers, must have %d\nTry: one per row of the design, NaN if not solved"
              .formatted(output.length, rows));
    }
    int unsolved = 0;
    for (int i = 0; i < rows; i++) {
      if (Double.isInfinite(output[i])) {
        throw new IllegalArgumentException(
            "output %d is %s, must be finite\nTry: NaN where a world did not solve"
                .formatted(i, output[i]));
      }
      unsolved += Double.isNaN(output[i]) ? 1 : 0;
    }
    return unsolved;
  }
}
