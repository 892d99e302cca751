package org.servanda.engine.markov;

/// The matrix game of one state, with room to solve it and to keep the strategies found.
final class OneStep {
  private final ZeroSumGame game;
  private final MatrixGame solver;
  private final double[] a;
  private final double[] x;
  private final double[] y;
  private final int[] firstRow;
  private final int[] firstColumn;
  private final double[] rowStrategy;
  private final double[] columnStrategy;
  private int cells;
  private long games;

  OneStep(ZeroSumGame game) {
    this.game = game;
    int rows = game.mostRows();
    int columns = game.mostColumns();
    solver = new MatrixGame(rows, columns);
    a = new double[rows * columns];
    x = new double[rows];
    y = new double[columns];
    int states = game.states();
    firstRow = new int[states + 1];
    firstColumn = new int[states + 1];
    for (int s = 0; s < states; s++) {
      firstRow[s + 1] = firstRow[s] + game.rows(s);
      firstColumn[s + 1] = firstColumn[s] + game.columns(s);
    }
    rowStrategy = new double[firstRow[states]];
    columnStrategy = new double[firstColumn[states]];
    for (int s = 0; s < states; s++) {
      rowStrategy[firstRow[s]] = 1;
      columnStrategy[firstColumn[s]] = 1;
    }
  }

  /// Solves the game of a state and returns what the coalition is sure of.
  double least(int state, double[] values) {
    games++;
    game.matrix(state, values, a);
    cells = game.rows(state) * game.columns(state);
    return solver.value(a, game.rows(state), game.columns(state), x, y);
  }

  /// What the coalition can get at most in the game last solved.
  double most() {
    return solver.most();
  }

  double smallestEntry() {
    double smallest = a[0];
    for (int k = 1; k < cells; k++) {
      smallest = Math.min(smallest, a[k]);
    }
    return smallest;
  }

  double largestEntry() {
    double largest = a[0];
    for (int k = 1; k < cells; k++) {
      largest = Math.max(largest, a[k]);
    }
    return largest;
  }

  /// Probability of a joint action of the coalition in the game last solved.
  double row(int action) {
    return x[action];
  }

  /// Probability of a joint action of the others in the game last solved.
  double column(int action) {
    return y[action];
  }

  /// Keeps the coalition's strategy in the game last solved, which was this state's.
  void keepRow(int state) {
    System.arraycopy(x, 0, rowStrategy, firstRow[state], game.rows(state));
  }

  /// Keeps the others' strategy in the game last solved, which was this state's.
  void keepColumn(int state) {
    System.arraycopy(y, 0, columnStrategy, firstColumn[state], game.columns(state));
  }

  long games() {
    return games;
  }

  /// Strategies kept, state by state; the first action where none was kept.
  double[] rowStrategy() {
    return rowStrategy;
  }

  double[] columnStrategy() {
    return columnStrategy;
  }
}
