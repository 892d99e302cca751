package org.servanda.engine.markov;

/// What a coalition can guarantee from every state, and how.
public final class ZeroSumValues {
  private final ZeroSumGame game;
  private final double[] values;
  private final double[] below;
  private final double[] above;
  private final double[] rowStrategy;
  private final double[] columnStrategy;
  private final int[] firstRow;
  private final int[] firstColumn;

  ZeroSumValues(
      ZeroSumGame game,
      double[] values,
      double[] below,
      double[] above,
      double[] rowStrategy,
      double[] columnStrategy) {
    this.game = game;
    this.values = values;
    this.below = below;
    this.above = above;
    this.rowStrategy = rowStrategy;
    this.columnStrategy = columnStrategy;
    this.firstRow = new int[values.length + 1];
    this.firstColumn = new int[values.length + 1];
    for (int s = 0; s < values.length; s++) {
      firstRow[s + 1] = firstRow[s] + game.rows(s);
      firstColumn[s + 1] = firstColumn[s] + game.columns(s);
    }
  }

  /// Returns the game.
  public ZeroSumGame game() {
    return game;
  }

  /// Returns the value of a state, in utility.
  public double value(int state) {
    return values[state];
  }

  /// Returns a bound on the error of the value of a state, in utility; positive infinity if none is
  /// known. Rounding of about 1e-15 of the value per step of play comes on top.
  public double error(int state) {
    return Math.max(below[state], above[state]);
  }

  /// Returns a number that the value of a state is not below; negative infinity if none is known.
  public double atLeast(int state) {
    return values[state] - below[state];
  }

  /// Returns a number that the value of a state is not above; positive infinity if none is known.
  public double atMost(int state) {
    return values[state] + above[state];
  }

  /// Returns the largest bound on the error of a value.
  public double largestError() {
    double largest = 0;
    for (int s = 0; s < values.length; s++) {
      largest = Math.max(largest, error(s));
    }
    return largest;
  }

  /// Returns the probability of a joint action of the coalition in a state, now.
  ///
  /// Optimal at these values; others may be as good. With a finite horizon it is the first step's.
  /// Without discount it may guarantee less than the value by a little, as optimal play need not
  /// exist there.
  ///
  /// @param row row-major over the coalition's members in ascending order
  public double coalition(int state, int row) {
    return rowStrategy[firstRow[state] + row];
  }

  /// Returns the probability of a joint action of the others in a state, now.
  ///
  /// @param column row-major over them in ascending order
  public double others(int state, int column) {
    return columnStrategy[firstColumn[state] + column];
  }

  /// Writes all values.
  ///
  /// @param target receives the values, shape `[states]`
  public void copyTo(double[] target) {
    System.arraycopy(values, 0, target, 0, values.length);
  }
}
